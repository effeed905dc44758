// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Look, type Noticed, one } from './draft-reading.ts';
import { has, joinedSpans, overlap, sentenceAt, wholeWords } from './passages.ts';

const SURE = 0.5;
const BIRTH_OR_RECORD = wholeWords(
  'è\\snat[oa]|cicogna|prim[oa]\\snat[oa]|elementare|primaria|asilo|materna|faccine|visini',
);

const OF_ANIMALS = wholeWords('can[ei]|cagnolin[oa]|gatt[oaie]|gattin[oa]|canile|gattile|cavall[oa]|micro-?chip');

/** One who is under age, named, told or pictured: children in general are nobody. */
export const minor: Look = (reading) => {
  const { text, sentences, named, described, child, pictured, signals } = reading;
  const somebody = [...named, ...described];
  const hasSomebody = (span: readonly [number, number]): boolean => {
    const bounds = sentenceAt(sentences, span);
    return somebody.some((person) => overlap(person, bounds));
  };
  const hasChildWord = (span: readonly [number, number]): boolean => {
    const bounds = sentenceAt(sentences, span);
    return child.words.some((word) => overlap(word, bounds));
  };
  const childSeen = pictured.some(({ isChild, hasBasis }) => isChild && !hasBasis);
  const isAnimal = (span: readonly [number, number]): boolean =>
    has(text, OF_ANIMALS) && /\d|anni|mesi/u.test(text.slice(...span)) && !hasChildWord(span) && named.length === 0;
  const besides = child.besides
    .filter((span) => !isAnimal(span))
    .filter((span) => (childSeen && has(text.slice(...span), BIRTH_OR_RECORD)) || hasSomebody(span));
  const aged = child.besides.filter((span) => /\d|anni|mesi/u.test(text.slice(...span)) && hasChildWord(span));
  const told = aged.filter((span) => hasSomebody(span) || isOne(text.slice(...sentenceAt(sentences, span))));
  const noticed = signals.flatMap(({ category, source, strength, spans }) =>
    category === 'personal-data' && source === 'minore' && strength >= SURE && spans.some(hasSomebody) ? spans : [],
  );
  const inText = one(
    joinedSpans([...child.certain, ...besides, ...told, ...noticed]),
    'Fa riconoscere una persona minorenne.',
  );
  const inImage: readonly Noticed[] = childSeen
    ? [
        {
          spans: [],
          reason: 'Nell’immagine si riconoscono minorenni: servono le firme di chi ne ha la responsabilità.',
        },
      ]
    : [];
  return [...inText, ...inImage];
};

/** «due fratellini di 4 e 7 anni», «il figlio di 5 anni»; not «i bambini di 5 anni». */
const SINGULAR = wholeWords(
  "(?:il|la|lo|l[’']|al|alla|del|della|un|una|suo|sua|nostr[oa]|quest[oa]|due|tre)\\s?(?:nostr[oa]\\s|piccol[oa]\\s|suo\\s|sua\\s)?(?:bambin[oa]|bimb[oa]|ragazzin[oa]|fratellini|sorelline|figli[oa]|nipotin[oa]|alunn[oa]|piccol[oa]|minore|minorenne|gemellini|studentessa|studente)",
);
const isOne = (sentence: string): boolean => has(sentence, SINGULAR) && !has(sentence, IN_GENERAL);
const IN_GENERAL = wholeWords(
  'se\\s(?:il|un|una|hai|avete)|ogni\\s(?:bambin[oa]|figli[oa])|per\\s(?:ogni|ciascun)|chi\\sha|quando\\sun|dal\\ssecondo\\sfiglio|figlio\\sa\\scarico|gratis|gratuit[oa]|ridott[oa]|tariff[ae]|bonus|assegno|contributo|ingresso|iscri\\p{L}+|vaccin\\p{L}+',
);
