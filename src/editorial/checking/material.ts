// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Look, one } from './draft-reading.ts';
import { has, joinedSpans, spansOf, wholeWords } from './passages.ts';

const NO_SOURCE =
  /^\s*(?:unknown|none|not given|nobody|ignot[oaie]|sconosciut[oaie]|nessun[oa]?|non\s(?:indicat[oaie]|not[oaie]|verificat[oaie])|anonim[oaie]|senza\sfonte|\?)/iu;
const HEARSAY = wholeWords(
  "ci\\s(?:segnalano|riferiscono|dicono|raccontano|scrivono)\\s(?:da\\s(?:più\\sparti|molti)|in\\stanti|che|di)|pare\\s(?:che|proprio)|sembra\\s(?:che|proprio\\sche)|a\\squanto\\s(?:pare|sembra|si\\sdice)|si\\s(?:dice|mormora|vocifera|parla)\\s(?:che|in\\sgiro)|gir(?:a|ano)\\s(?:voce|voci|la\\svoce|la\\snotizia|in\\s(?:rete|chat))|voci\\s(?:insistenti|di\\scorridoio|non\\sconfermate)|corre\\svoce|gir(?:a|ano)\\s(?:su|sui|per)\\s(?:whatsapp|facebook|internet|social|le\\schat)|(?:si\\svocifera|dicono\\sche|lo\\sdice\\s(?:anche\\s)?un[ao])|un[oa]?\\samic[oa]\\s\\p{L}+\\s(?:ci|mi)\\s(?:dice|ha\\sdetto|scrive)|ricerca\\s(?:americana|inglese|recente|scientifica)\\s(?:dice|dimostra|rivela|conferma)|articolo\\strovato\\sin|fonti\\snon\\sconfermate|secondo\\s(?:uno\\sstudio|una\\sricerca|un\\ssondaggio|un[’']indagine|alcun[ei]|molt[ie]|recenti\\s(?:studi|ricerche)|vari[ei]?\\s(?:studi|fonti|esperti)|fonti|chi\\sse\\sne\\sintende|qualcuno|gli\\sesperti|i\\smedia|la\\srete|indiscrezioni)|(?:uno\\s)?studio\\s(?:recente\\s|americano\\s|inglese\\s|scientifico\\s)?(?:dice|rivela|dimostra|conferma|ha\\s(?:dimostrato|rivelato))|sondaggi[oi]\\s(?:\\p{L}+\\s){0,3}(?:dice|dicono|dà|danno|rivela|rivelano|mostra|conferma)|(?:alcuni|gli|molti|tanti|vari)\\s(?:esperti|studi|studiosi|medici|scienziati|ricercatori)\\s(?:dicono|sostengono|confermano|dimostrano|assicurano|prevedono)|un\\s(?:esperto|sismologo|medico|virologo|professore|ricercatore|noto|amico)\\s(?:in\\s(?:un\\svideo|rete|televisione)|dice|sostiene|assicura|prevede)|(?:in\\s)?un\\svideo\\s(?:molto\\scondiviso|virale|che\\s(?:gira|circola|sta\\s(?:girando|circolando)))|video\\s(?:virale|molto\\scondiviso)|abbiamo\\s(?:letto|visto|trovato)\\s(?:in\\srete|sui?\\s(?:social|web|internet)|su\\s(?:facebook|internet|whatsapp))|(?:dal|sul|in)\\s(?:web|rete)\\s(?:si\\slegge|leggiamo|arriva|gira)|fonti\\s(?:vicine|attendibili|non\\sufficiali|interne|ben\\sinformate)|messaggio\\s(?:inoltrat\\p{L}+|(?:vocale\\s|audio\\s)?che\\s(?:gira|circola))|vocale\\s(?:che|girat\\p{L})|è\\s(?:ormai\\s)?(?:dimostrato|provato|risaputo|noto\\sa\\stutti)\\sche|la\\sscienza\\sdice|tutti\\s(?:dicono|sanno)\\sche|inoltrat[oa]\\s(?:più|molte)\\svolte|fate(?:lo)?\\sgirare|condividete\\sprima\\sche|notizia\\s(?:non\\s(?:ancora\\s)?(?:verificata|confermata)|da\\sverificare)|in\\sattesa\\sdi\\s(?:saperne|conferm\\p{L}+)|non\\sabbiamo\\s(?:conferme|verificato)",
);

/** A rumour told to be denied. */
const DENIED = wholeWords(
  '(?:è|sono)\\s(?:tutt[oaie]\\s)?(?:falso|falsa|falsi|false|infondat[oaie])|non\\sè\\svero|bufal[ae]|smenti\\p{L}+|notizi[ae]\\sfals[ae]|falsa\\snotizia',
);

/** Content or news of others, and nobody says whose. */
export const sourceMissing: Look = ({ text, draft: { source } }) => {
  const isNamed = source !== undefined && source.trim() !== '' && !NO_SOURCE.test(source);
  if (isNamed || has(text, DENIED)) return [];
  const reason = 'Riprende notizie di altri senza dire da chi vengono: la fonte va indicata e verificata.';
  const found = one(joinedSpans(spansOf(text, HEARSAY)), reason);
  if (found.length > 0) return found;
  return source !== undefined ? [{ spans: [], reason }] : [];
};

