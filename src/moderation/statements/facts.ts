// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf } from '#channels';
import type { Item } from '#inbox';
import { keeperOf, mayWritePrivately, openWays, type ReviewChoices, type ReviewTerms, reviewTerms } from '#policy';
import type { Ground } from '../contract.ts';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import { reviewError } from '../review/errors.ts';
import { refuseUnclearReasons, unclearIn } from './clear.ts';
import type { Contesting, StatedGround, StatementFacts } from './statement.ts';
import type { StatementChoice } from './store.ts';
import type { StatedMeasure } from './vocabulary.ts';

/** What an act gives to its statement. */
export interface Stated {
  readonly measure: StatedMeasure;
  readonly item: Item;
  readonly matter: Matter;
  readonly grounds: readonly Ground[];
  /** What the person says to the author besides; refused where it holds anybody's data. Empty: nothing. */
  readonly toAuthor: string;
  readonly reported: boolean;
  readonly reviewOn: string | null;
  /** The author's name, kept out of every sentence. */
  readonly author: string | null;
  readonly at: Date;
}

export const choicesFrom = (choice: StatementChoice | undefined): ReviewChoices => ({
  ...(choice?.ask_days != null && { askDays: choice.ask_days }),
  ...(choice?.answer_days != null && { answerDays: choice.answer_days }),
});

export const termsFor = (
  { policy }: Matter,
  measure: StatedMeasure,
  choice: StatementChoice | undefined,
): ReviewTerms =>
  reviewTerms(policy, measure === 'warn' || measure === 'ban' ? 'author' : 'takedown', choicesFrom(choice));

/** What is hidden or removed before anybody saw it was not published. */
export const measureOn = (kind: 'hide' | 'remove', { held }: Matter): StatedMeasure => (held ? 'not-published' : kind);

/** Under which it is not for the desk to tell an author anything: the authorities go first. */
export function isSilenced({ policy, judgement }: Matter, grounds: readonly Ground[]): boolean {
  const cited = citedIn(grounds);
  const grounded = policy.rules.some(
    ({ clause, categories }) => cited.includes(clause.id) && categories.includes('csam'),
  );
  const noticed = judgement.clauses.some(({ id, categories }) => cited.includes(id) && categories.includes('csam'));
  return noticed || (grounded && judgement.clauses.every(({ id }) => !cited.includes(id)));
}

export const citedIn = (grounds: readonly Ground[]): string[] =>
  grounds.flatMap((ground) => (ground.kind === 'clause' ? [ground.clause] : []));

/** Undefined where nothing that was cited stands in the policy in force. Throws TO_AUTHOR_NOT_CLEAR, GROUND_WHY_NOT_CLEAR. */
export function factsFor(
  { url }: Pick<ModerationPorts, 'url'>,
  stated: Stated,
  { choice, code }: { readonly choice: StatementChoice | undefined; readonly code: string },
): StatementFacts | undefined {
  const { measure, item, matter, at } = stated;
  const { policy } = matter;
  const [first, ...rest] = groundsOf(stated);
  if (first === undefined) return undefined;
  return {
    ...{ measure, grounds: [first, ...rest], code, page: pageOf(url, code), decidedAt: at },
    ...{ bodyName: policy.bodyName, networkName: adapterOf(item.network)?.label ?? item.network },
    ...{ itemKind: item.kind, hasMedia: item.has_media, writtenAt: item.written_at, purged: item.purged_at !== null },
    categories: categoriesUnder(stated),
    noticed: noticedUnder(stated),
    office: keeperOf(policy, item.network) ?? null,
    effect: effectOf(measure, item),
    toAuthor: clearToAuthor(stated),
    ...{ reported: stated.reported, reviewOn: stated.reviewOn },
    contesting: contestingOf(termsFor(matter, measure, choice)),
    messages: mayWritePrivately(policy, item.network),
    ways: openWays(policy),
  };
}

export const pageOf = (url: string, code: string): string => `${url}/motivazioni/${code}`;

function contestingOf(terms: ReviewTerms): Contesting {
  if (terms.decisions === 'final' && terms.clause !== undefined) {
    const { id, title } = terms.clause;
    return { kind: 'final', clause: { id, title } };
  }
  return { kind: 'open', within: terms.ask ?? null };
}

function groundsOf({ grounds, matter: { policy }, author }: Stated): StatedGround[] {
  refuseUnclearReasons(policy, grounds, author);
  return grounds.flatMap((ground): StatedGround[] => {
    if (ground.kind !== 'clause') return [ground];
    const clause = policy.clauses.get(ground.clause);
    if (clause === undefined) return [];
    return [{ kind: 'clause', id: clause.id, title: clause.title, text: clause.text }];
  });
}

const touchedUnder = ({ grounds, matter }: Stated) => {
  const cited = citedIn(grounds);
  return matter.judgement.clauses.filter(({ id }) => cited.includes(id));
};

/** What was noticed under the cited clauses; where nothing was, what a clause of one category is about. */
function categoriesUnder(stated: Stated): string[] {
  const noticed = touchedUnder(stated).flatMap(({ categories }) => categories);
  if (noticed.length > 0) return [...new Set(noticed)];
  const cited = citedIn(stated.grounds);
  const written = stated.matter.policy.rules
    .filter(({ clause }) => cited.includes(clause.id))
    .flatMap(({ categories }) => categories);
  return written.length === 1 ? written : [];
}

function noticedUnder(stated: Stated): StatementFacts['noticed'] {
  const touched = touchedUnder(stated).filter(({ signals }) => signals.length > 0);
  if (touched.length === 0) return 'no';
  return touched.length >= stated.grounds.length ? 'yes' : 'in-part';
}

function effectOf(measure: StatedMeasure, { network }: Item): string | null {
  if (measure !== 'hide' && measure !== 'ban') return null;
  return adapterOf(network)?.capabilities[measure].toAuthor ?? null;
}

function clearToAuthor({ matter: { policy }, toAuthor, author }: Stated): string | null {
  const words = toAuthor.trim();
  if (words === '') return null;
  const unclear = unclearIn(policy, words, author);
  if (unclear !== null) throw reviewError('TO_AUTHOR_NOT_CLEAR', unclear);
  return words;
}
