// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a word or expression can be in a sentence. Rules speak of these, never of single words. */
export type Tag =
  | 'address'
  | 'advertising'
  | 'alarm'
  | 'are'
  | 'bargain'
  | 'blasphemy'
  | 'body'
  | 'call-to-violence'
  | 'case-act'
  | 'case-mine'
  | 'celebration'
  | 'complaint'
  | 'concealment'
  | 'contact-call'
  | 'crime-claim'
  | 'criticism'
  | 'death-wish'
  | 'derogatory'
  | 'earn'
  | 'easy-money'
  | 'emergency'
  | 'exclusion'
  | 'filler'
  | 'first-person'
  | 'forbidden-trade'
  | 'group'
  | 'hate'
  | 'health'
  | 'health-document'
  | 'innocent'
  | 'insult'
  | 'insult-frame'
  | 'intent'
  | 'joining'
  | 'like-you'
  | 'moderator'
  | 'must'
  | 'negation'
  | 'obscene'
  | 'of'
  | 'origin'
  | 'party'
  | 'per-day'
  | 'politics'
  | 'question'
  | 'relation'
  | 'report'
  | 'send-home'
  | 'showing'
  | 'sharing-call'
  | 'slur'
  | 'staff'
  | 'swear'
  | 'swear-at'
  | 'thanks'
  | 'that'
  | 'they'
  | 'threat'
  | 'title'
  | 'typical'
  | 'violent-call'
  | 'violent-first'
  | 'violent-future'
  | 'violent-infinitive'
  | 'violent-infinitive-them'
  | 'violent-infinitive-you'
  | 'violent-participle'
  | 'violent-wish'
  | 'vote'
  | 'waiting'
  | 'workplace'
  | 'you'
  | 'you-are';

/** Words with one role. `degree` says how heavy: 1 mild, 2 plain, 3 grave. */
export interface Entry {
  readonly tag: Tag;
  readonly forms: readonly string[];
  readonly degree?: 1 | 2 | 3;
}

/** One list of words, written with `|` between them so that a list stays readable. */
export const words = (list: string): string[] =>
  list
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');
