// SPDX-License-Identifier: AGPL-3.0-or-later

export interface Token {
  readonly kind: 'word' | 'string' | 'mark';
  /** A word or mark as written; the content of a string, escapes as written. Templates and regexes give empty strings. */
  readonly text: string;
  readonly line: number;
}

const SPACE = /\s+/y;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const WORD = /[\p{ID_Start}$_#][\p{ID_Continue}$]*|\d[\w.]*/uy;
/** Not across lines: an apostrophe in the text of a page is then only a mark. */
const QUOTED = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/y;
const REGEX = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;

/** After these a slash divides; after anything else it opens a regex. */
const ENDS_A_VALUE = /^(?:[)\]]|<)$/;
const BEFORE_A_VALUE = new Set(['return', 'typeof', 'case', 'in', 'of', 'void', 'delete', 'await', 'yield', 'throw']);

/**
 * Splits TypeScript into words, strings and marks, without comments: enough to read what is imported and which words are
 * used, not to understand the program.
 */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  /** For each template being read, how many braces are open in its present `${…}`. */
  const templates: number[] = [];
  let at = 0;
  let line = 1;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match === null) return null;
    at += match[0].length;
    line += match[0].split('\n').length - 1;
    return match;
  };
  const put = (kind: Token['kind'], text: string) => tokens.push({ kind, text, line });
  const templateText = () => {
    take(TEMPLATE_TEXT);
    if (source[at] === '$') {
      at += 2;
      templates.push(0);
    } else {
      at += 1;
      put('string', '');
    }
  };

  while (at < source.length) {
    if (take(SPACE) || take(COMMENT)) continue;
    const word = take(WORD);
    if (word) {
      put('word', word[0]);
      continue;
    }
    const quoted = take(QUOTED);
    if (quoted) {
      put('string', quoted[1] ?? quoted[2] ?? '');
      continue;
    }
    if (source[at] === '/' && opensRegex(tokens.at(-1)) && take(REGEX)) {
      put('string', '');
      continue;
    }
    const mark = source[at] ?? '';
    at += 1;
    const open = templates.at(-1);
    if (mark === '`') templateText();
    else if (mark === '}' && open === 0) {
      templates.pop();
      templateText();
    } else {
      if (open !== undefined && mark === '{') templates.splice(-1, 1, open + 1);
      if (open !== undefined && mark === '}') templates.splice(-1, 1, open - 1);
      put('mark', mark);
    }
  }
  return tokens;
}

function opensRegex(previous: Token | undefined): boolean {
  if (previous === undefined) return true;
  if (previous.kind === 'string') return false;
  if (previous.kind === 'word') return BEFORE_A_VALUE.has(previous.text);
  return !ENDS_A_VALUE.test(previous.text);
}
