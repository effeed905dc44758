// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import { provedTogether } from '../ladder/author-store.ts';
import type { ModerationPorts } from '../ports.ts';
import { codesIn, isCode } from '../statements/code.ts';
import { digestOf } from '../statements/issue.ts';
import { lockStatement, type StoredStatement, statementByDigest } from '../statements/store.ts';
import { enterReview, mayAsk, prove } from './ask.ts';
import { reviewByWord } from './store.ts';

type HearPorts = Pick<ModerationPorts, 'clock' | 'vault' | 'holidays' | 'news'>;

export interface Heard {
  readonly item: Item;
  readonly text: string;
}

/**
 * Finds in what an author wrote the code of a statement that is theirs, or the word that the page gave: exact, without triage, and
 * at no cost for a text without any. From another author a code is only a text.
 */
export async function hearContests(ports: HearPorts, tx: Tx, all: readonly Heard[]): Promise<void> {
  for (const { item, text } of all) {
    if (item.own || item.author_id === null) continue;
    for (const code of codesIn(text)) await hear(ports, tx, { item, author: item.author_id, code });
  }
}

interface Hearing {
  readonly item: Item;
  readonly author: string;
  readonly code: string;
}

async function hear(ports: HearPorts, tx: Tx, { item, author, code }: Hearing): Promise<void> {
  const digest = digestOf(ports.vault, code);
  if (isCode(code)) {
    const found = await statementByDigest(tx, digest);
    if (found === undefined || !(await isOf(tx, found, author))) return;
    // Read again under its lock: it may have been withdrawn meanwhile.
    const statement = await lockStatement(tx, found.id);
    if (statement === undefined || !mayAsk(statement, ports.clock.now())) return;
    await enterReview(ports, tx, { statement, via: 'channel', item: item.id });
    return;
  }
  const review = await reviewByWord(tx, digest);
  const statement = review && (await lockStatement(tx, review.statement_id));
  if (review === undefined || statement === undefined || !(await isOf(tx, statement, author))) return;
  // Asked in time; the word may come after the term.
  if (statement.withdrawn_at === null) await prove(ports, tx, { review, statement, item: item.id });
}

/** The same account, or one that a person proved to be the same author's. */
async function isOf(tx: Tx, { author_id }: StoredStatement, author: string): Promise<boolean> {
  if (author_id === null) return false;
  return author_id === author || (await provedTogether(tx, author_id)).includes(author);
}
