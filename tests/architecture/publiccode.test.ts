// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { ROOT } from './tree.ts';

// publiccode.yml against version 0.7 of the standard: what is mandatory, with its lengths; nothing deprecated, nothing unknown.

type Yaml = string | boolean | readonly Yaml[] | { readonly [key: string]: Yaml };

interface Line {
  readonly number: number;
  readonly indent: number;
  readonly text: string;
}

/**
 * Reads the part of YAML that the file keeps to: maps and lists of scalars, two spaces a level, scalars plain or in double
 * quotes. Throws on everything else rather than guess at it.
 */
function readYaml(source: string): Yaml {
  const lines = source.split('\n').flatMap((text, index): Line[] => {
    const line = { number: index + 1, indent: text.length - text.trimStart().length, text: text.trimStart() };
    if (text.trim() === '' || line.text.startsWith('#')) return [];
    if (text.includes('\t') || text !== text.trimEnd() || line.indent % 2 === 1) throw refusal(line);
    return [line];
  });
  const rest = [...lines];
  const value = readLevel(rest, 0);
  if (rest[0] !== undefined) throw refusal(rest[0]);
  return value;
}

const refusal = ({ number, text }: Line) => new SyntaxError(`line ${number}: cannot read \`${text}\``);

/** Takes the lines of one level off the front. */
function readLevel(lines: Line[], indent: number): Yaml {
  return lines[0]?.text.startsWith('- ') === true ? readList(lines, indent) : readMap(lines, indent);
}

function readList(lines: Line[], indent: number): readonly Yaml[] {
  const items: Yaml[] = [];
  for (let line = lines[0]; line?.indent === indent; line = lines[0]) {
    if (!line.text.startsWith('- ')) throw refusal(line);
    lines.shift();
    items.push(readScalar(line, line.text.slice(2)));
  }
  return items;
}

function readMap(lines: Line[], indent: number): Yaml {
  const entries = new Map<string, Yaml>();
  for (let line = lines[0]; line?.indent === indent; line = lines[0]) {
    const [, key, inline] = /^([A-Za-z]\w*):(?: (.+))?$/.exec(line.text) ?? [];
    if (key === undefined || entries.has(key)) throw refusal(line);
    lines.shift();
    if (inline === undefined && lines[0]?.indent !== indent + 2) throw refusal(line);
    entries.set(key, inline === undefined ? readLevel(lines, indent + 2) : readScalar(line, inline));
  }
  return Object.fromEntries(entries);
}

function readScalar(line: Line, text: string): string | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^"(?:[^"\\]|\\")*"$/.test(text)) return JSON.parse(text) as string;
  // What YAML would take for something other than text: null, yes and no, numbers, dates.
  if (!/^[A-Za-z][\w ./-]*$/.test(text) || /^(null|yes|no|on|off|y|n)$/i.test(text)) throw refusal(line);
  return text;
}

const Description = z.strictObject({
  shortDescription: z.string().min(1).max(150),
  longDescription: z.string().min(150).max(10_000),
  features: z.array(z.string().min(1)).min(1),
});

const Publiccode = z.strictObject({
  publiccodeYmlVersion: z.literal('0.7'),
  name: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  softwareVersion: z.string().optional(),
  platforms: z.array(z.enum(['web', 'linux', 'mac', 'windows', 'android', 'ios'])).min(1),
  categories: z
    .array(z.enum(['social-media-management', 'compliance-management', 'workflow-management', 'communications']))
    .min(1)
    .optional(),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.literal('standalone/web'),
  intendedAudience: z.strictObject({ scope: z.array(z.enum(['government', 'local-authorities'])).min(1) }).optional(),
  description: z.strictObject({ it: Description, en: Description }),
  legal: z.strictObject({
    license: z.literal('AGPL-3.0-or-later'),
    mainCopyrightOwner: z.string().min(1).optional(),
  }),
  // `internal` and `community` must name real persons, `contract` a contractor and a term: none is invented here.
  maintenance: z.strictObject({ type: z.literal('none') }),
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)).min(1),
  }),
});

const source = readFileSync(join(ROOT, 'publiccode.yml'), 'utf8');

describe('publiccode.yml', () => {
  it('holds what the standard asks, and nothing else', () => {
    assert.doesNotThrow(() => Publiccode.parse(readYaml(source)));
  });

  it('agrees with package.json and with the licence', () => {
    const { name, softwareVersion, legal } = Publiccode.parse(readYaml(source));
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>;
    assert.equal(name.toLowerCase(), manifest.name);
    assert.equal(softwareVersion, manifest.version);
    assert.equal(legal.license, manifest.license);
    assert.match(readFileSync(join(ROOT, 'LICENSE'), 'utf8'), /^\s*GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3,/);
  });

  const SPOILED: readonly (readonly [string, RegExp, string])[] = [
    ['another version of the standard', /^publiccodeYmlVersion: .*$/m, 'publiccodeYmlVersion: "0.4"'],
    ['no name', /^name: .*\n/m, ''],
    ['an address that is not one', /^url: .*$/m, 'url: "portavoce"'],
    ['no platform', /^platforms:\n( {2}- .*\n)+/m, ''],
    ['an unknown status', /^developmentStatus: .*$/m, 'developmentStatus: alpha'],
    ['another kind of software', /^softwareType: .*$/m, 'softwareType: library'],
    ['a short description that is long', /shortDescription: "/, `shortDescription: "${'a'.repeat(150)}`],
    ['a long description that is short', /longDescription: ".*"/, 'longDescription: "Breve."'],
    ['no features', /^ {4}features:\n( {6}- .*\n)+/m, ''],
    ['no Italian', /^ {2}it:\n( {4}.*\n)+/m, ''],
    ['another licence', /^ {2}license: .*$/m, '  license: MIT'],
    ['maintenance by nobody named', /^ {2}type: none$/m, '  type: community'],
    ['no languages', /^ {2}availableLanguages:\n( {4}- .*\n?)+/m, ''],
    ['the deprecated Italian section', /$/, 'it:\n  conforme: true\n'],
  ];
  for (const [what, pattern, replacement] of SPOILED)
    it(`refuses ${what}`, () => {
      const spoiled = source.replace(pattern, replacement);
      assert.notEqual(spoiled, source);
      assert.equal(Publiccode.safeParse(readYaml(spoiled)).success, false);
    });
});

describe('its reader', () => {
  it('reads maps, lists, quoted and plain text, and truth', () => {
    assert.deepEqual(readYaml('# c\na: b c\nd:\n  - "e: \\"f\\""\n  - g/h\ni:\n  j: true\n'), {
      a: 'b c',
      d: ['e: "f"', 'g/h'],
      i: { j: true },
    });
  });

  for (const unread of [
    'a: b # c',
    'a: b: c',
    'a: 1',
    'a: no',
    "a: 'b'",
    'a: >\n  b',
    'a: [b]',
    'a:',
    'a: b\na: c',
    'a:\n    b: c',
    'a:\n  b: c\n - d',
    'a:\n  - b: c',
    '\ta: b',
    'a: "b',
  ])
    it(`does not guess at ${JSON.stringify(unread)}`, () => assert.throws(() => readYaml(unread), SyntaxError));
});
