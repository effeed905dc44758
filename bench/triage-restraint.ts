// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse } from '../src/triage/index.ts';

/**
 * How often triage would raise an alarm over messages that citizens really send, how much hate and threat it sees,
 * and how fast. Reads the evaluation data by path; with `--show` it prints every alarm.
 */
const SHARED = resolve(import.meta.dirname, '..', process.env.PORTAVOCE_SHARED ?? '../shared');
const ALARM = 0.5;
/** Told cases and political talk are routed or left unanswered by most policies: counted apart. */
const ROUTED = new Set(['personal-case', 'no-public-interest', 'off-topic', 'uncivil-opinion']);
const DESK = new Set(['criticism', 'question', 'complaint', 'thanks', 'emergency', 'nothing-to-do']);
const show = process.argv.includes('--show');

const rows = (name: string): Record<string, string>[] =>
  readFileSync(join(SHARED, 'data', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, string>);

const alarms = (text: string): string[] => [
  ...new Set(
    analyse(text)
      .filter((signal) => signal.strength >= ALARM && !DESK.has(signal.category))
      .map((signal) => signal.category),
  ),
];

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

const falseAlarms = (): void => {
  const texts = rows('citizen_messages_it.ndjson').map((row) => row.text ?? '');
  const counts = new Map<string, number>();
  let removable = 0;
  let any = 0;
  for (const text of texts) {
    const categories = alarms(text);
    for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1);
    if (categories.length > 0) any++;
    if (categories.some((category) => !ROUTED.has(category))) {
      removable++;
      if (show) console.log(`  [${categories.join(', ')}] ${text.replaceAll('\n', ' ')}`);
    }
  }
  console.log(`citizen messages: ${texts.length}`);
  console.log(`  any removable category at ${ALARM} or more: ${removable} (${share(removable, texts.length)})`);
  console.log(`  the same, told cases included: ${any} (${share(any, texts.length)})`);
  for (const [category, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`    ${category}: ${count}`);
};

const hateCheck = (): void => {
  const seen = new Map<string, { total: number; noticed: number; missed: string[] }>();
  const against = ['discrimination', 'threat', 'incitement', 'insult'];
  for (const row of rows('hatecheck_it.ndjson')) {
    const name = row.functionality ?? '';
    const tally = seen.get(name) ?? { total: 0, noticed: 0, missed: [] };
    const noticed = alarms(row.test_case ?? '').some((category) => against.includes(category));
    tally.total++;
    if (noticed) tally.noticed++;
    if (noticed !== name.endsWith('_h')) tally.missed.push(row.test_case ?? '');
    seen.set(name, tally);
  }
  console.log('HateCheck Italian: share with discrimination, threat, incitement or insult');
  for (const [name, { total, noticed, missed }] of seen) {
    console.log(`  ${name.endsWith('_nh') ? 'to leave ' : 'to notice'} ${name}: ${share(noticed, total)} of ${total}`);
    if (show) for (const text of missed.filter((_, index) => index % 6 === 0)) console.log(`      ${text}`);
  }
  const sum = (suffix: string, pick: 'total' | 'noticed'): number =>
    [...seen].filter(([name]) => name.endsWith(suffix)).reduce((total, [, tally]) => total + tally[pick], 0);
  console.log(`  hateful noticed: ${share(sum('_h', 'noticed'), sum('_h', 'total'))}`);
  console.log(`  not hateful noticed: ${share(sum('_nh', 'noticed'), sum('_nh', 'total'))}`);
};

const speed = (): void => {
  const texts = rows('citizen_messages_it.ndjson').map((row) => row.text ?? '');
  for (const text of texts) analyse(text);
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < 8; pass++) {
    const start = performance.now();
    for (const text of texts) analyse(text);
    best = Math.min(best, performance.now() - start);
  }
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  console.log(
    `speed: ${Math.round((texts.length / best) * 1000)} messages/s (mean ${Math.round(characters / texts.length)} characters)`,
  );
};

/** What a troll may paste: one piece over and over, up to the longest comment that networks allow. */
const HOSTILE_LENGTH = 4000;
const HOSTILE =
  `a.|1 |via |x@|*a|s t |«|"a" |siete dei |A1|0|1!a|a_|c4zz0 |caaazzzo |c***o |s.t.r.o.n.z.o |cazzo |idioti |idiota è |odio i gay |
muori |non |di |tutti |AB123CD |a@b.it |a@b.|333 1234567 |1234567890|IT60X0542811101000000123456 |RSSMRA85T10A562S |via Roma 1 |www.|a.it |
la signora Rossi ha il cancro |voglio uccidere il direttore |vi ammazzo |gli zingari sono ladri |chi modera è un idiota |quegli idioti dell'ufficio `
    .replaceAll('\n', '')
    .split('|');

const hostile = (): void => {
  const times = HOSTILE.map((piece) => {
    const text = piece.repeat(Math.ceil(HOSTILE_LENGTH / piece.length)).slice(0, HOSTILE_LENGTH);
    let best = Number.POSITIVE_INFINITY;
    for (let pass = 0; pass < 8; pass++) {
      const start = performance.now();
      analyse(text);
      best = Math.min(best, performance.now() - start);
    }
    return { piece, best };
  }).sort((one, other) => other.best - one.best);
  console.log(`hostile texts of ${HOSTILE_LENGTH} characters, the slowest of ${times.length}:`);
  for (const { piece, best } of times.slice(0, 5)) console.log(`  ${best.toFixed(1)} ms «${piece}»`);
};

const start = (): void => {
  const before = process.memoryUsage();
  const from = performance.now();
  analyse('siete dei ladri');
  const taken = performance.now() - from;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const megabytes = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
  const collected = globalThis.gc === undefined ? 'garbage included: run with --expose-gc' : 'after collection';
  console.log(`first text: ${Math.round(taken)} ms, ${megabytes.toFixed(1)} MB kept (${collected})`);
};

start();
hostile();
if (existsSync(join(SHARED, 'data'))) {
  falseAlarms();
  hateCheck();
  speed();
} else console.log('evaluation data absent: nothing measured');
