// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, showingTerms } from '#policy';
import { type Channel, type Entry, type Use, whyNot } from './standing.ts';

/** What an entry lets a text tell: a name, data to the letter. */
export interface Tellable {
  readonly entry: Entry;
  readonly name: string;
  readonly data: readonly string[];
}

/** As what a text leans on an entry: for the data that it has them tell, else for the name. */
export const textUse = ({ covers }: Entry, policy: CompiledPolicy, day: string, channels: readonly Channel[]): Use => ({
  ...{ what: covers.includes('data') ? 'data' : 'name', day, channels, purpose: null },
  asked: showingTerms(policy).data,
});

/** The words that a text may tell on these channels on that day, by what the ledger holds. */
export function tellableWords(
  all: readonly Tellable[],
  {
    policy,
    day,
    channels,
  }: { readonly policy: CompiledPolicy; readonly day: string; readonly channels: readonly Channel[] },
): readonly string[] {
  return all
    .filter(({ entry }) => entry.kind === 'person' && whyNot(entry, textUse(entry, policy, day, channels)) === null)
    .flatMap(({ entry, name, data }) => [
      ...(entry.covers.includes('name') ? [name] : []),
      ...(entry.covers.includes('data') ? data : []),
    ]);
}
