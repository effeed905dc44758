// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import type { Hit, Reading } from '../reading.ts';
import { alone, isBetween, isDenied, type Stretch, sequence, sequences } from '../sentence.ts';
import { type Frame, frame, frameAcross, framed } from '../together.ts';
import { isMeant, marksOf, quoted, stretchesOf } from './marks.ts';
import { type Rule, signalOn, signalOnAll } from './rule.ts';

const OFFENCE = ['insult', 'swear', 'slur'] as const;

/** Mild words are criticism of how a page is moderated, which is allowed. */
const STRENGTH: Readonly<Record<number, number>> = { 1: 0.35, 2: 0.65, 3: 0.8 };

const ATTACKS = [
  // «chi modera è un …», «moderatori …», «… di moderatori»
  sequence({ tags: ['moderator'] }, { tags: ['are'], within: 3 }, { tags: OFFENCE, within: 4, throughFillers: true }),
  sequence({ tags: ['moderator'] }, { tags: OFFENCE, within: 1, throughFillers: true }),
  sequence({ tags: OFFENCE }, { tags: ['moderator'], within: 2, throughFillers: true }),
];

const attacks = (reading: Reading): Stretch[] =>
  ATTACKS.flatMap((attack) => sequences(reading, attack)).filter(
    (stretch) =>
      !isDenied(reading, stretch.first, 3) &&
      !isBetween(reading, 'negation', { after: stretch.first, before: stretch.last }),
  );

const degreeOf = ({ hits }: Stretch): number =>
  hits.find(({ tag }: Hit) => (OFFENCE as readonly string[]).includes(tag))?.degree ?? 2;

/** «mi avete cancellato il commento», «litigate che mi diverto»: against how the page is kept, or against the thread. */
const disturbs = (reading: Reading): Signal[] => {
  const { hits, weight } = marksOf(reading, 'censor', isMeant(reading));
  // «perché avete tolto il mio commento?» asks, and may.
  if (weight < 3 || (weight < 5 && reading.text.includes('?') && reading.hits('asks').length > 0)) return [];
  return [
    signalOnAll(reading, stretchesOf(hits), {
      category: 'disruption',
      strength: weight > 3 ? 0.7 : 0.6,
      source: 'disturbo',
      reason: `${quoted(reading, hits)}: attacca la moderazione della pagina o vuole disturbare la discussione.`,
    }),
  ];
};

interface Pattern {
  readonly frame: Frame;
  readonly strength: number;
  readonly says: string;
  readonly holds?: (stretch: Stretch) => boolean;
}

/** To write to an office together is a petition; to drown it is not. */
const isFlood = ({ hits }: Stretch): boolean => hits.reduce((sum, { degree }) => sum + degree, 0) > 2;

const PATTERNS: readonly Pattern[] = [
  // «avete tolto il mio commento», «qui si elimina chi non applaude»
  { frame: frame(6, ['silences'], ['own-speech']), strength: 0.6, says: 'accusa la pagina di far tacere chi critica' },
  {
    frame: frameAcross(12, ['silences'], ['muzzle']),
    strength: 0.6,
    says: 'accusa la pagina di far tacere chi critica',
  },
  { frame: frame(8, ['muzzle'], ['page-thing', 'moderator']), strength: 0.6, says: 'attacca chi cura la pagina' },
  // «sommergiamoli di messaggi», «copiate e incollate sotto ogni post»
  {
    frame: frame(8, ['floods'], ['flooded']),
    strength: 0.6,
    says: 'invita a intasare la pagina, o annuncia di farlo',
    holds: isFlood,
  },
];

/** Requests to clean the page, and questions, are the right of who reads it. */
const POLITE =
  /\b(?:per favore|per cortesia|potete|potreste|grazie|offensiv\p{L}*|insult\p{L}*|razzist\p{L}*|volgar\p{L}*|spam|giustamente|bene a|fate bene|errore|sbagli\p{L}*|non vedo|non trovo|perché|come mai|posso sapere)\b/iu;

const patterned = (reading: Reading): Signal[] => {
  for (const { frame: sought, strength, says, holds = () => true } of PATTERNS) {
    const stretch = framed(reading, sought).find(
      (one) => holds(one) && reading.quote(one.first) < 0 && !isDenied(reading, one.first, 1),
    );
    if (stretch === undefined) continue;
    const polite = POLITE.test(reading.text);
    return [
      signalOnAll(reading, stretchesOf(stretch.hits), {
        category: 'disruption',
        strength: polite ? 0.4 : strength,
        source: 'disturbo',
        reason: `${quoted(reading, stretch.hits)}: ${says}${polite ? ', ma può essere solo una richiesta' : ''}.`,
      }),
    ];
  }
  return [];
};

const SAID: readonly (readonly ['dare' | 'stirs', string])[] = [
  ['dare', 'sfida chi modera a intervenire'],
  ['stirs', 'scrive solo per disturbare la discussione'],
];

const said = (reading: Reading): Signal[] =>
  SAID.flatMap(([tag, says]) =>
    reading
      .hits(tag)
      .filter(({ first }) => !isDenied(reading, first, 1))
      .map((hit) =>
        signalOn(reading, alone(hit), {
          category: 'disruption',
          strength: 0.6,
          source: 'disturbo',
          reason: `${quoted(reading, [hit])}: ${says}.`,
        }),
      ),
  );

/** Offences thrown at those who moderate the page, and what is written only to disturb. */
export const disruption: Rule = {
  categories: ['disruption'],
  notice: (reading) => [
    ...attacks(reading).map((stretch) =>
      signalOn(reading, stretch, {
        category: 'disruption',
        strength: STRENGTH[degreeOf(stretch)] ?? 0.35,
        source: 'attacco-ai-moderatori',
        reason: `${quoted(reading, [stretch])} offende chi modera o cura la pagina.`,
      }),
    ),
    ...disturbs(reading),
    ...patterned(reading),
    ...said(reading),
  ],
};
