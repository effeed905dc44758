// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Shown } from '../channels/world.ts';
import { BODY, type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';

// On each network the same things happen in two towns. One tells the desk twice, late and in any order, and is read meanwhile; the other
// tells in order, once. In the end the desk has the same of both, and what is really there.
// PORTAVOCE_SEED repeats a run, PORTAVOCE_EVENTS says how many things happen on each.

const OTHER_BODY = 'asl-roma-1';
const EVENTS = Number(process.env.PORTAVOCE_EVENTS ?? 250);
const SEED = Number(process.env.PORTAVOCE_SEED ?? Math.floor(Math.random() * 1_000_000));
const TROUBLE = { duplicates: 1, shuffle: 20, batch: 5, delaySeconds: 0.05, seed: SEED };
/** Networks count in whole seconds: two facts of one second have no order. */
const APART_MILLISECONDS = 1500;
const READ_EVERY = 40;

/** The two accounts of one network, each with the network's ids of what was written, in the order of writing. */
interface Twins {
  readonly network: string;
  readonly troubled: Presence;
  readonly orderly: Presence;
  readonly ids: ReadonlyMap<Presence, string[]>;
  readonly deeds: readonly Deed[];
}

let desk: NetworksDesk;
let twins: readonly Twins[];
before(async () => {
  desk = await startNetworksDesk([BODY, OTHER_BODY]);
  const [first, second] = desk.towns;
  const pushing = first.presences.filter(({ adapter }) => adapter.capabilities['read-comments'].pushed === true);
  twins = await Promise.all(
    pushing.map(async (troubled) => {
      const orderly = second?.presences.find(({ network }) => network === troubled.network);
      assert.ok(orderly);
      const both = [troubled, orderly];
      await Promise.all(both.map(listen));
      await troubled.control('PUT', 'webhook-trouble', TROUBLE);
      const { can } = await troubled.control<{ can: string[] }>('GET', 'nature');
      const canHide = troubled.adapter.capabilities.hide.how !== 'none';
      const deeds = happenings([...can, ...(canHide ? ['hide'] : [])]);
      return { network: troubled.network, troubled, orderly, ids: new Map(both.map((one) => [one, []])), deeds };
    }),
  );
});
after(() => desk?.close());

async function listen({ control, account, poll }: Presence): Promise<void> {
  await poll();
  await control('PUT', 'webhook', { url: `${desk.portavoce.url}/webhooks/${account}` });
}

/** One thing that happens; comments are named by how many were written before them. */
type Deed =
  | { readonly does: 'write'; readonly author: number; readonly text: string; readonly under: number | null }
  | { readonly does: 'edit'; readonly comment: number; readonly text: string }
  | { readonly does: 'delete' | 'hide' | 'show'; readonly comment: number };

/** Deeds that make sense one after the other: nobody edits what is gone, or what hung under it. */
function happenings(can: readonly string[]): readonly Deed[] {
  const draw = drawerOf(SEED);
  const parents: (number | null)[] = [];
  const alive = new Set<number>();
  const hidden = new Set<number>();
  const isUnder = (comment: number, top: number): boolean => {
    const parent = parents[comment] ?? null;
    return comment === top || (parent !== null && isUnder(parent, top));
  };
  return Array.from({ length: EVENTS }, (_, number): Deed => {
    const comment = [...alive][draw(alive.size)];
    const dice = draw(100);
    if (
      comment === undefined ||
      dice < 45 ||
      (dice < 60 && !can.includes('edit')) ||
      (dice >= 75 && !can.includes('hide'))
    ) {
      // One level of answers, as most networks have.
      const mayHang = dice < 15 && can.includes('reply') && comment !== undefined && parents[comment] === null;
      const under = mayHang ? comment : null;
      alive.add(parents.push(under) - 1);
      return { does: 'write', author: draw(30), text: `Cosa ${number}`, under };
    }
    if (dice < 60) return { does: 'edit', comment, text: `Cosa ${number}, corretta` };
    if (dice < 75) {
      for (const one of [...alive].filter((other) => isUnder(other, comment))) alive.delete(one);
      return { does: 'delete', comment };
    }
    if (hidden.delete(comment)) return { does: 'show', comment };
    hidden.add(comment);
    return { does: 'hide', comment };
  });
}

/** Whole numbers below a limit that look random and are the same for the same seed. */
function drawerOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** What stood in front of everyone while some reading went on. */
const standing = new Map<Presence, Set<string>>();

async function read(presence: Presence): Promise<void> {
  await presence.poll();
  const open = (await thereOn(presence)).filter(({ exists, hidden }) => exists && !hidden);
  standing.set(presence, new Set([...(standing.get(presence) ?? []), ...open.map(({ id }) => id)]));
}

/** Reads when nothing is on its way any more. */
async function calmly(presence: Presence): Promise<void> {
  await desk.towns[1]?.sandbox.network(presence.network).settled();
  await read(presence);
}

async function happen(presence: Presence, ids: string[], deed: Deed): Promise<void> {
  if (deed.does === 'write') {
    const { text, author, under } = deed;
    const parent = under === null ? {} : { parent: ids[under] };
    // What the account itself says comes back too, as its own.
    const name = author === 0 ? presence.name : `Persona ${author}`;
    ids.push(await presence.writes({ text, author: name, ...parent }));
    return;
  }
  const id = ids[deed.comment];
  if (deed.does === 'edit') await presence.control('POST', 'edits', { id, text: deed.text });
  else if (deed.does === 'delete') await presence.control('POST', 'deletions', { id });
  else await presence.control('POST', 'states', { id, state: deed.does === 'hide' ? 'hidden' : 'shown' });
}

interface Kept {
  readonly id: string;
  readonly text: string;
  readonly visibility: string;
  readonly own: boolean;
  readonly kind: string;
  readonly parent: string | null;
  readonly author: string | null;
  /** Some reading showed it: what became of it since must be known. */
  readonly read: boolean;
}

/** What the desk has of what was written, in the order of writing. */
async function inboxOf({ body, account }: Presence, ids: readonly string[]) {
  const { rows } = await desk.portavoce.ports.database.inBody(body, (tx) =>
    sql<Kept>`
      select item.external_id as id, text, visibility, own, kind, parent_external_id as parent, author.name as author,
             seen_at is not null as read
        from item join item_version on item_version.item_id = item.id and item_version.version = item.version
        left join author on author.id = item.author_id
       where account_id = ${account}`.execute(tx),
  );
  const found = Map.groupBy(rows, ({ id }) => id);
  return ids.map((id, number) =>
    (found.get(id) ?? []).map(({ id: _id, parent, author, ...kept }) => ({
      ...{ number, ...kept, under: parent === null ? null : ids.indexOf(parent) },
      author: kept.own ? null : author,
    })),
  );
}

interface Seen {
  readonly text: string | null;
  readonly visibility: string;
}

/** Where replies outlive what they answer. */
const REPLIES_STAY = new Set<string>(['x']);
/**
 * Where no interface says what is hidden. X's search leaves it out, as it leaves out others for reasons of its own: only of a reply
 * by others that the search has shown can it be told that it was hidden since.
 */
const HIDING_IS_UNSAID = new Set<string>(['x']);

/** Everything written there, with what the network itself takes for existing. */
async function thereOn({ control, network }: Presence): Promise<readonly Shown[]> {
  const { writings } = await control<{ writings: (Shown & { deleted: boolean })[] }>('GET', 'writings');
  return writings.map((one) => (REPLIES_STAY.has(network) ? { ...one, exists: !one.deleted } : one));
}

/** What can be known to be there of each comment. */
async function truthOf(presence: Presence, ids: readonly string[]): Promise<readonly Seen[]> {
  const writings = new Map((await thereOn(presence)).map((one) => [one.id, one]));
  const canTell = ({ id, own }: Shown): boolean =>
    !HIDING_IS_UNSAID.has(presence.network) || (!own && standing.get(presence)?.has(id) === true);
  return ids.map((id) => {
    const one = writings.get(id);
    if (one?.exists !== true) return GONE;
    return { text: one.text, visibility: one.hidden && canTell(one) ? 'hidden' : 'visible' };
  });
}

const GONE: Seen = { text: null, visibility: 'deleted' };

type Inbox = Awaited<ReturnType<typeof inboxOf>>;

/** What the desk believes of the comments it has heard of, beside what is there; and of those that some reading showed. */
async function believed(presence: Presence, ids: readonly string[]) {
  const [inbox, truth] = [await inboxOf(presence, ids), await truthOf(presence, ids)];
  const known = inbox.flatMap(([kept], number) =>
    kept === undefined
      ? []
      : [
          {
            isRead: kept.read,
            seen: kept.visibility === 'deleted' ? GONE : pairOf(kept),
            there: truth[number] ?? GONE,
          },
        ],
  );
  const read = known.filter(({ isRead }) => isRead);
  return {
    all: known.map(({ seen }) => seen),
    there: known.map(({ there }) => there),
    read: read.map(({ seen }) => seen),
    readThere: read.map(({ there }) => there),
    unread: known.length - read.length,
  };
}

const pairOf = ({ text, visibility }: Seen): Seen => ({ text, visibility });

/** As both must have it: the words of what is gone are those that happened to be read last. */
const alike = (inbox: Inbox) =>
  inbox.map(([kept]) => {
    if (kept === undefined) return 'never heard of';
    const { read: _read, ...facts } = kept;
    return kept.visibility === 'deleted' ? { ...facts, text: null } : facts;
  });

const MOST_READINGS = 30;
const A_WHILE_MILLISECONDS = 20 * 60_000;

/**
 * Both are read as often as it takes until what is there is known of each: some networks tell what was hidden or deleted only to
 * who reads deep, and of what no reading showed some tell nothing.
 */
async function readOn({ ids }: Twins): Promise<number> {
  for (let readings = 1; ; readings++) {
    await Promise.all([...ids.keys()].map(read));
    const known = await Promise.all([...ids].map(([presence, written]) => believed(presence, written)));
    const isKnown = known.every(({ all, there }) => JSON.stringify(all) === JSON.stringify(there));
    if (isKnown || readings === MOST_READINGS) return readings;
    desk.clock.advance(A_WHILE_MILLISECONDS);
  }
}

test(`${EVENTS} events told twice, late and out of order, beside polling (PORTAVOCE_SEED=${SEED})`, async (t) => {
  for (let number = 0; number < EVENTS; number++) {
    desk.clock.advance(APART_MILLISECONDS);
    await Promise.all(
      twins.map(async ({ troubled, orderly, ids, deeds }) => {
        const deed = deeds[number];
        assert.ok(deed);
        await Promise.all([...ids].map(([presence, known]) => happen(presence, known, deed)));
        if (number % READ_EVERY !== READ_EVERY - 1) return;
        // One in the middle of what is being told, the other when everything was.
        await read(troubled);
        await calmly(orderly);
      }),
    );
  }
  await desk.drain();
  for (const { network, troubled, orderly, ids, deeds } of twins) {
    await t.test(network, async () => {
      const [mine, others] = [ids.get(troubled) ?? [], ids.get(orderly) ?? []];
      const readings = await readOn({ network, troubled, orderly, ids, deeds });
      await desk.drain();
      const { deliveries } = await troubled.control<{ deliveries: { answered: unknown }[] }>('GET', 'deliveries');
      t.diagnostic(`${network}: ${mine.length} written, ${deliveries.length} deliveries, ${readings} readings`);
      assert.deepEqual([...new Set(deliveries.map(({ answered }) => answered))], [200], 'each was acknowledged');
      const [one, other] = [await inboxOf(troubled, mine), await inboxOf(orderly, others)];
      assert.ok(
        one.every(({ length }) => length <= 1),
        'once',
      );
      assert.deepEqual(alike(one), alike(other), 'as the twin');
    });
    await t.test(`${network}: what is there`, async () => {
      const { read, readThere, unread } = await believed(troubled, ids.get(troubled) ?? []);
      t.diagnostic(`${network}: ${unread} told and never read`);
      assert.deepEqual(read, readThere);
    });
  }
});
