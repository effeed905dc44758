// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Audience } from '../document.ts';
import { isMissing, MISSING_WORDS, type Missing } from '../missing.ts';
import type { NetworkScope } from '../values/networks.ts';
import { networkScope } from '../values/networks.ts';
import { joined } from '../values/words.ts';

/** What a block is told with. */
export interface Hearing {
  readonly audience: Audience;
  /** What people call a category. */
  readonly category: (slug: string) => string;
}

/**
 * How blocks of one kind are told in sentences. The fields in `says` are told by `tell` alone; the others follow it, each as
 * a line «Nome: valore». A field that must not be guessed at is left out of `says`, or told as missing.
 */
export interface Telling<Node> {
  readonly says: readonly (keyof Node & string)[];
  tell(node: Node, hearing: Hearing): readonly string[];
  /** Words for fields whose name in the file is terse. */
  readonly names?: Readonly<Partial<Record<keyof Node & string, string>>>;
  /** Fields that tell the desk how to check, and nobody else. */
  readonly forDesk?: readonly (keyof Node & string)[];
  /** Everything said of a block fits one line, so that several blocks make one list. */
  readonly oneLine?: boolean;
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `Facebook e X`, `tutti i social tranne YouTube`. */
export function socialNames(scope: NetworkScope): string {
  if (!scope.except) return networkScope.print(scope);
  if (scope.networks.length === 0) return 'tutti i social';
  return `tutti i social tranne ${networkScope.print({ except: false, networks: scope.networks })}`;
}

/** `Dati personali e Spam`, or that the source does not list them. */
export const categoryNames = (slugs: readonly string[] | Missing, { category }: Hearing): string =>
  isMissing(slugs) ? MISSING_WORDS : joined(slugs.map(category), 'e');

/** What a choice is called, or that it is missing; nothing where the block does not speak of it. */
export function chosen<Choice extends string>(
  choice: Choice | Missing | undefined,
  name: string,
  words: Readonly<Record<Choice, string>>,
): readonly string[] {
  if (choice === undefined) return [];
  return [isMissing(choice) ? `${name}: ${MISSING_WORDS}` : words[choice]];
}

/** `Nome: a; b`. */
export const listed = (name: string, pieces: readonly string[] | Missing): string =>
  `${name}: ${isMissing(pieces) ? MISSING_WORDS : pieces.join('; ')}`;
