// SPDX-License-Identifier: AGPL-3.0-or-later
import { load, type Peer } from './peer.ts';

// Filters of offending words, each given the same Italian words and asked for what it found, where it can say where.

interface AllProfanity {
  AllProfanity: new (options: {
    readonly languages: readonly string[];
    readonly silent: boolean;
  }) => {
    add(words: readonly string[]): void;
    detect(text: string): { readonly positions: readonly unknown[] };
  };
}

interface TwoToad {
  Profanity: new (options: {
    readonly languages: readonly string[];
    readonly wholeWord: boolean;
    readonly unicodeWordBoundaries: boolean;
  }) => {
    addWords(words: readonly string[]): void;
    exists(text: string): boolean;
  };
}

interface Obscenity {
  RegExpMatcher: new (options: object) => { getAllMatches(text: string): readonly unknown[] };
  DataSet: new () => ObscenityWords;
  englishRecommendedTransformers: object;
  parseRawPattern(pattern: string): object;
}
interface ObscenityWords {
  addPhrase(add: (phrase: ObscenityPhrase) => ObscenityPhrase): ObscenityWords;
  build(): object;
}
interface ObscenityPhrase {
  setMetadata(metadata: object): ObscenityPhrase;
  addPattern(pattern: object): ObscenityPhrase;
}

async function allProfanity(words: readonly string[]): Promise<Peer> {
  const { AllProfanity } = await load<AllProfanity>('allprofanity');
  const filter = new AllProfanity({ languages: [], silent: true });
  filter.add(words);
  return { name: 'allprofanity', part: 'words', scan: (text) => filter.detect(text).positions.length };
}

async function twoToad(words: readonly string[]): Promise<Peer> {
  const { Profanity } = await load<TwoToad>('@2toad/profanity');
  const filter = new Profanity({ languages: ['it'], wholeWord: true, unicodeWordBoundaries: true });
  filter.addWords(words);
  return {
    name: '@2toad/profanity, with its own Italian list',
    part: 'words',
    scan: (text) => (filter.exists(text) ? 1 : 0),
  };
}

async function obscenity(words: readonly string[]): Promise<Peer> {
  const { RegExpMatcher, DataSet, englishRecommendedTransformers, parseRawPattern } =
    await load<Obscenity>('obscenity');
  let list = new DataSet();
  for (const word of words)
    list = list.addPhrase((phrase) => phrase.setMetadata({ word }).addPattern(parseRawPattern(`|${word}|`)));
  const matcher = new RegExpMatcher({ ...list.build(), ...englishRecommendedTransformers });
  return { name: 'obscenity', part: 'words', scan: (text) => matcher.getAllMatches(text).length };
}

export const wordFilters = (words: readonly string[]): Promise<readonly Peer[]> =>
  Promise.all([allProfanity(words), twoToad(words), obscenity(words)]);
