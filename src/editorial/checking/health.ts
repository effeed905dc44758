// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { ailmentsIn } from '#triage';
import { beside, type DraftReading, individuals, inSentence, type Look, one } from './draft-reading.ts';
import { healthIn, wardsIn } from './matters.ts';
import { has, joinedSpans, overlap, spansOf, wholeWords } from './passages.ts';

const SURE = 0.5;
/** «una storia a lieto fine»: told of somebody who is there, and of nobody in general. */
const IN_CARE = wholeWords(
  'ricoverat[oaie]|degent[ei]|pazient[ei]|in\\scura|operat[oa]|entrat[oa]|dimess[oa]|assistit[oa]',
);

const SINGLE = wholeWords(
  "(?:un|una|uno|un[’']|il|la|lo|l[’'])\\s?(?:nostr[oa]\\s|giovane\\s|piccol[oa]\\s|anzian[oa]\\s|brav[oa]\\s)?(?:uomo|donna|ragazz[oa]|bambin[oa]|bimb[oa]|mamma|papà|alunn[oa]|student(?:e|essa)|dipendente|collega|operat(?:ore|rice)|infermier[ea]|autista|ospite|paziente|signor[ae]|pensionat[oa]|concittadin[oa]|neonat[oa]|turista|volontari[oa]|maestr[oa]|insegnante|\\d+enne|\\p{L}+enne)",
);
const SPECIFIC = wholeWords(
  'ieri|stamattina|stanotte|questa\\snotte|scors[oaie]|da\\s(?:\\d+|un|due|tre|quattro|cinque|sei)\\s(?:ann[oi]|mes[ei]|giorni|settimane)|\\d{1,3}\\sanni|(?:ann[oi]|mes[ei]|settiman[ae]|giorni)\\sfa|è\\stornat[oa]|ha\\svinto|(?:la\\ssua|una)\\sstoria|coraggio|guerrier[oa]|combatte|lotta|è\\sstat[oa]\\s(?:ricoverat|operat|colpit|dimess|trasferit|trovat|soccors|trasportat)[oa]',
);
const IN_GENERAL = wholeWords(
  'se|quando|chi|ogni|può|possono|deve|devono|puoi|bisogna|chiama\\p{L}*|su\\s(?:\\d+|due|tre|quattro|cinque|otto|dieci|cento)|gratis|gratuit[oaie]|screening|vaccin\\p{L}+|prenot\\p{L}+|campagna|corso|compie|per\\scento',
);

/** What is said of one by the verb: an office protects nobody's own health. */
const ILL = wholeWords(
  "(?:è|era)\\sstat[oa]\\s(?:operat|ricoverat|colpit)[oa]|è\\s(?:in\\scura|ricoverat[oa]|malat[oa]|in\\schemio\\p{L}*|in\\sterapia|in\\scoma|positiv[oa]|sieropositiv[oa]|incinta|depress[oa])|ha\\s(?:il|la|l[’'])\\s?(?:covid|alzheimer|parkinson|tumore|cancro|diabete|leucemia|sclerosi)|soffre\\sdi|affett[oa]\\sda|in\\schemioterapia",
);
const HOLDER = wholeWords(
  "(?:il|la|l[’'])\\s?(?:nostr[oa]\\s)?(?:sindac[oa]|vicesindac[oa]|assess(?:ore|ora)|consiglier[ea]|president[ei]|parroco|preside|dirett(?:ore|rice)|comandante|segretari[oa]|primari[oa])",
);
const illOnes = (reading: DraftReading): readonly Span[] =>
  inSentence(reading, spansOf(reading.text, ILL), [
    ...reading.people.filter(({ basis }) => basis !== 'history' && basis !== 'credited').map(({ span }) => span),
    ...spansOf(reading.text, HOLDER),
  ]);

/** «ieri una donna è stata ricoverata per la meningite»: of one, and not of all. */
function toldOfOne({ text, sentences }: DraftReading): readonly Span[] {
  const specific = sentences.filter((sentence) => {
    const said = text.slice(...sentence);
    return has(said, SINGLE) && has(said, SPECIFIC) && !has(said, IN_GENERAL);
  });
  return healthIn(text).filter((word) => specific.some((sentence) => overlap(word, sentence)));
}

/** «mi ha seguita durante la chemioterapia», and a name under the letter. */
const OF_MINE = wholeWords('mi|mio|mia|miei|mie|ho|sono\\sstat[oa]|ero');
const IN_LETTER = wholeWords(
  'riceviamo|pubblichiamo|ci\\s(?:ha\\s)?scriv\\p{L}+|ci\\s(?:ha\\s)?scritto|lettera|messaggio|testimonianza|racconta|le\\ssue\\sparole|firmato',
);
function ownHealth({ text, sentences, named }: DraftReading): readonly Span[] {
  if (named.length === 0 || !has(text, IN_LETTER)) return [];
  const mine = sentences.filter((sentence) => has(text.slice(...sentence), OF_MINE));
  return healthIn(text).filter((word) => mine.some((sentence) => overlap(word, sentence)));
}

/** The health of one person, named or told: never diffused, with no reason and no release. */
export const sensitiveData: Look = (reading) => {
  const { text, signals, pictured, draft } = reading;
  const somebody = individuals(reading);
  const wards = wardsIn(text);
  const told = beside(
    reading,
    [...healthIn(text), ...ailmentsIn(text).filter((span) => !NO_ILLNESS.test(text.slice(...span)))],
    somebody,
  );
  const kept = has(text, IN_CARE) || told.length > 0 ? beside(reading, wards, somebody) : [];
  const noticed = signals.flatMap(({ category, strength, spans }) =>
    category === 'sensitive-data' && strength >= SURE && somebody.length > 0 ? spans : [],
  );
  const inText = one(
    joinedSpans([...told, ...kept, ...noticed, ...toldOfOne(reading), ...illOnes(reading), ...ownHealth(reading)]),
    'Parla della salute di una persona che si può riconoscere: non si pubblica, nemmeno con il suo consenso.',
  );
  if (inText.length > 0) return inText;
  const patients = pictured.some(({ isPatient, hasBasis }) => isPatient && !hasBasis);
  const shown = patients || (pictured.some(({ hasBasis }) => !hasBasis) && has(imagesOf(draft.images), CARE_SHOWN));
  return shown
    ? [
        {
          spans: wards,
          reason:
            'Nell’immagine si vedono persone in cura: la loro salute non si pubblica, nemmeno con il loro consenso.',
        },
      ]
    : [];
};

/** Of triage's words on how people are, those that say nothing of health in a post. */
const NO_ILLNESS =
  /^(?:lutto|stress|stanchezza|paura|ansia|sonno|fame|sete|dolore|dispiacere|caldo|freddo|cadut\p{L}.*)$/iu;

const CARE_SHOWN = wholeWords(
  "pazient[ei]|ricoverat[oaie]|referto|radiografia|cartella\\sclinica|flebo|letto\\sd[’']ospedale|in\\sdialisi|carrozzina|stampelle|gesso|ferita|cicatric[ei]",
);

const imagesOf = (images: readonly { readonly description?: string }[] = []): string =>
  images.map(({ description = '' }) => description).join('\n');
