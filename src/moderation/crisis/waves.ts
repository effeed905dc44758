// SPDX-License-Identifier: AGPL-3.0-or-later
import { HEARD, mayBeCsam, type ProposedAction } from '#policy';
import { gathering } from '#triage';
import { breather } from '../breather.ts';
import { MOST_TOGETHER } from '../bulk/contract.ts';
import type { ModerationPorts } from '../ports.ts';
import type { AlikeGroup, Raid, Waves } from './contract.ts';
import { raidsIn } from './raids.ts';
import { answeredWritings, openWritings, type WrittenCase } from './waves-store.ts';

const DAY_MILLISECONDS = 86_400_000;
const FEWEST_ALIKE = 3;
const MOST_GROUPS = 30;
const POST_LENGTH = 120;
const AGAINST: readonly ProposedAction[] = ['hide', 'remove', 'warn', 'report'];
const HOSTILE: ReadonlySet<string> = new Set([
  ...['insult', 'threat', 'incitement', 'discrimination', 'dignity', 'defamation', 'disruption', 'vulgar', 'obscene'],
]);

/** What took long to work out is good for so many times as long: however many screens ask, the desk does other things too. */
const REST = 20;
const QUICK_MILLISECONDS = 100;
const LONGEST_REST_MILLISECONDS = 30_000;

interface Known {
  readonly waves: Promise<Waves>;
  /** Of `performance.now()`; undefined: still being worked out. */
  until?: number;
}
const known = new WeakMap<object, Map<string, Known>>();

/** What many write at once, among the open cases of the last day: alike words, and raids. */
export function waves(ports: Pick<ModerationPorts, 'database' | 'clock'>, body: string): Promise<Waves> {
  const bodies = known.get(ports.database) ?? new Map<string, Known>();
  known.set(ports.database, bodies);
  const last = bodies.get(body);
  if (last !== undefined && (last.until === undefined || performance.now() < last.until)) return last.waves;
  const began = performance.now();
  const fresh: Known = { waves: wavesNow(ports, body) };
  bodies.set(body, fresh);
  fresh.waves.then(
    () => {
      const now = performance.now();
      const took = now - began;
      fresh.until = took < QUICK_MILLISECONDS ? 0 : now + Math.min(took * REST, LONGEST_REST_MILLISECONDS);
    },
    () => bodies.delete(body),
  );
  return fresh.waves;
}

async function wavesNow(
  { database, clock }: Pick<ModerationPorts, 'database' | 'clock'>,
  body: string,
): Promise<Waves> {
  const since = new Date(clock.now().getTime() - DAY_MILLISECONDS);
  const [open, answered] = await database.inBody(body, async (tx) => [
    (await openWritings(tx, body, since)).filter(({ signals }) => !mayBeCsam(signals)),
    await answeredWritings(tx, body, since),
  ]);
  return { alike: await alikeIn(open, answered), raids: raidsAmong(open) };
}

const shows = ({ signals }: WrittenCase, category: string): boolean =>
  signals.some((signal) => signal.category === category && signal.strength >= HEARD);

const asks = (one: WrittenCase): boolean => one.text.includes('?') || shows(one, 'question');

/** New kinds of questions first, then the largest groups. */
export async function alikeIn(open: readonly WrittenCase[], answered: readonly WrittenCase[]): Promise<AlikeGroup[]> {
  const breathe = breather();
  const all = gathering();
  for (const { text } of [...open, ...answered]) {
    all.add(text);
    await breathe();
  }
  const groups = all.groups().flatMap((places) => {
    const members = places.flatMap((place) => open[place] ?? []);
    const [first] = members;
    if (first === undefined || members.length < FEWEST_ALIKE) return [];
    const question = members.filter(asks).length * 2 > members.length;
    const fresh = places.every((place) => place < open.length);
    return [{ ...together(members), excerpt: first.excerpt, question, fresh }];
  });
  const rank = ({ question, fresh }: AlikeGroup): number => (question && fresh ? 0 : 1);
  return groups.toSorted((one, other) => rank(one) - rank(other) || other.count - one.count).slice(0, MOST_GROUPS);
}

function raidsAmong(open: readonly WrittenCase[]): Raid[] {
  const hostile = open.filter(
    (one) =>
      AGAINST.some((action) => action === one.proposal) ||
      one.signals.some(({ category, strength }) => HOSTILE.has(category) && strength >= HEARD),
  );
  const byId = new Map(hostile.map((one) => [one.id, one]));
  const raids = raidsIn(
    hostile.map(({ id, author_id, account_id, post_external_id, written_at }) => ({
      ...{ id, author: author_id, account: account_id, post: post_external_id, at: written_at.getTime() },
    })),
  );
  return raids.slice(0, MOST_GROUPS).map(({ post, members }) => {
    const cases = members.flatMap(({ id }) => byId.get(id) ?? []);
    return { ...together(cases), post: post === null ? null : beginning(cases[0]?.post_text ?? '') };
  });
}

const beginning = (text: string): string =>
  text.length <= POST_LENGTH ? text : `${text.slice(0, POST_LENGTH).trimEnd()}…`;

function together(members: readonly WrittenCase[]): Omit<Raid, 'post'> {
  const moments = members.map(({ written_at }) => written_at.getTime());
  return {
    cases: members.slice(0, MOST_TOGETHER).map(({ id }) => id),
    count: members.length,
    authors: new Set(members.map(({ author_id, id }) => author_id ?? id)).size,
    first: new Date(Math.min(...moments)).toISOString(),
    last: new Date(Math.max(...moments)).toISOString(),
    networks: [...new Set(members.map(({ network }) => network))],
  };
}
