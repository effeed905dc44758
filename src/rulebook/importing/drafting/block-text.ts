// SPDX-License-Identifier: AGPL-3.0-or-later
import { MISSING_WORDS, NETWORK_LABELS, type NetworkName } from '#policy';
import { squeezed } from '../reading/characters.ts';

/** A block as it is written in a policy file: its name and its lines. */
export interface BlockText {
  readonly name: string;
  readonly lines: readonly string[];
}

/** `chiave: valore`, or nothing where there is no value to write. */
export const entry = (key: string, value: string | number | undefined): readonly string[] => {
  const words = value === undefined ? '' : squeezed(String(value));
  return words === '' ? [] : [`${key}: ${words}`];
};

export const block = (name: string, ...lines: readonly (readonly string[])[]): BlockText => ({
  name,
  lines: lines.flat(),
});

/** Words of the source as one value of a list, whose separator is the semicolon. */
export const oneText = (words: string): string =>
  squeezed(words)
    .replace(/;/g, ',')
    .replace(/[.,:\s]+$/, '');

export const joinedBy = (words: readonly string[], last: 'e' | 'o'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

export const networkWords = (networks: readonly NetworkName[]): string =>
  joinedBy(
    [...new Set(networks)].map((name) => NETWORK_LABELS[name]),
    'e',
  );

const EMAIL = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/;
const WEB = /^(https?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/;

/** An address that the language can hold; else it is missing, and stays in the prose. */
export const addressWords = (address: string | undefined): string =>
  address !== undefined && (EMAIL.test(address) || WEB.test(address)) ? address : MISSING_WORDS;

export const defect = (
  of: 'ambiguità' | 'contraddizione' | 'dato mancante' | 'elenco troncato',
  note: string,
): BlockText => block('difetto', entry('tipo', of), entry('nota', note));
