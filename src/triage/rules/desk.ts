// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hit, Reading } from '../reading.ts';
import { alone, before, isDenied, look, sequence, sequences } from '../sentence.ts';
import { DRAWING } from '../signs.ts';
import { tagSet } from '../tag-set.ts';
import { heaviest, marksOf, quoted, stretchesOf } from './marks.ts';
import { type Rule, signalOnAll } from './rule.ts';
import { toneOf } from './tone.ts';
import { advertises } from './trade.ts';

/** Praise beside a complaint is irony: «complimenti, tre mesi per una visita». */
const TONGUE_IN_CHEEK =
  /grazie (?:per|di) n(?:iente|ulla)|grazie (?:tante )?eh|come sempre|come al solito|[🤡🤬😡😠🙄🤦👎]|\bnaturalmente\b/iu;

/** Thanks weigh against a complaint; so much more must be wrong for them to be ironic. */
const IRONIC = 7;
const OFFENCES = tagSet(['insult', 'swear-at']);

const isIrony = (reading: Reading): boolean =>
  reading.hasAny(OFFENCES) || toneOf(reading).weight >= IRONIC || TONGUE_IN_CHEEK.test(reading.text);

const HARSH = 4;

export const criticism: Rule = {
  categories: ['criticism'],
  notice: (reading) => {
    const said = reading.hits('criticism').filter((hit) => !isDenied(reading, hit.first, 2) || hit.last > hit.first);
    const { marks, weight } = toneOf(reading);
    const hits = [...said, ...heaviest(marks.hits)];
    const heavy = marks.hits.some(({ degree }) => degree === 3);
    if (hits.length === 0 || (said.length === 0 && weight < HARSH && !heavy)) return [];
    return [
      signalOnAll(reading, stretchesOf(hits), {
        category: 'criticism',
        strength: said.length > 1 || weight > 2 * HARSH ? 0.8 : 0.65,
        source: 'critica',
        reason: `${quoted(reading, hits)}: critica l’ente o un servizio, anche con ironia o toni aspri; è un diritto.`,
      }),
    ];
  },
};

/** «ma vi rendete conto?» waits for no answer; nor does an echo that goes on, «Bella favola? Il lupo chi lo fa». */
const ENDS_ASKING = /\?[^\p{L}\p{N}]*$/u;

const isRhetorical = (reading: Reading, asked: boolean): boolean => {
  const { weight } = toneOf(reading);
  return asked ? weight > HARSH : weight > HARSH / 2 || !ENDS_ASKING.test(reading.text);
};

const FEWEST_LETTERS = 2;

export const question: Rule = {
  categories: ['question'],
  notice: (reading) => {
    const asking = reading.hits('asks').filter(({ first, last }) => last > first || first <= 1);
    const mark = reading.text.indexOf('?');
    const opens = asking.some(({ first }) => first - reading.sentence(first).first <= 2);
    if (reading.words.length < FEWEST_LETTERS || (mark < 0 && !opens)) return [];
    // Without a question mark only the merely curious ask.
    if (mark < 0 && toneOf(reading).weight > 0) return [];
    const spans = asking.length > 0 ? stretchesOf(asking.slice(0, 3)) : [];
    const base = { category: 'question', source: 'domanda' };
    const placed = { spans: mark < 0 ? [] : [[mark, mark + 1] as const] };
    if (advertises(reading))
      return [{ ...base, ...placed, strength: 0.3, reason: 'Ha la forma di una domanda, ma serve a una pubblicità.' }];
    if (isRhetorical(reading, asking.length > 0))
      return [{ ...base, ...placed, strength: 0.4, reason: 'Ha la forma di una domanda, ma sembra una critica.' }];
    if (spans.length === 0)
      return [{ ...base, ...placed, strength: 0.5, reason: 'Ha un punto interrogativo: può attendere una risposta.' }];
    return [
      signalOnAll(reading, spans, {
        ...base,
        strength: mark >= 0 ? 0.85 : 0.6,
        reason: `${quoted(reading, spans)}: pone una domanda che può attendere risposta.`,
      }),
    ];
  },
};

const THING_FAULTY = sequence({ tags: ['public-thing'] }, { tags: ['faulty'], within: 5 });
const FAULTY_THING = sequence({ tags: ['faulty'] }, { tags: ['public-thing'], within: 3 });

