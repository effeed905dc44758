// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from '../lexicon/entry.ts';
import type { Hit, Reading } from '../reading.ts';
import {
  after,
  alone,
  before,
  isDenied,
  look,
  type Sequence,
  type Stretch,
  sequence,
  sequences,
  spanOf,
} from '../sentence.ts';
import { DRAWING } from '../signs.ts';
import { type Frame, frame, frameAcross, framed } from '../together.ts';
import { quoted } from './marks.ts';
import { type Rule, signalOn } from './rule.ts';

const CATEGORY = 'threat';
const SOURCE = 'grammatica-minaccia';
const TARGETS: readonly Tag[] = ['you', 'group', 'slur', 'staff', 'they', 'body'];
const WHOM: readonly Tag[] = ['you', 'they'];

interface Pattern {
  readonly steps: Sequence;
  /** Strength where the violent word is grave, and where it is ambiguous. */
  readonly grave: number;
  readonly lighter: number;
  readonly says: string;
}

/** Subject and will, harm, target: who means to do what to whom. */
const GRAMMAR: readonly Pattern[] = [
  // «vi ammazzo», «ti sistemo»
  {
    steps: sequence({ tags: ['you'] }, { tags: ['violent-first', 'violent-future', 'rough-first'] }),
    grave: 0.9,
    lighter: 0.65,
    says: 'annuncia a chi legge un atto violento, in prima persona',
  },
  // «all’educatore … li sistemo io»
  {
    steps: sequence({ tags: ['they'] }, { tags: ['rough-first'] }),
    grave: 0.6,
    lighter: 0.45,
    says: 'annuncia un atto violento contro qualcuno, in prima persona',
  },
  // «li ucciderò»
  {
    steps: sequence({ tags: ['they'] }, { tags: ['violent-future', 'violent-first'] }),
    grave: 0.7,
    lighter: 0.4,
    says: 'annuncia un atto violento contro qualcuno, in prima persona',
  },
  // «sparerò al prossimo…», «ammazzo te e…»
  {
    steps: sequence({ tags: ['violent-future', 'violent-first'] }, { tags: TARGETS, within: 2 }),
    grave: 0.8,
    lighter: 0.4,
    says: 'annuncia un atto violento contro qualcuno, in prima persona',
  },
  // «ti stacco la testa», «gli rompo le ossa», «gli tiro una fucilata»
  {
    steps: sequence({ tags: WHOM }, { tags: ['break-first'] }, { tags: ['body-part', 'arms', 'blows'], within: 5 }),
    grave: 0.9,
    lighter: 0.85,
    says: 'annuncia di colpire o ferire una persona',
  },
  // «vi brucio la macchina»
  {
    steps: sequence({ tags: WHOM }, { tags: ['break-first', 'violent-first'] }, { tags: ['belongings'], within: 1 }),
    grave: 0.85,
    lighter: 0.8,
    says: 'annuncia di danneggiare le cose di una persona',
  },
  // «ti faccio sputare sangue»
  {
    steps: sequence({ tags: WHOM }, { tags: ['make-first'] }, { tags: ['made-harm'], within: 2 }),
    grave: 0.85,
    lighter: 0.8,
    says: 'annuncia di fare del male a qualcuno',
  },
  // «vengo col fucile»
  {
    steps: sequence({ tags: ['come-first'] }, { tags: ['weapon'], within: 5 }),
    grave: 0.9,
    lighter: 0.85,
    says: 'annuncia di venire armato',
  },
  // «vi aspetto sotto casa»
  {
    steps: sequence({ tags: ['you'] }, { tags: ['ambush-first'] }, { tags: ['ambush-place'], within: 4 }),
    grave: 0.8,
    lighter: 0.7,
    says: 'annuncia un agguato: dice che aspetterà o cercherà qualcuno',
  },
  // «so dove abiti»
  {
    steps: sequence({ tags: ['know-first'] }, { tags: ['whereabouts'], within: 1 }),
    grave: 0.85,
    lighter: 0.8,
    says: 'fa sapere di conoscere dove qualcuno vive, lavora o manda i figli',
  },
  // «voglio uccidervi»
  {
    steps: sequence({ tags: ['intent'] }, { tags: ['violent-infinitive-you'], within: 1 }),
    grave: 0.85,
    lighter: 0.6,
    says: 'dice di voler fare del male a chi legge',
  },
  {
    steps: sequence({ tags: ['intent'] }, { tags: ['violent-infinitive-them'], within: 1 }),
    grave: 0.7,
    lighter: 0.4,
    says: 'dice di voler fare del male a qualcuno',
  },
  {
    steps: sequence(
      { tags: ['intent'] },
      { tags: ['violent-infinitive'], within: 1 },
      { tags: ['group', 'slur', 'staff', 'you', 'body'], within: 3 },
    ),
    grave: 0.85,
    lighter: 0.5,
    says: 'dice di voler fare del male a persone determinate o a un gruppo',
  },
];

