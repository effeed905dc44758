// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from '../lexicon/entry.ts';
import type { Reading } from '../reading.ts';
import { alone, before, hasAny, isDenied } from '../sentence.ts';
import { type Rule, signalOnAll } from './rule.ts';
import { advertises } from './trade.ts';

const hitsOf = (reading: Reading, tag: Tag) => reading.hits(tag).map(alone);

/** Praise beside a complaint is irony: «complimenti, tre mesi per una visita». */
const TONGUE_IN_CHEEK =
  /grazie (?:per|di) n(?:iente|ulla)|come sempre|come al solito|[🤡🤬😡😠🙄🤦]|\bnaturalmente\b|(?:due|tre|quattro|cinque|sei|\d{1,3}) (?:mesi|anni|ore) (?:per|di|e)\b/iu;

const isIrony = (reading: Reading): boolean =>
  hasAny(reading, ['criticism', 'complaint', 'insult', 'swear']) || TONGUE_IN_CHEEK.test(reading.text);

export const criticism: Rule = {
  categories: ['criticism'],
  notice: (reading) => {
    const said = reading.hits('criticism').filter((hit) => !isDenied(reading, hit.first, 2) || hit.last > hit.first);
    const ironic = reading.hits('thanks').length > 0 && isIrony(reading) ? hitsOf(reading, 'thanks') : [];
    const clues = [...said.map(alone), ...ironic];
    if (clues.length === 0) return [];
    return [
      signalOnAll(reading, clues, {
        category: 'criticism',
        strength: said.length > 1 ? 0.8 : 0.65,
        source: 'critica',
        reason:
          said.length > 0
            ? 'Critica l’ente o un servizio: è un diritto, anche con toni aspri.'
            : 'Il ringraziamento o il complimento sembra ironico: è una critica.',
      }),
    ];
  },
};

export const question: Rule = {
  categories: ['question'],
  notice: (reading) => {
    const asked = hitsOf(reading, 'question');
    const mark = reading.text.indexOf('?');
    if (mark < 0 && !asked.some(({ first }) => first <= 1)) return [];
    if (advertises(reading))
      return [
        {
          category: 'question',
          strength: 0.3,
          spans: mark < 0 ? [] : [[mark, mark + 1]],
          source: 'domanda',
          reason: 'Ha la forma di una domanda, ma serve a una pubblicità.',
        },
      ];
    const base = { category: 'question', source: 'domanda', reason: 'Pone una domanda che può attendere risposta.' };
    if (asked.length > 0) return [signalOnAll(reading, asked, { ...base, strength: mark >= 0 ? 0.85 : 0.6 })];
    return [{ ...base, strength: 0.5, spans: [[mark, mark + 1]] }];
  },
};

export const complaint: Rule = {
  categories: ['complaint'],
  notice: (reading) => {
    const clues = hitsOf(reading, 'complaint');
    if (clues.length === 0) return [];
    return [
      signalOnAll(reading, clues, {
        category: 'complaint',
        strength: clues.length > 1 ? 0.75 : 0.6,
        source: 'segnalazione',
        reason: 'Segnala qualcosa che non funziona: può servire l’ufficio competente.',
      }),
    ];
  },
};

export const thanks: Rule = {
  categories: ['thanks'],
  notice: (reading) => {
    if (isIrony(reading)) return [];
    const clues = reading
      .hits('thanks')
      .filter(
        (hit) =>
          !isDenied(reading, hit.first, 2) &&
          before(reading, hit.first, { tags: ['you-are'], distance: 1 }) === undefined,
      );
    if (clues.length === 0) return [];
    const asks = reading.text.includes('?');
    return [
      signalOnAll(reading, clues.map(alone), {
        category: 'thanks',
        strength: asks ? 0.3 : 0.75,
        source: 'ringraziamento',
        reason: asks ? 'Ringrazia, ma insieme chiede qualcosa.' : 'Ringrazia o si complimenta.',
      }),
    ];
  },
};

/** Nothing that needs a person: only emoji, only a tag, a single word that means nothing to the rules. */
export const nothingToDo: Rule = {
  categories: ['nothing-to-do'],
  notice: (reading) => {
    const { words, mentions, links, text } = reading;
    const telling: readonly Tag[] = [
      'insult',
      'swear',
      'swear-at',
      'slur',
      'emergency',
      'thanks',
      'criticism',
      'complaint',
      'threat',
      'death-wish',
      'obscene',
      'question',
      'blasphemy',
    ];
    if (words.length > 1 || links.length > 0 || text.includes('?') || hasAny(reading, telling)) return [];
    const reason =
      words.length === 1
        ? 'Una sola parola, senza contenuto da trattare.'
        : mentions.length > 0
          ? 'Chiama soltanto altri utenti.'
          : 'Solo emoji o segni.';
    return [
      { category: 'nothing-to-do', strength: words.length === 1 ? 0.7 : 0.9, spans: [], source: 'forma', reason },
    ];
  },
};
