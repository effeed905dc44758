// SPDX-License-Identifier: AGPL-3.0-or-later

// Policy files as accidents leave them, the same on every run: for the test that nothing breaks and for the bench that says
// how soon it is answered.

/** Numbers from 0 to 1 that are the same on every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const PIECES = [
  '',
  '\n',
  '~~~',
  '~~~regola',
  '### ',
  '# ',
  ': ',
  '«',
  '»',
  ' · ',
  '- ',
  '\u0000',
  '🙂',
  'dato mancante',
];

/** One careless edit: something cut, doubled, moved or typed over. */
function edited(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const length = Math.floor(next() ** 3 * 400);
  const piece = text.slice(at, at + length);
  const other = Math.floor(next() * text.length);
  switch (Math.floor(next() * 5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + piece + piece + text.slice(at + length);
    case 2:
      return text.slice(0, other) + piece + text.slice(other);
    case 3:
      return text.slice(0, at) + (PIECES[Math.floor(next() * PIECES.length)] ?? '') + text.slice(at + length);
    default:
      return text.slice(0, at) + String.fromCharCode(Math.floor(next() * 0xffff)) + text.slice(at + 1);
  }
}

/** The sources one after the other, each time with one to three careless edits. */
export function* spoilt(sources: readonly string[], rounds: number): Generator<string> {
  const next = numbersFrom(20_261_122);
  for (let round = 0; round < rounds; round++) {
    let text = sources[round % sources.length] ?? '';
    for (let edits = 1 + Math.floor(next() * 3); edits > 0; edits--) text = edited(text, next);
    yield text;
  }
}

/** Five megabytes each, after a good policy. */
export function large(source: string): Readonly<Record<string, string>> {
  const fenced = (inside: string): string => `${source}\n~~~regola\n${inside}\n~~~\n`;
  return {
    policies: source.repeat(Math.ceil(5_000_000 / source.length)),
    prose: `${source}\n${'parola '.repeat(700_000)}\n`,
    keys: fenced('chiave: valore\n'.repeat(350_000)),
    value: fenced(`modalità: ${'x'.repeat(5_000_000)}`),
    colons: fenced('se: '.repeat(1_200_000)),
    continued: fenced(`se: insulti\n${'  o minacce\n'.repeat(400_000)}`),
    spaces: fenced(`se: a${' '.repeat(5_000_000)}b`),
    examples: `${source}\n~~~esempi\n${'- intatto: «ciao»\n'.repeat(280_000)}~~~\n`,
    fences: `${source}\n${'~~~\n'.repeat(1_200_000)}`,
    unclosed: `${source}\n${'~~~regola\n```\n'.repeat(350_000)}`,
    clauses: `${source}\n${'### ESE-999 · a\n\nb\n\n'.repeat(200_000)}`,
    hashes: `${source}\n${'#'.repeat(5_000_000)}`,
  };
}
