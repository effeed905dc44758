// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Token, tokensOf } from './tokens.ts';

export interface Import {
  readonly specifier: string;
  readonly line: number;
}

/** Everything a file imports: statically, dynamically, as types, or by re-exporting. Only written-out names are seen. */
export function importsOf(source: string): Import[] {
  const tokens = tokensOf(source);
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'word' || tokens[index - 1]?.text === '.') return [];
    const found = token.text === 'import' ? afterImport(tokens, index) : afterExport(tokens, index);
    return found === null ? [] : [{ specifier: found.text, line: found.line }];
  });
}

function afterImport(tokens: readonly Token[], index: number): Token | null {
  const next = tokens[index + 1];
  if (next?.kind === 'string') return next;
  if (next?.text === '(') return stringAt(tokens, index + 2);
  if (next?.text === '.') return null;
  return afterFrom(tokens, index + 1);
}

/** `export * from`, `export { … } from`, with or without `type`; other exports name no file. */
function afterExport(tokens: readonly Token[], index: number): Token | null {
  if (tokens[index]?.text !== 'export') return null;
  const first = tokens[index + 1]?.text === 'type' ? index + 2 : index + 1;
  const opening = tokens[first]?.text;
  return opening === '*' || opening === '{' ? afterFrom(tokens, first) : null;
}

/** The string after the next `from` of the same statement: what stands between are names, commas, braces, a star. */
function afterFrom(tokens: readonly Token[], start: number): Token | null {
  for (let index = start; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.text === 'from' && tokens[index + 1]?.kind === 'string') return stringAt(tokens, index + 1);
    if (token?.kind === 'mark' && !/[{},*]/.test(token.text)) return null;
    if (token?.text === 'import' || token?.text === 'export') return null;
  }
  return null;
}

function stringAt(tokens: readonly Token[], index: number): Token | null {
  const token = tokens[index];
  return token?.kind === 'string' ? token : null;
}
