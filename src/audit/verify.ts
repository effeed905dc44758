// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { GENESIS, hashOf } from './chain.ts';
import { entriesAfter, headOf, type StoredEntry } from './store.ts';

export interface Verification {
  readonly intact: boolean;
  readonly entries: number;
  readonly head: string | null;
  /** Where the chain first fails, and an Italian sentence on how. */
  readonly firstFault: { readonly seq: number; readonly what: string } | null;
}

const PAGE = 1000;

/**
 * Walks the body's chain from its first entry: finds any change, removal or reordering. In a snapshot, or an entry added
 * while it walks would look like a head without its entry.
 */
export async function verify(tx: Tx, body: string): Promise<Verification> {
  let previous = GENESIS;
  let seq = 0;
  for (;;) {
    const entries = await entriesAfter(tx, body, { seq, limit: PAGE });
    for (const entry of entries) {
      const what = faultOf(entry, seq + 1, previous);
      if (what !== null) return { intact: false, entries: seq, head: previous, firstFault: { seq: seq + 1, what } };
      previous = entry.hash;
      seq += 1;
    }
    if (entries.length < PAGE) break;
  }
  const head = await headOf(tx, body);
  const witness = head ?? { seq: 0, hash: GENESIS };
  const cut = witness.seq !== seq || witness.hash !== previous;
  const what = `mancano le ultime voci: la testa della catena ne attesta ${witness.seq}, se ne trovano ${seq}`;
  return {
    intact: !cut,
    entries: seq,
    head: seq === 0 ? null : previous,
    firstFault: cut ? { seq: seq + 1, what } : null,
  };
}

function faultOf(entry: StoredEntry, expectedSeq: number, previous: string): string | null {
  if (Number(entry.seq) !== expectedSeq) return `manca la voce ${expectedSeq}: al suo posto c'è la ${entry.seq}`;
  if (entry.previous_hash !== previous) return 'la voce non continua quella prima di lei';
  if (hashOf(entry.content) !== entry.hash) return 'il contenuto non corrisponde alla sua impronta';
  const told = JSON.parse(entry.content) as Record<string, unknown>;
  const agrees =
    told.body === entry.body &&
    told.seq === expectedSeq &&
    told.previous === previous &&
    told.kind === entry.kind &&
    told.subject === entry.subject &&
    told.at === entry.at.toISOString();
  return agrees ? null : 'le colonne di ricerca non dicono quello che dice il contenuto';
}
