// SPDX-License-Identifier: AGPL-3.0-or-later

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATIONS = new Set(
  (
    'art artt n nn nr nro num lett cfr es p.es p pp pag pagg cap co comma c d.lgs dlgs d.l dl l l.r d.p.r dpr d.m d.p.c.m d.g.r dgr ' +
    'reg delib prot g.u gu sig sigg sig.ra dott dott.ssa dr avv ing arch prof rag geom tel cell fax e-mail mail ' +
    'v vd vs cd c.d cit ca c.a alleg approx max min uff u.o soc coop p.zza v.le c.so ss.mm s.m ' +
    'lun mer gio ven sab dom gen feb giu lug ago sett ott nov dic h rif ex cod c.c c.p c.p.c c.p.p cost www ss'
  ).split(' '),
);

/** These may end a sentence: they do when a capital follows. */
const MAY_END = new Set(['ecc', 'etc', 'ss.mm.ii', 's.m.i', 'smi', 'ssmmii', 'p.v', 's.p.a', 's.r.l', 'd.c']);

const END = /[.!?…]+["»”’')\]]*\s+(?=["«“‘(]?(?:[\p{Lu}0-9@]|[-•–]\s))/gu;

/** The word that ends at a place, without the mark that closes it. */
const wordBefore = (text: string, end: number): string =>
  (/[\p{L}\p{N}][\p{L}\p{N}.-]*$/u.exec(text.slice(Math.max(0, end - 24), end))?.[0] ?? '').toLowerCase();

function ends(text: string, index: number, mark: string): boolean {
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const word = wordBefore(text, index);
  if (MAY_END.has(word)) return true;
  if (ABBREVIATIONS.has(word)) return false;
  // Initials and the numbers of a list: «A. Rossi», «comma 2. a)».
  if (/^\p{L}$/u.test(word) && word !== 'x') return false;
  return !/^\d{1,2}$/.test(word) || !/^\s*$/.test(text.slice(0, index - word.length));
}

/** Cuts a paragraph into its sentences, each exactly as written. */
export function sentencesOf(paragraph: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of paragraph.matchAll(END)) {
    if (!ends(paragraph, match.index, match[0])) continue;
    const end = match.index + match[0].length;
    sentences.push(paragraph.slice(start, end).trim());
    start = end;
  }
  sentences.push(paragraph.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}

/** Beginnings that make a sentence lean on the one before: alone it would not say of what. */
const LEANS =
  /^(?:in (?:tal[ei]|quest[aeio]|quel|quell[aei]|entrambi i) (?:cas[oi]|evenienz[ae]|ipotesi|eventualita|circostanz[ae]|situazion[ei])|in caso contrario|in tal senso|a tal (?:fine|proposito|riguardo)|tal[ei] (?:contenut|comment|messagg|intervent|post|dat|condott|comportament)|(?:quest[ie]|essi|esse|gli stessi|le stesse|i medesimi|le medesime)\b(?! (?:pagin|sezion|document|policy)))/;

export const leansOnFormer = (foldedSentence: string): boolean => LEANS.test(foldedSentence);
