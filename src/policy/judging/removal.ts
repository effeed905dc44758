// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reason } from '../judgement.ts';
import { type Hit, type Matter, touchedBy } from './matter.ts';
import type { Proposed } from './propose.ts';

/** A mere faculty gives way where the policy also says whom such things belong to: a personal case is sent on, not hidden. */
function isSentOn({ standing, categories }: Hit, routes: readonly Hit[]): boolean {
  const { takesDown } = standing;
  if (takesDown?.reservation === undefined || takesDown.effect !== 'hide') return false;
  return categories.every((slug) => routes.some((route) => route.categories.includes(slug)));
}

/** What an angry citizen tells of their own case is criticism with an example: nobody is harmed by it, and it stays. */
const isTold = ({ categories }: Hit, { heard }: Matter): boolean =>
  heard.includes('criticism') && categories.every((slug) => slug === 'personal-case');

/** Adds why a hit takes the item down. Two rules of a clause may say the same, and a reservation covers many: each once. */
function tellWhy(reasons: Reason[], { standing, categories }: Hit): void {
  const { takesDown, wording, isOnly } = standing;
  const reservation = takesDown?.reservation;
  const why = (reservation === undefined ? wording.decides : wording.asks)(categories);
  if (isOnly || !reasons.some(({ clause, text }) => clause === why.clause && text === why.text)) reasons.push(why);
  if (reservation !== undefined && !reasons.includes(reservation)) reasons.push(reservation);
}

/** Signals up to here are weak ground for an act that cannot be undone. */
const WEAK = 0.55;

/** Where nothing stronger stands behind the proposal, its reasons repeat what was noticed. */
function weakness({ signals }: Matter, hits: readonly Hit[]): Reason | undefined {
  if (hits.some((hit) => hit.signals.some((index) => (signals[index]?.strength ?? 0) > WEAK))) return undefined;
  const grounds = [...new Set(hits.flatMap((hit) => hit.signals))].flatMap((index) => signals[index] ?? []);
  const strongest = grounds.toSorted(
    (left, right) => right.strength - left.strength || (left.reason < right.reason ? -1 : 1),
  )[0];
  return strongest === undefined ? undefined : { text: `È una base debole: ${strongest.reason}` };
}

const FACULTY: Reason = Object.freeze({
  text: 'La rimozione è una facoltà: si propone di nascondere, che si può annullare; decide una persona.',
});
const LAWFUL: Reason = Object.freeze({
  text: 'La critica che c’è nel testo è lecita e non conta per questa proposta.',
});

/** What must be removed is proposed as removal, what may be as hiding, which can be undone. */
export function proposeRemoval(matter: Matter): Proposed | undefined {
  if (matter.regime.isPrivate) return undefined;
  const routes = touchedBy(matter, 'route');
  const found = matter.awake.filter(
    (hit) => hit.standing.takesDown !== undefined && !isSentOn(hit, routes) && !isTold(hit, matter),
  );
  if (found.length === 0) return undefined;
  const action = found.some(({ standing }) => standing.takesDown?.effect === 'remove') ? 'remove' : 'hide';
  const reasons: Reason[] = [];
  for (const hit of found) if (hit.standing.takesDown?.effect === action) tellWhy(reasons, hit);
  for (const hit of found) if (hit.standing.takesDown?.effect !== action) tellWhy(reasons, hit);
  const weak = weakness(matter, found);
  if (weak !== undefined) reasons.push(weak);
  if (action === 'hide') reasons.push(FACULTY);
  if (matter.heard.includes('criticism')) reasons.push(LAWFUL);
  return { action, reasons };
}
