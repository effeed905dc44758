// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx, Vault } from '#platform';
import { feastsOf, isPast, lastDayOf, reviewTerms } from '#policy';
import { inForce } from '#rulebook';
import { openWords, sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { newWord } from '../statements/code.ts';
import { choicesFrom } from '../statements/facts.ts';
import { digestOf } from '../statements/issue.ts';
import { latestChoice, lockStatement, type StoredStatement } from '../statements/store.ts';
import { reviewError } from './errors.ts';
import {
  asksSince,
  FORGOTTEN,
  insertReview,
  insertStanding,
  isSpent,
  lockReview,
  type Review,
  standingOf,
  UNDECIDED,
  updateReview,
} from './store.ts';

const DAY_MILLISECONDS = 86_400_000;
const MOST_A_DAY_OF_STATEMENT = 5;
const MOST_A_DAY_FROM_ADDRESS = 10;
export const LONGEST_WORDS = 1500;
/** How long a word waits to be written from the account. */
export const WORD_DAYS = 3;

type AskPorts = Pick<ModerationPorts, 'clock' | 'vault' | 'holidays' | 'news'>;

/** Whether the author may still ask; the term runs once it was given, to the end of its last day in Italy. */
export const mayAsk = ({ ask_by, withdrawn_at }: StoredStatement, now: Date): boolean =>
  withdrawn_at === null && (ask_by === null || !isPast(ask_by, now));

/** Who is kept out cannot write from the account: the code is enough, where it was not told in public. */
export const provesByCode = ({ measure, told }: StoredStatement): boolean => measure === 'ban' && told !== 'public';

/**
 * Somebody with the code asks on the page: nothing happens until the account that the statement is for has written the word that
 * comes back. Null where the code alone opened the review. Throws REVIEW_TOO_LATE, REVIEW_ASKED, REVIEW_AT_OFFICE,
 * REVIEW_TOO_OFTEN, REVIEW_WORDS.
 */
export async function askOnPage(
  ports: AskPorts,
  tx: Tx,
  asking: { readonly statement: StoredStatement; readonly words: string; readonly from: string },
): Promise<string | null> {
  const now = ports.clock.now();
  const words = asking.words.trim();
  const statement = await lockStatement(tx, asking.statement.id);
  if (statement === undefined) throw reviewError('STATEMENT_NOT_FOUND');
  if (words === '' || words.length > LONGEST_WORDS) throw reviewError('REVIEW_WORDS');
  if (!mayAsk(statement, now)) throw reviewError('REVIEW_TOO_LATE');
  if (isSpent((await standingOf(tx, [statement.id])).get(statement.id))) throw reviewError('REVIEW_ASKED');
  if (statement.measure === 'ban' && !provesByCode(statement)) throw reviewError('REVIEW_AT_OFFICE');
  const from = digestOf(ports.vault, `address ${asking.from}`);
  const since = new Date(now.getTime() - DAY_MILLISECONDS);
  const asked = await asksSince(tx, { statement: statement.id, from, since });
  if (asked.ofStatement >= MOST_A_DAY_OF_STATEMENT || asked.ofAddress >= MOST_A_DAY_FROM_ADDRESS)
    throw reviewError('REVIEW_TOO_OFTEN');
  if (provesByCode(statement)) {
    if (!(await enterReview(ports, tx, { statement, via: 'page', words }))) throw reviewError('REVIEW_ASKED');
    return null;
  }
  const [id, word] = [newId(), newWord()];
  await insertReview(tx, {
    ...UNDECIDED,
    ...{ id, body: statement.body, statement_id: statement.id, state: 'unproved', via: 'page', asked_at: now },
    word_digest: digestOf(ports.vault, word),
    sealed: await sealAsked(ports.vault, tx, { id, statement, words }),
    asked_from: from,
  });
  return word;
}

const placeOf = (id: string, { body, author_id, item_id }: StoredStatement) => ({
  ...{ body, subject: author_id ?? item_id, row: id },
});

const sealAsked = (
  vault: Vault,
  tx: Tx,
  { id, statement, words }: { id: string; statement: StoredStatement; words: string },
): Promise<Buffer> => sealWords({ tx, vault }, placeOf(id, statement), { words });

/** Null where they are an item's, or erased. */
export async function askedWords(
  ports: { readonly tx: Tx; readonly vault: Vault },
  { id, sealed }: Review,
  statement: StoredStatement,
): Promise<string | null> {
  if (sealed === null) return null;
  return (await openWords<{ words: string }>(ports, placeOf(id, statement), sealed))?.words ?? null;
}

interface Entering {
  readonly statement: StoredStatement;
  readonly via: 'channel' | 'page' | 'by-hand';
  /** From the account itself. */
  readonly item?: string;
  readonly words?: string;
  readonly actor?: Actor;
}

/** Asked from the account, or told to the staff by whoever has the code. False where there is a review already. */
export async function enterReview(ports: AskPorts, tx: Tx, entering: Entering): Promise<boolean> {
  const { statement, via, item = null, words, actor } = entering;
  const standing = (await standingOf(tx, [statement.id])).get(statement.id);
  if (standing !== undefined && (isSpent(standing) || via === 'by-hand')) {
    // What the author writes joins what somebody brought for them.
    const joins =
      standing.via === 'by-hand' && standing.state === 'open' && via !== 'by-hand' && standing.item_id === null;
    if (joins) await join(ports, tx, { standing, statement, item, words });
    return joins;
  }
  const [id, now] = [newId(), ports.clock.now()];
  const opened = await insertStanding(tx, {
    ...UNDECIDED,
    ...{ id, body: statement.body, statement_id: statement.id, via, item_id: item, asked_at: now },
    sealed: words === undefined ? null : await sealAsked(ports.vault, tx, { id, statement, words }),
    ...(await opening(ports, tx, statement)),
  });
  if (opened) await recordAsked(ports, tx, { statement, id, via: via === 'page' ? 'page-code' : via, actor });
  return opened;
}

interface Joining {
  readonly standing: Review;
  readonly statement: StoredStatement;
  readonly item: string | null;
  readonly words: string | undefined;
}

async function join(
  { vault, news, clock }: AskPorts,
  tx: Tx,
  { standing, statement, item, words }: Joining,
): Promise<void> {
  const brought = await askedWords({ tx, vault }, standing, statement);
  const all = [brought, words].filter((one) => one != null).join('\n\n');
  const { id } = standing;
  await updateReview(tx, id, { item_id: item, sealed: await sealAsked(vault, tx, { id, statement, words: all }) });
  await record(tx, statement.body, clock.now(), {
    ...{ kind: 'review.joined', subject: statement.item_id, person: null, grounds: statement.clauses },
    policyVersion: statement.policy_version,
    summary: 'Al riesame aperto allo sportello si è unito ciò che scrive l’autore',
    facts: { statement: statement.id, review: id, case: statement.case_id },
  });
  await news.tell(tx, statement.body, { id: statement.case_id, change: 'changed' });
}

/** The account wrote the word: what was asked on the page is theirs. */
export async function prove(
  ports: AskPorts,
  tx: Tx,
  { review: { id }, statement, item }: { review: Review; statement: StoredStatement; item: string },
): Promise<void> {
  // Read again: it may have been forgotten meanwhile.
  const review = await lockReview(tx, id);
  if (review?.state !== 'unproved') return;
  const standing = (await standingOf(tx, [statement.id])).get(statement.id);
  if (isSpent(standing)) {
    const words = (await askedWords({ tx, vault: ports.vault }, review, statement)) ?? undefined;
    if (standing?.via !== 'by-hand' || standing.item_id !== null) return;
    await join(ports, tx, { standing, statement, item, words });
    return updateReview(tx, id, FORGOTTEN);
  }
  const change = { ...(await opening(ports, tx, statement)), item_id: item, word_digest: null, asked_from: null };
  await updateReview(tx, id, change);
  await recordAsked(ports, tx, { statement, id, via: 'page', actor: undefined });
}

/** What is final is put on record, anything else waits for another person until the day of the term. */
async function opening(
  { clock, holidays }: AskPorts,
  tx: Tx,
  { body, decisions, measure }: StoredStatement,
): Promise<Pick<Review, 'state' | 'opened_at' | 'answer_by'>> {
  const now = clock.now();
  if (decisions === 'final') return { state: 'recorded', opened_at: now, answer_by: null };
  const { compiled } = await inForce(tx, body, now);
  const of = measure === 'warn' || measure === 'ban' ? 'author' : 'takedown';
  const { answer } = reviewTerms(compiled, of, choicesFrom(await latestChoice(tx, body)));
  return {
    state: 'open',
    opened_at: now,
    answer_by: answer === undefined ? null : lastDayOf(now, answer, feastsOf(compiled, holidays)),
  };
}

const VIA_WORDS = {
  channel: 'dal suo account',
  page: 'dalla pagina, provato dal suo account',
  'page-code': 'dalla pagina, con il codice della motivazione',
  'by-hand': 'allo sportello o per lettera',
};

async function recordAsked(
  { clock, news }: AskPorts,
  tx: Tx,
  {
    statement,
    id,
    via,
    actor,
  }: { statement: StoredStatement; id: string; via: keyof typeof VIA_WORDS; actor: Actor | undefined },
): Promise<void> {
  const final = statement.decisions === 'final';
  await record(tx, statement.body, clock.now(), {
    kind: final ? 'review.objection' : 'review.asked',
    subject: statement.item_id,
    person: actor ?? null,
    grounds: statement.clauses,
    policyVersion: statement.policy_version,
    summary: `${final ? 'Osservazioni messe agli atti: la decisione è definitiva' : 'Chiesto il riesame'}, ${VIA_WORDS[via]}`,
    facts: { statement: statement.id, review: id, case: statement.case_id, via },
  });
  await news.tell(tx, statement.body, { id: statement.case_id, change: 'changed' });
}
