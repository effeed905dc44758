// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { type Look, one } from './draft-reading.ts';
import { joinedSpans, spansOf, wholeWords } from './passages.ts';

const IRONY = wholeWords(
  "così\\s(?:facile|semplice|difficile)\\sche|ci\\sriesce\\s(?:perfino|persino|anche)\\s\\p{L}+|poverin[oaie]|poveri\\s(?:loro|noi)|meno\\smale\\sche|meglio\\stardi\\sche\\smai|chi\\s(?:poteva|l[’']avrebbe|avrebbe)\\s(?:mai\\s)?(?:immaginare|immaginato|detto|pensato)|ha\\scolto\\s(?:tutti\\s)?di\\ssorpresa|(?:diplomat[oa]|laureat[oa]|promoss[oa])\\scon\\slode|indovinate\\s(?:un\\spo[’']\\s)?(?:chi|che|cosa|dove|un)|apprezziamo\\slo\\ssforzo|giusto\\sgiusto|ha(?:nno)?\\sscoperto\\s(?:oggi\\s|solo\\sora\\s|finalmente\\s)?che|udite,?\\sudite|rullo\\sdi\\stamburi|tenetevi\\s(?:forte|pronti)|niente\\sscuse|(?:la\\s)?(?:vostra\\s)?suocera|gli\\socchiali\\s(?:li|ve\\sli)|mangiarsi\\sil\\scappello|oroscopo|(?:testardo|precisino|pigrone|dormiglion[ei])\\s?(?:come)?|simpaticon[ei]|furb(?:etti|acchion[ei]|astri)|geni[oa]?\\s(?:del|della|dell[’']|incompres\\p{L}+)|capolavor[oi]\\sdi\\s(?:inciviltà|parcheggio|maleducazione|arte\\smoderna)|opera\\sd[’']arte\\s(?:moderna|contemporanea)|(?:nuovo\\s)?corso\\sdi\\s(?:parcheggio|inciviltà)|parcheggio\\screativo|premio\\s(?:simpatia|inciviltà|fantasia|nobel\\sper)|medaglia\\s(?:d[’']oro\\s)?(?:al|per)\\s(?:chi|l[’']inciviltà|la\\smaleducazione)|in\\sgran\\sforma|incredibile\\sma\\svero|pensate\\sun\\spo[’']|chissà\\s(?:come|perché|se|mai)|strano,?\\svero|ma\\sdai|ah\\sperò|ops|guarda\\scaso|baby-?sitter|se\\sproprio\\s(?:volete|vuoi|dovete)|in\\sorario\\sdi\\sservizio|ben\\s\\d+\\s(?:firme|like|mi\\spiace|persone)|si\\sa,|complimenti\\s(?:vivissimi|al\\sgenio|a\\schi|ai\\ssoliti|davvero)|bravi(?:ssimi)?,?\\sdavvero|grazie\\s(?:al|ai|a\\schi)\\s[^.!?\\n]{0,30}(?:incivil\\p{L}+|geni[oa]?|furb\\p{L}+|fenomen\\p{L}+)|signori\\sleoni|leon[ei]\\sda\\stastiera|professor[ei]\\sda\\s(?:tastiera|bar)|esperti\\sda\\s(?:tastiera|bar|divano)|tuttologh?[io]|webet[ei]|no\\svax|haters?|rosicon[ei]|tranquilli,?\\s(?:non|che|ci)|abracadabra|colpo\\sdi\\sscena|plot\\stwist|spoiler|cittadin[oi]\\smodello|genialat[ae]|quest[oa]\\ssconosciut[oa]|ci\\smancava|sport\\s(?:olimpico|nazionale)|passat[oa]\\sdi\\smoda|non\\smord(?:e|ono)|si\\srivolt(?:a|ano)\\snella\\stomba|ironia\\sdella\\ssorte|vero,?\\scari|cari\\s(?:colleghi|amici)\\s(?:del|di|settentrional\\p{L}+|meridional\\p{L}+)|weekend\\slungo|si\\scomincia\\sa\\spensare\\sche|a\\squanto\\spare\\snon\\sbast\\p{L}+|forse\\snon\\stutti\\ssanno\\sche|vacanz[ae]\\s(?:premio|anticipat\\p{L}+)",
);
const WINK = /[😏😜😉🙄🤡😂🤣😅🙃😬🤭😎🤷🤦😇😈🤪😝]/gu;

const ironySigns = (text: string): readonly Span[] => spansOf(text, IRONY);

/** Jokes at somebody's expense, or a meaning turned upside down. */
export const ironic: Look = ({ text }) => {
  const words = ironySigns(text);
  const winks = spansOf(text, WINK);
  return one(
    joinedSpans(words.length > 0 ? words : winks),
    'Ha un tono ironico, che su una pagina istituzionale si presta a essere frainteso.',
  );
};

