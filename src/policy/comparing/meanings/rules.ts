// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, CompiledRule } from '../../compiled.ts';
import type { Modality } from '../../judgement.ts';
import { reaches } from '../../judging/card.ts';
import { removability } from '../../judging/removability.ts';
import { strength } from '../../values/number.ts';
import { categoriesAsSubject } from '../phrases.ts';
import type { Cell } from '../reach.ts';
import { meaning, type Reader, type Sides } from '../side.ts';
import { type Standing, type Transition, transitions } from './transitions.ts';

/** What may befall a category, strictest first. */
const STANCES = ['must-remove', 'may-remove', 'asked', 'protected'] as const satisfies readonly Modality[];
type Stance = (typeof STANCES)[number];

/** Ending of a participle or a pronoun that agrees with the subject. */
type Ending = 'i' | 'e';

const NOW: Readonly<Record<Stance, (ending: Ending) => string>> = {
  'must-remove': () => 'si rimuovono',
  'may-remove': (ending) => `possono essere rimoss${ending}`,
  asked: (ending) => `sono soltanto da evitare, senza rimuoverl${ending}`,
  protected: (ending) => `sono protett${ending}: non si toccano`,
};
const BEFORE: Readonly<Record<Stance, (ending: Ending) => string>> = {
  'must-remove': () => 'si rimuovevano',
  'may-remove': (ending) => `potevano essere rimoss${ending}`,
  asked: (ending) => `si chiedeva soltanto di evitarl${ending}`,
  protected: (ending) => `erano protett${ending}`,
};

interface Rule {
  readonly stance: Stance;
  /** How strong a signal must be. */
  readonly minimum: number;
}

const rulesIn = (policy: CompiledPolicy, category: string, { network, kind }: Cell): readonly CompiledRule[] =>
  (policy.rulesByCategory.get(category) ?? []).filter(
    (rule) => !rule.clause.dormant && reaches(rule, { channel: network, kind }),
  );

/** What a rule comes to, once a general reservation is counted in. */
function stanceOf(policy: CompiledPolicy, rule: CompiledRule, { network }: Cell): Stance | undefined {
  const how = removability(policy, rule, { channel: network });
  if (how !== undefined) return how.effect === 'remove' ? 'must-remove' : 'may-remove';
  return STANCES.find((stance) => stance === rule.modality);
}

function standing(policy: CompiledPolicy, category: string, cell: Cell): Standing<Rule> | undefined {
  const rules = rulesIn(policy, category, cell);
  const stance = STANCES.find((each) => rules.some((rule) => stanceOf(policy, rule, cell) === each));
  if (stance === undefined) return undefined;
  const deciding = rules.filter((rule) => stanceOf(policy, rule, cell) === stance);
  const minimum = Math.min(...deciding.map((rule) => rule.minimum));
  const clauses = deciding.flatMap((rule) => {
    const under = removability(policy, rule, { channel: cell.network })?.under;
    return under === undefined ? [rule.clause.id] : [rule.clause.id, under.id];
  });
  return { says: `${stance} ${minimum}`, value: { stance, minimum }, clauses };
}

const placed = (place: string): string => (place === '' ? '' : `, ${place},`);

function said(sides: Sides, { categories, place, before, after }: Transition<Rule>): string {
  const { words, feminine } = categoriesAsSubject(categories, [sides.after, sides.before]);
  const ending = feminine ? 'e' : 'i';
  if (before !== undefined && before.stance === after?.stance) {
    const [was, is] = [before.minimum, after.minimum].map(strength.print);
    return `La soglia oltre la quale contano ${words}${place === '' ? '' : ` ${place}`} passa da ${was} a ${is}.`;
  }
  const now = after === undefined ? 'non hanno più una regola' : NOW[after.stance](ending);
  const was = before === undefined ? 'la policy non ne parlava' : BEFORE[before.stance](ending);
  return `Da ora${placed(place)} ${words} ${now} (prima ${was}).`;
}

/** What is removed, asked or protected, category by category. */
export const rules: Reader = (sides) =>
  transitions(sides.before, sides.after, standing).map((each) => meaning(sides, said(sides, each), each.clauses));

function silence(policy: CompiledPolicy, category: string, cell: Cell): Standing<'no-reply'> | undefined {
  const silent = rulesIn(policy, category, cell).filter(({ modality }) => modality === 'no-reply');
  if (silent.length === 0) return undefined;
  return { says: 'no-reply', value: 'no-reply', clauses: silent.map(({ clause }) => clause.id) };
}

/** What stays without a reply. */
export const unanswered: Reader = (sides) =>
  transitions(sides.before, sides.after, silence).map((each) => {
    const { words } = categoriesAsSubject(each.categories, [sides.after, sides.before]);
    const now =
      each.after === undefined
        ? 'possono ricevere una risposta (prima restavano senza)'
        : 'restano senza risposta (prima non era previsto)';
    return meaning(sides, `Da ora${placed(each.place)} ${words} ${now}.`, each.clauses);
  });

/** Rules whose list the source does not give. */
export const cutOff: Reader = (sides) => {
  const titles = ({ unlisted }: CompiledPolicy) =>
    new Map(unlisted.filter(({ clause }) => !clause.dormant).map(({ clause }) => [clause.id, clause.title]));
  const [was, is] = [titles(sides.before), titles(sides.after)];
  const earlier = new Set([...was.keys()].map(sides.numberNow));
  const fresh = [...is].filter(([id]) => !earlier.has(id));
  const gone = [...was].filter(([id]) => !is.has(sides.numberNow(id)));
  return [
    ...fresh.map(([id, title]) =>
      meaning(sides, `Non si sa a che cosa si applica il punto «${title}»: dato mancante.`, {
        before: [],
        after: [id],
      }),
    ),
    ...gone.map(([id, title]) =>
      meaning(sides, `Non manca più l’elenco del punto «${title}».`, { before: [id], after: [] }),
    ),
  ];
};
