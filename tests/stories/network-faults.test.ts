// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import { sql } from 'kysely';
import { order } from '#delivery';
import type { Client } from '../support/client.ts';
import { letTimePass, untilTried } from '../support/in-flight.ts';
import { BODY, type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';

// Each network misbehaves in each of its ways while it is read and while it is written to. Whatever it answers: nothing is lost,
// nothing is there twice, and where the desk cannot go on a person reads in Italian what happened.

const DOWN = 'down';
/** A network that hangs is given up sooner than in earnest, so that the story is short. */
const PATIENCE_MILLISECONDS = 700;
const LAW = [{ kind: 'law', rule: 'norma di prova', why: 'Prova delle reti in difficoltà.' }] as const;

let desk: NetworksDesk;
let moderator: Client;
let presences: readonly Presence[];
const possible = new Map<Presence, readonly string[]>();
before(async () => {
  const patience = AbortSignal.timeout.bind(AbortSignal);
  mock.method(AbortSignal, 'timeout', (asked: number) => patience(Math.min(asked, PATIENCE_MILLISECONDS)));
  desk = await startNetworksDesk();
  moderator = await desk.signIn('moderator');
  presences = desk.towns[0].presences;
  for (const presence of presences) {
    const { possible: known } = await presence.control<{ possible: string[] }>('GET', 'faults');
    possible.set(
      presence,
      known.filter((fault) => fault !== DOWN),
    );
  }
  await Promise.all(presences.map(({ poll }) => poll()));
});
after(async () => {
  mock.restoreAll();
  await desk?.close();
});

const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await desk.portavoce.ports.database.inBody(BODY, (tx) => query.execute(tx))).rows;

interface Kept {
  readonly id: string;
  readonly case: string | null;
  readonly own: boolean;
  readonly visibility: string;
}

/** What the inbox has with these words. */
const kept = ({ account }: Presence, text: string): Promise<Kept[]> =>
  rows(sql<Kept>`
    select item.id, moderation_case.id as case, own, visibility from item
      join item_version on item_version.item_id = item.id and item_version.version = item.version
      left join moderation_case on moderation_case.item_id = item.id
     where account_id = ${account} and text = ${text}`);

interface Reading {
  readonly error: string | null;
  readonly failures: number;
}

const readingOf = async ({ account }: Presence): Promise<Reading> =>
  (await rows(sql<Reading>`select error, failures from account_cursor where account_id = ${account}`))[0] ?? {
    error: null,
    failures: 0,
  };

const A_WHILE_MILLISECONDS = 20 * 60_000;
const MOST_READINGS = 6;

/** Reads until these words are there, as the poller would: again after a while. */
async function readUntil(presence: Presence, texts: readonly string[]): Promise<void> {
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    await presence.poll().catch(() => {});
    const found = await Promise.all(texts.map((text) => kept(presence, text)));
    if (found.every(({ length }) => length > 0)) return;
    desk.clock.advance(A_WHILE_MILLISECONDS);
  }
}

const looksItalian = (told: string | null | undefined): boolean =>
  /^[A-ZÈÀ«0-9]/.test(told ?? '') &&
  /\b(il|la|le|lo|i|gli|un|una|di|del|non|si|è|può|sono|per|che|su|sul|a|questo)\b/i.test(told ?? '');

interface Struck {
  readonly presence: Presence;
  readonly fault: string;
}

/** Every fault of every network, so that each round strikes each network with its next one. */
function* rounds(able: readonly Presence[] = presences): Generator<readonly Struck[]> {
  for (let round = 0; ; round++) {
    const struck = able.flatMap((presence) => {
      const fault = possible.get(presence)?.[round];
      return fault === undefined ? [] : [{ presence, fault }];
    });
    if (struck.length === 0) return;
    yield struck;
  }
}

const each = <Value>(struck: readonly Struck[], work: (one: Struck) => Promise<Value>): Promise<Value[]> =>
  Promise.all(struck.map(work));

