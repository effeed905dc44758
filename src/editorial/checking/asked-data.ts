// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Look, one } from './draft-reading.ts';
import { has, joinedSpans, sentenceAt, spansOf, wholeWords } from './passages.ts';

const INVITE = wholeWords(
  '(?:scrivete|mandate|inviate|lasciate|indicate|comunicate|fornite|segnalate|girate|spedite|allegate|condividete|dite|raccontate)(?:ci|mi|ce\\p{L}+)?|(?:scrivi|manda|invia|lascia|indica|comunica|gira|spedisci)(?:ci|mi|ce\\p{L}+)?|commentate\\scon|commenta\\scon|rispondete\\s(?:qui|con)|rispondi\\scon|postate|taggate|compilate\\s(?:il\\smodulo\\s(?:google|esterno)|il\\sform)|potete\\s(?:scriverci|mandarci|inviarci|lasciare)|basta\\s(?:scriverci|mandarci|inviarci|un\\smessaggio|lasciare)|fate\\sun\\s(?:commento|messaggio)',
);
const DATA = wholeWords(
  "nom[ei]\\se\\scognom[ei]|nome(?=,)|(?:vostro|tuo|suo)\\snome|nome\\sdel(?:la)?\\s(?:bambin[oa]|figli[oa]|alunn[oa]|pazient[ei]|assistit[oa]|titolare)|cognom[ei]|codic[ei]\\sfiscal[ei]|isee|cv|curriculum|(?<!(?:salva|salvate|memorizza|chiama|chiamate)\\s)(?:vostr[oa]|tu[oa]|un|il)\\s(?:numero|recapito|telefono|cellulare|e-?mail|mail)|numero\\sdi\\s(?:telefono|cellulare|tessera|pratica)|foto\\s(?:del|della|dell[’']|di)\\s?(?:document\\p{L}+|carta|tessera|referto|patente|codice|ricett\\p{L}+|volto|figli\\p{L}|bambin\\p{L}|ferit\\p{L}|bolletta|busta)|targ[ah]e?|document[oi]|carta\\sd[’']identità|tessera(?:\\ssanitaria)?|refert[oi]|ricett[ae]|dat[oi](?:\\spersonali|\\sanagrafici)?|iban|allergi[ae]|data\\sdi\\snascita|(?:vostro|tuo)\\sindirizzo|indirizzo\\sdi\\scasa|diagnosi|patologi[ae]|sintomi|stato\\sdi\\ssalute|reddito|situazione\\s(?:familiare|economica)|storia\\sclinica|esami|analisi|busta\\spaga|malatti[ae]|quanti\\sanni|dove\\sabit[ai]\\p{L}*",
);
const HERE = wholeWords(
  'qui\\ssotto|qui(?!\\s(?:il\\s(?:modulo|link|bando|testo)|la\\sdomanda|i\\sdocumenti|trov\\p{L}+|sul|tutt\\p{L}+|potete|puoi)|:)|nei\\scommenti|nel\\scommento|sotto\\s(?:al|il|questo)\\spost|comment(?:a|ate)\\scon|rispond(?:i|ete)\\scon|in\\s(?:privato|direct|dm|chat|messaggio\\sprivato|un\\scommento)|su\\s(?:messenger|whatsapp|telegram|instagram|facebook)|via\\s(?:messenger|whatsapp|dm)|messaggio\\sprivato|con\\sun\\s(?:messaggio|commento)|per\\smessaggio|modulo\\sgoogle|google\\s(?:form|moduli)|a\\squesto\\spost',
);
const NOT = wholeWords(
  'non\\s(?:si\\s)?(?:\\p{L}+\\s){0,3}(?:scriv|mand|invi|lasci|indic|comunic|chied|pubblic)\\p{L}*|mai|senza',
);
const ELSEWHERE =
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}|(?<!\p{L})(?:allo\ssportello|agli\ssportelli|all[’']ufficio|per\sposta|sul\sportale|dal\sportale|con\sspid)(?!\p{L})/iu;
/** What people showed elsewhere, gathered by the body. */
const GATHERED = wholeWords(
  'abbiamo\\s(?:letto|visto|controllato|guardato|raccolto|salvato|schedato|verificato)\\s(?:tutti\\s)?(?:i\\s|le\\s|gli\\s)?(?:vostri\\s|suoi\\s)?(?:messaggi|profil[oi]|chat|conversazion[ei]|post\\sdel|like)[^.!?\\n]{0,80}|(?:dai|sui|dal|sul)\\s(?:vostri|suo|loro)\\sprofil[oi]|screenshot\\sdel\\sgruppo|(?:li|le|vi)\\s(?:raccogliamo|schediamo|salviamo)\\s(?:qui|noi)|che\\squalcuno\\sci\\sha\\sgirato|(?:compila(?:te)?|nel|il)\\s(?:nostro\\s)?(?:google\\sform|modulo\\sgoogle|form\\sgoogle)|tagga(?:te)?\\s(?:il|la|chi|un)\\s\\p{L}+',
);

/** Asks people for their data, or for others', through the network, or gathers what they showed there. */
export const networkData: Look = ({ text, sentences, draft: { links = [] } }) => {
  const asking = sentences.filter((sentence) => {
    const said = text.slice(...sentence);
    if (!has(said, DATA) || has(said, NOT) || ELSEWHERE.test(said)) return false;
    return has(said, INVITE) && (has(said, HERE) || isToUs(said));
  });
  const spans = asking.flatMap((sentence) =>
    spansOf(text, DATA).filter((datum) => sentenceAt(sentences, datum) === sentence),
  );
  const reason =
    'Raccoglie dati delle persone attraverso il social: vanno chiesti agli uffici o sui portali di servizio.';
  const found = one(joinedSpans([...spans, ...spansOf(text, GATHERED)]), reason);
  const forms = spansOf(text, FORM);
  if (forms.length === 0 && !links.some((link) => has(link, FORM))) return found;
  return [
    ...found,
    { spans: forms, reason: 'Rimanda a un modulo esterno, che raccoglie dati fuori dai portali di servizio.' },
  ];
};

/** Forms that whoever likes makes for nothing, on others' machines. */
const FORM =
  /(?:https?:\/\/)?(?:docs\.google\.[a-z]+\/forms|forms\.gle|forms\.office\.com|forms\.microsoft\.com|[\w-]{0,40}\.?typeform\.com|[\w-]{0,40}\.?jotform\.com|[\w-]{0,40}\.?surveymonkey\.[a-z]+|tally\.so)\S*/giu;

const TO_US = wholeWords(
  '(?:scrivete|mandate|inviate|lasciate|comunicate|girate|spedite|scrivi|manda|invia|lascia|comunica|gira|dite|raccontate)(?:ci|ce\\p{L}+)',
);
const isToUs = (said: string): boolean => has(said, TO_US);
