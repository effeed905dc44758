// SPDX-License-Identifier: AGPL-3.0-or-later
import { duration } from '../values/duration.ts';
import { oneOf } from '../values/one-of.ts';
import { text } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** Whether the body looks again at what it did to somebody who asks for it, and by when. */
export const reviewBlock = block({
  kind: 'review',
  name: 'riesame',
  label: 'Riesame',
  keys: {
    decisions: required(
      'decisioni',
      oneOf({ open: 'riesaminabili', final: 'definitive' }),
      'se l’ente le riguarda quando lo chiede chi ne è colpito',
    ),
    of: optional('di', oneOf({ all: 'tutte le misure', takedown: 'rimozione' }), 'di quali misure; se manca, di tutte'),
    ask: optional('si chiede entro', orMissing(duration), 'entro quanto si può chiedere'),
    answer: optional('si decide entro', orMissing(duration), 'entro quanto si decide'),
    office: optional('a', orMissing(text), 'a quale ufficio si chiede'),
  },
});
export type ReviewNode = NodeOf<typeof reviewBlock>;
