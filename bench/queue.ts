// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { registerAccount } from '#accounts';
import { systemClock } from '#kernel';
import { CasePage } from '#moderation/contract';
import { compile, parse } from '#policy';
import { credentialsOf, openBody, TEST_ACT } from '../tests/support/body.ts';
import { clientOf, type Client as Person } from '../tests/support/client.ts';
import { startOwnPortavoce } from '../tests/support/own-portavoce.ts';
import { print } from './measure.ts';
import { BODIES, fill, LARGEST, WORDS } from './queue/fill.ts';
import { nextInBrowser } from './queue/next-in-browser.ts';

// A million items in the database, and every way of looking at the queue asked for over HTTP, one request after the other: what
// a person waits for. Bodies are of different sizes; what is measured is the largest.

const ITEMS = 1_000_000;
const LIMIT_MILLISECONDS = 50;
const TIMES = 40;
const NETWORKS = ['facebook', 'instagram', 'mastodon', 'threads'] as const;

interface Timed {
  readonly what: string;
  readonly rows: number;
  /** Milliseconds, in order. */
  readonly times: readonly number[];
}

/** Fills, measures and prints, once more for as long as `again` says; false when a view was too slow the last time. */
export async function queueBench(items: number = ITEMS, again: () => boolean = () => false): Promise<boolean> {
  await buildPages();
  const own = await startOwnPortavoce({ clock: systemClock });
  const owner = new Client(own.portavoce.owner);
  try {
    await owner.connect();
    const clauses = new Map<string, readonly string[]>();
    for (const body of BODIES) {
      await openBody(own.portavoce, { slug: body, name: body });
      clauses.set(body, await clausesOf(body));
      for (const network of NETWORKS) {
        const place = { body, network, externalId: `${network}-${body}`, handle: `${network}-${body}` };
        await registerAccount(own.portavoce.ports, {
          ...place,
          name: body,
          url: 'https://social.example/',
          act: TEST_ACT,
        });
      }
    }
    const start = performance.now();
    await fill(owner, { items, clauses }, (filled) => process.stderr.write(`\r${filled} of ${items} items`));
    console.log(
      `\n${items} items of ${BODIES.length} bodies, filled in ${Math.round((performance.now() - start) / 1000)} s`,
    );
    const person = await clientOf(own.portavoce.url, LARGEST, credentialsOf(LARGEST, 'moderator'));
    let held = false;
    do held = show(await measureAll(person, owner));
    while (again());
    return (await showNextInBrowser(own.portavoce.url)) && held;
  } finally {
    await owner.end();
    await own.close();
  }
}

/** The pages of the desk, for the browser; nothing where they are built already. */
async function buildPages(): Promise<void> {
  // A name that the type checker does not follow: plain JavaScript, shared with the programs of scripts/.
  const builder: string = '../scripts/web-build.mjs';
  const { ensureWeb }: { ensureWeb(node: string): Promise<void> } = await import(builder);
  await ensureWeb(process.execPath);
}

async function clausesOf(body: string): Promise<readonly string[]> {
  const name = `${body}.policy.md`;
  const { policy } = parse(await readFile(join(import.meta.dirname, '../policies', name), 'utf8'), name);
  if (policy === undefined) throw new Error(`${name} has mistakes`);
  return [...new Set(compile(policy).rules.map(({ clause }) => clause.id))];
}

