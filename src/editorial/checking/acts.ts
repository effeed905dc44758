// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { type Look, one } from './draft-reading.ts';
import { has, joinedSpans, sentenceAt, spansOf, wholeWords } from './passages.ts';

const ACT =
  'delibera(?:zione)?|determina(?:zione)?|ordinanza|decreto|bando|graduatoria|provvedimento|atto|atti|piano|regolamento|bilancio|relazione|verbale|nomina|gara|appalto|concorso|aggiudicazione|concessione|contratto|convenzione|accordo|progetto|finanziamento|contributo|trasferimento|chiusura|apertura|documento|notizia|decisione';

const DRAFT_OF_ACT = wholeWords(
  `(?:nella\\s|la\\s|una\\s|dalla\\s|in\\s|della\\s)?bozz[ae]\\s(?:d[ei]l(?:l[ae])?|dell[’']|di)\\s?(?:${ACT})(?:[^.!?\\n,:]{0,40})?|(?:ancora|è|sono)\\sin\\sbozza`,
);
const NOT_YET = wholeWords(
  `non\\s(?:è|sono)\\s(?:ancora|stat[oaie]\\sancora)\\s(?:\\p{L}+\\s)?(?:approvat|adottat|pubblicat|firmat|ufficial|definitiv|deliberat|pubblic|formalizzat|protocollat|notificat)\\p{L}*|non\\sancora\\s(?:approvat|adottat|pubblicat|firmat|ufficial|definitiv|deliberat|pubblic|formalizzat|protocollat|notificat)\\p{L}*|(?:${ACT})\\s(?:è|sono)\\s(?:ancora\\s)?(?:al\\svisto|alla\\sfirma|in\\sfirma|da\\sfirmare|da\\sapprovare|sul\\stavolo)|ancora\\s(?:al\\svisto|alla\\sfirma|in\\sfirma|da\\s(?:approvare|firmare|deliberare|pubblicare|adottare|notificare|ufficializzare))|manca\\s(?:solo|soltanto)\\s(?:la\\sfirma|l[’']ok|il\\svisto|la\\sdelibera|l[’']ufficialità|la\\spubblicazione)|in\\sattesa\\s(?:della|di|dell[’'])\\s?(?:firma|ufficialità|pubblicazione\\sdell\\p{L}*|delibera|approvazione)|prima\\s(?:della|che)\\s[^.!?\\n]{0,20}(?:pubblicazione|firma|approvazione|ufficial\\p{L}+|delibera)|sarà\\s(?:ufficiale|approvat[oa]|votat[oa]|firmat[oa])\\s[^.!?\\n]{0,30}ma\\s`,
);
const AHEAD = wholeWords(
  "(?:vi|ve\\sl[oa])\\s(?:sveliamo|anticipiamo)|anticipiamo\\s(?:che|i|le|alcun\\p{L}+)|(?:lieti|felici|orgogliosi|contenti|possiamo)\\s(?:di\\s)?anticipar\\p{L}+|anticipazion[ei](?!\\sdi\\s)|(?:vi|ve\\sl[oa])\\s\\p{L}+\\sin\\santeprima|in\\santeprima\\sper\\svoi|indiscrezion[ei]|in\\sesclusiva|sappiamo\\sgià\\s(?:che|chi)|ci\\shanno\\sgià\\sdetto|possiamo\\sgià\\sdir\\p{L}+|la\\sgraduatoria\\sesce|la\\scommissione\\sha\\sgià|le\\sbuste\\ssi\\saprono|buste\\sancora\\schiuse|prima\\sdell[’']annuncio|ufficios\\p{L}+|voci\\sdi\\scorridoio|non\\sditelo|acqua\\sin\\sbocca|ci\\srisulta\\sche|è\\sgià\\s(?:tutto\\s)?deciso|in\\svia\\s(?:ufficiosa|informale|confidenziale)|dietro\\sle\\squinte|prima\\sancora\\sche|esiti\\snon\\sufficiali|(?:la\\sgiunta|il\\sconsiglio|la\\scommissione)\\s(?:approverà|assegnerà|nominerà|sceglierà|dirà\\ssì|darà\\sil\\svia\\slibera|ha\\sgià\\s(?:deciso|scelto))|sarà\\s(?:lui|lei)\\sil\\snuovo|il\\svincitore\\s(?:è|sarà)\\sgià|ufficialità|trapela\\p{L}*|a\\sgiorni\\s(?:la\\sfirma|l[’']ufficialità)|prima\\sdell[’']apertura\\sdelle\\sbuste|offerte\\s(?:ricevute|pervenute)\\sfinora|resti\\stra\\snoi",
);
const RESERVED = wholeWords(
  "in\\svia\\sriservata|riservatamente|(?:nota|atto|atti|documento|documenti|relazione|lettera|verbale|fascicolo|informazion[ei])\\s(?:strettamente\\s)?(?:riservat[oaie]|confidenzial[ei]|segret[oaie]|secretat[oaie])|(?:mail|e-mail|email|posta|circolare|nota|corrispondenza|comunicazione|chat|lettera|messaggio|relazione|riunione)\\sintern[ao](?:[^.!?\\n,:]{0,60})?|corrispondenza\\stra|seduta\\ssegreta(?:[^.!?\\n,:]{0,40})?|come\\s(?:riferito|detto|emerso)\\s(?:a\\sporte\\schiuse|in\\sriunione)|(?:ad?|per)\\suso\\s(?:esclusivamente\\s)?interno|document[oi]\\sintern[oi]|off\\sthe\\srecord|non\\s(?:dovremmo|potremmo|si\\spotrebbe)\\sdir\\p{L}+|verbal[ei]\\sintern[oi]|aspettiamo\\s(?:solo|soltanto)\\sla\\sfirma|presto\\sufficiale|(?:chat|mail|e-mail|messaggi|appunti|verbale)\\s(?:dei|degli|delle|tra|fra|della|del)\\s(?:dirigenti|colleghi|consiglieri|giunta|ufficio|riunione|direzione|capi|primari|assessori)|bozz[ae]\\s(?:riservat[ae]|provvisori[ae]|che\\sgira)|(?:allegato|dossier|elenco)\\sriservato|riservatissim[oaie]|(?:concorso|selezione|gara)\\s(?:è\\s)?ancora\\s(?:in\\scorso|apert[oa])|(?:graduatoria|esiti|risultati|elenco)\\s(?:è\\s|sono\\s)?(?:ancora\\s)?non\\s(?:ancora\\s)?(?:pubblicat\\p{L}|ufficial\\p{L}|definitiv\\p{L}|approvat\\p{L})|top\\ssecret|sotto\\sembargo|embargo|procediment[oi]\\s(?:disciplinar[ei]|amministrativ[oi]|sanzionator[oi]|ispettiv[oi])?\\s?(?:è\\s|ancora\\s)*(?:apert[oi]|in\\scorso|pendent[ei])|istruttoria\\s(?:è\\s)?(?:ancora\\s)?(?:in\\scorso|apert[ao])|ispezione\\s(?:è\\s)?(?:ancora\\s)?in\\scorso|gara\\s(?:d[’']appalto|di\\sappalto|per\\sl[’']affidamento)\\s[^.!?\\n]{0,20}(?:in\\scorso|apert[ao])|offert[ae]\\s(?:ancora\\s)?(?:chius[ae]|segret[ae])",
);
/** Handed out for everybody to say what they think, or made known as the law wants. */
const OPEN = wholeWords(
  "consultazione\\spubblica|osservazion[ei]|tutt[ie]\\spossono\\sleggere|dibattito\\spubblico|proposte\\sdei\\scittadini|è\\sdepositat[oa]|sono\\sdepositati|ordine\\sdel\\sgiorno|all[’']albo",
);

