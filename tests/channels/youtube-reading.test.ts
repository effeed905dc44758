// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ChannelFault, type InboundEvent } from '#channels';
import { BURST_AFTER_SECONDS, CHANNEL, openStage, type Stage } from './youtube-world.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.sandbox.close());

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly parameters: Record<string, string>;
  readonly answered: number | string;
}
const calls = async (): Promise<Asked[]> => (await stage.control<{ calls: Asked[] }>('GET', 'calls')).calls;
const reads = async () => (await calls()).filter(({ method }) => method === 'GET').length;
const pull = (cursor: string | null = null) => stage.adapter.pull(stage.account, cursor);
const texts = (events: readonly InboundEvent[]) => events.flatMap((event) => ('text' in event ? event.text : []));
const about = (events: readonly InboundEvent[], id: string) =>
  events.filter(({ externalId }) => externalId === id).map(({ type }) => type);
const state = (id: string, name: string) => stage.control('POST', 'states', { id, state: name });

describe('reading YouTube comments', () => {
  it('tells kinds, parents, permalinks, the title of the video and those without a name', async () => {
    const { events } = await pull();
    const [first, reply] = [await stage.idOf('c1'), await stage.idOf('c2')];
    const told = events.flatMap((event) => ('text' in event ? [event] : []));
    const one = told.find(({ externalId }) => externalId === first);
    assert.equal(one?.kind, 'comment');
    assert.deepEqual(one?.post, { externalId: stage.video, text: 'Gli sportelli' });
    assert.equal(one?.permalink, `https://www.youtube.com/watch?v=${stage.video}&lc=${first}`);
    const other = told.find(({ externalId }) => externalId === reply);
    assert.equal(other?.kind, 'reply');
    assert.equal(other?.parentExternalId, first);
    assert.equal(other?.author, null);
    assert.equal(told.length, 3);
  });

  it('asks for plain text, or signs would come as HTML', async () => {
    const text = 'L’orario è "9–13" & <non> altro\nVero?';
    await stage.citizen(text);
    assert.ok(texts((await pull()).events).includes(text));
  });

  it('asks for what is held and what is taken for spam too: by default only what is published is listed', async () => {
    const held = await stage.citizen('Aspetto', { held: true });
    const spam = await stage.citizen('Comprate qui', { held: true });
    await stage.control('POST', 'states', { id: held, state: 'held' });
    const { events } = await pull();
    assert.deepEqual(about(events, held), ['written', 'held']);
    assert.deepEqual(about(events, spam), ['written', 'held']);
    const asked = (await calls()).flatMap(({ path, parameters }) =>
      path.endsWith('commentThreads') ? [parameters.moderationStatus] : [],
    );
    assert.deepEqual(asked, ['published', 'heldForReview', 'likelySpam']);
  });

  it('takes the state from the list where the comment does not tell it', async () => {
    const held = await stage.citizen('Aspetto', { held: true });
    await stage.fault('status-untold', { on: 'read', times: 50 });
    const { events } = await pull();
    assert.deepEqual(about(events, held), ['written', 'held']);
    assert.deepEqual(about(events, await stage.idOf('c1')), ['written']);
  });

  it('tells held replies to a comment that is published, and the comment as published', async () => {
    const parent = await stage.idOf('c1');
    const reply = await stage.citizen('Sospetta', { parent, held: true });
    const { events } = await pull();
    assert.deepEqual(about(events, reply), ['written', 'held']);
    assert.deepEqual(about(events, parent), ['written']);
  });

  it('tells once what was held, approved, hidden and shown again by others', async () => {
    const id = await stage.citizen('Va e viene', { held: true });
    const seen: string[][] = [];
    let cursor: string | null = null;
    const look = async () => {
      const pulled = await pull(cursor);
      cursor = pulled.cursor;
      seen.push(about(pulled.events, id).filter((type) => type !== 'written'));
    };
    await look();
    await look();
    await state(id, 'approved');
    await look();
    await state(id, 'hidden');
    await look();
    await look();
    await state(id, 'shown');
    await look();
    assert.deepEqual(seen, [['held'], [], ['shown'], ['hidden'], [], ['shown']]);
  });

  it('does not take for deleted what was rejected: it is in no list, and its id still finds it', async () => {
    const id = await stage.citizen('Nascosto in Studio');
    const { cursor } = await pull();
    await state(id, 'hidden');
    const { events } = await pull(cursor);
    assert.deepEqual(about(events, id), ['written', 'hidden']);
  });

  it('fetches the replies that do not come along with their thread, and again only when their number changes', async () => {
    const parent = await stage.idOf('c1');
    for (let number = 0; number < 120; number++) await stage.citizen(`Risposta ${number}`, { parent });
    const first = await pull();
    assert.equal(texts(first.events).filter((text) => text.startsWith('Risposta')).length, 120);
    const before = await reads();
    const second = await pull(first.cursor);
    // Three lists, and one look at the replies that no list shows.
    assert.equal((await reads()) - before, 3 + 1);
    const late = await stage.citizen('Risposta in fondo', { parent });
    const third = await pull(second.cursor);
    assert.ok(third.events.some(({ externalId }) => externalId === late));
  });

  it('marks our own replies as ours', async () => {
    const parent = await stage.idOf('c1');
    const own = await stage.citizen('Risponde il Comune', { parent, author: CHANNEL.name });
    const { events } = await pull();
    const event = events.find(({ externalId }) => externalId === own);
    assert.ok(event?.type === 'written' && event.own);
  });

  describe('in a burst', () => {
    const MANY = 2150;
    let first: Awaited<ReturnType<typeof pull>>;
    let ids: readonly string[];
    beforeEach(async () => {
      await stage.sandbox.close();
      stage = await openStage({}, MANY);
      first = await pull();
      await stage.sandbox.clock.advance(BURST_AFTER_SECONDS);
      await stage.sandbox.clock.advance(300);
      const { writings } = await stage.control<{ writings: { id: string; text: string }[] }>('GET', 'writings');
      ids = writings.filter(({ text }) => text.startsWith('Ondata')).map(({ id }) => id);
      assert.equal(ids.length, MANY);
    });

    it('catches up in steps and misses nobody, while others keep writing', async () => {
      const missing = new Set(ids);
      let { cursor } = first;
      let steps = 0;
      for (; missing.size > 0 && steps < 4; steps++) {
        const pulled = await pull(cursor);
        cursor = pulled.cursor;
        for (const { externalId } of pulled.events) missing.delete(externalId);
        await stage.sandbox.clock.advance(300);
        if (steps === 0) missing.add(await stage.citizen('Arrivato durante il recupero'));
      }
      assert.equal(missing.size, 0);
      assert.equal(steps, 2);
    });

    it('reads every reply of the long threads too, however far they have sunk when it can afford them', async () => {
      const replies: string[] = [];
      for (const [number, parent] of ids.slice(0, 7).entries())
        for (let reply = 0; reply < 6; reply++)
          replies.push(await stage.citizen(`Risposta ${reply} all’ondata ${number}`, { parent }));
      const missing = new Set(replies);
      let { cursor } = first;
      for (let step = 0; missing.size > 0 && step < 4; step++) {
        const pulled = await pull(cursor);
        cursor = pulled.cursor;
        for (const { externalId } of pulled.events) missing.delete(externalId);
        // Beyond what every reading goes over again.
        await stage.sandbox.clock.advance(1000);
      }
      assert.equal(missing.size, 0);
    });

    it('goes on from the top where the name of a page has run out', async () => {
      let { cursor, events } = await pull(first.cursor);
      const seen = new Set(events.map(({ externalId }) => externalId));
      const left = ids.filter((id) => !seen.has(id));
      assert.ok(left.length > 100);
      // A page is called by the last comment of the one before: without it there is no such page any more.
      const { writings } = await stage.control<{ writings: { id: string; at: string }[] }>('GET', 'writings');
      const oldestFirst = writings
        .filter(({ id }) => seen.has(id) && ids.includes(id))
        .sort((one, other) => (one.at === other.at ? one.id.localeCompare(other.id) : one.at < other.at ? -1 : 1));
      await stage.control('POST', 'deletions', { id: oldestFirst[0]?.id });
      for (let step = 0; step < 3; step++) {
        // Beyond what every reading goes over again.
        await stage.sandbox.clock.advance(step === 0 ? 950 : 300);
        ({ cursor, events } = await pull(cursor));
        for (const { externalId } of events) seen.add(externalId);
      }
      const { calls: asked } = await stage.control<{ calls: { answered: number }[] }>('GET', 'calls');
      assert.ok(
        asked.some(({ answered }) => answered === 400),
        'no page had run out',
      );
      assert.equal(left.filter((id) => !seen.has(id)).length, 0);
    });
  });

  it('sees deletions and edits also of what lies deeper than a reading goes', async () => {
    const old = await stage.citizen('Vecchio, sparirà');
    const edited = await stage.citizen('Vecchio, cambierà');
    let { cursor } = await pull();
    for (let number = 0; number < 160; number++) await stage.citizen(`Più nuovo ${number}`);
    await stage.control('POST', 'deletions', { id: old });
    await stage.control('POST', 'edits', { id: edited, text: 'Cambiato' });
    const events: InboundEvent[] = [];
    await stage.sandbox.clock.advance(1800);
    for (let round = 0; round < 3; round++) {
      const pulled = await pull(cursor);
      cursor = pulled.cursor;
      events.push(...pulled.events);
    }
    assert.ok(about(events, old).includes('deleted'));
    assert.ok(texts(events).includes('Cambiato'));
  });

  it('keeps what was read and says how long to wait, where YouTube stops it on the way', async () => {
    const id = await stage.citizen('Letto prima dello stop');
    await stage.fault('rate-limited', { on: 'read', after: 1 });
    const { events, waitSeconds, cursor } = await pull();
    assert.deepEqual(about(events, id), ['written']);
    assert.ok((waitSeconds ?? 0) > 0);
    const held = await stage.citizen('Intanto trattenuto', { held: true });
    assert.deepEqual(about((await pull(cursor)).events, held), ['written', 'held']);
  });

  it('calls once: the library would try a refused reading again by itself', async () => {
    await stage.fault('error-before-effect', { on: 'read', times: 5 });
    await assert.rejects(pull(), ChannelFault);
    assert.equal(await reads(), 1);
  });

  it('takes a page that is no answer for a fault that passes', async () => {
    await stage.fault('unreadable-after-effect', { on: 'read' });
    await assert.rejects(pull(), ({ error }: ChannelFault) => error.kind === 'transient');
  });

  it('tells nothing of the comments of a video where they were closed, and no deletion', async () => {
    const { cursor } = await pull();
    await stage.control('PUT', 'commenting', { post: stage.video, commenting: 'closed' });
    const { events } = await pull(cursor);
    assert.ok(!events.some(({ type }) => type === 'deleted'));
  });

  it('is read after a day in which YouTube was down', async () => {
    const { cursor } = await pull();
    await stage.fault('down');
    await assert.rejects(pull(cursor), ({ error }: ChannelFault) => error.kind === 'transient');
    const id = await stage.citizen('Durante il guasto');
    await stage.control('DELETE', 'faults');
    assert.deepEqual(about((await pull(cursor)).events, id), ['written']);
  });
});

