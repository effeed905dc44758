// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// Other people's labelled texts, to measure with. They lie outside the repository and may be absent.

export const SHARED = resolve(import.meta.dirname, '..', '..', process.env.PORTAVOCE_SHARED ?? '../shared');
const DATA = join(SHARED, 'data');

/** False where there is none on this machine; a file missing in a folder that is there is a failure. */
export const isSharedThere = (): boolean => existsSync(SHARED);

const linesOf = (name: string): readonly string[] =>
  readFileSync(join(DATA, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const parsed = <Shape>(name: string): readonly Shape[] => linesOf(name).map((line) => JSON.parse(line) as Shape);

export interface HateCase {
  readonly functionality: string;
  readonly test_case: string;
  readonly label_gold: string;
}

export interface Tweet {
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

export interface FacebookComment {
  readonly text: string;
  readonly hateful: boolean;
}

export interface Street {
  readonly city?: string;
  readonly street_line?: string;
}

export const hateCases = (): readonly HateCase[] => parsed('hatecheck_it.ndjson');
export const citizenMessages = (): readonly { readonly text: string }[] => parsed('citizen_messages_it.ndjson');
export const tweets = (): readonly Tweet[] => parsed('neelit2016_tweets.ndjson');
export const streets = (): readonly Street[] => parsed(join('pii', 'addresses_it.ndjson'));
export const facebookComments = (): readonly FacebookComment[] =>
  linesOf('haspeede2018_facebook.tsv').map((line) => {
    const [, text = '', label] = line.split('\t');
    return { text, hateful: label?.trim() === '1' };
  });

/** One of the JSON files of `pii`; its shape is the reader's affair. */
export const vectors = <Shape>(name: string): Shape =>
  JSON.parse(readFileSync(join(DATA, 'pii', name), 'utf8')) as Shape;