/** The trouble is over, and a person did what the desk may have asked for meanwhile. */
async function calm({ presence }: Struck): Promise<void> {
  await presence.control('DELETE', 'faults');
  await presence.reconnect();
}

const commentFor = (deed: string, fault: string): string => `Prova di ${deed} sotto ${fault}: quando si può avere?`;

test('read while in trouble: every comment arrives, once, and a failed reading says why', async (t) => {
  for (const struck of rounds()) {
    const textsOf = (fault: string) => ['measure', 'reply'].map((deed) => commentFor(deed, fault));
    await each(struck, async ({ presence, fault }) => {
      for (const text of textsOf(fault)) await presence.writes({ text });
      await presence.control('POST', 'faults', { fault, on: 'read' });
    });
    desk.clock.advance(A_WHILE_MILLISECONDS);
    const troubled = await each(struck, async (one) => {
      const failed = await one.presence.poll().then(
        () => null,
        () => readingOf(one.presence),
      );
      await calm(one);
      return failed;
    });
    desk.clock.advance(A_WHILE_MILLISECONDS);
    await each(struck, ({ presence, fault }) => readUntil(presence, textsOf(fault)));
    await each(struck, ({ presence }) => presence.poll());
    await desk.drain();
    for (const [index, { presence, fault }] of struck.entries()) {
      await t.test(`${presence.network}, ${fault}`, async () => {
        const failed = troubled[index];
        if (failed) assert.ok(failed.failures > 0 && looksItalian(failed.error), JSON.stringify(failed));
        for (const text of textsOf(fault)) {
          const found = await kept(presence, text);
          assert.equal(found.length, 1, 'in the inbox once');
          assert.ok(found[0]?.case, 'in the queue');
        }
        assert.deepEqual(await readingOf(presence), { error: null, failures: 0 });
      });
    }
  }
});

interface Deed {
  readonly name: string;
  /** Asks for it; gives the cause by which its command is found. */
  ask(struck: Struck): Promise<string>;
  /** How often its effect is there on the network. */
  effects(struck: Struck): Promise<number>;
  /** Whether the network lets it be asked for at all. */
  isPossible(presence: Presence): boolean;
}

const reaches = ({ adapter }: Presence, capability: keyof Presence['adapter']['capabilities']): boolean =>
  ['api', 'limited'].includes(adapter.capabilities[capability].how);

async function decide({ presence, fault }: Struck, decision: Parameters<Client['decide']>[1]): Promise<string> {
  const deed = decision.kind === 'reply' ? 'reply' : 'measure';
  const [found] = await kept(presence, commentFor(deed, fault));
  assert.ok(found?.case, `${presence.network}, ${fault}: nothing to decide upon`);
  const decided = await moderator.decide(found.case, { grounds: [...LAW], reasons: 'Prova.', ...decision });
  return decided.decisions.at(-1)?.id ?? '';
}

const measureOn = (presence: Presence): 'hide' | 'remove' | undefined =>
  (['hide', 'remove'] as const).find((capability) => reaches(presence, capability));

const measure: Deed = {
  name: 'measure',
  isPossible: (presence) => measureOn(presence) !== undefined,
  ask: (struck) => decide(struck, { kind: measureOn(struck.presence) ?? 'hide' }),
  async effects({ presence, fault }) {
    const written = (await presence.writings()).find(({ text, own }) => text === commentFor('measure', fault) && !own);
    assert.ok(written);
    const { writes } = await presence.control<{ writes: { effect: boolean }[] }>('GET', 'writes');
    const done = writes.filter((call) => call.effect && JSON.stringify(call).includes(lastPart(written.id)));
    if (written.hidden || written.held || !written.exists) return done.length;
    return 0;
  },
};

/** What tells an id apart however the rest of it is written in an address. */
const lastPart = (id: string): string => id.match(/[\w-]+/g)?.at(-1) ?? id;

