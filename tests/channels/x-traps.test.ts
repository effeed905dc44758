// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Command, InboundEvent, Post, WriteOutcome } from '#channels';
import { ACCOUNT, openStage, type Stage } from './x-world.ts';

let stage: Stage;
let keys = 0;

const key = (): string => `trappola-${++keys}`;
const fault = (order: object) => stage.control('POST', 'faults', order);
const citizen = async (text: string, more: object = {}): Promise<string> =>
  `${(await stage.control('POST', 'writings', { account: ACCOUNT.id, author: 'Ada Prova', text, ...more })).id}`;
const comment = async (text: string): Promise<string> => citizen(text, { post: await stage.idOf('p1') });
const on = async (type: 'hide' | 'unhide' | 'ban' | 'unban', target: string): Promise<Command> => ({
  key: key(),
  type,
  target,
  post: await stage.idOf('p1'),
});
const reply = async (target: string, text = `Risposta ${key()}`): Promise<Command> => ({
  ...{ key: key(), type: 'reply', target, text },
  post: await stage.idOf('p1'),
});
const publishing = (content: Partial<Post>): Command => ({
  ...{ key: key(), type: 'publish', content: { text: `Avviso ${key()}`, media: [], ...content } },
});
const kindOf = async (command: Command): Promise<string> => {
  const outcome = await stage.adapter.write(stage.account, command);
  return outcome.state === 'refused' ? outcome.error.kind : outcome.state;
};
const pull = (cursor: string | null = null) => stage.adapter.pull(stage.account, cursor);
const textOf = (events: readonly InboundEvent[], id: string): string | undefined =>
  events.flatMap((event) => ('text' in event && event.externalId === id ? event.text : [])).at(-1);
const told = (events: readonly InboundEvent[], type: InboundEvent['type'], id: string): boolean =>
  events.some((event) => event.type === type && event.externalId === id);

