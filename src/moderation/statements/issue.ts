// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { authorName, fingerprintOf, type Item } from '#inbox';
import { newId } from '#kernel';
import type { Tx, Vault } from '#platform';
import type { Ground } from '../contract.ts';
import { matterOf } from '../decide.ts';
import { groundNames } from '../founded.ts';
import { openWords, sealWords } from '../ladder/sealing.ts';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import type { Case } from '../store.ts';
import { newCode } from './code.ts';
import { factsFor, isSilenced, pageOf } from './facts.ts';
import { publicNotice, type StructuredStatement, statementOf } from './statement.ts';
import { insertStatement, latestChoice, type StoredStatement, statementByCause, updateStatement } from './store.ts';
import { tell, type Way, wayOf } from './telling.ts';
import type { StatedMeasure } from './vocabulary.ts';

/** The act that a statement gives the reasons of. */
export interface Issuing {
  /** The decision or the measure. */
  readonly cause: string;
  readonly measure: StatedMeasure;
  readonly row: Pick<Case, 'id' | 'number' | 'body'>;
  readonly item: Item;
  readonly matter: Matter;
  readonly policyVersion: string;
  readonly grounds: readonly Ground[];
  /** What the person says to the author besides; the reasons of the act stay in the records. */
  readonly toAuthor?: string;
  readonly reported?: boolean;
  /** Of a ban, as `2026-12-01`. */
  readonly reviewOn?: string;
  /** `with-measure`: whoever calls tells the author itself, with what `leadToReasons` gives. */
  readonly telling: 'when-done' | 'with-measure';
  readonly actor: Actor;
}

/** What is sealed of a statement. */
export interface StatementWords {
  readonly code: string;
  readonly text: string;
  readonly brief: string;
  readonly structured: StructuredStatement;
}

/**
 * Writes the statement of reasons of an act, in its transaction; its author is told once the measure stands. Undefined where there
 * is none to give: nothing of the policy in force was cited, or the matter goes to the authorities first. The same cause twice is
 * one statement. Throws TO_AUTHOR_NOT_CLEAR, GROUND_WHY_NOT_CLEAR.
 */
export async function issueStatement(ports: ModerationPorts, tx: Tx, issuing: Issuing): Promise<string | undefined> {
  const { cause, row, item, matter, grounds, measure, actor } = issuing;
  if (isSilenced(matter, grounds) || (await statementByCause(tx, cause)) !== undefined) return undefined;
  const at = ports.clock.now();
  const choice = await latestChoice(tx, row.body);
  const code = newCode();
  const author = item.author_id === null ? null : ((await authorName(tx, item.author_id)) ?? null);
  const { toAuthor = '', reported = false, reviewOn = null } = issuing;
  const stated = { measure, item, matter, grounds, toAuthor, reported, reviewOn, author, at };
  const facts = factsFor(ports, stated, { choice, code });
  if (facts === undefined) return undefined;
  const { text, brief, structured } = statementOf(facts);
  const way = await wayOf(tx, { item, matter, now: at, inPublic: mayBePublic(measure, choice?.public_notice) });
  const id = newId();
  const words: StatementWords = { code, text, brief, structured };
  const [told, promisedAt] = issuing.telling === 'with-measure' ? (['with-measure', at] as const) : [way.told, null];
  const within = facts.contesting.kind === 'open' ? facts.contesting.within : null;
  await insertStatement(tx, {
    ...{ id, body: row.body, cause, case_id: row.id, item_id: item.id, author_id: item.author_id, measure },
    clauses: grounds.flatMap((ground) => (ground.kind === 'clause' ? [ground.clause] : [])),
    ...{ policy_version: issuing.policyVersion, code_digest: digestOf(ports.vault, code) },
    sealed: await sealWords({ tx, vault: ports.vault }, placeOfWords({ id, body: row.body, item }), words),
    ...{ told, promised_at: promisedAt, given_at: null, ask_by: null, at, withdrawn_at: null },
    ...{ decisions: facts.contesting.kind, ask_days: within?.days ?? null, ask_working: within?.working ?? null },
    ...{ person: actor.id, person_name: actor.name, person_role: actor.role },
  });
  await recordIssued(ports, tx, { issuing, id, at, text });
  return id;
}

/** The measure stands: its author is told of it, by the way that is there now. */
export async function tellStatement(
  ports: ModerationPorts,
  tx: Tx,
  { row, statement, person }: { row: Case; statement: StoredStatement; person: string },
): Promise<void> {
  const now = ports.clock.now();
  const words = await wordsOf({ tx, vault: ports.vault }, statement);
  // Who had their key destroyed is told nothing more.
  if (words === null) return;
  const { item, matter } = await matterOf(ports, tx, row);
  const choice = await latestChoice(tx, row.body);
  const inPublic = mayBePublic(statement.measure, choice?.public_notice);
  const way = await wayOf(tx, { item, matter, now, inPublic });
  const publicly = publicNotice({ page: pageOf(ports.url, words.code) });
  const texts = { privately: [words.text, words.brief] as const, publicly };
  await tell(ports, tx, way, { item, texts, cause: statement.id, person });
  await updateStatement(tx, statement.id, { told: way.told, promised_at: now });
}

/** A keyed digest: a code is never read out of the database. */
export const digestOf = (vault: Vault, code: string): string => fingerprintOf(vault, `statement code ${code}`);

export const placeOfWords = ({
  id,
  body,
  item,
}: {
  id: string;
  body: string;
  item: Pick<Item, 'id' | 'author_id'>;
}) => ({
  body,
  subject: item.author_id ?? item.id,
  row: id,
});

/** Null where the author's key is no more. */
export const wordsOf = (
  ports: { readonly tx: Tx; readonly vault: Vault },
  { id, body, author_id, item_id, sealed }: StoredStatement,
): Promise<StatementWords | null> =>
  openWords<StatementWords>(ports, placeOfWords({ id, body, item: { id: item_id, author_id } }), sealed);

/** Only what stays where it was can be answered in public. */
export function mayBePublic(measure: StatedMeasure, turnedOn: boolean | undefined): 'allowed' | 'turned-off' | 'gone' {
  if (measure === 'remove' || measure === 'not-published') return 'gone';
  return turnedOn === true ? 'allowed' : 'turned-off';
}

const TOLD_WORDS: Readonly<Record<StoredStatement['told'], string>> = {
  private: 'in privato',
  public: 'con un avviso pubblico generico e il codice',
  'by-hand': 'da dare a mano',
  'with-measure': 'insieme alla misura',
};

export const toldWords = (told: Way['told'] | 'with-measure'): string => TOLD_WORDS[told];

async function recordIssued(
  { vault }: ModerationPorts,
  tx: Tx,
  { issuing, id, at, text }: { issuing: Issuing; id: string; at: Date; text: string },
): Promise<void> {
  const { row, item, grounds, actor, measure, cause } = issuing;
  await record(tx, row.body, at, {
    kind: 'statement.issued',
    subject: item.id,
    person: actor,
    grounds: groundNames(grounds),
    policyVersion: issuing.policyVersion,
    summary: `Motivazione scritta per l’autore (pratica n. ${row.number})`,
    facts: { case: row.id, statement: id, cause, measure, text: fingerprintOf(vault, text) },
  });
}
