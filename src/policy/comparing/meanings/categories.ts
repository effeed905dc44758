// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CategoryNode, categoryBlock } from '../../blocks/category.ts';
import type { PolicyDocument } from '../../document.ts';
import { blocksOf, clausesOf } from '../../document.ts';
import { formerly } from '../phrases.ts';
import { meaning, type Reader } from '../side.ts';

interface Own {
  readonly id: string;
  readonly node: CategoryNode;
}

const ownOf = (document: PolicyDocument): ReadonlyMap<string, Own> =>
  new Map(
    clausesOf(document).flatMap(({ clause }) =>
      blocksOf(clause, 'category').map((node) => [node.name, { id: clause.id, node }] as const),
    ),
  );

const gravity = ({ gravity: value }: CategoryNode): string => categoryBlock.keys.gravity.value.print(value);
const quoted = (words: readonly string[]): string => words.map((word) => `«${word}»`).join(', ');
const onlyIn = (words: readonly string[] = [], others: readonly string[] = []): readonly string[] =>
  words.filter((word) => !others.includes(word));

function changes(was: CategoryNode, is: CategoryNode): readonly string[] {
  const name = `la categoria «${is.label}»`;
  const [added, removed] = [onlyIn(is.words, was.words), onlyIn(was.words, is.words)];
  return [
    ...(was.label === is.label ? [] : [`La categoria «${was.label}» si chiama ora «${is.label}».`]),
    ...(gravity(was) === gravity(is) ? [] : [`La gravità per ${name} è ora ${gravity(is)}${formerly(gravity(was))}.`]),
    ...(added.length === 0 ? [] : [`Nuove parole fanno notare ${name}: ${quoted(added)}.`]),
    ...(removed.length === 0 ? [] : [`Non fanno più notare ${name} le parole: ${quoted(removed)}.`]),
    ...((was.fromText === 'no') === (is.fromText === 'no')
      ? []
      : [
          is.fromText === 'no'
            ? `Il testo non basta più per ${name}: decide chi guarda.`
            : `Il testo basta ora per ${name}.`,
        ]),
  ];
}

/** Categories of the body's own. */
export const categories: Reader = (sides) => {
  const [was, is] = [ownOf(sides.before.document), ownOf(sides.after.document)];
  const present = [...is].flatMap(([name, { id, node }]) => {
    const earlier = was.get(name);
    if (earlier === undefined) {
      const words = node.words === undefined ? '' : `; la fanno notare le parole ${quoted(node.words)}`;
      return [
        meaning(sides, `Una nuova categoria: «${node.label}», di gravità ${gravity(node)}${words}.`, {
          before: [],
          after: [id],
        }),
      ];
    }
    return changes(earlier.node, node).map((text) => meaning(sides, text, { before: [earlier.id], after: [id] }));
  });
  const gone = [...was].filter(([name]) => !is.has(name));
  return [
    ...present,
    ...gone.map(([, { id, node }]) =>
      meaning(sides, `Non c’è più la categoria «${node.label}».`, { before: [id], after: [] }),
    ),
  ];
};
