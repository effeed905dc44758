// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type ItemKind,
  KIND_LABELS,
  MODALITY_LABELS,
  type Modality,
  NETWORK_LABELS,
  type NetworkName,
  VOCABULARY,
} from '#policy';

/** A rule that every engine can have: some category noticed strongly enough, in some place. */
export interface EqualRule {
  readonly id: string;
  readonly modality: Modality;
  readonly anyOf: readonly string[];
  /** In hundredths, since Cedar has no fractions. */
  readonly atLeast: number;
  readonly channels?: readonly NetworkName[];
  readonly kinds?: readonly ItemKind[];
}

/** What is known of one item: strengths, in hundredths, of what was noticed in it. */
export interface FactSet {
  readonly channel: NetworkName;
  readonly kind: ItemKind;
  readonly noticed: ReadonlyMap<string, number>;
}

const PUBLIC: readonly ItemKind[] = ['comment', 'visitor-post', 'mention', 'reply'];
type Written = readonly [Modality, anyOf: string, more?: Partial<Pick<EqualRule, 'atLeast' | 'channels' | 'kinds'>>];

/** What the five policies regulate, in 24 clauses as they would be written today. */
const WRITTEN: readonly Written[] = [
  ['protected', 'criticism thanks'],
  ['must-remove', 'insult vulgar'],
  ['must-remove', 'threat incitement', { atLeast: 40 }],
  ['must-remove', 'discrimination'],
  ['must-remove', 'personal-data sensitive-data'],
  ['must-remove', 'defamation', { atLeast: 60 }],
  ['must-remove', 'obscene'],
  ['must-remove', 'illegal'],
  ['must-remove', 'csam', { atLeast: 10 }],
  ['may-remove', 'spam commercial'],
  ['may-remove', 'repetition', { kinds: ['comment', 'reply'] }],
  ['may-remove', 'off-topic', { channels: ['facebook', 'instagram'] }],
  ['may-remove', 'misleading alarmist', { atLeast: 70 }],
  ['may-remove', 'copyright trademark'],
  ['may-remove', 'security'],
  ['asked', 'uncivil-opinion'],
  ['asked', 'insult disruption', { atLeast: 30 }],
  ['asked', 'no-public-interest'],
  ['asked', 'private-facts', { channels: ['facebook', 'x'] }],
  ['no-reply', 'political'],
  ['no-reply', 'nothing-to-do'],
  ['route', 'complaint', { kinds: ['comment', 'visitor-post', 'message'] }],
  ['route', 'personal-case'],
  ['protected', 'question'],
];

const TAKES_DOWN: readonly Modality[] = ['must-remove', 'may-remove', 'asked'];

export const EQUAL_RULES: readonly EqualRule[] = WRITTEN.map(([modality, anyOf, more], index) => ({
  id: `ESE-${String(index + 1).padStart(3, '0')}`,
  modality,
  anyOf: anyOf.split(' '),
  atLeast: 50,
  // As the language has it: what takes things down speaks of what is on show, unless it says otherwise.
  ...(TAKES_DOWN.includes(modality) ? { kinds: PUBLIC } : {}),
  ...more,
}));

const NAMES = new Map(VOCABULARY.map(({ slug, name }) => [slug, name]));
const HEAD = `---
ente: comune-di-esempio
nome: Comune di Esempio
sigla: ESE
titolo: Ventiquattro punti
versione: 1
adottata: dato mancante
fonte: scritta per misurare
---

# Policy esterna

## Regole
`;

/** The body keeps a reservation and office hours: a judgement counts its deadline, which the other engines do not. */
const BESIDES = `~~~canale
rete: tutti
moderazione: dopo
~~~

~~~orario
vale per: moderazione
giorni: dal lunedì al venerdì
ore: dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00
festivi: esclusi
~~~

~~~discrezione
norme: tutte
effetto: può essere rimosso
~~~`;

function clauseOf({ id, modality, anyOf, atLeast, channels, kinds }: EqualRule, index: number): string {
  const lines = [
    `modalità: ${MODALITY_LABELS[modality]}`,
    `se: ${anyOf.map((slug) => NAMES.get(slug) ?? slug).join(' o ')}`,
    ...(channels === undefined ? [] : [`canali: ${channels.map((name) => NETWORK_LABELS[name]).join(' e ')}`]),
    ...(kinds === undefined ? [] : [`interventi: ${kinds.map((kind) => KIND_LABELS[kind][1]).join(', ')}`]),
    `forza minima: 0,${atLeast}`,
    ...(modality === 'route' ? ['verso: URP'] : []),
  ];
  const rule = `~~~regola\n${lines.join('\n')}\n~~~`;
  return [`### ${id} · Punto ${index + 1}`, 'Testo.', rule, ...(index === 0 ? [BESIDES] : [])].join('\n\n');
}

/** The rules as a policy file. */
export const policyText = (): string => `${HEAD}\n${EQUAL_RULES.map(clauseOf).join('\n\n')}\n`;
