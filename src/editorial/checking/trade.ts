// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Look, one } from './draft-reading.ts';
import { exactWords, has, joinedSpans, sentenceAt, spansOf, wholeWords } from './passages.ts';

const OFFER = wholeWords(
  '(?:il\\s|uno\\s|con\\s|del\\s)?(?:\\d+\\s?(?:%|per\\scento)\\s(?:di\\s)?sconto)|scont[oi]\\s(?:del|di|speciale|riservat\\p{L}+|per\\si\\s(?:nostri|follower))|scontat[oaie]\\s(?:del|per)|promo|offert[ae]\\s(?:speciale|lancio|imperdibil[ei]|valid[ae]|del\\s(?:mese|giorno)|esclusiv[ae])|prim[oa]\\s(?:mese|visita|lezione|seduta|consulenza)\\s(?:è\\s)?(?:gratis|gratuit[oa]|omaggio|a\\s\\d)|(?:solo|soli|appena|soltanto|a)\\s\\d+,\\d{2}\\s(?:euro|€)|a\\spartire\\sda\\ssoli|buono\\s(?:sconto|spesa\\sda)|coupon|black\\sfriday|prezzo\\s(?:speciale|lancio|imbattibile)|cashback|gift\\scard',
);
const CODE = exactWords('(?:[Cc]on\\s(?:il\\s)?)?codice\\s(?:sconto\\s|promo\\s)?[A-Z][A-Z0-9]{3,}');
/** A gift that bears its maker's name. */
const GIFT = exactWords('[Ii]n\\s(?:omaggio|regalo)\\s[^.!?\\n]{0,60}?\\p{Lu}\\p{L}+');
const PUSH = wholeWords(
  'ci\\s(?:troviamo|siamo\\strovati)\\s(?:benissimo|bene)|(?:vi\\s)?consigliamo\\s(?:di\\s(?:comprare|provare|acquistare|andare)|il\\s(?:ristorante|negozio|bar)|la\\s(?:pizzeria|trattoria)|lo\\sstudio)|prenotate\\sda(?!\\s(?:casa|app|smartphone|telefono|domani|oggi|remoto|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica))|passate\\s(?:da|dal|dalla)\\s(?:bar|ristorante|pizzeria|gelateria|negozio|trattoria|enoteca|pasticceria|libreria|centro\\sestetico)\\s\\p{L}+|correte\\s(?:da|dal|dalla|a\\scomprare)|comprate(?:l[oaie])?|acquistate(?:l[oaie])?|(?:l[oaie]\\s)?(?:trovate|acquistate)\\snel\\s(?:suo|loro)\\s(?:shop|negozio|sito)|(?:suo|nostro|loro)\\sshop|la\\smigliore\\s(?:della|del|in|di)|il\\smigliore?\\s(?:della|del|in|di|ristorante|gelato|caffè)|i\\smigliori\\s(?:della|del|in|di)|(?:ristorante|hotel|spa|resort|locale|menù|aperitivo)\\sda\\ssogno|provate\\s(?:il|la|i|le|lo)\\s(?:loro|suo)|lo\\ssponsor|sponsor\\s(?:ufficial[ei]|dell)|grazie\\sallo\\ssponsor|offert[oaie]\\sda(?:l|lla|llo)?\\s(?:bar|ristorante|ditta|negozio|gelateria|pizzeria|supermercato|agenzia|concessionaria)|regala\\s(?:alle|ai)\\snostr[ie]\\s\\p{L}+|testimonial|quell[oaie]\\sche\\susano\\s(?:i|le|gli)\\snostr[ie]|leader\\s(?:del|nel|di)\\s(?:settore|mercato)|qualità\\s(?:imbattibile|garantita)|dite\\sche\\sv[i]?\\smand|mi\\smanda\\sil\\scomune|abbonatevi|iscrivetevi\\salla\\spalestra|prodott[oi]\\s(?:di|della|del)\\s\\p{L}+\\sin\\svendita',
);
const BRANDED = exactWords(
  "[Ss]caric(?:a|ate)\\s(?:l[’']app\\s)?\\p{Lu}\\p{L}+\\s(?:Premium|Plus|Pro|Gold)|\\p{L}+\\s(?:Premium|Plus|Gold)(?=:|\\s)",
);
/** What the body itself asks for a service, and lets off. */
const OWN_FEE = wholeWords(
  'mult[ae]|sanzion[ei]|tari|imu|tariff[ae]|rett[ae]|bollett[ae]|tribut[oi]|tass[ae]|canone|mensa|nido|nidi|scuolabus|bus|tram|metro|trasport[oi]|abbonament[oi]\\s(?:al\\strasporto|ai\\smezzi|annuale\\sal\\sbus|studenti|musei)|bigliett[oi]|ingresso|museo|musei|teatro|piscina\\scomunale|isee|bonus|agevolazion[ei]|compostiera|biblioteca|libr[oi]|alber[oi]|piantin[ae]|vaccin[oi]',
);

/** Somebody else's goods or business, praised or offered. */
export const advertising: Look = ({ text, sentences }) => {
  const offers = [
    ...spansOf(text, OFFER),
    ...spansOf(text, CODE),
    ...spansOf(text, BRANDED),
    ...spansOf(text, GIFT),
  ].filter((span) => !has(text.slice(...sentenceAt(sentences, span)), OWN_FEE));
  const found = [...offers, ...spansOf(text, PUSH)];
  return one(joinedSpans(found), 'Fa pubblicità a un’attività o a un prodotto di altri.');
};
