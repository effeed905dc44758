// SPDX-License-Identifier: AGPL-3.0-or-later
import { conjugate } from '../forms.ts';

/** The forms in which citizens threaten, call for something, or tell what others do. */
export interface Conjugation {
  readonly infinitive: string;
  /** I, you, he, we, you (plural), they; present. */
  readonly present: readonly [string, string, string, string, string, string];
  /** I and we, present and future: what the writer means to do. */
  readonly mine: readonly string[];
  /** Calls to many: `bruciate`, `bruciamo`, `che brucino`. */
  readonly calls: readonly string[];
  /** Calls with a pronoun attached: `bruciateli`, `bruciamogli`, `bruciala`. */
  readonly callsTo: readonly string[];
  /** Present and past of the others: `ruba`, `rubano`, `ha rubato`, `hanno rubato`. */
  readonly theirs: readonly string[];
  readonly participle: readonly string[];
  readonly gerund: string;
}

const PRONOUNS = ['lo', 'la', 'li', 'le', 'gli'] as const;

const hard = (stem: string, ending: string): string => (/[cg]$/.test(stem) ? `${stem}h${ending}` : stem + ending);
/** `mangi` and not `mangii`. */
const soft = (stem: string, ending: string): string =>
  stem.endsWith('i') ? stem.slice(0, -1) + ending : stem + ending;

const presentOf = (infinitive: string): Conjugation['present'] => {
  const stem = infinitive.slice(0, -3);
  if (infinitive.endsWith('are'))
    return [
      `${stem}o`,
      soft(hard(stem, 'i').slice(0, -1), 'i'),
      `${stem}a`,
      soft(hard(stem, 'iamo').slice(0, -4), 'iamo'),
      `${stem}ate`,
      `${stem}ano`,
    ];
  const open = infinitive.endsWith('ere') ? 'ete' : 'ite';
  return [`${stem}o`, `${stem}i`, `${stem}e`, `${stem}iamo`, `${stem}${open}`, `${stem}ono`];
};

/** Those of `aggredire`: `aggredisco`. */
const INSERTED = /^(?:aggred|pun|colp|trad|sped|fall|chiar|sment|imped|sparir)/;

const inserted = (infinitive: string): Conjugation['present'] => {
  const stem = infinitive.slice(0, -3);
  return [`${stem}isco`, `${stem}isci`, `${stem}isce`, `${stem}iamo`, `${stem}ite`, `${stem}iscono`];
};

const subjunctive = (infinitive: string): string[] => {
  const stem = infinitive.slice(0, -3);
  if (!infinitive.endsWith('are')) return [`${stem}a`, `${stem}ano`];
  const open = soft(hard(stem, 'i').slice(0, -1), 'i');
  return [open, `${open}no`];
};

/** A regular verb; an irregular participle is given. Accents are written, folding removes them. */
export const conjugation = (infinitive: string, participle?: string): Conjugation => {
  const forms = conjugate(infinitive, participle);
  const present = INSERTED.test(infinitive) ? inserted(infinitive) : presentOf(infinitive);
  const [, thou, he, we, you, they] = present;
  const past = forms.participle[0] ?? '';
  const alone = infinitive.endsWith('are') ? he : thou;
  return {
    infinitive,
    present,
    mine: [...forms.presentFirst, ...forms.futureFirst],
    calls: [we, you, ...subjunctive(infinitive)],
    callsTo: PRONOUNS.flatMap((pronoun) => [we + pronoun, you + pronoun, alone + pronoun]),
    theirs: [he, they, `ha ${past}`, `hanno ${past}`],
    participle: forms.participle,
    gerund: `${infinitive.slice(0, -3)}${infinitive.endsWith('are') ? 'a' : 'e'}ndo`,
  };
};

/** Several regular verbs, written with `|` between them. */
export const conjugations = (list: string): Conjugation[] =>
  list
    .split('|')
    .map((verb) => verb.trim())
    .filter((verb) => verb !== '')
    .map((verb) => conjugation(verb));