/** What is secret, inside, or not yet decided. */
export const reservedAct: Look = ({ text, sentences }) => {
  const found = [DRAFT_OF_ACT, NOT_YET, AHEAD, RESERVED].flatMap((pattern) => spansOf(text, pattern));
  const kept = found.filter((span) => !has(text.slice(...sentenceAt(sentences, span)), OPEN));
  return one(
    joinedSpans(kept),
    'Anticipa o rende noto ciò che è riservato, interno o non ancora deciso in via definitiva.',
  );
};

const PROCEEDING = wholeWords(
  "caus[ae]\\s(?:davanti|pendent\\p{L}|in\\scorso(?!\\sdi)|contro|legal\\p{L}|civil\\p{L}|intentat\\p{L}|promoss\\p{L}|di\\slavoro|al\\stribunale)|(?:fatto|fanno|facciamo|fa|in|questa|nella|della|la\\snostra)\\scausa(?!\\s(?:di|del|della|dell))|ricors[oi]|in\\sgiudizio|giudizio\\s(?:civile|penale|di|pendente|davanti)|process[oi]\\s(?:penal\\p{L}|civil\\p{L}|contro|davanti|è|in\\scorso)|contenzios[oi]|vertenz[ae]|controversi[ae]|tribunale|tar|consiglio\\sdi\\sstato|corte\\s(?:d[’']appello|dei\\sconti|di\\scassazione)|cassazione|in\\sappello|giudic[ei]|udienz[ae]|querel[ae]|querelat[oaie]|diffid[ae]|parte\\scivile|risarciment[oi]|richiesta\\sdi\\sdanni|richiesta\\sdanni|avvocat[oi]|(?:nostri|loro|suoi)\\slegali|controparte|sentenza|arbitrato|lodo|citazione|decreto\\singiuntivo|vie\\slegali|memoria\\sdifensiva|magistratur[ae]|procura|pignorament[oi]|esposto|denunci[ae]",
);
const STANCE = wholeWords(
  "pendent[ei]|(?:è|ancora|sono)\\s(?:ancora\\s)?in\\scorso(?!\\sdi)|in\\scorso\\s(?:davanti|al|con|contro)|ancora\\sapert[oaie]|promoss[oa]\\sda|ci\\sdar(?:à|anno)\\s(?:torto|ragione)|(?:abbiamo|avremo|avere)\\sragione|(?:nostr[ae]|buone)\\sragioni|le\\snostre\\scarte|infondat[oaie]|pretestuos[oaie]|temerari[oae]|strumental[ei]|assurd[oaie]|ridicol[oaie]|vergognos[oaie]|senza\\s(?:alcun\\s)?fondamento|dimostrerem[oi]|lo\\sproverem[oi]|(?:abbiamo|ci\\ssono)\\sle\\sprove|respingiamo|respinge\\s(?:ogni|le)|impugner(?:emo|à)|impugniamo|farem[oi]\\s(?:ricorso|appello|causa|valere)|ricorrerem[oi]|in\\sudienza|prossima\\sudienza|udienza\\s(?:è\\s)?(?:fissata|il|del)|(?:suo|loro)\\s(?:avvocato|legale)|nostri\\s(?:legali|avvocati)|vincerem[oi]|perder(?:à|anno)|siamo\\s(?:cert[ie]|sicur[ie]|convint[ie]|fiducios[ie]|tranquill[ie]|seren[ie])|con\\s(?:fiducia|serenità)|non\\sregge|non\\sstanno\\sin\\spiedi|hanno\\storto|ha\\storto|ci\\svedremo|ci\\svediamo|andrem[oi]\\s(?:fino\\sin\\sfondo|avanti)|chiederem[oi]|chieder(?:à|anno)\\s(?:il\\srisarcimento|i\\sdanni)|non\\s(?:ci\\s)?(?:temiamo|spaventa\\p{L}*|facciamo\\sintimidire)|pagher(?:à|anno)|in\\sattesa\\s(?:della|di)\\s(?:sentenza|giudizio|decisione)|(?:aspettiamo|attendiamo)\\s(?:la\\ssentenza|il\\sgiudizio|l[’']udienza|i\\sgiudici|il\\sgiudice)|contro\\s(?:di\\snoi|il\\snostro|la\\snostra)|ci\\s(?:ha|hanno|ha\\sgià)\\s(?:citat[oi]|denunciat[oi]|querelat[oi]|fatto\\scausa|portat[oi]|trascinat[oi])|abbiamo\\s(?:denunciato|querelato|fatto\\scausa|presentato)|agirem[oi]|procederem[oi]|ci\\sdifenderem[oi]|tutelerem[oi]|farem[oi]\\svalere|(?:primo|secondo)\\sgrado|non\\s(?:potrà|potranno)\\sche|capirà|capiranno|sa\\sbene|sanno\\sbene|lo\\ssa|non\\savr(?:à|anno)|fuori\\sdal\\smondo|pretes[ae]|favole|emergerà|fiducios[ie]|passo\\sindietro|non\\s(?:ha|hanno)\\scapito|è\\s(?:ancora\\s)?apert[oa]|continua|la\\scolpa|da\\sridere|campat[ae]\\sin\\saria|bugi[ae]|falsità|menzogn[ae]|la\\sverità|sarà\\s(?:il\\sgiudice|un\\sgiudice)|parola\\sa[il]\\sgiudic[ei]",
);

/** A lawsuit still open, told with the body's own side of it. */
export const dispute: Look = ({ text, sentences }) => {
  const proceedings = spansOf(text, PROCEEDING);
  const stances = spansOf(text, STANCE);
  const together = sentences.filter((sentence) => meets(proceedings, sentence) && meets(stances, sentence));
  return one(
    joinedSpans(together.map((sentence) => trimmed(text, sentence))),
    'Parla di una controversia ancora aperta: ciò che si scrive può pesare in giudizio.',
  );
};

const meets = (spans: readonly Span[], [from, to]: Span): boolean =>
  spans.some(([start]) => start >= from && start < to);

const trimmed = (text: string, [start, end]: Span): Span => {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return [from, from + words.trim().length];
};
