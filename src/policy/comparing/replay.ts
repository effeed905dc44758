// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import { clausesOf } from '../document.ts';
import { evaluate } from '../evaluate.ts';
import type { ItemFacts } from '../facts.ts';
import type { HolidayCalendar } from '../hours/calendar.ts';
import type { Judgement } from '../judgement.ts';
import type { Signal } from '../signal.ts';
import { type Analyse, noticeForBoth } from './own-terms.ts';
import { pairClauses, renumbered } from './pairing.ts';

/**
 * In what two judgements of one item may differ. The wording of reasons and what is missing do not count, nor does a
 * clause that only changed number.
 */
export const JUDGEMENT_DIFFERENCES = ['action', 'clauses', 'route', 'due', 'urgent', 'must-look', 'priority'] as const;
export type JudgementDifference = (typeof JUDGEMENT_DIFFERENCES)[number];

/** What of a judgement is compared, each as a text; `numberNow` gives today's number of a clause. */
const COMPARED: Readonly<
  Record<JudgementDifference, (judgement: Judgement, numberNow: (id: string) => string) => string>
> = {
  action: ({ proposal }) => proposal.action,
  clauses: ({ clauses }, numberNow) =>
    clauses
      .map(({ id, modality, dormant }) => `${numberNow(id)} ${modality} ${dormant}`)
      .toSorted()
      .join('\n'),
  route: ({ route }) => (route === undefined ? '' : `${route.office}\n${route.address ?? ''}`),
  due: ({ due }) => (due === undefined ? '' : String(due.at.getTime())),
  urgent: ({ urgent }) => String(urgent ?? false),
  'must-look': ({ mustLook }) => String(mustLook ?? false),
  priority: ({ priority }) => String(priority),
};

const LOW = 3;

/** What is said of an item where there is no policy: nothing. */
const UNREGULATED: Judgement = {
  policy: { body: '', version: '', digest: '' },
  clauses: [],
  proposal: { action: 'none', reasons: [] },
  priority: LOW,
  missing: [],
};

/** One item under two policies. */
export interface Replayed {
  readonly before: Judgement;
  readonly after: Judgement;
  /** Empty when it is judged as it was. */
  readonly differences: readonly JudgementDifference[];
}

export interface Replaying {
  /** Absent: as if there had been none. */
  readonly before?: CompiledPolicy;
  readonly after: CompiledPolicy;
  readonly analyse: Analyse;
  readonly holidays: HolidayCalendar;
}

export interface Replay {
  /** Judges an item of the past under two policies, both as of when it was written. `stored`: its signals, if known. */
  judge(item: ItemFacts, stored?: readonly Signal[]): Replayed;
  /** False where stored signals are enough, and an item's text may be left empty. */
  readonly readsTexts: boolean;
}

/** Same policies, same items: the same outcome, for ever. */
export function replayOf({ before, after, analyse, holidays }: Replaying): Replay {
  const { notice, readsTexts } = noticeForBoth(analyse, { after, ...(before && { before }) });
  const numbers =
    before === undefined
      ? new Map<string, string>()
      : renumbered(pairClauses(clausesOf(before.document), clausesOf(after.document)));
  const numberNow = (id: string): string => numbers.get(id) ?? id;
  const asItIs = (id: string): string => id;
  const judge: Replay['judge'] = (item, stored) => {
    const signals = notice(item, stored);
    const was = before === undefined ? UNREGULATED : evaluate(before, item, signals.before, item.at, holidays);
    const is = evaluate(after, item, signals.after, item.at, holidays);
    const differences = JUDGEMENT_DIFFERENCES.filter((what) => {
      const compared = COMPARED[what];
      return compared(was, numberNow) !== compared(is, asItIs);
    });
    return { before: was, after: is, differences };
  };
  return { judge, readsTexts };
}
