// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftCheck } from './draft-check.ts';

interface Line {
  readonly id: string | number;
  readonly findings: readonly {
    readonly check: string;
    readonly clause: string;
    readonly severity: string;
    readonly spans: readonly (readonly [number, number])[];
    readonly reason: string;
  }[];
}

async function run(lines: readonly (object | string)[], policy?: string) {
  const input = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const records: Line[] = [];
  const errors: string[] = [];
  const streams = {
    input: (async function* () {
      yield new TextEncoder().encode(input);
    })(),
    record: (record: object) => void records.push(record as Line),
    text: () => {},
    error: (message: string) => void errors.push(message),
    drained: async () => {},
  };
  return { code: await draftCheck(policy, streams), records, errors };
}

const FISCAL = { id: 1, text: 'Ha vinto VRDNTN80A01H501Z.' };
const JOKE = 'Il modulo è così facile che ci riesce perfino vostra suocera.';

test('under a policy each finding has its clause, its severity and its words', async () => {
  const { code, records, errors } = await run([FISCAL], 'ats-milano');
  assert.deepEqual([code, errors, records.length], [0, [], 1]);
  const found = records[0]?.findings.find(({ check }) => check === 'personal-data');
  assert.deepEqual([found?.clause, found?.severity], ['MIL-017', 'block']);
  assert.deepEqual(
    found?.spans.map(([from, to]) => FISCAL.text.slice(from, to)),
    ['VRDNTN80A01H501Z'],
  );
  assert.deepEqual(Object.keys(found ?? {}), ['check', 'clause', 'severity', 'spans', 'reason']);
});

test('without a policy only the law speaks, and nothing is cited without a name', async () => {
  const { records } = await run([FISCAL, { id: 'due', text: JOKE }]);
  assert.deepEqual(
    records.map(({ id }) => id),
    [1, 'due'],
  );
  assert.match(records[0]?.findings[0]?.clause ?? '', /D\.Lgs\. 196\/2003/);
  assert.deepEqual(records[1]?.findings, []);
});

test('images, sources, links and the electoral period are read; a network’s own limits are asked of it', async () => {
  const { code, records } = await run([
    { id: 1, text: 'Il ponte.', alt: [''] },
    { id: 2, text: 'In pausa.', images: [{ description: 'pausa', alt: 'Pausa', people: 'four employees, none' }] },
    { id: 3, text: 'Il nostro mandato: mille alberi.', electoral: true },
    { id: 4, text: 'a'.repeat(281), channel: 'x' },
    { id: 5, text: 'a'.repeat(281), channel: 'facebook' },
  ]);
  assert.equal(code, 0);
  assert.deepEqual(
    records.map(({ findings }) => findings.map(({ check }) => check)),
    [['alt-missing'], ['named-without-basis'], ['electoral'], ['network-rule'], []],
  );
});

test('a bad line is told with its number and passed over, and the rest is done', async () => {
  const { code, records, errors } = await run([
    'not json',
    { id: 1 },
    { id: 2, text: 'a', channel: 'radio' },
    { id: 3, text: 'a', alt: 'b' },
    { id: 4, text: 'a', images: [{ people: 3 }] },
    { text: 'a' },
    { id: 5, text: 'a', electoral: 'yes' },
    '',
    { id: 6, text: 'Domani scuole chiuse per neve.' },
  ]);
  assert.equal(code, 1);
  assert.deepEqual(
    errors.map((message) => /^riga (\d+): /.exec(message)?.[1]),
    ['1', '2', '3', '4', '5', '6', '7'],
  );
  assert.deepEqual(records, [{ id: 6, findings: [] }]);
});
