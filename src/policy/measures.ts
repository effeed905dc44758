// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Measure } from './blocks/ladder.ts';
import type { CompiledPolicy, PolicyClause } from './compiled.ts';
import type { ItemFacts } from './facts.ts';
import type { Reason } from './judgement.ts';
import { cardOf, closedComments } from './judging/card.ts';
import { FEWEST_REPEATED, type Figure, type LadderChoices, ladderTerms, rungsOf } from './ladder-terms.ts';

/** What is known of an author: counts of acts, never what was written. */
export interface AuthorHistory {
  /** Standing breaches within the window; all of them where the policy sets none. */
  readonly breaches: number;
  /** Warnings that reached the author, within the same window. */
  readonly warnings: number;
  readonly banned: boolean;
  /** The clauses that a person says this very item breaks, by hiding or removing it or before that; empty: nobody did. */
  readonly brokenHere: readonly string[];
  /** The clauses of all the breaches that are counted. */
  readonly broken: readonly string[];
}

/** What has to come with a measure, or before it. */
export type Asked =
  | 'threshold'
  | 'window'
  | 'warning-or-why-not'
  | 'warning'
  | 'reasons'
  | 'review-date'
  | 'other-ways';

/** A measure of the ladder, as it stands for one item and its author. */
export interface MeasureAnswer {
  readonly measure: Exclude<Measure, 'disciplinary'>;
  readonly force: 'must' | 'may';
  /** The source's own proviso. */
  readonly condition?: string;
  readonly allowed: boolean;
  /** Italian: why not, or on what it rests. */
  readonly reasons: readonly Reason[];
  readonly asks: readonly Asked[];
  /** Clauses in force that ground it: those of the ladder first, then those that people said were broken. */
  readonly clauses: readonly PolicyClause[];
}

interface On {
  readonly item: Pick<ItemFacts, 'channel' | 'kind'>;
}

interface Known {
  readonly history: AuthorHistory;
  readonly choices?: LadderChoices;
}

type Verdict = Pick<MeasureAnswer, 'allowed' | 'reasons' | 'asks'>;

/**
 * Every measure that the policy's ladder names for who writes from outside, in its order: whether it can be taken now, what it
 * still asks and which clauses ground it. A measure that the policy does not name is not among them. Pure.
 */
export function measuresFor(policy: CompiledPolicy, on: On, known: Known): readonly MeasureAnswer[] {
  return rungsOf(policy).flatMap(({ measure, force, condition, clauses }) => {
    if (measure === 'disciplinary') return [];
    const awake = clauses.filter(({ dormant }) => !dormant);
    const verdict = awake.length === 0 ? asleep(clauses) : (shut(policy, on, measure) ?? ruled(policy, measure, known));
    return [
      {
        measure,
        force,
        ...(condition !== undefined && { condition }),
        ...verdict,
        clauses: awake.length === 0 ? [] : grounding(policy, awake, brokenFor(measure, known.history)),
      },
    ];
  });
}

/** A ban rests on all that is counted, everything else on this item alone; what a program noticed grounds nothing. */
const brokenFor = (measure: Measure, { brokenHere, broken }: AuthorHistory): readonly string[] =>
  measure === 'ban' ? [...brokenHere, ...broken] : brokenHere;

function grounding(policy: CompiledPolicy, rung: readonly PolicyClause[], broken: readonly string[]): PolicyClause[] {
  const clauses = [...rung, ...broken.flatMap((id) => policy.clauses.get(id) ?? [])];
  return [...new Map(clauses.map((clause) => [clause.id, clause])).values()];
}

const refused = (reasons: readonly Reason[], asks: readonly Asked[] = []): Verdict => ({
  allowed: false,
  reasons,
  asks,
});
const given = (reasons: readonly Reason[], asks: readonly Asked[] = []): Verdict => ({ allowed: true, reasons, asks });

function asleep(clauses: readonly PolicyClause[]): Verdict {
  const text = 'Il punto non è in vigore ora: vale solo dopo un atto che non risulta registrato.';
  return refused(clauses.map(({ id }) => ({ clause: id, text })));
}

