// SPDX-License-Identifier: AGPL-3.0-or-later

/** One field of a selection such as `id,parent{id},comments.filter(stream).limit(5){id}`. */
export interface Selected {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly inner: readonly Selected[] | null;
}

/** Reads a `fields` parameter. Throws SyntaxError. */
export function parseFields(text: string): Selected[] {
  const reader = { text, at: 0 };
  const selection = readSelection(reader);
  if (reader.at < text.length) throw new SyntaxError(`unexpected \`${text.slice(reader.at)}\` in fields`);
  return selection;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readSelection(reader: Reader): Selected[] {
  const selection = [readField(reader)];
  while (take(reader, ',')) selection.push(readField(reader));
  return selection;
}

function readField(reader: Reader): Selected {
  const name = word(reader);
  const parameters: Record<string, string> = {};
  while (take(reader, '.')) {
    const parameter = word(reader);
    expect(reader, '(');
    parameters[parameter] = word(reader);
    expect(reader, ')');
  }
  if (!take(reader, '{')) return { name, parameters, inner: null };
  const inner = readSelection(reader);
  expect(reader, '}');
  return { name, parameters, inner };
}

function word(reader: Reader): string {
  const found = /^\s*(\w+)\s*/.exec(reader.text.slice(reader.at));
  if (found?.[1] === undefined) throw new SyntaxError(`a name is missing at ${reader.at} in fields`);
  reader.at += found[0].length;
  return found[1];
}

function take(reader: Reader, sign: string): boolean {
  if (reader.text[reader.at] !== sign) return false;
  reader.at += 1;
  return true;
}

function expect(reader: Reader, sign: string): void {
  if (!take(reader, sign)) throw new SyntaxError(`\`${sign}\` is missing at ${reader.at} in fields`);
}
