// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compile, evaluate, examplesOf, ownTerms, parse, replayOf } from '#policy';
import { analyse } from '#triage';
import { holidaysOf } from '../holidays.ts';
import { ownPolicies, ROOT } from './installation.ts';
import { policyReplay, type ReplayRequest } from './policy-replay.ts';
import { batchesOf } from './policy-replay-batch.ts';

const POLICY = 'comune-di-esempio';
const folder = mkdtempSync(join(tmpdir(), 'portavoce-replay-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The policy with a clause more. */
function draftWith(name: string, ...blocks: readonly string[]): string {
  const text = readFileSync(join(ROOT, 'policies', `${POLICY}.policy.md`), 'utf8');
  const clause = `### ESE-900 · Prova\n\nPer prova.\n\n${blocks.map((block) => `~~~${block}\n~~~\n\n`).join('')}`;
  const place = text.indexOf('\n## Sezione 3') + 1;
  assert.ok(place > 0);
  const file = join(folder, `${name}.policy.md`);
  writeFileSync(file, text.slice(0, place) + clause + text.slice(place));
  return file;
}

const DRAFT = draftWith('thanks', 'regola\nmodalità: da rimuovere\nse: ringraziamento');

interface Line {
  readonly id: string | number;
  readonly before: { readonly proposal: { readonly action: string }; readonly due?: string };
  readonly after: {
    readonly proposal: { readonly action: string; readonly reasons: object[] };
    readonly clauses: object[];
  };
}

async function run(input: string, request: Partial<ReplayRequest> = {}, chunk = 1000) {
  const bytes = new TextEncoder().encode(input);
  let written = '';
  const errors: string[] = [];
  const streams = {
    input: (async function* () {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    })(),
    record: (record: object) => {
      written += `${JSON.stringify(record)}\n`;
    },
    text: (text: string) => {
      written += text;
    },
    error: (message: string) => errors.push(message),
    drained: async () => {},
  };
  const code = await policyReplay({ policy: DRAFT, against: POLICY, figures: false, ...request }, streams);
  const lines = written
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { code, written, errors, changed: lines.slice(0, -1) as Line[], counts: lines.at(-1) };
}

const THANKS = 'Grazie mille, siete stati gentilissimi!';
const ndjson = (...items: readonly object[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('');

test('only items judged otherwise are written, in order, with both judgements; last the counts', async () => {
  const input = ndjson(
    { id: 1, text: THANKS },
    { id: 'due', text: 'A che ora aprite?' },
    { id: 3, text: `${THANKS}!` },
  );
  const { code, changed, counts, errors } = await run(input);
  assert.equal(code, 0);
  assert.deepEqual(errors, []);
  assert.deepEqual(
    changed.map(({ id }) => id),
    [1, 3],
  );
  assert.notEqual(changed[0]?.before.proposal.action, 'remove');
  assert.equal(changed[0]?.after.proposal.action, 'remove');
  assert.ok(changed[0]?.after.proposal.reasons.length);
  assert.deepEqual(counts, { items: 3, changed: 2, bad: 0, actions: { 'none→remove': 2 } });
});

test('without a policy to compare with, what the policy touches is written', async () => {
  const { changed, counts } = await run(ndjson({ id: 1, text: THANKS }), { against: undefined });
  assert.equal(changed[0]?.before.proposal.action, 'none');
  assert.equal(counts.changed, 1);
});

test('a policy against itself changes nothing', async () => {
  const { code, changed } = await run(ndjson({ id: 1, text: THANKS }), { policy: POLICY });
  assert.equal(code, 0);
  assert.deepEqual(changed, []);
});

test('the same bytes however the input is cut, and twice', async () => {
  const items = Array.from({ length: 400 }, (_, id) => ({
    id,
    text: id % 3 === 0 ? `${THANKS} ${'à'.repeat(id)}` : `Buongiorno, sono il numero ${id}`,
    at: new Date(Date.UTC(2026, 0, 1, id)).toISOString(),
  }));
  const input = ndjson(...items);
  const outputs = [await run(input), await run(input, {}, 7919), await run(input, {}, 64)];
  assert.equal(new Set(outputs.map(({ written }) => written)).size, 1);
  assert.equal(outputs[0]?.counts.items, 400);
  assert.ok(outputs[0]?.counts.changed > 0);
});

test('bad lines are told with their number, counted, and do not stop the others', async () => {
  const good = JSON.stringify({ id: 1, text: THANKS });
  const input = `${good}\nnon è JSON\n\n{"id":2}\n{"id":3,"text":"a","signals":[{"category":1}]}\r\n${good}`;
  const { code, errors, counts } = await run(input, {}, 5);
  assert.equal(code, 1);
  assert.deepEqual(
    errors.map((error) => error.split(':')[0]),
    ['riga 2', 'riga 4', 'riga 5'],
  );
  assert.deepEqual([counts.items, counts.changed, counts.bad], [2, 2, 3]);
});

test('signals that a line brings are believed, whatever its text', async () => {
  const thanks = { category: 'thanks', strength: 1, spans: [], source: 'banco', reason: 'Ringrazia.' };
  const { changed } = await run(
    ndjson({ id: 1, text: 'Nulla di che', signals: [thanks] }, { id: 2, text: THANKS, signals: [] }),
  );
  assert.deepEqual(
    changed.map(({ id }) => id),
    [1],
  );
});

test('words that only the draft lists are looked for beside the signals that a line brings', async () => {
  const draft = draftWith(
    'own',
    'categoria\nnome: zampogne\netichetta: Zampogne\ngravità: alta\nparole: «zampogna»',
    'regola\nmodalità: da rimuovere\nse: zampogne',
  );
  const input = ndjson({ id: 1, text: 'Che bella zampogna', signals: [] }, { id: 2, text: 'Che bella', signals: [] });
  const { changed } = await run(input, { policy: draft });
  assert.deepEqual(
    changed.map(({ id }) => id),
    [1],
  );
});

test('a policy that is not there, or none, is a mistake of use', async () => {
  await assert.rejects(run('', { policy: 'nessuna' }), /Non esiste una policy con questo nome/);
  await assert.rejects(run('', { policy: undefined }), /manca --policy/);
});

test('figures are told at the end, apart from the output', async () => {
  const { errors, counts } = await run(ndjson({ id: 1, text: THANKS }), { figures: true });
  assert.match(errors.at(-1) ?? '', /^1 interventi in .* s .*; memoria \d+ MB/);
  assert.equal(counts.items, 1);
});

test('input is cut where lines end, and lines keep their number', async () => {
  const encoder = new TextEncoder();
  const cut = async (...chunks: readonly string[]) => {
    const batches: [number, string][] = [];
    const input = (async function* () {
      for (const chunk of chunks) yield encoder.encode(chunk);
    })();
    for await (const { bytes, first } of batchesOf(input)) batches.push([first, new TextDecoder().decode(bytes)]);
    return batches;
  };
  assert.deepEqual(await cut('a\nb', 'c\nd\n', 'e'), [
    [1, 'a\n'],
    [2, 'bc\nd\n'],
    [4, 'e'],
  ]);
  assert.deepEqual(await cut(), []);
  assert.deepEqual(await cut('a', 'b', 'c'), [[1, 'abc']]);
});

test('read once for two policies, each text gives what it gives each of them alone', () => {
  const policies = [...ownPolicies().values()].flatMap((file) => {
    const { policy } = parse(readFileSync(file, 'utf8'), file);
    return policy === undefined ? [] : [compile(policy)];
  });
  const holidays = holidaysOf();
  const items = policies.flatMap((policy) => examplesOf(policy).map(({ item }) => item));
  assert.ok(items.length > 100);
  for (const [index, after] of policies.entries()) {
    const before = policies[(index + 1) % policies.length] ?? after;
    const { judge } = replayOf({ before, after, analyse, holidays });
    for (const item of items.filter((_, place) => place % policies.length === index)) {
      const both = judge(item);
      for (const side of ['before', 'after'] as const) {
        const policy = side === 'before' ? before : after;
        const signals = analyse(item.text, { kind: item.kind, ...ownTerms(policy) });
        assert.deepEqual(
          both[side],
          evaluate(policy, item, signals, item.at, holidays),
          `${policy.body}: ${item.text}`,
        );
      }
    }
  }
});
