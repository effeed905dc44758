// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { importsOf } from './imports.ts';

const names = (source: string) => importsOf(source).map(({ specifier }) => specifier);

const template = (before: string, inside: string, after: string) => `const t = \`${before}\${${inside}}${after}\`;`;

it('sees every form of import and re-export, with its line', () => {
  const source = [
    "import 'a';",
    "import b, { type B } from 'b';",
    'import * as c from "c";',
    'import type { D } from',
    "  'd';",
    "export * from 'e';",
    "export { f, type F } from 'f';",
    "export type { G } from 'g';",
    "const h = await import('h');",
    "type I = typeof import('i');",
    "import j from './j.json' with { type: 'json' };",
  ].join('\n');
  assert.deepEqual(names(source), ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', './j.json']);
  assert.deepEqual(importsOf(source)[3], { specifier: 'd', line: 5 });
});

it('is not deceived by comments, strings, templates and regexes', () => {
  const source = [
    "// import 'a';",
    "/* import 'b';",
    "export * from 'c'; */",
    'const text = "import \'d\'";',
    template("import 'e' ", "{ deep: 1 }.deep + `import 'e'`", " export * from 'f'"),
    'const quote = /[/"\']\\//;',
    "const half = 4 / 2; import 'really';",
    "const here = import.meta.url; export const from = 'g'; export { here };",
    "it.import('h'); tool.export('i');",
  ].join('\n');
  assert.deepEqual(names(source), ['really']);
});

it('sees an import inside a template and after the apostrophes of a page', () => {
  assert.deepEqual(names(template('', "await import('a')", '')), ['a']);
  assert.deepEqual(names("const p = <p>l'ente</p>;\nconst q = lazy(() => import('b'));"), ['b']);
});
