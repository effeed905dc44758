// SPDX-License-Identifier: AGPL-3.0-or-later
import { oneOf } from '../values/one-of.ts';
import { texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** What those who work for the body may and may not do. */
export const staffBlock = block({
  kind: 'staff',
  name: 'personale',
  label: 'Personale',
  keys: {
    force: required(
      'carattere',
      oneOf({ must: 'deve', may: 'può', 'must-not': 'non deve', should: 'è bene' }),
      'se deve, può, non deve, o se è bene che',
    ),
    what: required('cosa', orMissing(texts), 'la condotta'),
    use: optional(
      'con',
      oneOf({ official: 'account istituzionale', personal: 'account personale', any: 'qualunque account' }),
      'con quale account',
    ),
    who: optional('chi', orMissing(texts), 'a chi si rivolge; se manca, a tutto il personale'),
    consequences: optional('conseguenze', orMissing(texts), 'che cosa comporta non farlo'),
  },
});
export type StaffNode = NodeOf<typeof staffBlock>;
