// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ITEM_KINDS, VOCABULARY } from '#policy';
import { type LabelledComment, PERSONAL_DATA, readCorpus } from '../corpus/corpus.ts';

const FOLDER = join(import.meta.dirname, '..', 'corpus');
const LICENCE = '# SPDX-License-Identifier: CC-BY-4.0';
const FEWEST_COMMENTS = 3000;
const FEWEST_LAWFUL = 600;
/** Fewer than these in a half say nothing of a category. */
const FEWEST_IN_A_HALF = 8;
const MAIN = [
  'insult',
  'vulgar',
  'threat',
  'incitement',
  'discrimination',
  'defamation',
  'disruption',
  'personal-data',
  'sensitive-data',
  'personal-case',
  'spam',
  'commercial',
  'political',
  'illegal',
  'obscene',
  'misleading',
  'alarmist',
  'criticism',
  'question',
  'complaint',
  'thanks',
  'emergency',
  'nothing-to-do',
] as const;
/** What lawful-harsh comments may be besides lawful: nothing that a policy takes down. */
const LAWFUL_LABELS = new Set([
  'criticism',
  'question',
  'complaint',
  'thanks',
  'nothing-to-do',
  'emergency',
  'personal-case',
]);

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const corpus = readCorpus(FOLDER);
const categories = new Set(VOCABULARY.map(({ slug }) => slug));
const spanTypes = new Set([...categories, ...PERSONAL_DATA, 'health']);
const at = ({ file, line }: LabelledComment): string => `${file}:${line}`;

/** A text as it reads when case, accents and signs are left aside; emoji stay, for some comments are nothing else. */
const folded = (text: string): string => {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{Nd}\p{Extended_Pictographic}]/gu, '');
  return letters === '' ? text.trim() : letters;
};

test('every file opens with its licence', () => {
  assert.ok(files.length >= 6, files.join());
  for (const file of files) assert.equal(readFileSync(join(FOLDER, file), 'utf8').split('\n', 1)[0], LICENCE, file);
});

test('there are enough comments', () => {
  assert.ok(corpus.length >= FEWEST_COMMENTS, String(corpus.length));
  const lawful = corpus.filter(({ file }) => file === 'lawful-harsh.txt');
  assert.ok(lawful.length >= FEWEST_LAWFUL, String(lawful.length));
});

test('labels and kinds are those of the vocabulary', () => {
  for (const comment of corpus) {
    for (const label of comment.labels) assert.ok(categories.has(label), `${at(comment)}: no category ${label}`);
    if (comment.kind !== undefined)
      assert.ok(
        ITEM_KINDS.some((kind) => kind === comment.kind),
        `${at(comment)}: ${comment.kind}`,
      );
  }
});

test('spans have a known type, hold words and lie in their text in order', () => {
  let count = 0;
  for (const comment of corpus) {
    let from = 0;
    for (const { type, start, end } of comment.spans) {
      assert.ok(spanTypes.has(type), `${at(comment)}: no span type ${type}`);
      assert.ok(start >= from && start < end && end <= comment.text.length, `${at(comment)}: ${start}–${end}`);
      const words = comment.text.slice(start, end);
      assert.equal(words, words.trim(), `${at(comment)}: a span that opens or closes with a space`);
      from = end;
      count += 1;
    }
  }
  assert.ok(count > 1000, String(count));
});

test('no comment is empty', () => {
  for (const comment of corpus) assert.notEqual(comment.text.trim(), '', at(comment));
});

test('nothing about the abuse of children', () => {
  assert.deepEqual(
    corpus.filter(({ labels, spans }) => labels.has('csam') || spans.some(({ type }) => type === 'csam')).map(at),
    [],
  );
});

test('what must be left alone is labelled as nothing that a policy takes down', () => {
  const lawful = corpus.filter(({ file }) => file === 'lawful-harsh.txt');
  const wrong = lawful.flatMap((comment) =>
    [...comment.labels].filter((label) => !LAWFUL_LABELS.has(label)).map((label) => `${at(comment)}: ${label}`),
  );
  assert.deepEqual(wrong, []);
});

