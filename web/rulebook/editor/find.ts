// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where some words stand in a text, great and small letters alike. Lengths are those of the text: nothing is folded. */
export function placesOf(text: string, wanted: string): readonly number[] {
  if (wanted === '') return [];
  const [where, what] = [text.toLowerCase(), wanted.toLowerCase()];
  if (where.length !== text.length || what.length !== wanted.length) return exactly(text, wanted);
  return exactly(where, what);
}

function exactly(text: string, wanted: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}