describe('the day’s units', () => {
  it('are taken before each call, for reading and for writing apart', async () => {
    await stage.sandbox.close();
    const spent: [number, string][] = [];
    const spend = async (units: number, purpose: 'read' | 'write') => spent.push([units, purpose]) > 0;
    stage = await openStage({ spend });
    const target = await stage.citizen('Da nascondere');
    await pull();
    assert.deepEqual([...new Set(spent.map(([units, purpose]) => `${units} ${purpose}`))], ['1 read']);
    assert.equal(spent.length, await reads());
    spent.length = 0;
    const where = { key: 'k', target, post: stage.video };
    await stage.adapter.write(stage.account, { ...where, type: 'hide' });
    assert.deepEqual(spent, [[50, 'write']]);
    await stage.adapter.readBack(stage.account, { ...where, type: 'hide' });
    assert.ok(spent.slice(1).every(([units, purpose]) => units === 1 && purpose === 'write'));
    spent.length = 0;
    await stage.adapter.write(stage.account, { ...where, type: 'reply', text: 'Grazie' });
    assert.deepEqual(spent, [
      [1, 'write'],
      [52, 'write'],
    ]);
  });

  it('are not there: nothing is called, and it is said when they come back', async () => {
    const target = await stage.idOf('c1');
    const before = await reads();
    const account = { ...stage.account, spend: async () => false };
    await assert.rejects(stage.adapter.pull(account, null), ({ error }: ChannelFault) => {
      assert.equal(error.kind, 'allowance-spent');
      return (error.retryAfterSeconds ?? 0) > 0;
    });
    const outcome = await stage.adapter.write(account, { key: 'k', type: 'hide', target, post: stage.video });
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'allowance-spent');
    assert.equal(await reads(), before);
    assert.equal((await stage.control<{ writes: unknown[] }>('GET', 'writes')).writes.length, 0);
  });

  it('are used up at YouTube’s: said so, with the seconds to midnight in California', async () => {
    await stage.fault('quota-exceeded', { on: 'read' });
    await assert.rejects(pull(), ({ error }: ChannelFault) => {
      assert.equal(error.kind, 'allowance-spent');
      return (error.retryAfterSeconds ?? 0) <= 25 * 3600;
    });
  });

  it('of a whole quiet day of reading stay within what is not kept for writes', async () => {
    const { dailyUnits, pollSeconds } = stage.adapter.limits;
    assert.ok(dailyUnits);
    const rounds = Math.floor(86_400 / pollSeconds);
    const parent = await stage.idOf('c1');
    for (let number = 0; number < 150; number++) await stage.citizen(`Coda ${number}`, { parent });
    let cursor: string | null = null;
    // An hour of it, the deep reading included.
    const hour = Math.ceil(3600 / pollSeconds);
    for (let round = 0; round < hour; round++) {
      await stage.citizen(`Coda ancora ${round}`, { parent });
      cursor = (await pull(cursor)).cursor;
    }
    const units = ((await reads()) / hour) * rounds;
    assert.ok(units <= dailyUnits.of - dailyUnits.keptForWrites, `${units} units a day`);
  });
});
