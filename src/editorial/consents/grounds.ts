// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftContent } from '../drafting/contract.ts';

/** What a content says of the people, places and rights that it rests on, in a fixed order: a part of what is signed. */
export const groundsOf = ({ media, bases }: DraftContent): unknown => [
  media.map(({ grounds }) =>
    grounds === undefined
      ? null
      : [
          [grounds.seen, grounds.minors, grounds.purpose, grounds.bases, grounds.premises],
          [grounds.circumstance, grounds.event],
          [grounds.rights, grounds.holder, grounds.licence, grounds.proof, grounds.internal],
        ],
  ),
  bases ?? [],
];
