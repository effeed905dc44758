// SPDX-License-Identifier: AGPL-3.0-or-later
import { analyse } from '#triage';

/** Categories of triage whose words are somebody's data. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['personal-data', 'sensitive-data', 'private-facts']);
const MENTION = /@[\p{L}\p{N}_.-]{2,}/gu;
const COVER = '▮▮▮';

/** The text with people's data covered where triage notices them, and who is named with @. Covering twice changes nothing. */
export function masked(text: string): string {
  const spans = analyse(text)
    .filter(({ category }) => OF_PEOPLE.has(category))
    .flatMap((signal) => signal.spans);
  const mentions = [...text.matchAll(MENTION)].map(({ index, 0: found }) => [index, index + found.length] as const);
  const all = [...spans, ...mentions].sort(([one], [other]) => one - other);
  let out = '';
  let at = 0;
  for (const [start, end] of all) {
    if (end <= at) continue;
    out += start >= at ? text.slice(at, start) + COVER : '';
    at = end;
  }
  return out + text.slice(at);
}