const ownTexts = async (presence: Presence, words: string): Promise<number> =>
  (await presence.writings()).filter(({ own, text }) => own && text.includes(words)).length;

const replyFor = (fault: string): string => `Risposta data sotto ${fault}.`;

const answer: Deed = {
  name: 'reply',
  isPossible: (presence) => reaches(presence, 'reply'),
  ask: (struck) => decide(struck, { kind: 'reply', reply: replyFor(struck.fault) }),
  effects: ({ presence, fault }) => ownTexts(presence, replyFor(fault)),
};

const KINDS = ['publish-text', 'publish-image', 'publish-video'] as const;
const noticeFor = (fault: string): string => `Avviso uscito sotto ${fault}.`;

/** The richest post that the network takes: the more steps, the more can go wrong. */
const publishing: Deed = {
  name: 'publish',
  isPossible: (presence) => KINDS.some((capability) => reaches(presence, capability)),
  async ask({ presence, fault }) {
    const kind = KINDS.findLast((capability) => reaches(presence, capability)) ?? 'publish-text';
    const samples = `${desk.towns[0].sandbox.url}/samples`;
    const media = {
      'publish-text': [],
      'publish-image': [{ kind: 'image', type: 'image/jpeg', alt: 'Un punto', url: `${samples}/image.jpg` }],
      'publish-video': [{ kind: 'video', type: 'video/mp4', alt: '', url: `${samples}/video.mp4` }],
    } as const;
    const content = { text: noticeFor(fault), title: 'Avviso', media: media[kind] };
    const { network, account } = presence;
    const cause = `${network}: ${fault}`;
    const { ports } = desk.portavoce;
    const wanted = { body: BODY, account, network, cause, item: null, person: '' };
    await ports.database.inBody(BODY, (tx) =>
      order({ ...ports, tx }, { ...wanted, command: { type: 'publish', content } }),
    );
    return cause;
  },
  effects: ({ presence, fault }) => ownTexts(presence, noticeFor(fault)),
};

interface Outcome {
  readonly state: string;
  readonly message: string | null;
}

const outcomeOf = async (cause: string): Promise<Outcome> => {
  const [found] = await rows(
    sql<Outcome>`select state, error ->> 'message' as message from delivery_command where cause = ${cause}`,
  );
  assert.ok(found, 'no command was ordered');
  return found;
};

/** What waits for a person, who finds it among what did not go well. */
const WAITING = new Set(['queued', 'unknown']);
const TOLD = new Set(['failed', 'by-hand', 'unknown']);
/** While the trouble lasts, so often is it tried again before the trouble ends. */
const ROUNDS_IN_TROUBLE = 3;

const strike = ({ presence, fault }: Struck): Promise<void> => presence.control('POST', 'faults', { fault });

interface Asked extends Struck {
  readonly deed: Deed;
  /** By which its command is found. */
  readonly cause: string;
}

/** Each deed where it is possible, one after the other, with what strikes it. */
async function askAll(struck: readonly Struck[], deeds: readonly Deed[]): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const deed of deeds) {
    const able = struck.filter(({ presence }) => deed.isPossible(presence));
    await each(able, strike);
    asked.push(...(await each(able, async (one) => ({ ...one, deed, cause: await deed.ask(one) }))));
    await untilTried(desk);
  }
  return asked;
}

