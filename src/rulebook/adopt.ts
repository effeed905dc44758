// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { Clock } from '#kernel';
import type { Database, Events } from '#platform';
import { type PolicyChoices, type PolicyDocument, parse } from '#policy';
import { enterVersion } from './enter-version.ts';
import { type RulebookErrorCode, rulebookError } from './errors.ts';
import { lockRulebook, versionOf } from './store.ts';
import { refuseVersionName } from './version-name.ts';

export interface Adoption {
  readonly source: string;
  /** Where the text came from, for error messages. */
  readonly file: string;
  /** The act that adopts it. */
  readonly act: string;
  readonly person: { readonly id: string; readonly name: string; readonly role: string } | null;
  /** What the body decided where its policy is silent. */
  readonly choices?: PolicyChoices;
}

/**
 * Adopts a policy, word for word, in force from now, and tells those above; adopting the same version again changes
 * nothing. For whoever installs: a body at work adopts by approving a draft.
 */
export async function adopt(
  ports: { database: Database; clock: Clock; events: Events },
  adoption: Adoption,
): Promise<{ body: string; version: string }> {
  const { source, act, choices = {}, person } = adoption;
  const { body, version, title } = wellFormed(source, adoption.file, 'POLICY_REFUSED').header;
  refuseVersionName(version);
  const digest = digestOfText(source);
  const now = ports.clock.now();
  await ports.database.inBody(body, async (tx) => {
    await lockRulebook(tx, body);
    const known = await versionOf(tx, body, version);
    if (known !== undefined && known.digest !== digest) throw rulebookError('VERSION_TAKEN', version);
    if (known !== undefined) return;
    const entered = { body, version, title, source, digest, choices, act, in_force_since: now };
    await enterVersion(ports, tx, { version: { ...entered, act_date: null, change_note: null }, person });
  });
  return { body, version };
}

/** Of a file, to the letter; hexadecimal. */
export const digestOfText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The document of a text without mistakes; throws `code`, naming the first one. */
export function wellFormed(source: string, file: string, code: RulebookErrorCode): PolicyDocument {
  const { policy, complaints } = parse(source, file);
  if (policy !== undefined) return policy;
  const first = complaints[0];
  const where = first === undefined ? file : `${file}:${first.line}:${first.column} ${first.code} ${first.message}`;
  throw rulebookError(code, where);
}
