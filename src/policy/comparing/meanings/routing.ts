// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../../compiled.ts';
import { reaches } from '../../judging/card.ts';
import { isMissing, known, MISSING_WORDS, type Missing } from '../../missing.ts';
import { categories as categoryNames } from '../../values/categories.ts';
import { joined } from '../../values/words.ts';
import { capitalised, categoriesAsSubject, formerly } from '../phrases.ts';
import type { Cell } from '../reach.ts';
import { awakeBlocks, meaning, type Reader, type Sides } from '../side.ts';
import { type Standing, type Transition, transitions } from './transitions.ts';

interface Destination {
  readonly offices: string;
  readonly addresses: string;
}

const words = (value: string | Missing): string => (isMissing(value) ? MISSING_WORDS : value);
const distinct = (values: readonly string[]): string => joined([...new Set(values)], 'e');

function destination(policy: CompiledPolicy, category: string, cell: Cell): Standing<Destination> | undefined {
  const routes = (policy.rulesByCategory.get(category) ?? []).filter(
    (rule) =>
      rule.modality === 'route' && !rule.clause.dormant && reaches(rule, { channel: cell.network, kind: cell.kind }),
  );
  if (routes.length === 0) return undefined;
  const value = {
    offices: distinct(routes.flatMap(({ route }) => (route === undefined ? [] : [words(route.office)]))),
    addresses: distinct(routes.flatMap(({ route }) => (route?.address === undefined ? [] : [words(route.address)]))),
  };
  return { says: JSON.stringify(value), value, clauses: routes.map(({ clause }) => clause.id) };
}

function said(sides: Sides, { categories, place, before, after }: Transition<Destination>): string {
  const subject = categoriesAsSubject(categories, [sides.after, sides.before]).words;
  const where = place === '' ? subject : `${subject} ${place}`;
  if (after === undefined) return `${capitalised(where)} non si indirizzano più a ${before?.offices ?? ''}.`;
  if (before === undefined) {
    const address = after.addresses === '' || after.addresses === MISSING_WORDS ? '' : `, ${after.addresses}`;
    return `Da ora ${where} si indirizzano: ${after.offices}${address}.`;
  }
  if (before.offices !== after.offices)
    return `Cambia l’ufficio a cui si indirizzano ${where}: ${after.offices} (prima: ${before.offices}).`;
  const was = before.addresses === '' ? undefined : before.addresses;
  const now = after.addresses === '' ? 'non è più indicato' : after.addresses;
  return `Cambia l’indirizzo a cui vanno ${where}: ${now}${formerly(was)}.`;
}

/** Which office things belong to. */
export const routing: Reader = (sides) =>
  transitions(sides.before, sides.after, destination).map((each) => meaning(sides, said(sides, each), each.clauses));

/** What whoever wrote is told, by what it is about. */
function answers(policy: CompiledPolicy): ReadonlyMap<string, { readonly id: string; readonly answer: string }> {
  return new Map(
    awakeBlocks(policy, 'routing').flatMap(({ id, block }) => {
      const answer = known(block.answer);
      return answer === undefined ? [] : [[categoryNames.print(block.categories), { id, answer }] as const];
    }),
  );
}

export const routingAnswers: Reader = (sides) => {
  const [was, is] = [answers(sides.before), answers(sides.after)];
  return [...is].flatMap(([about, { id, answer }]) => {
    const earlier = was.get(about);
    if (earlier === undefined || earlier.answer === answer) return [];
    const text = `Cambia ciò che si dice a chi viene indirizzato altrove (${about}): «${answer}».`;
    return [meaning(sides, text, { before: [earlier.id], after: [id] })];
  });
};
