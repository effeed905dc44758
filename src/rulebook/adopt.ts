// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { record } from '#audit';
import type { Clock } from '#kernel';
import type { Database, Events } from '#platform';
import { type PolicyChoices, parse } from '#policy';
import { rulebookError } from './errors.ts';
import { policyAdopted } from './events.ts';
import { insertVersion, versionOf } from './store.ts';

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

/** Adopts a policy, word for word, in force from now, and tells those above; adopting the same version again changes nothing. */
export async function adopt(
  ports: { database: Database; clock: Clock; events: Events },
  adoption: Adoption,
): Promise<{ body: string; version: string }> {
  const { policy, complaints } = parse(adoption.source, adoption.file);
  const first = complaints[0];
  if (policy === undefined || first !== undefined) {
    const where =
      first === undefined
        ? adoption.file
        : `${adoption.file}:${first.line}:${first.column} ${first.code} ${first.message}`;
    throw rulebookError('POLICY_REFUSED', where);
  }
  const { body, version, title } = policy.header;
  const digest = createHash('sha256').update(adoption.source).digest('hex');
  const now = ports.clock.now();
  await ports.database.inBody(body, async (tx) => {
    const known = await versionOf(tx, body, version);
    if (known !== undefined && known.digest !== digest) throw rulebookError('VERSION_TAKEN', version);
    if (known !== undefined) return;
    const { source, act, choices = {} } = adoption;
    await insertVersion(tx, {
      body,
      version,
      title,
      source,
      digest,
      choices,
      act,
      adopted_at: now,
      in_force_since: now,
    });
    await record(tx, body, now, {
      kind: 'policy.adopted',
      subject: version,
      person: adoption.person,
      grounds: [],
      policyVersion: version,
      summary: `Adottata la policy «${title}», versione ${version}`,
      facts: { digest, act, choices },
    });
    await ports.events.publish(tx, policyAdopted, { body, version });
  });
  return { body, version };
}
