// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { COMMANDS } from '../../src/app/commands/list.ts';
import { it as words } from '../../web/it.ts';
import { ROOT, readTree, type SourceFile } from './tree.ts';

// The documents say what is true of the tree: dependencies have reasons, links lead somewhere, commands exist.

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const tree = readTree();
const documents = tree.filter(({ path }) => path.endsWith('.md'));
const sourceOf = (path: string): string => tree.find((file) => file.path === path)?.source ?? '';
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const dependencies = Object.keys({
  ...manifest.dependencies,
  ...manifest.devDependencies,
  ...manifest.optionalDependencies,
});

const DECISION = /^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/;
const DECISIONS_INDEX = 'docs/decisions/README.md';
const decisions = documents.filter(({ path }) => DECISION.test(path));

const unnamed = (names: readonly string[], texts: readonly SourceFile[]): string[] =>
  names.filter((name) => !texts.some(({ source }) => source.includes(`\`${name}\``)));

const withoutFences = (source: string): string => source.replace(/^(`{3,}|~{3,})[\s\S]*?^\1\s*$/gm, '');
const withoutCode = (source: string): string => withoutFences(source).replace(/`[^`\n]*`/g, '');

/** Where a document's links lead, outside code: paths and anchors of ours, not other sites. */
const linksOf = ({ source }: SourceFile): string[] =>
  [...withoutCode(source).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) =>
    /^[a-z]+:/.test(target) ? [] : [target],
  );

/** The anchors that a renderer gives to the headings. */
const anchorsOf = (source: string): string[] =>
  [...withoutFences(source).matchAll(/^#{1,6} +(.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );

interface Place {
  readonly exists: (path: string) => boolean;
  readonly read: (path: string) => string;
}

function brokenLinks(document: SourceFile, { exists, read }: Place): string[] {
  return linksOf(document).filter((link) => {
    const [target = '', anchor] = link.split('#');
    const path = target === '' ? document.path : posix.join(posix.dirname(document.path), decodeURI(target));
    if (path.startsWith('..') || !exists(path)) return true;
    if (anchor === undefined || !path.endsWith('.md')) return false;
    return !anchorsOf(target === '' ? document.source : read(path)).includes(anchor);
  });
}

/** The npm commands a text tells people to run. */
const commandsIn = (source: string): string[] => {
  const named = [...source.matchAll(/\bnpm (?:run (?:--silent )?([a-z][a-z0-9:-]*)|(start|test)\b)/g)];
  return named.map(([, script, word]) => script ?? word ?? '');
};

/** Rows of tables as cells, of those that open with a name in backticks. */
const rowsByName = (source: string): Map<string, string> =>
  new Map([...source.matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(([, name = '', cell = '']) => [name, cell.trim()]));

describe('decisions', () => {
  it('give a reason for every dependency', () => {
    assert.ok(dependencies.length > 30);
    assert.deepEqual(unnamed(dependencies, decisions), []);
  });

  it('are found wanting when a dependency has no reason', () => {
    const decision = { path: 'docs/decisions/0001-a.md', source: '`pg` and pg-boss and `@types/pg`' };
    assert.deepEqual(unnamed(['pg', '@types/pg', 'pg-boss'], [decision]), ['pg-boss']);
  });

  it('are all in the index, under their own titles, and the index has no others', () => {
    const titles = decisions.map(({ path, source }) => {
      const [, number, title] = /^# (\d{4})\. (.+)$/m.exec(source) ?? [];
      return `| ${number} | [${title}](${posix.basename(path)}) |`;
    });
    const rows = sourceOf(DECISIONS_INDEX)
      .split('\n')
      .filter((line) => /^\| \d{4} \|/.test(line));
    assert.deepEqual(rows, titles.sort());
  });

  it('are numbered without gaps, and tell context, decision, alternatives and consequences', () => {
    const numbers = decisions
      .map(({ path }) => Number(posix.basename(path).slice(0, 4)))
      .sort((one, other) => one - other);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    );
    for (const { path, source } of decisions) {
      const parts = [...source.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
      assert.deepEqual(parts, ['Context', 'Decision', 'Alternatives', 'Consequences'], path);
    }
  });

  it('are nothing but decisions and their index', () => {
    const names = readdirSync(join(ROOT, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
    assert.deepEqual(
      names.filter((path) => path !== DECISIONS_INDEX && !DECISION.test(path)),
      [],
    );
  });
});

it('every module of src says in a README what it is', () => {
  const modules = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.ok(modules.length > 0);
  const silent = modules.filter(({ name }) => !existsSync(join(ROOT, 'src', name, 'README.md')));
  assert.deepEqual(
    silent.map(({ name }) => name),
    [],
  );
});

describe('THIRD-PARTY.md', () => {
  const rows = rowsByName(sourceOf('THIRD-PARTY.md'));

  it('names every dependency and no other', () => {
    assert.deepEqual([...rows.keys()].sort(), [...dependencies].sort());
  });

  it('gives each the licence that the package itself declares', () => {
    const wrong = dependencies.flatMap((name) => {
      const file = join(ROOT, 'node_modules', name, 'package.json');
      // Packages of other systems are not installed here.
      if (!existsSync(file)) return [];
      const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string };
      const declared = (license ?? '').replace(/^\((.*)\)$/, '$1');
      const said = rows.get(name)?.split(';')[0];
      return said === declared ? [] : [`${name}: ${declared}, not ${said}`];
    });
    assert.deepEqual(wrong, []);
  });
});

describe('commands', () => {
  it('that documents tell people to run are scripts of package.json', () => {
    const unknown = documents.flatMap(({ path, source }) =>
      commandsIn(source)
        .filter((script) => manifest.scripts[script] === undefined)
        .map((script) => `${path}: ${script}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('are seen in every form', () => {
    assert.deepEqual(commandsIn('`npm start -- --empty`, npm test\n npm run --silent db:stop; npm run check.'), [
      'start',
      'test',
      'db:stop',
      'check',
    ]);
  });

  for (const path of ['README.md', 'README.it.md'])
    it(`of the tests stands once in ${path}, as the one that CI runs`, () => {
      assert.equal(commandsIn(sourceOf(path)).filter((script) => script === 'test').length, 1);
      assert.ok(commandsIn(sourceOf(path)).includes('start'));
      assert.match(sourceOf('.ci/run'), /\bnpm test\b/);
    });
});

it('the portavoce commands that documents name exist', () => {
  const unknown = documents.flatMap(({ path, source }) =>
    [...source.matchAll(/\bbin\/portavoce ([a-z]+(?: [a-z]+)?)/g)]
      .map(([, named = '']) => named)
      .filter((named) => !COMMANDS.some(({ name }) => named === name || named.split(' ')[0] === name))
      .map((named) => `${path}: ${named}`),
  );
  assert.deepEqual(unknown, []);
});

describe('the operator’s manual', () => {
  const manual = sourceOf('docs/manuale-operatore.md');
  const firstCells = [...manual.matchAll(/^ *\| ([^|]+?) \|/gm)].map(([, cell = '']) => cell);

  it('names every decision, state and role as the screen does', () => {
    const shown = [...Object.values(words.enforcement), ...Object.values(words.role), ...Object.values(words.decision)];
    const missing = shown.filter((word) => !firstCells.some((cell) => cell.split(' / ').includes(word)));
    assert.deepEqual(missing, []);
  });

  it('gives the keys that the desk has', () => {
    const table = manual.slice(manual.indexOf('| tasto |'));
    const told = [...table.slice(0, table.indexOf('\n\n')).matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell);
    const keys = words.moderation.keys.rows.map(([key]) => key);
    assert.deepEqual(
      told.slice(1).flatMap((cell) => cell.split(', ')),
      keys,
    );
  });

  it('quotes the words of the screen as they are', () => {
    const quoted = [...manual.matchAll(/«([^»]+)»/g)].map(([, text = '']) => text.toLowerCase());
    assert.ok(quoted.length > 20);
    for (const text of [
      words.flags.media,
      words.deadline.missing,
      words.deciding.undo,
      words.audit.verify,
      words.deciding.report,
    ])
      assert.ok(quoted.includes(text.toLowerCase()), text);
  });
});

it('the settings that the READMEs name are read by the program or its tests', () => {
  const code = tree.filter(({ path }) => /^(src|scripts|tests|sandbox)\/.*\.(ts|mjs)$/.test(path));
  for (const path of ['README.md', 'README.it.md']) {
    const names = [...sourceOf(path).matchAll(/`(PORT|HOST|DATABASE_URL|PORTAVOCE_[A-Z]+)`/g)].map(
      ([, name = '']) => name,
    );
    assert.ok(names.length >= 7);
    const idle = names.filter(
      (name) =>
        !code.some(
          ({ source }) =>
            new RegExp(`(env|environment)\\.${name}\\b`).test(source) || source.includes(`(environment, '${name}')`),
        ),
    );
    assert.deepEqual(idle, []);
  }
});

describe('links', () => {
  const place: Place = {
    exists: (path) => existsSync(join(ROOT, path)),
    read: (path) => readFileSync(join(ROOT, path), 'utf8'),
  };

  it('of every document lead somewhere', () => {
    assert.ok(documents.some((document) => linksOf(document).length > 0));
    const broken = documents.flatMap((document) =>
      brokenLinks(document, place).map((link) => `${document.path}: ${link}`),
    );
    assert.deepEqual(broken, []);
  });

  it('are found broken when the file, the anchor or the image is not there', () => {
    const files = new Map([['docs/b.md', '# È così, no?\n```\n# not a heading\n```\n']]);
    const small: Place = { exists: (path) => files.has(path), read: (path) => files.get(path) ?? '' };
    const source = [
      '[b](b.md) [b](b.md#è-così-no) [a](#here) [web](https://example.org/x) [code](`x`)',
      '## Here',
      '[c](c.md) [b](b.md#not-a-heading) [a](#there) [up](../../b.md) ![image](images/a.png)',
      '```',
      '[d](d.md)',
      '```',
      'and `[e](e.md)`',
    ].join('\n');
    files.set('docs/a.md', source);
    assert.deepEqual(brokenLinks({ path: 'docs/a.md', source }, small), [
      'c.md',
      'b.md#not-a-heading',
      '#there',
      '../../b.md',
      'images/a.png',
    ]);
  });
});
