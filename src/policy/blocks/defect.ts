// SPDX-License-Identifier: AGPL-3.0-or-later
import { clauseIds } from '../values/clause-ids.ts';
import { oneOf } from '../values/one-of.ts';
import { text } from '../values/text.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** A fault of the source, recorded instead of mended. */
export const defectBlock = block({
  kind: 'defect',
  name: 'difetto',
  keys: {
    of: required(
      'tipo',
      oneOf({
        truncated: 'elenco troncato',
        contradiction: 'contraddizione',
        'missing-datum': 'dato mancante',
        typo: 'refuso',
        duplicate: 'duplicato',
        ambiguous: 'ambiguità',
      }),
      'che difetto è',
    ),
    note: required('nota', text, 'che cosa non va, e come si legge intanto'),
    against: optional('con', clauseIds, 'i punti con cui è in contrasto'),
  },
});
export type DefectNode = NodeOf<typeof defectBlock>;