/** Where comments stay closed nothing of the ladder follows from one, but what the source excepts stands on a clause of its own. */
function shut(policy: CompiledPolicy, { item }: On, measure: Measure): Verdict | undefined {
  if (measure !== 'ban' || (item.kind !== 'comment' && item.kind !== 'reply')) return undefined;
  const closed = closedComments(policy, item.channel);
  if (closed === undefined) return undefined;
  return refused([{ clause: closed.id, text: 'I commenti su questo canale sono chiusi fino a un nuovo atto.' }]);
}

const UNCONFIRMED: Reason = {
  text: 'Prima una persona conferma la violazione: nascondendo o rimuovendo l’intervento sotto un punto, o segnandola qui.',
};

function ruled(policy: CompiledPolicy, measure: MeasureAnswer['measure'], { history, choices }: Known): Verdict {
  if (measure === 'remove') return given([{ text: 'Si decide sull’intervento, come ogni rimozione.' }]);
  if (measure === 'ban') return ban(policy, history, choices);
  return history.brokenHere.length > 0 ? given([]) : refused([UNCONFIRMED]);
}

const times = (count: number): string => (count === 1 ? 'una violazione' : `${count} violazioni`);

function ban(policy: CompiledPolicy, history: AuthorHistory, choices: LadderChoices | undefined): Verdict {
  if (history.banned) return refused([{ text: 'Questo autore è già bloccato.' }]);
  if (history.breaches === 0) return refused([{ text: 'Non risulta nessuna violazione confermata di questo autore.' }]);
  const terms = ladderTerms(policy, choices);
  const repetition = repeated(history.breaches, terms.threshold, terms.windowDays);
  if (!repetition.allowed) return repetition;
  const { rule, clause } = terms.warning;
  const cited = clause === undefined ? {} : { clause: clause.id };
  const asks: Asked[] = ['reasons', 'review-date', 'other-ways'];
  if (rule === 'none' || history.warnings > 0) return given(repetition.reasons, asks);
  if (rule === 'due')
    return refused([{ ...cited, text: 'Prima del blocco serve un avviso, che non risulta arrivato.' }], ['warning']);
  const text =
    'Quando è possibile il blocco è preceduto da un avviso: non risulta, quindi va detto perché non si è potuto dare.';
  return given([...repetition.reasons, { ...cited, text }], ['warning-or-why-not', ...asks]);
}

function repeated(breaches: number, threshold: Figure | undefined, window: Figure | undefined): Verdict {
  if (threshold === undefined)
    return given([{ text: 'La policy non chiede una ripetizione: la scelta è discrezionale e va motivata.' }]);
  const cited = threshold.clause === undefined ? {} : { clause: threshold.clause.id };
  const needed = threshold.value ?? FEWEST_REPEATED;
  if (breaches < needed)
    return refused(
      [{ ...cited, text: `Serve una ripetizione: risulta ${times(breaches)}, ne servono ${needed}.` }],
      unchosen(threshold, window),
    );
  const asks = unchosen(threshold, window);
  if (asks.length > 0)
    return refused(
      [
        {
          ...cited,
          text: 'Dato mancante: la policy non dice quante violazioni, o in quanto tempo. Lo sceglie l’ente, con un atto.',
        },
      ],
      asks,
    );
  const source = threshold.chosen ? 'come ha scelto l’ente' : 'come dice la policy';
  return given([{ ...cited, text: `Risultano ${times(breaches)} su ${needed}, ${source}.` }]);
}

/** Whether so many breaches still carry a ban: as many as a repetition takes, or one where the policy asks for none. */
export function carriesBan(policy: CompiledPolicy, breaches: number, choices?: LadderChoices): boolean {
  const { threshold } = ladderTerms(policy, choices);
  return breaches >= (threshold === undefined ? 1 : (threshold.value ?? FEWEST_REPEATED));
}

const unchosen = (threshold: Figure, window: Figure | undefined): Asked[] => [
  ...(threshold.value === undefined ? (['threshold'] as const) : []),
  ...(window?.value === undefined ? (['window'] as const) : []),
];

/** Whether the policy in force lets a private message be used there: silence is no prohibition. */
export function mayWritePrivately(policy: CompiledPolicy, channel: ItemFacts['channel']): boolean {
  const messages = cardOf(policy, channel).messages?.what;
  return messages !== 'not-for-replies' && messages !== 'not-possible';
}
