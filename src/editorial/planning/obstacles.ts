// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Bare } from '../drafting/obstacles.ts';
import type { Obstacle } from '../drafting/view-contract.ts';
import { dayInRome, weekOf } from './days.ts';
import type { FoundSlot } from './reading.ts';

const obstacle = (what: string, clause: string | null): Obstacle => ({ what, account: null, clause });

const SHORTEST_REASON = 5;

/**
 * Where a clause has contents follow a plan, each has its slot in one that is approved, at its time and on its accounts; or says why
 * it has none. Elsewhere a slot is a note, and stops nothing.
 */
export function ofPlan({ content, plan, variants }: Bare): Obstacle[] {
  const { followed, slot, settled, weekly } = plan;
  if (settled || followed === null) return [];
  if (content.slot === null) {
    if (content.offPlan.trim().length >= SHORTEST_REASON) return [];
    const what = 'Non ha un’uscita nel piano editoriale: scegline una, oppure scrivi perché esce fuori piano.';
    return [obstacle(what, followed.following.clause)];
  }
  const { clause } = followed.following;
  if (slot === null) return [obstacle('L’uscita scelta non è più in nessun piano: scegline un’altra.', clause)];
  if (slot.plan.state === 'superseded')
    return [obstacle(`L’uscita è del piano «${slot.plan.title}», che è stato sostituito: scegline un’altra.`, clause)];
  const accounts = variants.map(({ account }) => account);
  return [
    ...ofApproval(slot, followed.approval),
    ...ofTimeOf(slot, content.at, weekly ?? clause),
    ...ofAccounts(slot, accounts, clause),
  ];
}

type Followed = NonNullable<Bare['plan']['followed']>;

function ofApproval({ plan, approved }: FoundSlot, { by, clause }: Followed['approval']): Obstacle[] {
  if (approved) return [];
  return [obstacle(`Il piano «${plan.title}» non è approvato: lo approva ${by ?? 'chi ha l’incarico'}.`, clause)];
}

/** Times are those of the plan: not before, and not in another week. */
function ofTimeOf({ slot, at }: FoundSlot, chosen: string | null, clause: string): Obstacle[] {
  if (chosen === null) return [obstacle('Manca l’ora di uscita: scegli quella che il piano prevede.', clause)];
  if (weekOf(dayInRome(new Date(chosen))) !== weekOf(slot.day))
    return [obstacle('L’ora di uscita cade in un’altra settimana da quella che il piano prevede.', clause)];
  return new Date(chosen) >= at ? [] : [obstacle('L’ora di uscita è prima di quella che il piano prevede.', clause)];
}

function ofAccounts(
  { slot }: FoundSlot,
  accounts: readonly { readonly id: string; readonly name: string }[],
  clause: string,
): Obstacle[] {
  if (slot.accounts.length === 0) return [];
  return accounts
    .filter(({ id }) => !slot.accounts.includes(id))
    .map(({ id, name }) => ({ what: `${name}: il piano non prevede questa uscita qui.`, account: id, clause }));
}

/** What the content is about, where a clause wants one of its own themes said. */
export function ofTheme({ content, plan }: Bare): Obstacle[] {
  if (plan.settled) return [];
  return plan.themes.flatMap(({ clause, outcome, themes }) =>
    outcome === 'advise' || themes.includes(content.theme)
      ? []
      : [obstacle('Manca il tema della bozza: scegline uno fra quelli della policy.', clause)],
  );
}
