// SPDX-License-Identifier: AGPL-3.0-or-later
import { textsOf } from '#inbox';
import type { Tx } from '#platform';
import { REGULATED_CATEGORIES } from '#policy';
import { adoptedVersion } from '#rulebook';
import { type Decided, LEARNED_CATEGORIES } from '#triage';
import { type Lesson, standingDecisions } from './store.ts';

/** One day's zeal, or one day's mistake, must not outweigh all the others. */
const PER_DAY = 100;
const AT_MOST = 2000;
const YEAR_MILLISECONDS = 365 * 24 * 60 * 60 * 1000;

const LEARNED_REGULATED = LEARNED_CATEGORIES.filter((category) =>
  REGULATED_CATEGORIES.some(({ slug }) => slug === category),
);

/**
 * What the body's standing decisions of the last year say of the texts that the desk still keeps, oldest first. A text left
 * where it was shows nothing regulated; a clause applied shows its category. What does not say which category is passed over.
 */
export async function lessonsOf(
  tx: Tx,
  body: string,
  { since, now }: { readonly since: Date | undefined; readonly now: Date },
): Promise<Decided[]> {
  const yearAgo = new Date(now.getTime() - YEAR_MILLISECONDS);
  const from = since !== undefined && since > yearAgo ? since : yearAgo;
  const decisions = await standingDecisions(tx, body, { since: from, perDay: PER_DAY, atMost: AT_MOST });
  const categoriesOf = clausesBy(tx, body);
  const said: (Omit<Decided, 'text'> & { readonly item: string; readonly version: number })[] = [];
  for (const decision of decisions) {
    const shows = await saidBy(decision, categoriesOf);
    if (shows !== undefined) said.push({ ...shows, item: decision.item, version: decision.item_version });
  }
  // Of an item decided on twice, each version has its own words; what the desk no longer keeps is not there.
  const texts = new Map<string, string>();
  for (const version of new Set(said.map((one) => one.version)))
    for (const [item, text] of await textsOf(
      tx,
      said.filter((one) => one.version === version),
    ))
      texts.set(`${item} ${version}`, text);
  return said.flatMap(({ item, version, shown, notShown }) => {
    const text = texts.get(`${item} ${version}`);
    return text === undefined ? [] : [{ text, shown, notShown }];
  });
}

type CategoriesOf = (version: string, clause: string) => Promise<readonly string[]>;

function clausesBy(tx: Tx, body: string): CategoriesOf {
  const versions = new Map<string, ReturnType<typeof adoptedVersion>>();
  return async (version, clause) => {
    const read = versions.get(version) ?? adoptedVersion(tx, body, version);
    versions.set(version, read);
    const { rules } = (await read).compiled;
    return [...new Set(rules.flatMap((rule) => (rule.clause.id === clause ? rule.categories : [])))];
  };
}

async function saidBy(decision: Lesson, categoriesOf: CategoriesOf): Promise<Omit<Decided, 'text'> | undefined> {
  const { kind, grounds, touched, policy_version: version } = decision;
  // Nothing was left to decide on what its author had taken away.
  if (kind === 'no-action' && decision.deleted_by_author) return undefined;
  if (kind !== 'hide' && kind !== 'remove') return { shown: [], notShown: LEARNED_REGULATED };
  const shown: string[] = [];
  for (const ground of grounds) {
    if (ground.kind !== 'clause') continue;
    const all = await categoriesOf(version, ground.clause);
    const noticed = touched?.find(({ id }) => id === ground.clause)?.categories ?? [];
    // A clause on many things says which one only where triage noticed it.
    shown.push(...(all.length === 1 ? all : noticed));
  }
  const learned = shown.filter((category) => LEARNED_CATEGORIES.includes(category));
  return learned.length === 0 ? undefined : { shown: learned, notShown: [] };
}
