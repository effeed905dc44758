// SPDX-License-Identifier: AGPL-3.0-or-later

/** One place of a template: what may stand there. An empty choice may be left out. */
export type Place = readonly string[];

const GROUP = /\(([^()]*)\)/;

/** Every spelling of a piece, such as `2a` and `2b` of `2(a|b)`. */
const spelt = (piece: string): readonly string[] => {
  const group = GROUP.exec(piece);
  if (group === null) return [piece];
  const [whole, choices = ''] = group;
  const [before, after] = [piece.slice(0, group.index), piece.slice(group.index + whole.length)];
  return choices.split('|').flatMap((choice) => spelt(before + choice.trim() + after));
};

/**
 * `(ti|vi) spacco (la|una|) faccia`, place by place: a form of the lexicon says every sentence that can be made of its
 * choices, and none of them is ever written out.
 */
export const placesOf = (template: string): readonly Place[] => {
  if (!template.includes('(')) return template.split(' ').map((word) => [word]);
  const pieces = template.match(/(?:\([^()]*\)|[^\s()])+/g) ?? [];
  return pieces.map(spelt);
};

/** The single words that a template may stand for. */
export const singleWordsOf = (template: string): readonly string[] => {
  const places = placesOf(template);
  const needed = places.filter((place) => !place.includes(''));
  if (needed.length > 1) return [];
  return (needed.length === 1 ? needed : places).flat().filter((word) => word !== '' && !word.includes(' '));
};
