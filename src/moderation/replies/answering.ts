// SPDX-License-Identifier: AGPL-3.0-or-later
import { authorName, fingerprintOf, type Item } from '#inbox';
import type { Tx } from '#platform';
import { replyRegime, type Signal } from '#policy';
import { matterOf } from '../decide.ts';
import { moderationError } from '../errors.ts';
import { openWords, type Subject } from '../ladder/sealing.ts';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, caseById } from '../store.ts';
import { checkReply, type Finding } from './checks.ts';
import type { ReplyFinding } from './contract.ts';
import { answersUnder, type Justification, justificationsOf } from './store.ts';
import { likeness, tellingWords } from './words.ts';

/** A case about to be answered, as it stands. */
export interface OnCase {
  readonly row: Case;
  readonly item: Item;
  readonly matter: Matter;
  readonly signals: readonly Signal[];
  readonly version: string;
}

/** Throws CASE_NOT_FOUND. */
export async function caseToAnswer(ports: ModerationPorts, tx: Tx, id: string): Promise<OnCase> {
  const row = await caseById(tx, id);
  if (row === undefined) throw moderationError('CASE_NOT_FOUND');
  const { item, matter, signals, version } = await matterOf(ports, tx, row);
  return { row, item, matter, signals, version };
}

export const regimeOf = ({ policy, facts, judgement }: Matter) => replyRegime(policy, { item: facts, judgement });

/** Whose key seals what is written about a case. */
export const subjectOf = (item: Pick<Item, 'body' | 'author_id' | 'id'>): Subject => ({
  body: item.body,
  subject: item.author_id ?? item.id,
});

const DAY_MILLISECONDS = 86_400_000;
/** Nearly the same words. */
const ALIKE = 0.8;

/** Everything that the checks say of an answer on this case. */
export async function findingsOn(
  { clock }: Pick<ModerationPorts, 'clock'>,
  tx: Tx,
  { on, text }: { readonly on: Pick<OnCase, 'item' | 'matter' | 'signals'>; readonly text: string },
): Promise<readonly Finding[]> {
  const { item, matter, signals } = on;
  const since = new Date(clock.now().getTime() - DAY_MILLISECONDS);
  const post = item.post_external_id;
  const given = post === null ? [] : await answersUnder(tx, { account: item.account_id, post, since });
  const ours = tellingWords(text);
  const alike = given.filter((reply) => likeness(ours, tellingWords(reply)) >= ALIKE).length;
  const author = item.author_id === null ? undefined : await authorName(tx, item.author_id);
  return checkReply({
    author,
    policy: matter.policy,
    facts: matter.facts,
    signals,
    regime: regimeOf(matter),
    text,
    alike,
  });
}

/** The same, each with the reasons that were given for these very words. */
export async function findingViews(
  ports: Pick<ModerationPorts, 'vault'>,
  tx: Tx,
  found: { readonly on: OnCase; readonly text: string; readonly findings: readonly Finding[] },
): Promise<ReplyFinding[]> {
  const { on, text, findings } = found;
  const fingerprint = fingerprintOf(ports.vault, text.trim());
  const given = await justificationsOf(tx, { case_id: on.row.id, fingerprint });
  return Promise.all(
    findings.map(async ({ check, severity, clauses, text: said, spans }) => {
      const row = given.find(({ finding }) => finding === check);
      return {
        ...{ check, severity, text: said },
        clauses: clauses.map(({ id, title }) => ({ id, title })),
        spans: spans.map(([from, to]): [number, number] => [from, to]),
        justified: row === undefined ? null : await justifiedView(ports, tx, { row, item: on.item }),
      };
    }),
  );
}

async function justifiedView(
  { vault }: Pick<ModerationPorts, 'vault'>,
  tx: Tx,
  { row, item }: { readonly row: Justification; readonly item: Item },
) {
  const words = await openWords<{ reasons: string }>({ tx, vault }, { ...subjectOf(item), row: row.id }, row.sealed);
  return { reasons: words?.reasons ?? null, by: row.person_name, at: row.at.toISOString() };
}

/** What a private message belongs to: where the network names no conversation, what its author writes is one. */
export const conversationOf = ({
  conversation,
  author_id,
  id,
}: Pick<Item, 'conversation' | 'author_id' | 'id'>): string => conversation ?? author_id ?? id;
