// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { authorName, fingerprintOf, type Item } from '#inbox';
import { newId } from '#kernel';
import type { Tx, Vault } from '#platform';
import type { Ground } from '../contract.ts';
import { groundNames } from '../founded.ts';
import { openWords, sealWords } from '../ladder/sealing.ts';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import type { Case } from '../store.ts';
import { newCode } from './code.ts';
import { factsFor, isSilenced } from './facts.ts';
import { publicNotice, type StructuredStatement, statementOf } from './statement.ts';
import { insertStatement, latestChoice, type StoredStatement, statementByCause } from './store.ts';
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
  readonly reasons: string;
  readonly reported?: boolean;
  /** Of a ban, as `2026-12-01`. */
  readonly reviewOn?: string;
  /** `with-measure`: whoever calls tells the author itself, with the address of the page. */
  readonly telling: 'now' | 'with-measure';
  readonly actor: Actor;
}

/** What is sealed of a statement. */
export interface StatementWords {
  readonly code: string;
  readonly text: string;
  readonly brief: string;
  readonly structured: StructuredStatement;
}

export interface Issued {
  readonly id: string;
  readonly code: string;
  /** Where the author reads what was done and asks for a review. */
  readonly page: string;
  readonly text: string;
  readonly brief: string;
  readonly notice: string;
  readonly told: StoredStatement['told'];
}

/**
 * Writes the statement of reasons of an act, in its transaction, and promises what tells its author. Undefined where there is
 * none to give: nothing of the policy in force was cited, or the matter goes to the authorities first. The same cause twice is
 * one statement.
 */
export async function issueStatement(ports: ModerationPorts, tx: Tx, issuing: Issuing): Promise<Issued | undefined> {
  const { cause, row, item, matter, grounds, measure, actor } = issuing;
  if (isSilenced(matter, grounds) || (await statementByCause(tx, cause)) !== undefined) return undefined;
  const at = ports.clock.now();
  const choice = await latestChoice(tx, row.body);
  const code = newCode();
  const author = item.author_id === null ? null : ((await authorName(tx, item.author_id)) ?? null);
  const { reasons, reported = false, reviewOn = null } = issuing;
  const stated = { measure, item, matter, grounds, reasons, reported, reviewOn, author, at };
  const facts = factsFor(ports, stated, { choice, code });
  if (facts === undefined) return undefined;
  const { text, brief, structured } = statementOf(facts);
  const notice = publicNotice(facts);
  const way = await wayOf(tx, { item, matter, now: at, inPublic: mayBePublic(measure, choice?.public_notice) });
  const id = newId();
  const words: StatementWords = { code, text, brief, structured };
  const told = issuing.telling === 'with-measure' ? 'with-measure' : way.told;
  await insertStatement(tx, {
    ...{ id, body: row.body, cause, case_id: row.id, item_id: item.id, author_id: item.author_id, measure },
    clauses: grounds.flatMap((ground) => (ground.kind === 'clause' ? [ground.clause] : [])),
    ...{ policy_version: issuing.policyVersion, code_digest: digestOf(ports.vault, code) },
    sealed: await sealWords({ tx, vault: ports.vault }, placeOfWords({ id, body: row.body, item }), words),
    ...{ told, given_at: null, at, withdrawn_at: null },
    decisions: facts.contesting.kind,
    ask_by: facts.contesting.kind === 'open' ? facts.contesting.until : null,
    ...{ person: actor.id, person_name: actor.name, person_role: actor.role },
  });
  if (told !== 'with-measure') {
    const texts = { privately: [text, brief] as const, publicly: notice };
    await tell(ports, tx, way, { item, texts, cause: id, person: actor.id });
  }
  await recordIssued(ports, tx, { issuing, id, told, at, text });
  return { id, code, page: facts.page, text, brief, notice, told };
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
  {
    issuing,
    id,
    told,
    at,
    text,
  }: { issuing: Issuing; id: string; told: StoredStatement['told']; at: Date; text: string },
): Promise<void> {
  const { row, item, grounds, actor, measure, cause } = issuing;
  await record(tx, row.body, at, {
    kind: 'statement.issued',
    subject: item.id,
    person: actor,
    grounds: groundNames(grounds),
    policyVersion: issuing.policyVersion,
    summary: `Motivazione all’autore (pratica n. ${row.number}): ${toldWords(told)}`,
    facts: { case: row.id, statement: id, cause, measure, told, text: fingerprintOf(vault, text) },
  });
}
