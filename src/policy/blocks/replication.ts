// SPDX-License-Identifier: AGPL-3.0-or-later
import { networkScope } from '../values/networks.ts';
import { oneOf } from '../values/one-of.ts';
import { block, type NodeOf, required } from './block.ts';

/** Which posts of one network are repeated on another, and how. */
export const replicationBlock = block({
  kind: 'replication',
  name: 'replica',
  label: 'Replica dei contenuti',
  keys: {
    from: required('da', networkScope, 'i social da cui si ripete'),
    to: required('verso', networkScope, 'i social su cui si ripete'),
    way: required(
      'modo',
      oneOf({ direct: 'diretta', 'by-hand': 'a mano', link: 'collegamento' }),
      'da sé, a mano, o soltanto con un collegamento',
    ),
  },
});
export type ReplicationNode = NodeOf<typeof replicationBlock>;
