// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { ItemFacts } from '../facts.ts';
import type { Judgement, Modality } from '../judgement.ts';
import { HEARD, type Signal } from '../signal.ts';
import { LEAST_GRAVE } from './notice.ts';
import { type Regime, regimeOf } from './regime.ts';
import type { StandingRule } from './standing-rule.ts';

/** Nobody has seen what came with it, or could read it. */
const UNSEEN = 2;

const isUnseen = ({ hasMedia, otherLanguage }: ItemFacts): boolean => hasMedia === true || otherLanguage === true;

/** A rule that signals have touched. */
export interface Hit {
  readonly standing: StandingRule;
  /** Those of the rule that matched, in its order. */
  readonly categories: readonly string[];
  /** Indexes into the signals. */
  readonly signals: readonly number[];
}

/** Everything a step of the judgement may look at. */
export interface Matter {
  readonly policy: CompiledPolicy;
  readonly regime: Regime;
  readonly item: ItemFacts;
  readonly signals: readonly Signal[];
  /** Strictest first, then in the order of the file. */
  readonly hits: readonly Hit[];
  readonly awake: readonly Hit[];
  /** Categories noticed strongly enough, whatever the rules say of them; sorted, so that the signals' order is nothing. */
  readonly heard: readonly string[];
  /** Of the gravest thing noticed, whether or not the policy speaks of it. */
  readonly priority: Judgement['priority'];
  /** Whether something was heard of which the law speaks, or which is grave in itself. */
  readonly presses: boolean;
}

export const touchedBy = ({ awake }: Matter, modality: Modality): readonly Hit[] =>
  awake.filter(({ standing }) => standing.rule.modality === modality);

/** A hit while signals are still being read. */
interface OpenHit {
  readonly standing: StandingRule;
  categories: readonly string[];
  readonly signals: number[];
}

/** Adds a signal to the hits, which stay in the turn of their rules. */
function touch(
  hits: OpenHit[],
  standing: StandingRule,
  by: { readonly alone: readonly [string]; index: number },
): void {
  let place = hits.length;
  while (place > 0 && (hits[place - 1]?.standing.turn ?? 0) > standing.turn) place--;
  const hit = hits[place - 1];
  if (hit?.standing !== standing) {
    const fresh = { standing, categories: by.alone, signals: [by.index] };
    if (place === hits.length) hits.push(fresh);
    else hits.splice(place, 0, fresh);
    return;
  }
  hit.signals.push(by.index);
  const [slug] = by.alone;
  const { categories } = hit;
  if (!categories.includes(slug))
    hit.categories = standing.rule.categories.filter((each) => each === slug || categories.includes(each));
}

/** Adds a category to those heard, which stay sorted and without repeats. */
function hear(heard: string[], category: string): void {
  let place = heard.length;
  while (place > 0 && (heard[place - 1] ?? '') > category) place--;
  if (place > 0 && heard[place - 1] === category) return;
  if (place === heard.length) heard.push(category);
  else heard.splice(place, 0, category);
}

/** Gathers what the item touches. A signal that is missing, weak or not a number matches nothing. */
export function matterOf(policy: CompiledPolicy, item: ItemFacts, signals: readonly Signal[]): Matter {
  const regime = regimeOf(policy, item);
  const hits: OpenHit[] = [];
  const heard: string[] = [];
  let priority: Judgement['priority'] = isUnseen(item) ? UNSEEN : LEAST_GRAVE;
  let presses = false;
  let index = -1;
  for (const { category, strength } of signals) {
    index++;
    // Of words that were read, alone: beside a picture that nobody has looked at, there may well be something to do.
    if (category === 'nothing-to-do' && isUnseen(item)) continue;
    const isHeard = strength >= HEARD;
    if (isHeard) hear(heard, category);
    const notice = regime.notices.get(category);
    if (notice === undefined) continue;
    if (isHeard && notice.presses) presses = true;
    let counts = isHeard;
    for (const standing of notice.touches) {
      if (!(strength >= standing.rule.minimum)) continue;
      touch(hits, standing, { alone: notice.alone, index });
      counts = true;
    }
    if (counts && notice.priority < priority) priority = notice.priority;
  }
  const awake = regime.sleeps ? hits.filter(({ standing }) => standing.asleep === undefined) : hits;
  return { policy, regime, item, signals, hits, awake, heard, priority, presses };
}
