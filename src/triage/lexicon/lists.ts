// SPDX-License-Identifier: AGPL-3.0-or-later
import { affairs } from './affairs.ts';
import { alarms } from './alarms.ts';
import { calls } from './calls.ts';
import { campaigns } from './campaigns.ts';
import { citizens } from './citizens.ts';
import { coarse } from './coarse.ts';
import { crimes } from './crimes.ts';
import { deskWords } from './desk-words.ts';
import type { Entry, Tag } from './entry.ts';
import { grammar } from './grammar.ts';
import { greetings } from './greetings.ts';
import { groupPredicates } from './group-predicates.ts';
import { groupWords } from './group-words.ts';
import { groups } from './groups.ts';
import { insults } from './insults.ts';
import { people } from './people.ts';
import { rescue } from './rescue.ts';
import { sales } from './sales.ts';
import { streetInsults } from './street-insults.ts';
import { threatPhrases } from './threat-phrases.ts';
import { threats } from './threats.ts';
import { tones } from './tones.ts';
import { violence } from './violence.ts';
import { innocent, vulgarity } from './vulgarity.ts';

/** Tags of long loose expressions, which would hide the grammar of the words inside them. */
const LOOSE: ReadonlySet<Tag> = new Set([
  'alarm',
  'all-of-them',
  'asks',
  'campaign',
  'censor',
  'falsehood',
  'faulty',
  'grievance',
  'lure',
  'one-of',
  'reports',
  'sale',
  'shut-out',
  'small-talk',
  'thanks-word',
]);

/** What the words of a loose expression go on being in the sentence around it. */
const GRAMMAR: ReadonlySet<Tag> = new Set([
  'are',
  'body',
  'group',
  'insult',
  'intent',
  'moderator',
  'must',
  'negation',
  'staff',
  'you',
  'you-are',
]);

/** Loose expressions again, under the tags of their words. */
const withGrammar = (entries: readonly Entry[]): readonly Entry[] => {
  const roles = new Map<string, Map<Tag, Entry>>();
  for (const entry of entries)
    if (GRAMMAR.has(entry.tag))
      for (const form of entry.forms) {
        if (form.includes(' ')) continue;
        const known = roles.get(form) ?? new Map<Tag, Entry>();
        roles.set(form, known.set(entry.tag, known.get(entry.tag) ?? entry));
      }
  const more = new Map<Entry, string[]>();
  for (const { tag, forms } of entries)
    if (LOOSE.has(tag))
      for (const form of forms)
        if (form.includes(' '))
          for (const word of form.split(' '))
            for (const entry of roles.get(word)?.values() ?? []) {
              const known = more.get(entry);
              if (known === undefined) more.set(entry, [form]);
              else known.push(form);
            }
  return [...entries, ...[...more].map(([entry, forms]) => ({ ...entry, forms }))];
};

/**
 * Every list that the reader knows. Order means nothing here: longer expressions win over the words inside them.
 * A function, so that the thousands of sentences are let go once the reader is built.
 */
export const lexicon = (): readonly Entry[] =>
  withGrammar([
    ...innocent(),
    ...grammar(),
    ...insults(),
    ...vulgarity(),
    ...violence(),
    ...groups(),
    ...affairs(),
    ...citizens(),
    ...people(),
    ...threats(),
    ...threatPhrases(),
    ...calls(),
    ...groupWords(),
    ...groupPredicates(),
    ...streetInsults(),
    ...crimes(),
    ...campaigns(),
    ...sales(),
    ...alarms(),
    ...rescue(),
    ...tones(),
    ...greetings(),
    ...coarse(),
    ...deskWords(),
  ]);