/** Words that threaten in company, wherever in the sentence they stand. */
const AROUND: readonly { readonly frame: Frame; readonly strength: number; readonly says: string }[] = [
  // «prima o poi ti becco», «vi vengo a cercare fino a casa»
  {
    frame: frame(7, ['ambush-first', 'come-first'], ['you'], ['menacing']),
    strength: 0.6,
    says: 'annuncia un incontro che suona come un agguato',
  },
  {
    frame: frame(6, ['rough-first'], ['they', 'staff', 'known-person'], ['menacing', 'they']),
    strength: 0.6,
    says: 'annuncia di fare del male a qualcuno',
  },
  // «pensa alla tua famiglia prima di firmare»
  { frame: frameAcross(8, ['your-kin'], ['kin-fate']), strength: 0.6, says: 'tira in mezzo la famiglia di qualcuno' },
  // «domattina la tua macchina la trovi senza gomme»
  {
    frame: frame(7, ['belongings'], ['thing-fate']),
    strength: 0.6,
    says: 'annuncia di danneggiare le cose di una persona',
  },
  // «il coltello ce l’ho in macchina»
  { frame: frameAcross(10, ['arms', 'weapon'], ['threatens-use']), strength: 0.65, says: 'fa sapere di avere un’arma' },
];

const CLOSE = look(['you', 'they', 'toward-you'], 12);

/** Somebody is spoken to, or spoken of as known: «la tua», «voi», «lo». */
const isAtSomebody = (reading: Reading, { first, last }: Stretch): boolean =>
  reading.hits('you').length > 0 ||
  before(reading, last, CLOSE) !== undefined ||
  after(reading, first, CLOSE) !== undefined;

const gathered = (reading: Reading): Reckoned[] =>
  AROUND.flatMap(({ frame: sought, strength, says }) =>
    framed(reading, sought)
      .filter((stretch) => isAtSomebody(reading, stretch))
      .slice(0, 1)
      .map((stretch) => ({ stretch, strength, says })),
  );

interface Reckoned {
  readonly stretch: Stretch;
  readonly strength: number;
  readonly says: string;
}

const isLight = ({ hits }: Stretch): boolean =>
  hits.some(({ tag, degree }) => (tag.startsWith('violent') || tag === 'rough-first') && degree < 3);

const spoken = (reading: Reading): Reckoned[] =>
  GRAMMAR.flatMap(({ steps, grave, lighter, says }) =>
    sequences(reading, steps).map((stretch) => ({ stretch, says, strength: isLight(stretch) ? lighter : grave })),
  );

const FIXED: readonly (readonly [Tag, readonly [number, number, number], string])[] = [
  // «ti aspetto fuori» is also said among friends.
  ['threat', [0.45, 0.6, 0.9], 'è una formula di minaccia'],
  ['death-wish', [0.6, 0.7, 0.75], 'augura la morte o un male grave'],
];

const fixed = (reading: Reading): Reckoned[] =>
  FIXED.flatMap(([tag, strengths, says]) =>
    reading.hits(tag).map((hit: Hit) => ({ stretch: alone(hit), says, strength: strengths[hit.degree - 1] ?? 0.6 })),
  );