export const complaint: Rule = {
  categories: ['complaint'],
  notice: (reading) => {
    const told = marksOf(reading, 'reports', ({ first }) => reading.quote(first) < 0);
    const faults = [...sequences(reading, THING_FAULTY), ...sequences(reading, FAULTY_THING)];
    const old = reading.hits('complaint').map(alone);
    const clues = [...stretchesOf(told.hits), ...faults, ...old];
    if (clues.length === 0) return [];
    const plain = told.weight >= 3;
    const ironic = !plain && toneOf(reading).weight > 2 * HARSH;
    return [
      signalOnAll(reading, clues, {
        category: 'complaint',
        strength: plain ? 0.8 : ironic ? 0.45 : clues.length > 1 ? 0.65 : 0.55,
        source: 'segnalazione',
        reason: `${quoted(reading, clues)}: segnala qualcosa che non funziona; può servire l’ufficio competente.`,
      }),
    ];
  },
};

/** «bravi» alone thanks, «siete bravi» may not. */
const YOU_ARE = look(['you-are'], 1);

export const thanks: Rule = {
  categories: ['thanks'],
  notice: (reading) => {
    const isThanks = (hit: Hit): boolean =>
      !isDenied(reading, hit.first, 2) &&
      reading.quote(hit.first) < 0 &&
      before(reading, hit.first, YOU_ARE) === undefined;
    const { hits, weight } = marksOf(reading, 'thanks-word', isThanks);
    if (hits.length === 0 || isIrony(reading)) return [];
    const asks = reading.text.includes('?');
    const plain = weight >= 3;
    return [
      signalOnAll(reading, stretchesOf(hits), {
        category: 'thanks',
        strength: plain ? (asks ? 0.5 : 0.75) : 0.4,
        source: 'ringraziamento',
        reason: asks
          ? `${quoted(reading, hits)}: ringrazia, ma insieme chiede qualcosa.`
          : `${quoted(reading, hits)}: ringrazia o si complimenta.`,
      }),
    ];
  },
};

/** Words that want a person, however few. */
const TELLING = tagSet([
  'insult',
  'swear',
  'swear-at',
  'slur',
  'emergency',
  'thanks-word',
  'criticism',
  'complaint',
  'threat',
  'death-wish',
  'obscene',
  'blasphemy',
  'campaign',
  'censor',
  'lure',
  'sale',
  'crime-claim',
  'alarm',
  'group',
  'call-to-violence',
  'illicit-call',
  'violent-order-them',
]);
/** Drawings that say something against somebody. */
const PICTURED = /[🤡💩🐑🐷🐍🤮👎🐌🖕🍆🍑🍌👅🔪💣🔫⚰🧨🪓😡🤬🐽🐖🙈🆘🖤💰🐀🐭🐴]/u;
const LONGEST_GREETING = 8;

/** Nothing that needs a person: only emoji, a tag, a greeting, assent, or a single word that means nothing to the rules. */
export const nothingToDo: Rule = {
  categories: ['nothing-to-do'],
  notice: (reading) => {
    const { words, mentions, links, text } = reading;
    if (
      words.length > LONGEST_GREETING ||
      links.length > 0 ||
      reading.hasAny(TELLING) ||
      ((reading.signs & DRAWING) !== 0 && PICTURED.test(text))
    )
      return [];
    const small = words.every((_, index) => reading.isWithin(index, 'small-talk'));
    if (words.length > 1 && (!small || text.includes('?'))) return [];
    const heavy = reading.hits('grievance').some(({ degree }) => degree === 3);
    if (words.length === 1 && !small && (heavy || text.includes('?') || /!!|\.\.|…/u.test(text))) return [];
    const reason =
      words.length > 0
        ? small
          ? 'Un saluto, un assenso o una condivisione, senza contenuto da trattare.'
          : 'Una sola parola, senza contenuto da trattare.'
        : mentions.length > 0
          ? 'Chiama soltanto altri utenti.'
          : 'Solo emoji o segni.';
    const strength = words.length === 0 ? 0.9 : small ? 0.8 : 0.6;
    return [{ category: 'nothing-to-do', strength, spans: [], source: 'forma', reason }];
  },
};
