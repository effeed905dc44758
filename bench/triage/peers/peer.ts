// SPDX-License-Identifier: AGPL-3.0-or-later

/** A library that does one part of what triage does. */
export interface Peer {
  readonly name: string;
  readonly part: 'words' | 'personal data' | 'phones';
  /** How many things it reports in a text. */
  readonly scan: (text: string) => number | Promise<number>;
}

/** A package of this folder; a name that the type checker does not follow, because it may not be installed. */
export const load = async <Shape>(name: string): Promise<Shape> => (await import(name)) as Shape;
