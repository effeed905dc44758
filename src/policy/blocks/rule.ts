// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Modality } from '../judgement.ts';
import { authorKinds } from '../values/authors.ts';
import { categories } from '../values/categories.ts';
import { itemKinds } from '../values/kinds.ts';
import { networkScope } from '../values/networks.ts';
import { strength } from '../values/number.ts';
import { oneOf } from '../values/one-of.ts';
import { text, texts } from '../values/text.ts';
import { orMissing } from '../values/value.ts';
import { block, type NodeOf, optional, required } from './block.ts';

/** How a policy file and the desk write each modality. */
export const MODALITY_LABELS = {
  'must-remove': 'da rimuovere',
  'may-remove': 'può essere rimosso',
  'no-reply': 'senza risposta',
  route: 'si instrada',
  asked: 'si chiede',
  protected: 'protetto',
} as const satisfies Record<Modality, string>;

/** Modalities that can take an item down, by themselves or under a reservation. */
const RESTRAINING: readonly Modality[] = ['must-remove', 'may-remove', 'asked'];

export const ruleBlock = block({
  kind: 'rule',
  name: 'regola',
  label: 'Regola',
  keys: {
    modality: required('modalità', oneOf(MODALITY_LABELS), 'che cosa prevede il punto'),
    categories: required('se', orMissing(categories), 'per quali categorie'),
    grounds: optional('motivi', orMissing(texts), 'i motivi protetti, se il punto li elenca'),
    protects: optional('tutela', orMissing(texts), 'chi è protetto'),
    channels: optional('canali', networkScope, 'i social di cui si parla; se manca, tutti'),
    kinds: optional('interventi', itemKinds, 'i tipi d’intervento; se manca, quelli pubblici'),
    authors: optional('autori', authorKinds, 'chi scrive; se manca, chiunque'),
    minimum: optional('forza minima', strength, 'quanto dev’essere chiaro ciò che si è rilevato, da 0 a 1'),
    office: optional('verso', orMissing(text), 'l’ufficio a cui va, se si instrada'),
  },
  // INVARIANT: no rule may take criticism down; evaluation relies on it.
  check: ({ modality, categories: named, office }) => [
    ...(RESTRAINING.includes(modality) && Array.isArray(named) && named.includes('criticism')
      ? [{ key: 'se', remark: { code: 'POL-E040', found: 'critica' } } as const]
      : []),
    ...(modality === 'route' && office === undefined
      ? [{ key: 'modalità', remark: { code: 'POL-E039', found: MODALITY_LABELS.route, expected: '`verso:`' } } as const]
      : []),
  ],
});
export type RuleNode = NodeOf<typeof ruleBlock>;
