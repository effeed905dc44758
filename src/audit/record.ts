// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { type Act, contentOf, hashOf } from './chain.ts';
import { appendEntry, lockHead, moveHead } from './store.ts';

/** Adds an act to the body's chain, in the transaction of the act itself. */
export async function record(tx: Tx, body: string, at: Date, act: Act): Promise<void> {
  const head = await lockHead(tx, body);
  const seq = head.seq + 1;
  const content = contentOf({ body, seq, at: at.toISOString(), previous: head.hash }, act);
  const hash = hashOf(content);
  await appendEntry(tx, {
    body,
    seq,
    at,
    kind: act.kind,
    subject: act.subject,
    content,
    previous_hash: head.hash,
    hash,
  });
  await moveHead(tx, body, { seq, hash });
}
