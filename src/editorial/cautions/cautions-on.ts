// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type { OpenMatter } from '../checking/index.ts';
import type { DraftContent } from '../drafting/contract.ts';
import { covers, dayInRome, isOpen } from './days.ts';
import { type ElectoralPeriod, latestPlainChoice, mattersOf, periodsOpenAt, portalsOf } from './store.ts';

/** What the body is careful about, as far as one content is concerned. */
export interface Cautions {
  /** Electoral periods in which it would go out. */
  readonly periods: readonly ElectoralPeriod[];
  readonly matters: readonly OpenMatter[];
  /** Below which Gulpease index to advise plainer words; null: nobody chose. */
  readonly threshold: number | null;
  /** Where contents lead, by the clause that asks for it and does not say where. */
  readonly portals: ReadonlyMap<string, string>;
}

interface Asked {
  readonly body: string;
  readonly content: Pick<DraftContent, 'at' | 'matters'>;
  readonly now: Date;
}

/** Read at the moment that counts: its hour where that is still to come, else now. */
export async function cautionsOn(tx: Tx, { body, content, now }: Asked): Promise<Cautions> {
  const planned = content.at === null ? now : new Date(content.at);
  const goesOut = planned > now ? planned : now;
  const periods = (await periodsOpenAt(tx, body, goesOut)).filter((period) => covers(period, goesOut));
  // A matter that ends before the hour of the draft is still open while somebody reads it here.
  const today = dayInRome(goesOut);
  const matters = (await mattersOf(tx, body))
    .filter((matter) => isOpen(matter, today))
    .map(({ id, title, kind, words }) => ({ title, kind, words, isTied: (content.matters ?? []).includes(id) }));
  const threshold = (await latestPlainChoice(tx, body))?.threshold ?? null;
  const portals = new Map([...(await portalsOf(tx, body))].map(([clause, { address }]) => [clause, address]));
  return { periods, matters, threshold, portals };
}
