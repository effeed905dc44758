// SPDX-License-Identifier: AGPL-3.0-or-later

const VOWELS_AFTER_SOFT = /(?:c|g)i[oa]$/;

const headForms = (word: string): string[] => {
  const stem = word.slice(0, -1);
  if (word.endsWith('tore')) {
    const root = word.slice(0, -4);
    return [word, `${root}tori`, `${root}trice`, `${root}trici`];
  }
  if (word.endsWith('one')) return [word, `${stem}i`, `${stem}a`];
  if (word.endsWith('ista') || word.endsWith('ida') || word.endsWith('iota') || word.endsWith('assita'))
    return [word, `${stem}i`, `${stem}e`];
  if (VOWELS_AFTER_SOFT.test(word)) return [word, stem, `${stem}a`, `${stem.slice(0, -1)}e`, `${stem}e`];
  if (word.endsWith('io')) return [word, stem, `${stem}a`, `${stem}e`];
  if (/[cg]o$/.test(word)) return [word, `${stem}a`, `${stem}hi`, `${stem}i`, `${stem}he`];
  if (word.endsWith('o')) return [word, `${stem}a`, `${stem}i`, `${stem}e`];
  if (/[cg]a$/.test(word)) return [word, `${stem}he`];
  if (word.endsWith('a')) return [word, `${stem}e`];
  if (word.endsWith('e')) return [word, `${stem}i`];
  return [word];
};

/** Singular, plural and gender of a noun or adjective. Of an expression only the first word is inflected. */
export const inflect = (lemma: string): string[] => {
  const gap = lemma.indexOf(' ');
  if (gap < 0) return [...new Set(headForms(lemma))];
  const rest = lemma.slice(gap);
  return [...new Set(headForms(lemma.slice(0, gap)))].map((head) => head + rest);
};

const CLITICS = ['ti', 'vi', 'lo', 'la', 'li', 'le', 'gli'] as const;

export interface VerbForms {
  /** I and we, present. */
  readonly presentFirst: readonly string[];
  /** I and we, future. */
  readonly futureFirst: readonly string[];
  /** Conditional, all persons. */
  readonly conditional: readonly string[];
  readonly infinitive: readonly string[];
  /** The infinitive with `ti` or `vi` attached: said to the reader. */
  readonly infinitiveToYou: readonly string[];
  /** The infinitive with another pronoun attached. */
  readonly infinitiveToThem: readonly string[];
  /** `bruciamoli`, `bruciateli`: a call to others. */
  readonly callToThem: readonly string[];
  /** `bruciamo`, `bruciate`. */
  readonly call: readonly string[];
  readonly participle: readonly string[];
  /** Imperfect subjunctive: `se qualcuno li bruciasse`. */
  readonly wish: readonly string[];
}

const futureStem = (infinitive: string, stem: string): string => {
  if (!infinitive.endsWith('are')) return infinitive.slice(0, -1);
  if (/[cg]i$/.test(stem)) return `${stem.slice(0, -1)}er`;
  if (/[cg]$/.test(stem)) return `${stem}her`;
  return `${stem}er`;
};

/** The forms of a regular verb; an irregular participle is given. Accents are written, folding removes them. */
export const conjugate = (infinitive: string, participle?: string): VerbForms => {
  const stem = infinitive.slice(0, -3);
  const vowel = infinitive.at(-3) ?? 'a';
  const future = futureStem(infinitive, stem);
  const short = infinitive.slice(0, -1);
  const ours = stem.endsWith('i') ? `${stem}amo` : /[cg]$/.test(stem) && vowel === 'a' ? `${stem}hiamo` : `${stem}iamo`;
  const yours = `${stem}${vowel}te`;
  const past = participle ?? `${stem}${vowel === 'a' ? 'a' : vowel === 'e' ? 'u' : 'i'}to`;
  return {
    presentFirst: [`${stem}o`, ours],
    futureFirst: [`${future}ò`, `${future}emo`],
    conditional: ['ei', 'esti', 'ebbe', 'emmo', 'este', 'ebbero'].map((ending) => future + ending),
    infinitive: [infinitive],
    infinitiveToYou: [`${short}ti`, `${short}vi`],
    infinitiveToThem: CLITICS.slice(2).map((clitic) => short + clitic),
    callToThem: CLITICS.slice(2).flatMap((clitic) => [ours + clitic, yours + clitic]),
    call: [ours, yours],
    participle: inflect(past),
    wish: ['ssi', 'sse', 'ssimo', 'ste', 'ssero'].map((ending) => `${stem}${vowel}${ending}`),
  };
};
