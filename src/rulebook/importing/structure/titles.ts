// SPDX-License-Identifier: AGPL-3.0-or-later
import { folded } from '../reading/characters.ts';
import { markerOf } from './markers.ts';

// What a title looks like, in itself; where it stands is judged in headings.ts.

const LONGEST_CAPITALS = 220;
const LONGEST_STRUCTURAL = 140;
const LONGEST_PLAIN = 75;

/** Words in capital letters only, as titles of acts are written. */
export function isInCapitals(text: string): boolean {
  const words = markerOf(text)?.rest ?? text;
  const letters = words.match(/\p{L}/gu) ?? [];
  const capitals = words.match(/\p{Lu}/gu) ?? [];
  if (letters.length < 4 || text.length > LONGEST_CAPITALS || /[;,]$|@|https?:|www\./.test(words)) return false;
  return capitals.length >= letters.length * 0.85 && !(text.length > 60 && /\.$/.test(words));
}

const STRUCTURAL =
  /^(?:art(?:icolo|\.)?\s*\d+(?:\s*-?\s*(?:bis|ter|quater))?|(?:capo|titolo|sezione|parte|allegato|capitolo|punto|paragrafo)\s+(?:[ivxlc]+|\d+|[a-z]|prim[ao]|second[ao]|terz[ao])|parte (?:esterna|interna|generale|speciale)|premess[ae]|preambolo)\b/;

/** «Art. 3 – …», «Sezione 2. …», «Capo II». */
export function isStructural(text: string): boolean {
  const words = folded(text);
  if (!STRUCTURAL.test(words) || text.length > LONGEST_STRUCTURAL || /[;,]$/.test(text)) return false;
  // «Art. 21 della Costituzione» cites, it does not head.
  return (
    !/^art(?:icolo|\.)?\s*\d+\S*\s+(?:del|della|dello|dei|d\.|l\.|c\.|gdpr|reg|comma|co\.)/.test(words) &&
    !(/\.$/.test(text) && text.length > 60)
  );
}

/** Verbs that a title has not; a question may have them. */
const VERB =
  /\b(?:e'|sono|viene|vengono|puo|possono|potra|potranno|deve|devono|dovra|dovranno|ha|hanno|sara|saranno|verra|verranno|utilizza|utilizzano|gestisce|pubblica|si (?:impegna|riserva|invita|prega|chiede|ricorda|precisa)|rappresenta|rappresentano|fornisce|offre|permette|consente|risponde|accetta|rimuove|modera)\b/;

/** «è» alone, accent kept: folded it would be the conjunction. */
const hasVerb = (text: string): boolean => /(?:^|\s)(?:è|È)\s/.test(text) || VERB.test(folded(text));

const ASKS =
  /^(?:che|cosa|chi|come|dove|quando|perche|quali|quale|quanto|a chi|di cosa|in che|con chi|cos'e|chi siamo)\b/;

/** An entry of a list of laws, not a title. */
const CITES =
  /\d{2,4}\/\d{2,4}|^(?:legge|decreto|d\.? ?lgs|d\.?p\.?r|regolamento \(?ue|reg\.|direttiva|deliber\w+|approvat[ao]|adottat[ao]|aggiornat[ao])\b|^l\. ?\d|\bn\. ?\d/;

/** True for a line that begins with the name of a law and its number. */
export const citesLaw = (text: string): boolean =>
  /^(?:(?:legge|decreto|d\.? ?lgs|d\.? ?p\.? ?r|d\. ?l|l\.|regolamento|reg\.|direttiva|dir\.|d\.?g\.?r)\b.{0,60}\d)/.test(
    folded(text),
  );

/** A short line that could head what follows: no full stop, no verb unless it asks. */
export function couldBeTitle(written: string): boolean {
  const text = written.replace(/^(?:\p{Extended_Pictographic}\uFE0F?\s*)+/u, '');
  if (text.length > LONGEST_PLAIN || /[.;,:!]$|@|https?:|www\.|\.(?:it|eu|com|org)\b/.test(text)) return false;
  if (!/^["«“(]?[\p{Lu}\d]/u.test(text) || /^\(.*:.*\)$/.test(text) || CITES.test(folded(text))) return false;
  return ASKS.test(folded(text)) || text.endsWith('?') || !hasVerb(text);
}

/** «Contatti:», «Contenuti vietati:»: a label, not the beginning of a sentence. */
export function isLabel(text: string): boolean {
  if (!text.endsWith(':') || text.length > 50 || text.split(/\s+/).length > 5) return false;
  const words = text.slice(0, -1);
  return (
    /^[\p{Lu}\d]/u.test(words) &&
    !hasVerb(words) &&
    !/^(?:L[’']|Il |La |Lo |Gli |Le |Si |Non |In )|iamo\b|ranno\b/i.test(words) &&
    (!/\bnon\b/i.test(words) || /\bnon (?:ammess|consentit|permess|tollerat|accettat|desiderat|gradit)/i.test(words)) &&
    !/@|https?:|\b(?:che|ad esempio|tra cui|quali|come|seguent[ei]|esempio)$/i.test(words)
  );
}

const INLINE =
  /^((?:Art(?:icolo|\.)?|ART(?:ICOLO|\.)?)\s*\d+(?:[-\s]?(?:bis|ter|quater))?\s*[-–—.:]?\s*\(?[\p{Lu}][^.;:]{2,80}?\)?)\s*(?:[.:]|[-–—])\s+(?=[\p{Lu}\d(])/u;

/** An article whose title and text stand on one line: where the text begins. */
export function inlineTitle(text: string): { readonly title: string; readonly rest: string } | undefined {
  const match = INLINE.exec(text);
  const [whole, title] = match ?? [];
  if (whole === undefined || title === undefined || text.length <= whole.length + 20) return undefined;
  return { title, rest: text.slice(whole.length) };
}

/** A title without its number, mark and closing stop. */
export function titleWords(text: string): string {
  const words = markerOf(text)?.rest ?? text;
  return words.replace(/\s*[:.]$/, '').trim();
}
