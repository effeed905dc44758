// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DRAFT_CHECKS, NETWORK_LABELS } from '#policy';
import { type LabelledDraft, readDrafts } from '../corpus/drafts/drafts.ts';

const FOLDER = join(import.meta.dirname, '..', 'corpus', 'drafts');
const LICENCE = '# SPDX-License-Identifier: CC-BY-4.0';
const FEWEST_DRAFTS = 300;
/** Fewer than these in a half say nothing of a check. */
const FEWEST_IN_A_HALF = 3;
/** Enough to measure on; more are written to learn from. */
const DRAFTS_IN_A_HALF = 150;

const drafts = readDrafts(FOLDER);
const at = ({ file, line }: LabelledDraft): string => `${file}:${line}`;

test('every file opens with its licence', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
  assert.ok(files.length > 0);
  for (const file of files) assert.equal(readFileSync(join(FOLDER, file), 'utf8').split('\n', 1)[0], LICENCE, file);
});

test('there are enough drafts, half of them clean', () => {
  assert.ok(drafts.length >= FEWEST_DRAFTS, String(drafts.length));
  const share = drafts.filter(({ checks }) => checks.size === 0).length / drafts.length;
  assert.ok(share >= 0.45 && share <= 0.55, String(share));
});

test('checks and networks are those of the policy language', () => {
  const networks = new Set(Object.values(NETWORK_LABELS));
  for (const draft of drafts) {
    for (const check of [...draft.checks, ...draft.doubts])
      assert.ok(
        DRAFT_CHECKS.some((known) => known === check),
        `${at(draft)}: no check ${check}`,
      );
    assert.ok(draft.networks.length > 0, at(draft));
    for (const network of draft.networks) assert.ok(networks.has(network), `${at(draft)}: no network ${network}`);
  }
});

test('marked words lie in their text in order', () => {
  let count = 0;
  for (const draft of drafts) {
    let from = 0;
    for (const { start, end } of draft.spans) {
      assert.ok(start >= from && start < end && end <= draft.text.length, `${at(draft)}: ${start}–${end}`);
      from = end;
      count += 1;
    }
  }
  assert.ok(count > 200, String(count));
});

test('each family is one draft, in one half; each half has enough of every check', () => {
  const families = drafts.map(({ family }) => family);
  assert.equal(new Set(families).size, families.length);
  const labels = new Set(drafts.flatMap(({ checks }) => [...checks]));
  for (const half of ['train', 'test'] as const) {
    const those = drafts.filter(({ split }) => split === half);
    assert.ok(those.length >= DRAFTS_IN_A_HALF, `${half}: ${those.length}`);
    for (const check of labels) {
      const count = those.filter(({ checks }) => checks.has(check)).length;
      assert.ok(count >= FEWEST_IN_A_HALF, `${check}: ${count} in the half for ${half}`);
    }
  }
});

test('no two drafts read alike', () => {
  const seen = new Map<string, LabelledDraft>();
  for (const draft of drafts) {
    const key = draft.text.toLowerCase().replaceAll(/[^\p{L}\p{Nd}]/gu, '');
    const twin = seen.get(key);
    assert.equal(twin, undefined, `${at(draft)} reads like ${twin === undefined ? '' : at(twin)}`);
    seen.set(key, draft);
  }
});

function readLines(lines: readonly string[]): readonly LabelledDraft[] {
  const folder = mkdtempSync(join(tmpdir(), 'portavoce-drafts-'));
  try {
    writeFileSync(join(folder, 'one.txt'), [LICENCE, ...lines, ''].join('\n'));
    return readDrafts(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('facts, marks and doubts are read, and the text is left without marks', () => {
  const [draft, other] = readLines([
    '@ one-a · comune · networks: Facebook, X · checks: politics, ~ironic',
    'link: https://comune.example/a',
    'image: una piazza | alt: | people: nobody',
    'source: none given',
    'period: electoral',
    'Prima riga.',
    'Votate {politics|Lista Prova}!',
    '---',
    '@ one-b · region · networks: X · checks: clean',
    'Testo.',
  ]);
  assert.equal(draft?.text, 'Prima riga.\nVotate Lista Prova!');
  assert.deepEqual(
    draft.spans.map(({ check, start, end }) => [check, draft.text.slice(start, end)]),
    [['politics', 'Lista Prova']],
  );
  assert.deepEqual(
    [[...draft.checks], [...draft.doubts], draft.networks],
    [['politics'], ['ironic'], ['Facebook', 'X']],
  );
  assert.deepEqual(draft.images, [{ description: 'una piazza', alt: '', people: 'nobody' }]);
  assert.deepEqual([draft.links, draft.source, draft.isElectoral], [['https://comune.example/a'], 'none given', true]);
  assert.deepEqual([other?.line, other?.checks.size, other?.isElectoral], [10, 0, false]);
});

test('what is out of form is refused with its place', () => {
  const header = '@ one-a · comune · networks: Facebook · checks: clean';
  assert.throws(() => readLines(['a text alone']), /one\.txt:2: not the header/);
  assert.throws(() => readLines(['@ one-a · castle · networks: X · checks: clean', 'a']), /one\.txt:2: no such body/);
  assert.throws(() => readLines([header, 'image: una piazza', 'a']), /one\.txt:2: an image is/);
  assert.throws(() => readLines([header, 'period: holy', 'a']), /one\.txt:2: no such period/);
  assert.throws(() => readLines([header, '{politics|a']), /one\.txt:2: a span that is not closed/);
  assert.throws(() => readLines([header, '{politics|a}']), /one\.txt:2: words marked politics/);
  assert.throws(() => readLines([header]), /one\.txt:2: a draft without words/);
  assert.throws(
    () => readLines(['@ a · comune · networks: X · checks: clean, politics', 'a']),
    /one\.txt:2: clean, or/,
  );
});
