// SPDX-License-Identifier: AGPL-3.0-or-later
import { type BesideText, type Item, textsBeside, textsOf } from '#inbox';
import type { Tx } from '#platform';
import { HEARD, type ItemFacts, type Judgement, mayBeCsam } from '#policy';
import type { PolicyInForce } from '#rulebook';
import { writtenIn } from '#triage';
import { companyOf } from './company.ts';
import { type Judging, judge } from './judge.ts';
import type { ModerationPorts } from './ports.ts';
import { keepTerms } from './queue-views/store.ts';
import { type Case, insertJudgements } from './store.ts';

/** An item with what the machine said of its words. */
export interface JudgedItem extends Judging {
  readonly item: Item;
  readonly text: string;
  readonly policyVersion: string;
  /** Items of the same author that may read otherwise beside this one. */
  readonly touches: readonly string[];
}

/** Judges items of one body as they are now, each beside the texts around it. */
export async function judgeAll(
  { clock, holidays }: ModerationPorts,
  tx: Tx,
  { policy, items }: { readonly policy: PolicyInForce; readonly items: readonly Item[] },
): Promise<readonly JudgedItem[]> {
  if (items.length === 0) return [];
  const texts = await textsOf(
    tx,
    items.map(({ id, version }) => ({ item: id, version })),
  );
  const beside = await textsBeside(tx, items);
  return items.map((item) => {
    const text = texts.get(item.id) ?? '';
    const company = companyOf(item, beside);
    const judging = judge(policy.compiled, factsOf(item, text), { now: clock.now(), holidays, company });
    return { item, text, policyVersion: policy.version, ...judging, touches: touchedBy(item, judging, beside) };
  });
}

/** A link spread about is so under the first post too, where nobody could know it yet. */
function touchedBy(item: Item, { signals }: Judging, beside: readonly BesideText[]): readonly string[] {
  const spread = signals.some(
    ({ category, source, strength }) => category === 'spam' && source === 'confronto' && strength >= HEARD,
  );
  if (!spread || item.author_id === null) return [];
  return beside.filter(({ author_id, id }) => author_id === item.author_id && id !== item.id).map(({ id }) => id);
}

export function factsOf(item: Item, text: string): ItemFacts {
  const post = item.post_text === null ? {} : { post: { text: item.post_text } };
  const language = writtenIn(text) === 'other' ? { otherLanguage: true } : {};
  const { network: channel, kind, written_at: at, has_media: hasMedia } = item;
  return { channel, kind, text, at, hasMedia, ...language, ...post };
}

/** What was noticed and judged, and what the case can be found by. */
export async function keepJudgements(
  { clock }: ModerationPorts,
  tx: Tx,
  kept: readonly (JudgedItem & { readonly row: Pick<Case, 'id'>; readonly company?: number })[],
): Promise<void> {
  await insertJudgements(
    tx,
    kept.map(({ row, item, policyVersion, signals, judgement, company = 0 }) => ({
      case_id: row.id,
      body: item.body,
      item_version: item.version,
      policy_version: policyVersion,
      signals: JSON.stringify(signals),
      judgement: JSON.stringify(judgement),
      at: clock.now(),
      company,
    })),
  );
  await keepTerms(tx, kept.map(termsOf));
}

/** Each once, in the order of the clauses that heard them. */
export const categoriesOf = ({ clauses }: Judgement): string[] => [
  ...new Set(clauses.flatMap(({ categories }) => categories)),
];

/** What may be csam is found by none of its words. */
function termsOf({ row, item, text, judgement }: JudgedItem & { readonly row: Pick<Case, 'id'> }) {
  const { body, network, kind, author_id } = item;
  const wordless = mayBeCsam(judgement.clauses);
  return {
    ...{ case_id: row.id, body, network, kind, author_id, wordless, categories: categoriesOf(judgement) },
    ...{ clauses: judgement.clauses.map(({ id }) => id), text: wordless ? '' : text },
  };
}
