// SPDX-License-Identifier: AGPL-3.0-or-later
import { clauseSourceOf } from './clause-source.ts';
import type { Outline } from './outline.ts';

/** The categories that the text declares with `categoria` blocks, as far as they are written. */
export function ownCategories(outline: Outline): readonly { readonly name: string; readonly label: string }[] {
  return outline.clauses
    .filter(({ blocks }) => blocks.some(({ name }) => name === 'categoria'))
    .flatMap((place) => clauseSourceOf(outline, place).blocks)
    .filter(({ name }) => name === 'categoria')
    .flatMap(({ entries }) => {
      const given = (key: string) => entries.find(({ name }) => name === key)?.raw ?? '';
      const name = given('nome');
      return name === '' ? [] : [{ name, label: given('etichetta') || name }];
    });
}
