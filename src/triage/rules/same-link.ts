// SPDX-License-Identifier: AGPL-3.0-or-later
import { leadsAway, linksIn } from '../links.ts';
import type { Reading } from '../reading.ts';
import { LINK } from '../signs.ts';
import type { Rule } from './rule.ts';

/** Two places may be chance; from the third on it is spread about, and no word of the text makes it less so. */
const SPREAD = 3;
const ONCE_MORE = 0.35;
const SURE = 0.8;
const SURER = 0.9;

/** Addresses as one compares them. */
const plain = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/[/?#.,;:!)]+$/, '');

/** The same link put by the same author under several posts. */
export const sameLink: Rule = {
  // Nothing that a text shows by itself, as the vocabulary says: it takes other ones.
  categories: [],
  notice: (reading: Reading, { elsewhere = [] }) => {
    if (elsewhere.length === 0 || (reading.signs & LINK) === 0) return [];
    const spans = reading.links.filter((span) => leadsAway(reading.text.slice(...span)));
    const own = new Set(spans.map((span) => plain(reading.text.slice(...span))));
    if (own.size === 0) return [];
    const posts = new Set(
      elsewhere.filter(({ text }) => linksIn(text).some((link) => own.has(plain(link)))).map(({ post }) => post),
    );
    const places = posts.size + 1;
    if (places < 2) return [];
    const strength = places < SPREAD ? ONCE_MORE : places === SPREAD ? SURE : SURER;
    const reason = `La stessa persona ha messo lo stesso collegamento sotto ${places} post.`;
    return [{ category: 'spam', strength, spans, source: 'confronto', reason }];
  },
};
