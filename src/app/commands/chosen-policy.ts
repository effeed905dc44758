// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type CompiledPolicy, compile, parse, renderComplaint } from '#policy';
import { commandError } from './errors.ts';
import { ownPolicies } from './installation.ts';
import type { Output } from './policy.ts';

/**
 * The policy that `--policy` names: a slug of the installation, else a file. Throws NO_SUCH_POLICY where it is neither;
 * undefined when the file has mistakes, which are told as errors.
 */
export async function chosenPolicy(name: string, out: Output): Promise<CompiledPolicy | undefined> {
  const own = ownPolicies();
  const file = own.get(name) ?? name;
  if (!existsSync(file))
    throw commandError('NO_SUCH_POLICY', `«${name}» (gli slug sono ${[...own.keys()].join(', ')})`);
  const text = await readFile(file, 'utf8');
  const { policy, complaints } = parse(text, file);
  for (const complaint of complaints) out.error(renderComplaint(complaint, text));
  return policy === undefined ? undefined : compile(policy);
}
