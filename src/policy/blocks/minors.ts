// SPDX-License-Identifier: AGPL-3.0-or-later
import { numberBetween } from '../values/number.ts';
import { oneOf } from '../values/one-of.ts';
import { texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** From what age, and with whose consent. */
export const minorsBlock = block({
  kind: 'minors',
  name: 'minori',
  label: 'Minori',
  keys: {
    age: required('età', orMissing(numberBetween(1, 18, false)), 'l’età sotto la quale vale la regola'),
    below: required(
      'sotto',
      oneOf({ 'not-allowed': 'non ammessi', 'with-consent': 'con consenso' }),
      'che cosa vale per chi è più giovane',
    ),
    consentOf: optional('consenso di', orMissing(texts), 'chi dà il consenso'),
    accounts: optional('account', oneOf({ all: 'tutti', 'for-young': 'tematici per giovani' }), 'su quali account'),
  },
});
export type MinorsNode = NodeOf<typeof minorsBlock>;
