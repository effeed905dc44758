// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { compile, examplesOf, parse } from '#policy';

// `portavoce policy replay` over many items, a policy against a draft of it, twice: time, memory, the same bytes.
//
//   node bench/replay.ts [N]          the figures, over N items (100,000)
//   node bench/replay.ts [N] --lines  the items alone, on standard output
//
// Items are made of the policies' own examples, two or three at a time as people write, and are the same at every run.

const ROOT = join(import.meta.dirname, '..');
const POLICY = 'comune-di-esempio';
const ITEMS = 100_000;
const CHUNK_LINES = 1000;
const FIRST_MOMENT = Date.parse('2025-01-01T00:00:00Z');
const MOMENT_STEP = 311_000;

/** A small generator of numbers: one seed, the same numbers on any machine. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const examples = readdirSync(join(ROOT, 'policies'))
  .filter((name) => name.endsWith('.policy.md'))
  .toSorted()
  .flatMap((name) => {
    const { policy } = parse(readFileSync(join(ROOT, 'policies', name), 'utf8'), name);
    return policy === undefined ? [] : examplesOf(compile(policy)).map(({ item }) => item);
  });

const OPENINGS = ['Buongiorno.', 'Scusate,', 'Ma insomma:', 'Allora:', 'Da mesi lo dico.', 'Ciao a tutti,'];

/** `count` items as lines of NDJSON, a chunk of them at a time. */
function* chunks(count: number): Generator<string> {
  const number = numbersFrom(20_261_122);
  let lines: string[] = [];
  for (let id = 1; id <= count; id++) {
    const first = examples[number(examples.length)];
    const second = examples[number(examples.length)];
    if (first === undefined || second === undefined) throw new Error('no policy has examples');
    const text = `${OPENINGS[number(OPENINGS.length)]} ${first.text} ${number(2) === 0 ? second.text : ''} (${id})`;
    const at = new Date(FIRST_MOMENT + id * MOMENT_STEP).toISOString();
    lines.push(JSON.stringify({ id, text, channel: first.channel, kind: first.kind, at }));
    if (lines.length < CHUNK_LINES && id < count) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
}

/** The policy with a shift that ends later, an insult that must go, and words for a category it did not have. */
function draftOf(source: string): string {
  const changes: readonly (readonly [RegExp, string])[] = [
    [/\nversione: .*\n/, '\nversione: bozza\n'],
    [/alle 18:00\n/, 'alle 19:00\n'],
    [/modalità: può essere rimosso\nse: insulti/, 'modalità: da rimuovere\nse: insulti'],
    [/- può essere rimosso: /g, '- intatto: '],
    [/\n~~~esempi[\s\S]*?\n~~~\n/g, '\n'],
    [
      /\n## Sezione 2/,
      '\n### ESE-900 · Le code\n\nDelle code si parla altrove.\n\n~~~categoria\nnome: code\netichetta: Code\ngravità: bassa\nparole: «coda»; «tre ore»\n~~~\n\n~~~regola\nmodalità: si chiede\nse: code\n~~~\n\n## Sezione 2',
    ],
  ];
  const draft = changes.reduce((text, [what, by]) => text.replace(what, by), source);
  const { complaints } = parse(draft, 'draft');
  if (complaints.length > 0) throw new Error(JSON.stringify(complaints));
  return draft;
}

interface Run {
  readonly seconds: number;
  readonly digest: string;
  readonly last: string;
  readonly told: string;
}

async function replay(count: number, draft: string): Promise<Run> {
  const began = performance.now();
  const args = ['policy', 'replay', '--policy', draft, '--against', POLICY, '--figures'];
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'portavoce'), ...args], { cwd: ROOT });
  const digest = createHash('sha256');
  let [last, told] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => {
    digest.update(bytes);
    last = (last + bytes.toString('latin1')).slice(-2000);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told = text;
  });
  const [[code]] = await Promise.all([once(child, 'close'), pipeline(Readable.from(chunks(count)), child.stdin)]);
  if (code !== 0) throw new Error(`replay ended with ${code}: ${told}`);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, digest: digest.digest('hex'), last: last.trimEnd().split('\n').at(-1) ?? '', told: told.trim() };
}

async function figures(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portavoce-replay-'));
  try {
    const draft = join(folder, 'draft.policy.md');
    writeFileSync(draft, draftOf(readFileSync(join(ROOT, 'policies', `${POLICY}.policy.md`), 'utf8')));
    console.log(
      `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(2)}`,
    );
    const small = await replay(Math.ceil(count / 10), draft);
    console.log(`a tenth of them, for the memory: ${small.told}`);
    const runs = [await replay(count, draft), await replay(count, draft)];
    for (const { seconds, told } of runs) console.log(`${seconds.toFixed(1)} s with its start: ${told}`);
    console.log(Buffer.from(runs[0]?.last ?? '', 'latin1').toString('utf8'));
    const same = runs[0]?.digest === runs[1]?.digest;
    console.log(same ? 'twice the same bytes' : 'NOT the same bytes');
    if (!same) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const count = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? ITEMS);
if (process.argv.includes('--lines')) await pipeline(Readable.from(chunks(count)), process.stdout);
else await figures(count);
