// SPDX-License-Identifier: AGPL-3.0-or-later
import { forgetAuthor, type Item, withhold } from '#inbox';
import type { Tx } from '#platform';
import { holdOn, purgeDossiersOn, reportOn } from '../dossier/store.ts';
import { blankCases, blankJudgements } from '../evidence-store.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, updateCase } from '../store.ts';
import { blankNames, removeNotesOf } from './author-store.ts';
import { standingBan } from './store.ts';
import { emptyYoungCase, isContested } from './young-store.ts';

interface Emptying {
  readonly row: Case;
  readonly item: Item;
}

/** Why the data of somebody too young have to stay for now, in Italian; null: nothing asks for it. */
export async function dutyToKeep(tx: Tx, { row, item }: Emptying): Promise<string | null> {
  if ((await holdOn(tx, row.id)) !== undefined) return 'sulla pratica c’è un vincolo di conservazione.';
  const state = (await reportOn(tx, row.id))?.state;
  if (state === 'asked' || state === 'due')
    return 'bisogna prima dire se l’intervento va segnalato alle autorità, o farlo.';
  if (state === 'filed') return 'l’intervento è stato segnalato alle autorità: serve a loro.';
  if (await isContested(tx, row.id)) return 'è stato chiesto un riesame, e non è ancora finito.';
  if (item.author_id !== null && (await standingBan(tx, item.author_id)) !== undefined)
    return 'chi scrive è bloccato: prima va tolto il blocco, che senza i suoi dati non si potrebbe più togliere.';
  return null;
}

/**
 * Takes away what the desk holds of somebody too young who wrote this: the words, where others quote them, and their copies; who
 * wrote, by name and id; notes and files. Acts, keyed digests and the record stay, and lead to nobody. Nothing comes back.
 */
export async function takeDataAway(ports: ModerationPorts, tx: Tx, { row, item }: Emptying): Promise<void> {
  const now = ports.clock.now();
  await withhold({ tx, clock: ports.clock, vault: ports.vault }, item.id);
  await blankJudgements(tx, [item.id]);
  await blankCases(tx, [item.id]);
  await emptyYoungCase(tx, row.id, now);
  await purgeDossiersOn(tx, row.id, now);
  if (item.author_id !== null) {
    await blankNames(tx, item.author_id);
    await removeNotesOf(tx, item.author_id);
    await forgetAuthor(tx, item.author_id);
  }
  await updateCase(tx, row.id, { revision: row.revision + 1 });
}
