// SPDX-License-Identifier: AGPL-3.0-or-later
import { networkScope } from '../values/networks.ts';
import { oneOf, yesOrNo } from '../values/one-of.ts';
import { text } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** What waits for somebody’s consent before it is done. */
export const approvalBlock = block({
  kind: 'approval',
  name: 'approvazione',
  label: 'Approvazione',
  keys: {
    of: required(
      'di',
      oneOf({
        content: 'contenuti',
        account: 'account',
        initiative: 'iniziative partecipative',
        exception: 'orario straordinario',
        policy: 'policy',
        staff: 'incarichi',
        media: 'immagini',
      }),
      'che cosa si approva',
    ),
    by: required('da', orMissing(text), 'chi approva'),
    opinion: optional('parere di', orMissing(text), 'chi esprime prima un parere'),
    form: optional('forma', orMissing(oneOf({ act: 'atto', written: 'scritta', any: 'libera' })), 'in quale forma'),
    fourEyes: optional('quattro occhi', yesOrNo, 'se chi propone non può approvare'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
  },
});
export type ApprovalNode = NodeOf<typeof approvalBlock>;