/** Twins in different families, where one half could have taught the other its answers. */
const twinsOf = (comments: readonly LabelledComment[]): readonly string[] => {
  const first = new Map<string, LabelledComment>();
  return comments.flatMap((comment) => {
    const key = folded(comment.text);
    const twin = first.get(key);
    if (twin === undefined) first.set(key, comment);
    return twin === undefined || twin.family === comment.family
      ? []
      : [`${at(comment)} reads like ${at(twin)}: ${comment.text}`];
  });
};

/** Families that stand in two files: the second may have been taken for a new idea. */
const splitFamilies = (comments: readonly LabelledComment[]): readonly string[] => {
  const homes = new Map<string, string>();
  return [
    ...new Set(
      comments.flatMap(({ family, file }) => {
        const home = homes.get(family) ?? file;
        homes.set(family, home);
        return home === file ? [] : [`${family} is in ${home} and in ${file}`];
      }),
    ),
  ];
};

test('no two comments of different families read alike', () => {
  assert.deepEqual(twinsOf(corpus), []);
});

test('no family is in two files', () => {
  assert.deepEqual(splitFamilies(corpus), []);
});

test('a family is all in one half, and each half holds enough of the main categories', () => {
  const halves = new Map<string, string>();
  for (const comment of corpus) {
    assert.equal(halves.get(comment.family) ?? comment.split, comment.split, at(comment));
    halves.set(comment.family, comment.split);
  }
  for (const half of ['train', 'test'] as const)
    for (const category of MAIN) {
      const count = corpus.filter(({ split, labels }) => split === half && labels.has(category)).length;
      assert.ok(count >= FEWEST_IN_A_HALF, `${category}: ${count} in the half for ${half}`);
    }
  const split = corpus.filter(({ isApart }) => !isApart);
  const share = split.filter((comment) => comment.split === 'test').length / split.length;
  assert.ok(share > 0.2 && share < 0.4, String(share));
});

/** Reads a corpus of these lines from a folder of its own. */
function readLines(lines: readonly string[]): readonly LabelledComment[] {
  const folder = mkdtempSync(join(tmpdir(), 'portavoce-corpus-'));
  try {
    writeFileSync(join(folder, 'one.txt'), [LICENCE, ...lines, ''].join('\n'));
    return readCorpus(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('marked words become spans of the text without marks, and label it', () => {
  const [comment] = readLines([
    '@ a-01 · criticism · post: Orari · kind: message',
    'chiama {phone|347 0001234}⏎{health|cieco}',
  ]);
  assert.equal(comment?.text, 'chiama 347 0001234\ncieco');
  assert.deepEqual(
    comment.spans.map(({ type, start, end }) => [type, comment.text.slice(start, end)]),
    [
      ['phone', '347 0001234'],
      ['health', 'cieco'],
    ],
  );
  assert.deepEqual([...comment.labels].toSorted(), ['criticism', 'personal-data', 'sensitive-data']);
  assert.deepEqual([comment.post, comment.kind], ['Orari', 'message']);
});

test('what is out of form is refused with its place', () => {
  assert.throws(() => readLines(['a comment alone']), /one\.txt:2/);
  assert.throws(() => readLines(['@ No Name']), /one\.txt:2/);
  assert.throws(() => readLines(['@ a-01 · clean', '{phone|347']), /one\.txt:3/);
});

test('twins and scattered families are seen', () => {
  const lines = [
    '@ a-01 · clean',
    'Che bella GIORNATA!',
    '@ a-02 · clean',
    'che bella giornata…',
    '@ a-01 · clean',
    'ciao',
  ];
  const comments = readLines(lines);
  assert.equal(twinsOf(comments).length, 1);
  assert.equal(splitFamilies([...comments, ...comments.map((one) => ({ ...one, file: 'two.txt' }))]).length, 2);
});