const TAKEN = wholeWords(
  "(?:foto|fotografi[ae]|immagin[ei]|video|musica|canzone|brano|testo|articolo|vignetta|disegno|mappa)\\s(?:è\\s|sono\\s)?(?:trovat[oaie]|pres[oaie]|rubat[oaie]|scaricat[oaie]|copiat[oaie]|tratt[oaie]|ripres[oaie]|scansionat[oaie]|salvat[oaie])(?:\\s[^.!?\\n)]{0,50})?|(?:foto|immagin[ei]|fonte|video|credits?|crediti):?\\s(?:dal\\s)?(?:web|internet|google|pinterest|rete|facebook|instagram|youtube)|(?:foto|immagini|video)\\s(?:dal|del|da|di)\\s(?:web|internet|google|rete|pinterest)|scaricat[oaie]\\s(?:per\\svoi|gratis|da\\s(?:internet|youtube|google))|(?:pres|scaricat|copiat|rubat|trovat)[oaie]\\s(?:dal|dalla|da|su|sul|in)\\s(?:suo\\s|sua\\s|un\\s|una\\s)?(?:instagram|facebook|profilo|sito|web|internet|rete|youtube|pinterest|giornale|quotidiano|tiktok)|(?:la|una)\\svignetta\\s(?:uscita|di|del|pubblicata|apparsa)|logo\\sdi\\suna?\\s|personaggi\\s(?:di|dei|del)\\s(?:un\\s)?(?:\\p{L}+\\s)?(?:cartone|cartoni|film|fumett[oi]|serie)|(?:canzone|brano|musica)\\sdi\\suna?\\s(?:famos|not|celebr)\\p{L}+|non\\sce\\sne\\svorr\\p{L}+|speriamo\\s(?:non|che\\snon)\\s(?:se\\sla\\sprend\\p{L}+|ci\\sdenunci\\p{L}*)|colonna\\ssonora\\sfamos\\p{L}+|(?:gli\\s)?spezzoni|scen[ae]\\s(?:di\\sun|tratt\\p{L}+\\sda\\s(?:un\\s)?)\\s?film|hit\\s(?:dell[’']estate|del\\smomento)|(?:riportiamo|copiamo|incolliamo|ecco)\\s(?:l[’']|il\\s|l[’']intero\\s)?(?:articolo|pezzo|intervista)\\s(?:intero|integrale|completo|del|di|uscit\\p{L}+)|pagina\\sdel\\s(?:giornale|quotidiano|libro)|screenshot\\sdell[’']articolo|presa?\\sin\\sprova|banca\\sdati\\sa\\spagamento|personaggi\\s(?:disney|dei\\scartoni)|testo\\sdella\\scanzone|capitolo\\s(?:intero|completo)|pdf\\sdel\\slibro",
);
const PICTURE_OF_OTHERS = wholeWords(
  "senza\\s(?:autorizzazione|permesso|licenza|liberatoria\\sdel\\sfotografo)|filigrana|watermark|(?:pres[oaie]|tratt[oaie]|scaricat[oaie]|copiat[oaie]|trovat[oaie]|ripres[oaie]|salvat[oaie])\\s(?:da|dal|dalla|dai|dall[’']|su|sul|in)\\s?(?:un\\s|una\\s|suo\\s|sua\\s|loro\\s)?(?:sito|siti|web|internet|rete|google|pinterest|facebook|instagram|youtube|profil[oi]|giornal[ei]|quotidian[oi]|libr[oi]|rivist[ae]|film|catalogo|altr[oa]|social|blog|banca)|(?:fotografia|foto|immagine|scatto)\\s(?:di|d[’']|dell[’'])\\s?(?:un[’']\\s?)?agenzia|banca\\sdati|banca\\simmagini|stock|spezzoni|scen[ae]\\s(?:di|del)\\s(?:un\\s)?(?:film|cartone)|locandina\\sdel\\sfilm|fotogramma\\s(?:di|del)\\s(?:un\\s)?(?:film|serie)|copertina\\s(?:di|del)\\s(?:un\\s)?(?:disco|libro|album|rivista)|personaggio\\s(?:di|dei|del)|cartone\\sanimato|fumett[oi]|vignetta|scansione|pagina\\s(?:di|del)\\s(?:giornale|quotidiano|rivista)|ritaglio\\sdi\\sgiornale|articolo\\sdi\\sgiornale|altrui|di\\sun\\s(?:altro\\s)?fotografo|meme|logo\\sdi\\sun|foto\\sprofessionale\\sdi",
);
const LICENSED = wholeWords(
  "cc\\s?(?:by|0|zero)\\S*|creative\\scommons|licenza\\s(?:concessa|acquistata|d[’']uso|regolare)|autorizzat[oa]|con\\s(?:il\\spermesso|l[’']autorizzazione|licenza)|per\\sgentile\\sconcessione|pubblico\\sdominio|archivio\\s(?:del|della|dell|comunale|storico)|concess[oa]\\s(?:da|dal)|liberi?\\sda\\sdiritti|nostr[oa]\\sfoto",
);

/** Photos, music, texts of others, with nothing said of the right to use them. */
export const rightsMissing: Look = ({ text, draft: { images = [], source = '' } }) => {
  if (has(source, LICENSED) || has(text, LICENSED)) return [];
  const reason =
    'Usa materiale di altri senza dire con quale diritto: serve la licenza o il permesso di chi lo ha fatto.';
  const found = one(joinedSpans(spansOf(text, TAKEN)), reason);
  if (found.length > 0) return found;
  const taken = images.some(
    ({ description = '' }) => has(description, PICTURE_OF_OTHERS) && !has(description, LICENSED),
  );
  return taken ? [{ spans: [], reason }] : [];
};