describe('the traps of X', () => {
  before(async () => {
    stage = await openStage();
  });
  beforeEach(() => stage.control('DELETE', 'faults'));
  after(() => stage.sandbox.close());

  it('X is off until the body declares its Enterprise contract', () => {
    assert.match(stage.adapter.declaration ?? '', /Enterprise/);
  });

  it('a 200 with errors[] and no data is a refusal, not a success', async () => {
    const target = await comment('Resto dove sono');
    await fault({ fault: 'problems-with-200' });
    assert.equal(await kindOf(await on('hide', target)), 'not-found');
    const shown = await stage.control<{ hidden: boolean }>('GET', `writings/${target}`);
    assert.equal(shown.hidden, false);
    await fault({ fault: 'problems-with-200', on: 'read' });
    await assert.rejects(pull(), /: not-found /);
  });

  it('a 200 that lists some of the posts and errors[] for the others is read for both', async () => {
    const [stays, goes] = [await comment('Io resto'), await comment('Io vado')];
    const { cursor } = await pull();
    await stage.control('POST', 'deletions', { id: goes });
    const { events } = await pull(cursor);
    assert.ok(told(events, 'deleted', goes));
    assert.ok(!told(events, 'deleted', stays));
  });

  it('who did not summon the account is answered by hand: 403, guide, and the reply is found afterwards', async () => {
    const target = await comment('Nessuno mi risponde?');
    const order = await reply(target);
    await fault({ fault: 'self-serve' });
    const outcome = await stage.adapter.write(stage.account, order);
    assert.equal(outcome.state, 'refused');
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'not-possible');
    assert.match(outcome.state === 'refused' ? outcome.error.message : '', /a mano/);
    assert.ok(stage.adapter.guide(stage.account, order, null).link.includes(target));
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'absent');
    const text = order.type === 'reply' ? order.text : '';
    await citizen(text, { post: await stage.idOf('p1'), parent: target, author: ACCOUNT.name });
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
  });

  it('who summoned the account is answered from here even on a self-serve plan', async () => {
    const target = await comment('Mi risponde @comunediesempio?');
    await fault({ fault: 'self-serve' });
    assert.equal(await kindOf(await reply(target)), 'accepted');
  });

  it('blocking on a self-serve plan is done by hand, and GET blocking proves it', async () => {
    const author = `${(await stage.control<{ from: { id: string } }>('GET', `writings/${await comment('Bloccatemi')}`)).from.id}`;
    const ban = await on('ban', author);
    await fault({ fault: 'self-serve' });
    assert.equal(await kindOf(ban), 'not-possible');
    assert.ok(stage.adapter.guide(stage.account, ban, null).check);
    assert.equal((await stage.adapter.readBack(stage.account, ban)).state, 'absent');
    await stage.control('POST', 'bans', { account: ACCOUNT.id, author });
    assert.equal((await stage.adapter.readBack(stage.account, ban)).state, 'confirmed');
    const unban = await on('unban', author);
    assert.equal((await stage.adapter.readBack(stage.account, unban)).state, 'absent');
    assert.equal(await kindOf(unban), 'accepted');
    assert.equal((await stage.adapter.readBack(stage.account, unban)).state, 'confirmed');
  });

  it('closing replies is done by hand, and reply_settings proves it', async () => {
    const target = await stage.idOf('p2');
    const close: Command = { key: key(), type: 'close-comments', target };
    assert.equal(await kindOf(close), 'not-possible');
    assert.equal((await stage.adapter.readBack(stage.account, close)).state, 'absent');
    await stage.control('PUT', 'commenting', { post: target, commenting: 'restricted' });
    assert.equal((await stage.adapter.readBack(stage.account, close)).state, 'confirmed');
    const reopen: Command = { key: key(), type: 'open-comments', target };
    assert.equal((await stage.adapter.readBack(stage.account, reopen)).state, 'absent');
    await stage.control('PUT', 'commenting', { post: target, commenting: 'open' });
    assert.equal((await stage.adapter.readBack(stage.account, reopen)).state, 'confirmed');
  });

  it('only replies in our own conversations can be hidden: elsewhere by hand', async () => {
    const mention = await citizen('Guardate @comunediesempio', { kind: 'mention' });
    assert.equal(await kindOf(await on('hide', mention)), 'not-possible');
  });

  it('what somebody hid on X is told as hidden, and as shown again', async () => {
    const target = await comment('Mi nascondono dal telefono');
    let { cursor } = await pull();
    await stage.control('POST', 'states', { id: target, state: 'hidden' });
    stage.sandbox.clock.advance(600);
    const next = async (): Promise<readonly InboundEvent[]> => {
      const found: InboundEvent[] = [];
      for (let round = 0; round < 12; round++) {
        const pulled = await pull(cursor);
        found.push(...pulled.events);
        cursor = pulled.cursor;
      }
      return found;
    };
    const events = await next();
    assert.equal(events.filter(({ type, externalId }) => type === 'hidden' && externalId === target).length, 1);
    assert.ok(!told(events, 'deleted', target));
    await stage.control('POST', 'states', { id: target, state: 'shown' });
    assert.ok(told(await next(), 'shown', target));
  });

  it('what was hidden before any search showed it is not told as hidden, until a search has shown it', async () => {
    let { cursor } = await pull();
    const target = await comment('Nascosto prima di ogni lettura');
    await stage.control('POST', 'states', { id: target, state: 'hidden' });
    stage.sandbox.clock.advance(600);
    const next = async (): Promise<readonly InboundEvent[]> => {
      const found: InboundEvent[] = [];
      for (let round = 0; round < 12; round++) {
        const pulled = await pull(cursor);
        found.push(...pulled.events.filter(({ externalId }) => externalId === target));
        cursor = pulled.cursor;
      }
      return found;
    };
    const events = await next();
    assert.equal(textOf(events, target), 'Nascosto prima di ogni lettura', 'the mentions show it all the same');
    assert.deepEqual([...new Set(events.map(({ type }) => type))], ['written']);
    await stage.control('POST', 'states', { id: target, state: 'shown' });
    assert.ok(!told(await next(), 'hidden', target));
    await stage.control('POST', 'states', { id: target, state: 'hidden' });
    assert.ok(told(await next(), 'hidden', target));
  });

  it('replies outlive what they answer: only what was deleted is told as deleted', async () => {
    const above = await comment('Mi pento e cancello');
    const below = await citizen('Io resto sotto', { post: await stage.idOf('p1'), parent: above, author: 'Leo Finto' });
    const { cursor } = await pull();
    await stage.control('POST', 'deletions', { id: above });
    stage.sandbox.clock.advance(60);
    const { events } = await pull(cursor);
    assert.ok(told(events, 'deleted', above));
    assert.ok(!told(events, 'deleted', below));
    assert.equal(textOf(events, below), 'Io resto sotto');
  });

  it('should the search show hidden replies after all, X’s own answer still proves the hiding', async () => {
    const order = await on('hide', await comment('Nascosto e trovato'));
    const outcome = await stage.adapter.write(stage.account, order);
    const written = outcome.state === 'accepted' ? outcome.externalId : undefined;
    await fault({ fault: 'search-shows-hidden', on: 'read', times: 10 });
    assert.equal((await stage.adapter.readBack(stage.account, order, written)).state, 'confirmed');
  });

  it('beyond the week of the search nobody can tell whether a reply is hidden', async () => {
    const order = await on('hide', await comment('Vecchio di otto giorni'));
    stage.sandbox.clock.advance(8 * 86_400);
    stage = { ...stage, account: await renewed() };
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'pending');
  });

  it('a deletion is followed within a day, whatever the age of what was deleted', async () => {
    const target = await comment('Sparirò fra dieci giorni');
    let { cursor } = await pull();
    for (const days of [5, 5]) {
      stage.sandbox.clock.advance(days * 86_400);
      stage = { ...stage, account: await renewed() };
      ({ cursor } = await pull(cursor));
    }
    await stage.control('POST', 'deletions', { id: target });
    stage.sandbox.clock.advance(21 * 3600);
    stage = { ...stage, account: await renewed() };
    assert.ok(told((await pull(cursor)).events, 'deleted', target));
  });

  it('an edit is a new post with a new id: it stays the same item, with its new text', async () => {
    const target = await comment('Prima stesura');
    const { cursor } = await pull();
    stage.sandbox.clock.advance(2);
    await stage.control('POST', 'edits', { id: target, text: 'Seconda stesura' });
    const { events } = await pull(cursor);
    assert.equal(textOf(events, target), 'Seconda stesura');
    const others = events.filter((event) => 'text' in event && event.text === 'Seconda stesura');
    assert.equal(others.length, 1);
  });

  it('a long post is not read cut, and addresses are read whole', async () => {
    const text =
      `Vedete https://comune.example/avvisi?a=1&b=2 & ditemi se 2 < 3. ${'È una vergogna. '.repeat(25)}`.trim();
    const target = await comment(text);
    assert.equal(textOf((await pull()).events, target), text);
  });

  it('what is longer than X counts is refused before it is sent', async () => {
    const before = (await stage.control<{ writes: unknown[] }>('GET', 'writes')).writes.length;
    assert.equal(await kindOf(publishing({ text: '日'.repeat(141) })), 'rejected-content');
    assert.equal(await kindOf(publishing({ text: '$ENI e $ENEL salgono' })), 'rejected-content');
    const link = { url: `https://comune.example/${'a'.repeat(300)}`, title: 'T', description: 'D' };
    assert.equal(await kindOf(publishing({ text: 'a'.repeat(256), link })), 'rejected-content');
    assert.equal((await stage.control<{ writes: unknown[] }>('GET', 'writes')).writes.length, before);
    assert.equal(await kindOf(publishing({ text: 'b'.repeat(255), link })), 'accepted');
  });

  it('the same words twice are refused by X as duplicate', async () => {
    const content = { text: `Uguale ${key()}` };
    assert.equal(await kindOf(publishing(content)), 'accepted');
    assert.equal(await kindOf(publishing(content)), 'rejected-content');
  });

  it('an explicit mention in a reply is told twice by webhook and read a third time: one item', async () => {
    await stage.control('PUT', 'webhook', { url: 'http://127.0.0.1:9/', trusted: true });
    const id = await comment('Ehi @comunediesempio, perché «così»? 👍');
    await stage.sandbox.network('x').settled();
    const { deliveries } = await stage.control<{ deliveries: Delivery[] }>('GET', 'deliveries');
    const notices = deliveries
      .filter(({ attempt }) => attempt === 1)
      .map(({ body, headers }) => ({ rawBody: Buffer.from(body), headers }))
      .flatMap((delivery) => {
        const { webhook } = stage.adapter;
        assert.equal(webhook?.verify(delivery, stage.account.credentials, new Date()), true);
        return webhook?.parse(delivery).flatMap(({ events }) => events) ?? [];
      })
      .filter(({ externalId }) => externalId === id);
    assert.equal(notices.length, 2);
    const read = (await pull()).events.filter(({ externalId }) => externalId === id);
    assert.equal(read.length, 1);
    const shapes = [...notices, ...read].map((event) => ('kind' in event ? [event.kind, event.post?.externalId] : []));
    assert.deepEqual(new Set(shapes.map(String)).size, 1, JSON.stringify(shapes));
    await stage.control('PUT', 'webhook', { url: null });
  });

  it('replies to replies are not pushed: reading brings them', async () => {
    await stage.control('PUT', 'webhook', { url: 'http://127.0.0.1:9/', trusted: true });
    const above = await comment('Primo livello');
    const below = await citizen('Secondo livello', {
      post: await stage.idOf('p1'),
      parent: above,
      author: 'Leo Finto',
    });
    await stage.sandbox.network('x').settled();
    const { deliveries } = await stage.control<{ deliveries: Delivery[] }>('GET', 'deliveries');
    assert.ok(deliveries.every(({ body }) => !body.includes(`"id":"${below}"`)));
    const event = (await pull()).events.find(({ externalId }) => externalId === below);
    assert.equal(event && 'parentExternalId' in event && event.parentExternalId, above);
    await stage.control('PUT', 'webhook', { url: null });
  });

  it('the CRC handshake proves that the desk has the consumer secret', async () => {
    const { webhook } = stage.adapter;
    const { consumerSecret = '' } = stage.account.credentials;
    const given = webhook?.handshake({ crc_token: 'una-parola_9' }, { consumerSecret });
    assert.equal(given?.type, 'application/json');
    assert.match(given?.body ?? '', /^\{"response_token":"sha256=[A-Za-z0-9+/]{43}="\}$/);
    assert.equal(webhook?.handshake({ crc_token: 'una-parola_9' }, { consumerSecret: '' }), null);
    assert.equal(webhook?.handshake({ crc_token: '{"data":{}}' }, { consumerSecret }), null);
    assert.equal(webhook?.handshake({}, { consumerSecret }), null);
  });

  it('a refresh token is good for one use, and what comes back takes its place', async () => {
    const renew = stage.adapter.connection?.renew;
    assert.ok(renew);
    const first = await renew(stage.account);
    assert.notEqual(first.credentials.refreshToken, stage.account.credentials.refreshToken);
    await assert.rejects(renew(stage.account), /: reauth-needed /);
    stage = { ...stage, account: { ...stage.account, credentials: first.credentials } };
    await pull();
  });

  it('the allowance at its end is told in seconds, by X’s own headers and its two kinds of refusal', async () => {
    await stage.control('PUT', 'usage', { percent: 100 });
    const { waitSeconds = 0 } = await pull();
    assert.ok(waitSeconds > 0 && waitSeconds <= 900, `${waitSeconds}`);
    await stage.control('PUT', 'usage', { percent: 0 });
    for (const name of ['rate-limited', 'numbered-errors']) {
      await fault({ fault: name, on: 'read' });
      await assert.rejects(pull(), (cause: Error & { error?: { kind: string; retryAfterSeconds?: number } }) => {
        assert.equal(cause.error?.kind, 'rate-limited');
        return (cause.error?.retryAfterSeconds ?? 0) > 0;
      });
    }
    await fault({ fault: 'usage-capped', on: 'read' });
    await assert.rejects(pull(), /: allowance-spent /);
  });

  it('a video that X cannot process is refused in words, and nothing came out', async () => {
    const { url } = stage.sandbox;
    const media = [{ kind: 'video' as const, type: 'video/mp4', alt: '', url: `${url}/samples/video.mp4` }];
    await fault({ fault: 'media-fails', where: 'finalize' });
    assert.equal(await kindOf(publishing({ media })), 'rejected-content');
  });

  it('a crash between the steps of a publication repeats nothing that can be seen', async () => {
    const { url } = stage.sandbox;
    const image = { kind: 'image' as const, type: 'image/jpeg', alt: 'Un punto', url: `${url}/samples/image.jpg` };
    const order = publishing({ media: [image, { ...image, alt: 'Lo stesso punto' }] });
    const text = order.type === 'publish' ? order.content.text : '';
    const first = await stage.adapter.write(stage.account, order);
    assert.equal(first.state, 'under-way');
    const again = await stage.adapter.write(stage.account, order);
    assert.equal(again.state, 'under-way');
    let outcome: WriteOutcome = again;
    while (outcome.state === 'under-way') outcome = await stage.adapter.write(stage.account, order, outcome.progress);
    assert.equal(outcome.state, 'accepted');
    const { writings } = await stage.control<{ writings: { text: string; media: { alt: string }[] }[] }>(
      'GET',
      'writings',
    );
    const [only, ...others] = writings.filter((one) => one.text === text);
    assert.deepEqual([only?.media.map(({ alt }) => alt), others.length], [['Un punto', 'Lo stesso punto'], 0]);
  });

  it('a page that X no longer knows is read from its beginning', async () => {
    const { id } = await stage.control('POST', 'messages', {
      account: ACCOUNT.id,
      author: 'Ugo Esempio',
      text: 'Eccomi',
    });
    const { cursor } = await pull();
    const broken = { ...JSON.parse(cursor), messages: { read: null, newest: 1, next: 'pagina-di-un-mese-fa' } };
    const { events } = await pull(JSON.stringify(broken));
    assert.equal(textOf(events, `${id}`), 'Eccomi');
  });

  it('a long list of private messages is read in several pulls, and none is missed', async () => {
    const wanted: string[] = [];
    for (let number = 0; number < 620; number++) {
      const order = { account: ACCOUNT.id, author: 'Ugo Esempio', text: `Messaggio ${number}` };
      wanted.push(`${(await stage.control('POST', 'messages', order)).id}`);
    }
    const found = new Set<string>();
    let cursor: string | null = null;
    for (let round = 0; round < 3; round++) {
      const pulled = await pull(cursor);
      for (const { externalId } of pulled.events) found.add(externalId);
      cursor = pulled.cursor;
    }
    assert.deepEqual(
      wanted.filter((id) => !found.has(id)),
      [],
    );
  });
});

interface Delivery {
  readonly attempt: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** With the tokens of today. */
async function renewed(): Promise<Stage['account']> {
  const { credentials } = await stage.control<{ credentials: Record<string, string> }>('POST', 'connections', {
    account: ACCOUNT.id,
  });
  return { ...stage.account, credentials };
}
