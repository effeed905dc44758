// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, NOTICED, ownTerms, type Span } from '#policy';
import { analyse } from '#triage';
import type { Ground } from '../contract.ts';
import { isOwnOfficial, namedBesides } from '../own-officials.ts';
import { reviewError } from '../review/errors.ts';

const OTHERS_DATA: readonly string[] = ['personal-data', 'sensitive-data', 'private-facts', 'personal-case', 'csam'];

/** What names nobody: an act has a number, and it is cited by it. */
const ACT_NUMBER = 'numero-di-pratica';

/** The names of laws, authorities and acts go into the record, which nobody can mend. Throws GROUND_NOT_CLEAR. */
export function refuseUnclearGrounds(policy: CompiledPolicy, grounds: readonly Ground[], author: string | null): void {
  for (const ground of grounds) {
    if (ground.kind === 'clause') continue;
    const named = ground.kind === 'law' ? ground.rule : ground.authority;
    const signals = analyse(named, { kind: 'message', ...ownTerms(policy) });
    // Below it a name is of an office, not of a person.
    const data = signals.some(
      ({ category, strength, source }) => category === 'personal-data' && strength >= NOTICED && source !== ACT_NUMBER,
    );
    if (data || namedBesides(policy, named).length > 0 || authorIn(named, author) !== undefined)
      throw reviewError('GROUND_NOT_CLEAR');
  }
}

/**
 * Why a law or an order applies is told to the author with the statement: what must not be told is said to who decides, by its
 * place and never by its words. Throws GROUND_WHY_NOT_CLEAR.
 */
export function refuseUnclearReasons(policy: CompiledPolicy, grounds: readonly Ground[], author: string | null): void {
  for (const [index, ground] of grounds.entries()) {
    const unclear = ground.kind === 'clause' ? null : unclearIn(policy, ground.why, author);
    if (unclear === null) continue;
    const which = grounds.length === 1 ? '' : `, motivo ${index + 1}`;
    throw reviewError('GROUND_WHY_NOT_CLEAR', `«Perché si applica qui»${which}: ${unclear}`);
  }
}

/**
 * What in a person's words must not reach an author, in Italian, with its place and without its words: data of anybody as far as
 * the desk's own reading finds them, an offence that is not quoted, a note for the desk alone. Null: nothing.
 */
export function unclearIn(policy: CompiledPolicy, words: string, author: string | null): string | null {
  for (const find of [theAuthor, somebodysData, offence, internal]) {
    const found = find({ policy, words, author });
    if (found !== undefined) return `${found.what} (${placeOf(words, found.span)})`;
  }
  return null;
}

interface Told {
  readonly policy: CompiledPolicy;
  readonly words: string;
  readonly author: string | null;
}
type Find = (told: Told) => { readonly what: string; readonly span: Span } | undefined;

const theAuthor: Find = ({ words, author }) => {
  const span = authorIn(words, author);
  return span && { what: 'c’è il nome di chi ha scritto', span };
};

function authorIn(text: string, author: string | null): Span | undefined {
  if (author === null || author.length <= 2) return undefined;
  const at = text.toLowerCase().indexOf(author.toLowerCase());
  return at < 0 ? undefined : [at, at + author.length];
}

const somebodysData: Find = ({ policy, words }) => {
  const noticed = analyse(words, { kind: 'message', ...ownTerms(policy) }).filter(
    (signal) => OTHERS_DATA.includes(signal.category) && !isOwnOfficial(policy, words, signal),
  );
  const name = noticed.find(({ source }) => source === 'nome')?.spans[0] ?? namedBesides(policy, words)[0];
  if (name !== undefined) return { what: 'c’è il nome di una persona', span: name };
  const [first] = noticed;
  return first && { what: 'ci sono dati o fatti di una persona', span: first.spans[0] ?? [0, words.length] };
};

const OFFENSIVE: readonly string[] = ['insult', 'vulgar'];
/** Whoever cites what was written says so: every other offence is the desk's own, however weak. */
const QUOTED = /«[^»]*»|“[^”]*”|"[^"]*"/gu;

const offence: Find = ({ policy, words }) => {
  const own = words.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  const found = analyse(own, { kind: 'message', ...ownTerms(policy) }).find(({ category }) =>
    OFFENSIVE.includes(category),
  );
  return found && { what: 'c’è un’offesa', span: found.spans[0] ?? [0, words.length] };
};

/** How a note says of itself that it is for the desk. */
const INTERNAL: readonly RegExp[] = [
  /(?<!\p{L})(?:not[ae]|appunt[oi]|promemoria|comunicazion[ei]|uso)\s+(?:solo\s+|strettamente\s+)?(?:intern[oaei]|riservat[oaei])(?!\p{L})/iu,
  /(?<!\p{L})(?:solo|soltanto|esclusivamente)\s+per\s+(?:noi|i\s+colleghi|il\s+banco|l[’']ufficio|uso\s+d[’']ufficio)(?!\p{L})/iu,
  /(?<!\p{L})(?:riservat[oa]|internamente)\s*:|(?<!\p{L})rest[ai]\s+tra\s+(?:di\s+)?noi(?!\p{L})/iu,
  /(?<!\p{L})non\s+(?:\p{L}+\s+)?(?:dir(?:e|lo|gli|glielo)|dett[oae]|comunica(?:re|rlo|t[oae])|riferi(?:re|rlo|t[oae])|sapere|manda(?:re|rlo|t[oae]))\s+(?:all[’']\s?(?:aut(?:ore|rice)|utente)|a\s+chi\s+(?:ha\s+scritto|scrive)|al\s+cittadino)(?!\p{L})/iu,
  /(?<!\p{L})(?:all[’']\s?(?:aut(?:ore|rice)|utente)|a\s+chi\s+(?:ha\s+scritto|scrive)|al\s+cittadino)\s+non\s+(?:va\s+|vanno\s+|si\s+)?(?:di(?:re|ca|ce|ciamo)|dett[oae]|comunic\p{L}+|rifer\p{L}+|mand\p{L}+)(?!\p{L})/iu,
];

const internal: Find = ({ words }) => {
  for (const pattern of INTERNAL) {
    const found = pattern.exec(words);
    if (found !== null)
      return { what: 'c’è una nota per il banco', span: [found.index, found.index + found[0].length] };
  }
  return undefined;
};

const countOf = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** By the words of the text, counted from its beginning. */
function placeOf(text: string, [from, to]: Span): string {
  const first = countOf(text.slice(0, from).replace(/\S+$/u, '')) + 1;
  const last = Math.max(first, countOf(text.slice(0, to)));
  return first === last ? `parola ${first}` : `parole da ${first} a ${last}`;
}
