// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, contactsOf, evaluate, examplesOf, type PolicyDocument, parse } from '#policy';
import { analyse } from '#triage';
import { holidaysOf } from '../src/app/holidays.ts';
import { burst } from './burst.ts';
import { type Figure, measure, print, speeds } from './measure.ts';
import { queueBench } from './queue.ts';
import { race } from './race.ts';
import { compareRuleEngines } from './rule-engines.ts';
import { showSpoiltPolicies } from './spoilt-policies.ts';

// npm run bench: the hot paths on this machine. The physical limit is one look at every character of the same text;
// figures of a busy machine move, ratios to that limit move less. Texts are the policies' own examples. What triage sees
// and what it leaves alone is told by npm run bench:triage; --race is eight moderators on one queue, and nothing else. Ends with 1 where the desk under a burst missed a target.

const { values } = parseArgs({
  options: {
    burst: { type: 'boolean', default: false },
    pace: { type: 'string' },
    race: { type: 'boolean', default: false },
    queue: { type: 'boolean', default: false },
    items: { type: 'string', default: '1000000' },
  },
});
// By themselves: what else runs would be measured with them.
if (values.race) process.exit((await race()) ? 0 : 1);
// A million items in the database, and every view of the queue asked for over HTTP; with fewer, --items 50000, a rehearsal.
if (values.queue) process.exit((await queueBench(Number(values.items))) ? 0 : 1);

const FOLDER = join(import.meta.dirname, '..', 'policies');
/** Of the five bodies, the one that wrote most. */
const LARGEST = 'asl-roma-1';

function everyCharacter(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index);
  return sum;
}

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

const sources = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.policy.md'))
  .map((name) => ({ name, source: readFileSync(join(FOLDER, name), 'utf8') }));
const documents = sources.flatMap(({ name, source }): readonly PolicyDocument[] => {
  const { policy } = parse(source, name);
  return policy === undefined ? [] : [policy];
});
const policies = documents.map((document) => compile(document));
const items = policies.flatMap((policy) => {
  const ownContacts = contactsOf(policy);
  return examplesOf(policy).map(({ item, signals }) => {
    const context = { kind: item.kind, ownContacts };
    return { policy, item, context, signals: signals ?? analyse(item.text, context) };
  });
});
const ofLargest = items.filter(({ policy }) => policy.body === LARGEST);
if (ofLargest.length === 0) throw new Error('no policy to measure with');

const holidays = holidaysOf();
const textsOf = (those: typeof items): readonly string[] => those.map(({ item }) => item.text);
const messages = { count: items.length, unit: 'messages' };
const whole = { count: sources.length, unit: 'policies' };

function judgeAll(those: typeof items): number {
  let touched = 0;
  for (const { policy, item, signals } of those)
    touched += evaluate(policy, item, signals, item.at, holidays).clauses.length;
  return touched;
}

function show(figures: readonly (readonly [Figure, characters: number])[]): void {
  const perCharacter = figures.map(([{ bestMs }, characters]) => bestMs / characters);
  const [limit = Number.NaN] = perCharacter;
  print(
    figures.map(([figure, characters], index) => ({
      ...speeds(figure),
      'M characters/s': (characters / figure.bestMs / 1000).toFixed(2),
      'times the limit': `${((perCharacter[index] ?? Number.NaN) / limit).toFixed(1)}x`,
    })),
  );
}

const texts = textsOf(items);
const ofMessages = lengthOf(texts);
const ofPolicies = lengthOf(sources.map(({ source }) => source));
const clausesOfLargest = ofLargest[0]?.policy.clauses.size ?? 0;

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, one core`);
console.log(`${items.length} messages, ${Math.round(ofMessages / items.length)} characters on average\n`);
show([
  [await measure('one look at every character', messages, () => everyCharacter(texts)), ofMessages],
  [
    await measure('triage', messages, () => {
      let noticed = 0;
      for (const { item, context } of items) noticed += analyse(item.text, context).length;
      return noticed;
    }),
    ofMessages,
  ],
  [await measure('judgement (signals given)', messages, () => judgeAll(items)), ofMessages],
  [
    await measure(`judgement, ${LARGEST} (${clausesOfLargest} clauses)`, { ...messages, count: ofLargest.length }, () =>
      judgeAll(ofLargest),
    ),
    lengthOf(textsOf(ofLargest)),
  ],
  [
    await measure('triage and judgement', messages, () => {
      let touched = 0;
      for (const { policy, item, context } of items)
        touched += evaluate(policy, item, analyse(item.text, context), item.at, holidays).clauses.length;
      return touched;
    }),
    ofMessages,
  ],
  [
    await measure('parse a policy', whole, () => {
      let clean = 0;
      for (const { name, source } of sources) clean += parse(source, name).complaints.length === 0 ? 1 : 0;
      return clean;
    }),
    ofPolicies,
  ],
  [
    await measure('compile a policy', whole, () => {
      let rules = 0;
      for (const document of documents) rules += compile(document).rules.length;
      return rules;
    }),
    ofPolicies,
  ],
]);

// What is no good policy must be answered too.
console.log('');
showSpoiltPolicies(sources.map(({ source }) => source));

// The same rules in other engines, where they can be had.
console.log('');
await compareRuleEngines();

// A flood of comments through the whole desk. With --burst all of its hour, --pace 3 in a third of the time; without, three
// minutes of it.
console.log('');
const pace = Number(values.pace ?? 1);
if (!(pace > 0)) throw new Error(`--pace wants a number above zero, not ${values.pace}`);
if (!(await burst({ whole: values.burst, pace }))) process.exitCode = 1;
