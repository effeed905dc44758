// SPDX-License-Identifier: AGPL-3.0-or-later
import { posix } from 'node:path';
import { tokensOf } from './tokens.ts';
import { isCode, isTest, type SourceFile } from './tree.ts';

/** A rule on single files, with files that show it refusing and letting pass. */
export interface Convention {
  readonly name: string;
  readonly appliesTo: (path: string) => boolean;
  /** What is wrong with the file, or null. */
  readonly complaint: (file: SourceFile) => string | null;
  readonly refused: readonly SourceFile[];
  readonly accepted: readonly SourceFile[];
}

const LICENCE = /SPDX-License-Identifier: AGPL-3\.0-or-later/;
const SPDX = '// SPDX-License-Identifier: AGPL-3.0-or-later';
const SOURCE = /\.(ts|tsx|mjs|js|css|scss|sql|html)$|^bin\/portavoce$|^\.ci\/run$/;

/** Places that may ask the machine for the date; everyone else gets a Clock. */
const MAY_ASK_THE_TIME = /^(src\/(platform|kernel)|web|sandbox|scripts|tests|bench)\//;
const VAGUE = /^(utils?|helpers?|commons?|types?|managers?|services?|misc)$/;

/** The program's own folder on some machine, and the addresses that packages came from. */
const ELSEWHERE = [
  /(^|[\s'"`(=:])\/(work|root|Users\/\w+|home\/\w+)\/\w/m,
  /"resolved":/,
  /https?:\/\/[^\s/'"]*(npmjs|registry|nexus|artifactory|verdaccio|npmmirror)[^\s/'"]*/i,
];

function asksTheTime({ source }: SourceFile): boolean {
  const tokens = tokensOf(source);
  return tokens.some((token, index) => {
    const [next, after, last] = [tokens[index + 1], tokens[index + 2], tokens[index + 3]];
    if (token.text === 'Date' && next?.text === '.' && after?.text === 'now') return true;
    if (token.text !== 'new' || next?.text !== 'Date') return false;
    return after?.text !== '(' || last?.text === ')';
  });
}

/** TypeScript that Node cannot run by erasing the types. */
function isNotErasable({ source }: SourceFile): boolean {
  const tokens = tokensOf(source);
  return tokens.some((token, index) => {
    const [next, after] = [tokens[index + 1], tokens[index + 2]];
    if (token.kind === 'mark') return token.text === '@' && next?.kind === 'word' && tokens[index - 1]?.text !== '.';
    if (token.text === 'enum' || token.text === 'namespace') return next?.kind === 'word' && after?.text === '{';
    if (token.text === 'constructor' && next?.text === '(')
      return /^(public|private|protected|readonly)$/.test(after?.text ?? '');
    return false;
  });
}

function isOnlyReexports({ source }: SourceFile): boolean {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return code.replace(/export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'[^']+';/g, '').trim() === '';
}

const file = (path: string, source: string): SourceFile => ({ path, source });

export const CONVENTIONS: readonly Convention[] = [
  {
    name: 'a source file opens with its licence',
    appliesTo: (path) => SOURCE.test(path),
    complaint: ({ source }) => (LICENCE.test(source.split('\n', 2).join('\n')) ? null : 'no SPDX line at the top'),
    refused: [file('src/inbox/a.ts', 'export const a = 1;'), file('migrations/1.sql', `select 1;\n\n-- ${SPDX}`)],
    accepted: [file('bin/portavoce', `#!/usr/bin/env node\n${SPDX}\n`), file('web/a.css', `/* ${SPDX.slice(3)} */`)],
  },
  {
    name: 'time comes from a Clock',
    appliesTo: (path) => isCode(path) && !isTest(path) && !MAY_ASK_THE_TIME.test(path),
    complaint: (found) => (asksTheTime(found) ? 'asks the machine for the date: take a Clock' : null),
    refused: [
      file('src/inbox/a.ts', 'const at = new Date();'),
      file('src/inbox/a.ts', 'const at = new Date;'),
      file('src/inbox/a.ts', 'const at = Date.now();'),
    ],
    accepted: [
      file('src/inbox/a.ts', 'const at = new Date(row.at); // not new Date()'),
      file('src/kernel/a.ts', 'const at = new Date();'),
      file('src/inbox/a.test.ts', 'const at = new Date();'),
    ],
  },
  {
    name: 'an index only re-exports',
    appliesTo: (path) => posix.basename(path) === 'index.ts' && path.startsWith('src/'),
    complaint: (found) => (isOnlyReexports(found) ? null : 'holds more than re-exports'),
    refused: [
      file('src/inbox/index.ts', "export { a } from './a.ts';\nexport const b = 1;"),
      file('src/inbox/index.ts', "import { a } from './a.ts';\na();"),
    ],
    accepted: [
      file('src/inbox/index.ts', "// Why.\nexport { a, type B } from './a.ts';\nexport type * from './c.ts';"),
    ],
  },
  {
    name: 'types can be erased',
    appliesTo: (path) => /\.tsx?$/.test(path),
    complaint: (found) => (isNotErasable(found) ? 'has an enum, namespace, decorator or parameter property' : null),
    refused: [
      file('src/inbox/a.ts', 'export enum State { Open }'),
      file('src/inbox/a.ts', 'namespace Inbox { }'),
      file('src/inbox/a.ts', '@injectable() class A {}'),
      file('src/inbox/a.ts', 'class A { constructor(private readonly b: B) {} }'),
    ],
    accepted: [file('src/inbox/a.ts', 'const text = "enum A {"; const row = { enum: z.enum(A), namespace: 1 };')],
  },
  {
    name: 'pages are written in the web alone',
    appliesTo: (path) => path.endsWith('.tsx'),
    complaint: ({ path }) => (path.startsWith('web/') ? null : 'a .tsx outside web: the server strips types only'),
    refused: [file('src/inbox/page.tsx', '')],
    accepted: [file('web/inbox/page.tsx', '')],
  },
  {
    name: 'a file has a word of the domain for its name',
    appliesTo: (path) => isCode(path),
    complaint: ({ path }) => nameComplaint(posix.basename(path)),
    refused: [
      file('src/inbox/utils.ts', ''),
      file('src/inbox/inboxStore.ts', ''),
      file('src/inbox/Service.test.ts', ''),
    ],
    accepted: [file('src/inbox/by-hand.test.ts', ''), file('web/vite.config.ts', ''), file('bin/portavoce', '')],
  },
  {
    name: 'no place of one machine',
    appliesTo: (path) => !path.startsWith('tests/architecture/'),
    complaint: ({ source }) => {
      const found = ELSEWHERE.map((pattern) => pattern.exec(source)?.[0]).find((match) => match !== undefined);
      return found === undefined ? null : `names a place of one machine or a package registry: ${found.trim()}`;
    },
    refused: [
      file('docs/a.md', 'cd /root/desk/main'),
      file('src/inbox/a.ts', "const dir = '/home/anna/desk';"),
      file('package-lock.json', '"resolved": "x"'),
      file('docs/a.md', 'https://registry.example.org/pg'),
    ],
    accepted: [
      file('src/inbox/a.ts', "import './work/order.ts'; // https://example.org/work/order, /var/lib/portavoce"),
    ],
  },
];

function nameComplaint(name: string): string | null {
  const [stem = ''] = name.split('.');
  if (VAGUE.test(stem.toLowerCase())) return 'a name that says nothing';
  return /^\$?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(name) ? null : 'a name that is not in kebab-case';
}