/** Said of oneself or of the law, a threat is none: «ve la faccio pagare in tribunale». */
const LAWFUL =
  /\b(?:tribunale|avvocat[oi]|denunci\p{L}*|querel\p{L}*|giudice|legal[ei]|procura|tar|corte dei conti|elezioni|urne|voto|voti|urna|stampa|giornali|giornale|ricorso|carte bollate)\b/iu;

/** «la multa, gliela faccio pagare»: money is only money. */
const MONEY =
  /\b(?:mult[ae]|bollett[ae]|ticket|tass[ae]|tributi|affitto|spese|danni|risarcimento|abbonamento|rett[ae])\b/iu;

/** Laughter and hearts: among friends people kill one another all day. */
const LAUGHTER = /[😂🤣😄😆😅😍😘❤💙💚💛🥰😁😇🎂🥳]/u;

const isFriendly = (reading: Reading): boolean =>
  reading.hits('friendly').length > 0 || ((reading.signs & DRAWING) !== 0 && LAUGHTER.test(reading.text));

const isOfMoney = (reading: Reading, stretch: Stretch): boolean =>
  /pag/iu.test(reading.text.slice(...spanOf(reading, stretch))) && MONEY.test(reading.text);

/** Drawings of weapons and blood, beside somebody they are meant for. */
const WEAPONS_DRAWN = /[🔪🔫💣⚰🪓🧨🗡🩸]/gu;
const MEANT_FOR =
  /\b(?:per te|per voi|per l|a te|a voi|tu[aoei]?|vostr[aoei]|ti|vi|domani|dottor\p{L}*|assessor\p{L}*|sindac\p{L}*|direttor\p{L}*|presidente)\b|\d \d \d/iu;

const drawn = (reading: Reading): Reckoned[] => {
  if ((reading.signs & DRAWING) === 0) return [];
  const drawings = reading.text.match(WEAPONS_DRAWN) ?? [];
  const last = reading.words.length - 1;
  if (drawings.length === 0 || last < 0 || last > 11 || !MEANT_FOR.test(reading.text)) return [];
  return [
    {
      stretch: { first: 0, last, hits: [] },
      strength: 0.65,
      says: `è accompagnato da disegni di armi (${drawings[0]})`,
    },
  ];
};

/** «si crepa di caldo», «si schiatta»: said of everybody's discomfort. */
const isImpersonal = (reading: Reading, { first }: Stretch): boolean => {
  const word = reading.words[first - 1];
  return word !== undefined && /^(?:si|ci si|li fate|ci fate)$/iu.test(reading.text.slice(word.start, word.end));
};

/** Harm announced to a person: who means to do it, what, to whom. Idioms, games and recourse to the law are none. */
export const threat: Rule = {
  categories: [CATEGORY],
  notice: (reading) => {
    const said = [...spoken(reading), ...fixed(reading), ...gathered(reading), ...drawn(reading)];
    if (said.length === 0) return [];
    const speaksOfLaw = LAWFUL.test(reading.text);
    const friendly = isFriendly(reading);
    return said
      .filter(({ stretch }) => !isDenied(reading, stretch.first, 2) && !isImpersonal(reading, stretch))
      .filter(({ stretch }) => !reading.isWithin(stretch.first, 'negation'))
      .map(({ stretch, strength, says }) => {
        const lawful = strength <= 0.65 && (speaksOfLaw || isOfMoney(reading, stretch));
        const reason = `${quoted(reading, [stretch])} ${says}`;
        return signalOn(reading, stretch, {
          category: CATEGORY,
          strength: friendly ? Math.min(0.35, strength / 2) : lawful ? strength / 2 : strength,
          source: SOURCE,
          reason: friendly
            ? `${reason}, ma il tono sembra scherzoso.`
            : lawful
              ? `${reason}; parla però di vie legali, di voto o di denaro, che sono leciti.`
              : `${reason}: va guardato subito.`,
        });
      });
  },
};