const FAMILIAR = wholeWords(
  'ragazz[ie]\\s(?:miei|mie|belli)|(?:amor[ei]|tesor[oi])\\s(?:mi\\p{L}+|nostr[oi])|amic[ih]e?\\s(?:miei|mie|mia|car[ie])|amica\\smia|amico\\smio|car[ie]\\samic[ih]e?|bella\\sgente|belli(?:ssimi)?\\s(?:nostri|miei)|raga|regà|bro|ciao\\s(?:a\\stutti|belli|bella|ragazzi|amici|popolo)|ciao(?:ne|oo+)|eh[iy]\\s(?:tu|voi|ragazzi)?|ehi|hey|baci(?:ni|oni)?|bacioni|un\\s(?:abbraccio(?:ne)?|bacio(?:ne)?|bacino)|abbracci(?:oni)?|vi\\s(?:si\\svuole|vogliamo|voglio|amiamo|adoriamo)\\s?(?:tanto\\s|un\\s(?:mondo|sacco)\\sdi\\s)?(?:bene)?|ci\\soffendiamo|daje|dai\\s(?:che|ragazzi|raga|su)|forza\\sragazzi|cuoricin[oi]|smack|besos|kiss|pezzo\\sdi|mettetevi\\sin\\sfila|mitic[oaie]|grandissim[oaie]|grand[ei]\\sragazz[ie]|numer[oi]\\sun[oi]|siete\\s(?:i\\smigliori|fantastici|mitici|super|troppo)|troppo\\s(?:bell[oaie]|fort[ei]|simpatic\\p{L}+)|wow|slurp|gnam|yeah|yuppi|evviva|olè|urrà|che\\s(?:figata|figo|bomba|spettacolo|meraviglia|goduria)|figat[ae]|fig[oa]|al\\stop|da\\sbrivid[oi]|pazzesc[oaie]|cicogna|principess[ae]|stellin[ae]|piccolin[oaie]|nonnin[oaie]|vecchiett[oaie]|pulcin[oi]|birbant[ei]|birichin[oaie]|ve\\slo\\sricordate|forza\\sche|buondì|buonanotte\\sa\\stutti|buongiornissimo|notte\\s(?:belli|a\\stutti)|ci\\ssi\\svede|a\\sprestissimo|non\\sfate\\si\\s(?:timidi|pigri)|muov(?:etevi|iamoci)|sbrigatevi|dite\\sla\\sverità|segreto\\stra\\snoi|confessate|fate\\si\\sbravi|fai\\sil\\sbravo|siete\\spronti|pronti\\sa\\sfare\\sfesta',
);
const STRETCHED = /(?<!\p{L})\p{L}{0,30}?([aeiouàèéìòù])\1{2,}\p{L}{0,30}/gu;
const HEARTS = /[😍😘🥰😻💋🤗💖💕💞💘]|(?:❤️|❤|💙|💚|💛){2,}/gu;
const SHOUTED_SIGNS = /[!?]{3,}/gu;

const familiarSigns = (text: string): readonly Span[] => [
  ...spansOf(text, FAMILIAR),
  ...spansOf(text, STRETCHED),
  ...spansOf(text, HEARTS),
  ...spansOf(text, SHOUTED_SIGNS),
];

const EMOJI = /\p{Extended_Pictographic}/gu;
const MOST_EMOJI = { familiar: 4, institutional: 2 } as const;

const emojiBeyond = (text: string, most: number): readonly Span[] => {
  const emoji = spansOf(text, EMOJI);
  return emoji.length > most ? emoji : [];
};

/** Speaks to citizens as to friends of one's own. */
export const tooFamiliar: Look = ({ text }) =>
  one(
    joinedSpans([...familiarSigns(text), ...emojiBeyond(text, MOST_EMOJI.familiar)]),
    'Ha un tono troppo confidenziale per una pagina istituzionale.',
  );

/** On a network of work: no jokes, no hearts, few drawings. */
export const institutionalTone: Look = ({ text, draft: { network } }) => {
  if (network === undefined) return [];
  const found = [...familiarSigns(text), ...ironySigns(text), ...emojiBeyond(text, MOST_EMOJI.institutional)];
  return one(joinedSpans(found), 'Su questo social si scrive in modo istituzionale, per chi lavora nel settore.');
};

const BUREAUCRATIC = wholeWords(
  "si\\s(?:comunica|rende\\snoto|informa|avvisa|porta\\sa\\sconoscenza)\\s(?:la\\scittadinanza|l[’']utenza|che)|ai\\ssensi\\s(?:del|della|dell[’']|e\\sper)|in\\sottemperanza|la\\sscrivente|lo\\sscrivente|codest[oaie]|all[’']uopo|pregias[io]\\p{L}*|spett\\.|di\\scui\\sall[’']oggetto|nelle\\smore|giusta\\sdelibera\\p{L}*|s\\.v\\.|il\\ssottoscritto|ut\\ssupra|espletat[oaie]|espletamento|addivenire|ottemperare|suddett[oaie]|sopracitat[oaie]|summenzionat[oaie]|de\\squo|in\\sparola",
);
const LONGEST_SENTENCE = 50;

/** Where everybody reads: as one speaks, not as an office writes to another. */
export const conversationalTone: Look = ({ text, sentences, draft: { network } }) => {
  if (network === undefined) return [];
  const long = sentences.filter(
    (sentence) => (text.slice(...sentence).match(/[\p{L}\p{N}]{1,30}/gu)?.length ?? 0) > LONGEST_SENTENCE,
  );
  return one(
    joinedSpans([...spansOf(text, BUREAUCRATIC), ...long]),
    'Su questo social si parla a tutti: meglio frasi brevi e parole di ogni giorno.',
  );
};
