// SPDX-License-Identifier: AGPL-3.0-or-later
import { folded } from './characters.ts';

// What stands on a page without being part of the document: buttons, menus, page numbers, cookie notices.

interface Furniture {
  readonly why: string;
  readonly is: RegExp;
}

/** Matched against a whole line, folded. */
const FURNITURE: readonly Furniture[] = [
  {
    why: 'numero di pagina',
    is: /^(?:[-–]\s*)?(?:pag(?:ina|\.)?\s*)?\d{1,3}\s*(?:(?:di|\/|of|su)\s*\d{1,3})?(?:\s*[-–])?$/,
  },
  {
    why: 'riga dell’indice',
    is: /^.{3,160}?(?:\.\s?){6,}\s*\d{0,3}$|^(?:sommario|indice)(?: (?:degli articoli|generale))?\s*:?$/,
  },
  {
    why: 'briciole di navigazione',
    is: /^(?:home(?:page)?|sei in|ti trovi (?:in|qui)|tu sei qui)\b.{0,20}(?:[>"›\\/|:]|\u2192).*$/,
  },
  { why: 'briciole di navigazione', is: /^(?:sei in|ti trovi (?:in|qui)|tu sei qui)\b.*$/ },
  {
    why: 'menu o pulsante della pagina',
    is: /^(?:home|menu|cerca(?: nel sito)?|ricerca|accedi(?: all'area personale)?|login|entra|registrati|chiudi|apri|stampa(?: la pagina)?|condividi(?: su.*)?|invia|ascolta|scarica(?: (?:il )?(?:pdf|documento|file).*)?|torna (?:su|indietro|all'inizio)|indietro|avanti|salta al (?:contenuto|menu).*|vai al (?:contenuto|menu|pie).*|skip to.*|leggi (?:di piu|tutto)|mostra (?:altro|di piu)|vedi (?:azioni|altro|tutti)|seguici(?: su.*)?|azioni sul documento|dona ora|sostienici|iscriviti(?: alla newsletter)?|newsletter|x|it|en|ita|eng|indice(?: della pagina)?|in questa pagina|argomenti|download|allegati?|condivisione)\s*:?$/,
  },
  {
    why: 'avviso sui cookie',
    is: /^(?=.*\bcookie).*\b(?:questo sito|il sito|accett|rifiut|preferenze|impostazioni|tecnici|profilazione|banner|navigazione|navigando)\b.*$|^(?:accett[ao](?: tutt[io])?|rifiuta(?: tutt[io])?|personalizza|gestisci (?:le )?preferenze|informazioni sui cookie sono.*)$/,
  },
  {
    why: 'data della pagina',
    is: /^(?:\(?\s*)?(?:data di )?(?:ultim[oa] (?:aggiornamento|modifica|revisione)|pagina aggiornata|aggiornat[oa](?: al)?|pubblicat[oa](?: il)?|data (?:di )?(?:pubblicazione|creazione)|tempo di lettura)\b[^.]{0,60}\.?\)?$/,
  },
  {
    why: 'domanda sulla pagina',
    is: /^(?:questa pagina ti e stata utile|quanto sono chiare le informazioni|valuta (?:da|questo|la pagina|il sito)|non hai trovato|la pagina e utile|hai trovato (?:utile|quello)).*$/,
  },
  {
    why: 'dati del sito in calce',
    is: /^(?:(?:©|copyright\b|\(c\)).*|.*\btutti i diritti riservati\b.*|(?:p\.?\s?iva|partita iva|c\.?f\.?|codice fiscale)\b[^a-z]*[\d ]{8,}.*|\(max\.? \d+ newsletter.*|rimani aggiornato.*|credits?|mappa del sito|cookie policy|feed rss)$/,
  },
];

const LONGEST_FURNITURE = 400;

/** Why a line is no part of the document; undefined where it is, or may be. */
export function furnitureIn(line: string): string | undefined {
  if (line.length > LONGEST_FURNITURE) return undefined;
  const words = folded(line).replace(/\s+/g, ' ').trim();
  if (words === '' || /^[^a-z0-9@#]*$/.test(words)) return words === '' ? undefined : 'segno grafico';
  return FURNITURE.find(({ is }) => is.test(words))?.why;
}
