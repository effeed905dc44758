// SPDX-License-Identifier: AGPL-3.0-or-later
import { itemKinds } from '../values/kinds.ts';
import { networkScope } from '../values/networks.ts';
import { oneOf } from '../values/one-of.ts';
import { address, quoted, text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional } from './block.ts';

/** What is said of personal data: who answers for them, where the notice is, what is never asked. */
export const privacyBlock = block({
  kind: 'privacy',
  name: 'dati personali',
  label: 'Dati personali',
  keys: {
    of: optional('dati', orMissing(texts), 'di quali dati si parla'),
    use: optional(
      'trattamento',
      orMissing(
        oneOf({
          'not-collected': 'non si raccolgono',
          'not-published': 'non si pubblicano',
          'not-sent': 'si chiede di non inviarli',
          'not-looked-up': 'non si consultano',
          minimised: 'solo quelli necessari',
          processed: 'si trattano',
          'not-processed': 'non si trattano',
        }),
      ),
      'che cosa se ne fa',
    ),
    controller: optional('titolare', orMissing(text), 'chi ne risponde'),
    officer: optional(
      'responsabile della protezione',
      orMissing(text),
      'il responsabile della protezione dei dati, o come si raggiunge',
    ),
    basis: optional('base giuridica', orMissing(text), 'la norma che lo permette'),
    notice: optional('informativa', orMissing(address), 'dove si legge l’informativa'),
    message: optional('avviso', orMissing(quoted), 'le parole da usare con chi li manda'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
    kinds: optional('interventi', itemKinds, 'i tipi d’intervento; se manca, tutti'),
  },
});
export type PrivacyNode = NodeOf<typeof privacyBlock>;