test('written in trouble: done once, or a person is told', async (t) => {
  for (const struck of rounds()) {
    const asked = await askAll(struck, [measure, answer, publishing]);
    const causes = asked.map(({ cause }) => cause);
    await letTimePass(desk, { body: BODY, causes, rounds: ROUNDS_IN_TROUBLE });
    const troubled = await Promise.all(causes.map(outcomeOf));
    await each(struck, calm);
    await letTimePass(desk, { body: BODY, causes });
    for (const [index, one] of asked.entries()) {
      await t.test(`${one.presence.network}, ${one.fault}, ${one.deed.name}`, async () => {
        const during = troubled[index];
        if (during?.state === 'failed' || during?.state === 'by-hand')
          assert.ok(looksItalian(during.message), `while in trouble: ${JSON.stringify(during)}`);
        const { state, message } = await outcomeOf(one.cause);
        const effects = await one.deed.effects(one);
        if (state === 'confirmed') assert.equal(effects, 1, 'confirmed, and there once');
        else {
          assert.ok(TOLD.has(state), `still ${state}`);
          assert.ok(looksItalian(message), `${state}: ${message}`);
          assert.ok(effects <= 1, `${state}, and there ${effects} times`);
        }
      });
    }
  }
});

const HOURS_DOWN = 24;

test('a network that is away for a day: what was written arrives in order, what was decided is done', async (t) => {
  const struck = presences.map((presence) => ({ presence, fault: DOWN }));
  const [first, second] = [commentFor('measure', DOWN), commentFor('reply', DOWN)];
  await each(struck, async ({ presence }) => {
    for (const text of [first, second]) await presence.writes({ text });
  });
  desk.clock.advance(A_WHILE_MILLISECONDS);
  await each(struck, ({ presence }) => readUntil(presence, [first, second]));
  await desk.drain();
  const asked = await askAll(struck, [measure, answer]);
  const causes = asked.map(({ cause }) => cause);

  const meanwhile = Array.from({ length: HOURS_DOWN }, (_, hour) => `Scritto nell’ora ${hour + 10} del guasto`);
  for (const text of meanwhile) {
    await each(struck, ({ presence }) => presence.writes({ text }));
    desk.clock.advance(3_600_000);
    await each(struck, ({ presence }) => assert.rejects(presence.poll()));
    // In all, looked for more often than what only cannot be seen would be.
    await letTimePass(desk, { body: BODY, causes, rounds: 3 });
  }
  const waiting = await Promise.all(causes.map(outcomeOf));
  const failed = await each(struck, ({ presence }) => readingOf(presence));
  await each(struck, ({ presence }) => presence.control('DELETE', 'faults'));
  await each(struck, ({ presence }) => readUntil(presence, meanwhile));
  await desk.drain();
  await letTimePass(desk, { body: BODY, causes });

  for (const [index, { presence }] of struck.entries()) {
    await t.test(`${presence.network}, read`, async () => {
      assert.equal(failed[index]?.failures, HOURS_DOWN);
      assert.ok(looksItalian(failed[index]?.error), failed[index]?.error ?? '');
      const { items } = await moderator.queue(`?network=${presence.network}&limit=100`);
      const texts = items.map(({ excerpt }) => excerpt).filter((text) => meanwhile.includes(text));
      assert.deepEqual(texts, meanwhile);
      assert.deepEqual(await readingOf(presence), { error: null, failures: 0 });
    });
  }
  for (const [index, one] of asked.entries()) {
    await t.test(`${one.presence.network}, ${one.deed.name}`, async () => {
      const meant = waiting[index];
      assert.ok(meant && WAITING.has(meant.state), `a day later: ${JSON.stringify(meant)}`);
      assert.ok(looksItalian(meant.message), meant.message ?? 'nothing said');
      assert.equal((await outcomeOf(one.cause)).state, 'confirmed');
      assert.equal(await one.deed.effects(one), 1);
    });
  }
});

test('our own came back as ours, and the record is whole', async () => {
  desk.clock.advance(A_WHILE_MILLISECONDS);
  await Promise.all(presences.map(({ poll }) => poll()));
  const taken = await rows(sql<{ text: string }>`
    select text from item join item_version on item_version.item_id = item.id and item_version.version = 1
     where not own and (text like 'Risposta data %' or text like 'Avviso uscito %')`);
  assert.deepEqual(taken, []);
  assert.equal((await moderator.verification()).intact, true);
});