async function measureAll(person: Person, owner: Client): Promise<readonly Timed[]> {
  const { rows } = await owner.query<{ id: string; items: string }>(
    `(select author_id as id, count(*) as items from item where body = $1 group by 1 order by 2 desc limit 1)
     union all (select author_id, count(*) from item where body = $1 group by 1 having count(*) = 1 limit 1)`,
    [LARGEST],
  );
  const [prolific, single] = rows;
  const clauses = await owner.query<{ clause: string; state: string }>(
    `select clause, count(*) from moderation_case, unnest(clauses) as clause where body = $1 group by 1 order by 2 desc`,
    [LARGEST],
  );
  const [often, seldom] = [clauses.rows.at(0)?.clause, clauses.rows.at(-1)?.clause];
  const timed: Timed[] = [];
  const queue = async (what: string, query: string) => timed.push(await measureQueue(person, what, query));
  await queue('open', 'state=open');
  await queue('decided', 'state=decided');
  await queue('to be put right', 'state=stuck');
  for (const network of NETWORKS) await queue(`open, ${network}`, `network=${network}`);
  await queue('decided, least used network', 'state=decided&network=threads');
  await queue('open, clause touched often', `clause=${often}`);
  await queue('open, clause touched seldom', `clause=${seldom}`);
  await queue('decided, clause touched seldom', `state=decided&clause=${seldom}`);
  await queue('open, category', 'category=personal-data');
  await queue('open, messages', 'kind=message');
  for (const due of ['overdue', 'today', 'week', 'none']) await queue(`open, deadline ${due}`, `due=${due}`);
  await queue('open, to be looked at', 'look=yes');
  await queue('open, held', 'held=yes');
  for (const claimed of ['me', 'nobody']) await queue(`open, claimed by ${claimed}`, `claimed=${claimed}`);
  await queue('open, four filters', `network=facebook&kind=comment&category=insult&due=none`);
  for (const state of ['open', 'decided'] as const) {
    await queue(`${state}, common word`, `state=${state}&words=${WORDS.common}`);
    await queue(`${state}, common word, plain filter`, `state=${state}&words=${WORDS.common}&network=instagram`);
    await queue(`${state}, rare word`, `state=${state}&words=${WORDS.rare}`);
    await queue(`${state}, rarest word`, `state=${state}&words=${WORDS.rarest}`);
    await queue(`${state}, prefix`, `state=${state}&words=${WORDS.prefix}`);
    await queue(`${state}, prefix of few letters`, `state=${state}&words=gi`);
    await queue(`${state}, two common words`, `state=${state}&words=medico+${WORDS.common}`);
    await queue(`${state}, common and rare word`, `state=${state}&words=${WORDS.rare}+medico`);
    await queue(`${state}, word nobody wrote`, `state=${state}&words=zxywq`);
    await queue(`${state}, author of ${prolific?.items} items`, `state=${state}&author=${prolific?.id}`);
    await queue(`${state}, author of one item`, `state=${state}&author=${single?.id}`);
  }
  timed.push(
    await measureOne('author page, most items', async () => read(await person.get(`authors/${prolific?.id}`))),
  );
  timed.push(await measureOne('saved views with counters', async () => read(await person.get('queue-views'))));
  timed.push(await measureNext(person));
  return timed;
}

/** From page to page, as a person goes on reading. */
async function measureQueue(person: Person, what: string, query: string): Promise<Timed> {
  let cursor: string | null = null;
  let rows = 0;
  const timed = await measureOne(what, async () => {
    const answer = await read(await person.get(`cases?${query}${cursor === null ? '' : `&cursor=${cursor}`}`));
    const page = CasePage.parse(answer);
    rows = Math.max(rows, page.items.length);
    cursor = page.next_cursor;
  });
  return { ...timed, rows };
}

async function measureNext(person: Person): Promise<Timed> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null && ids.length <= TIMES; ) {
    const page = await person.queue(cursor === '' ? '' : `?cursor=${cursor}`);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next_cursor;
  }
  let nth = 0;
  return measureOne('next case', async () => {
    const id = ids[nth % ids.length];
    nth += 1;
    await read(await person.get(`cases/${id}`));
  });
}

/** The server answers so many requests of one address in a minute; who measures waits between one view and the next. */
const PER_MINUTE = 1100;
let asked = 0;
let since = 0;
async function withinLimit(): Promise<void> {
  if (asked + TIMES > PER_MINUTE) {
    await pause(Math.max(0, 61_000 - (performance.now() - since)));
    asked = 0;
  }
  if (asked === 0) since = performance.now();
  asked += TIMES;
}

async function measureOne(what: string, once: () => Promise<unknown>): Promise<Timed> {
  await withinLimit();
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const start = performance.now();
    await once();
    times.push(performance.now() - start);
  }
  return { what, rows: 0, times: times.sort((one, other) => one - other) };
}

async function read(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** The next case on the screen after a decision, in a real browser beside the million. */
async function showNextInBrowser(url: string): Promise<boolean> {
  const times = await nextInBrowser(url, credentialsOf(LARGEST, 'moderator'));
  const middle = at(times, 0.5);
  const holds = middle < LIMIT_MILLISECONDS;
  console.log(
    `next case in the browser after a decision: best ${at(times, 0).toFixed(1)} ms, p50 ${middle.toFixed(1)}, ` +
      `p95 ${at(times, 0.95).toFixed(1)}, of ${times.length}; wanted: p50 under ${LIMIT_MILLISECONDS} ms, ${holds ? 'held' : 'MISSED'}`,
  );
  return holds;
}

const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

function show(timed: readonly Timed[]): boolean {
  const holds = ({ times }: Timed) => at(times, 0.95) < LIMIT_MILLISECONDS;
  print(
    timed.map((one) => ({
      ...{
        'over HTTP, ms': one.what,
        rows: `${one.rows || ''}`,
        best: at(one.times, 0).toFixed(1),
        p50: at(one.times, 0.5).toFixed(1),
      },
      ...{ p95: at(one.times, 0.95).toFixed(1), max: at(one.times, 1).toFixed(1) },
      '': holds(one) ? 'held' : 'MISSED',
    })),
  );
  const load = loadavg()[0] ?? Number.NaN;
  console.log(
    `${cpus().length} cores, of whose time the machine had ${load.toFixed(1)} times one asked for in the last minute`,
  );
  console.log(`wanted: p95 under ${LIMIT_MILLISECONDS} ms; ${timed.filter(holds).length} of ${timed.length} held`);
  return timed.every(holds);
}
