// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { AtpAgent } from '@atproto/api';
import { blueskyAdapter } from '../../src/channels/bluesky/adapter.ts';
import type { ChannelFault, Command, ConnectedAccount, InboundEvent, WriteOutcome } from '../../src/channels/port.ts';
import { manualClock } from '../../src/kernel/index.ts';
import {
  createAccount,
  createAppPassword,
  deliveredToBluesky,
  describeNetwork,
  expiredToken,
  ozoneReports,
  type Person,
  type Post,
  post,
  quote,
  removePost,
  reply,
  settle,
  thread,
} from './network.ts';

// The adapter alone, on the real servers: what it reads, writes and reads back is what other people see.

type Written = Extract<InboundEvent, { type: 'written' | 'edited' }>;

const bluesky = deliveredToBluesky();
let body: Person;
let citizen: Person;
let passerBy: Person;
let account: ConnectedAccount;
let notice: Post;

const writtenOf = (events: readonly InboundEvent[]): Written[] =>
  events.filter((event): event is Written => event.type === 'written');
const of = (events: readonly InboundEvent[], uri: string): InboundEvent[] =>
  events.filter(({ externalId }) => externalId === uri);
const writtenId = (outcome: WriteOutcome): string => (outcome.state === 'accepted' && outcome.externalId) || '';
const isKind = (kind: string) => (fault: ChannelFault) => fault.error.kind === kind;
const on = (type: 'hide' | 'unhide', target: string): Command => ({
  type,
  key: `${type} ${target}`,
  target,
  post: notice.uri,
});
const isVisible = async (uri: string): Promise<boolean> =>
  (await thread(passerBy, notice)).replies.some((found) => found.uri === uri);

before(async () => {
  [body, citizen, passerBy] = await Promise.all([
    createAccount('comune-di-esempio'),
    createAccount('cittadina'),
    createAccount('passante'),
  ]);
  account = {
    externalId: body.did,
    handle: body.handle,
    baseUrl: describeNetwork().pds,
    credentials: { identifier: body.handle, appPassword: await createAppPassword(body) },
  };
  notice = await post(body, 'Avviso: domenica la piazza resta chiusa al traffico.');
  await settle();
});

describe('reading', () => {
  test('a reply, a nested reply, a mention and a quote arrive once, in order, with the text of our post', async () => {
    const start = await bluesky.pull(account, null);
    const comment = await reply(citizen, notice, 'E i residenti dove parcheggiano? 🚗');
    await settle();
    const nested = await reply(passerBy, comment, 'Me lo chiedo anche io, @comune-di-esempio.test');
    const mention = await post(citizen, 'Oggi @comune-di-esempio.test ha chiuso la piazza');
    const quoted = await quote(passerBy, notice, 'Ecco la notizia');
    await settle();

    const pulled = await bluesky.pull(account, start.cursor);
    const items = writtenOf(pulled.events);
    const uris = [comment, nested, mention, quoted].map(({ uri }) => uri);
    assert.deepEqual(
      items.map(({ externalId, kind, parentExternalId }) => ({ externalId, kind, parentExternalId })),
      [
        { externalId: comment.uri, kind: 'comment', parentExternalId: null },
        { externalId: nested.uri, kind: 'reply', parentExternalId: comment.uri },
        { externalId: mention.uri, kind: 'mention', parentExternalId: null },
        { externalId: quoted.uri, kind: 'mention', parentExternalId: null },
      ],
    );
    assert.equal(items[0]?.text, 'E i residenti dove parcheggiano? 🚗');
    assert.deepEqual(items[0]?.post, {
      externalId: notice.uri,
      text: 'Avviso: domenica la piazza resta chiusa al traffico.',
    });
    assert.deepEqual(items[0]?.author, { externalId: citizen.did, name: 'cittadina.test' });
    assert.equal(items[2]?.post, null);

    const again = await bluesky.pull(account, pulled.cursor);
    assert.deepEqual(
      writtenOf(again.events).filter(({ externalId }) => uris.includes(externalId)),
      [],
    );
  });

  test('a reply that its author deletes is told once', async () => {
    const regretted = await reply(citizen, notice, 'Questo lo cancello subito');
    await settle();
    const first = await bluesky.pull(account, null);
    assert.equal(of(first.events, regretted.uri).length, 1);
    await removePost(citizen, regretted);
    await settle();
    const second = await bluesky.pull(account, first.cursor);
    assert.deepEqual(
      of(second.events, regretted.uri).map(({ type }) => type),
      ['deleted'],
    );
    const third = await bluesky.pull(account, second.cursor);
    assert.deepEqual(of(third.events, regretted.uri), []);
  });

  test('a reply dated in the past by its author is not skipped', async () => {
    const start = await bluesky.pull(account, null);
    const root = { root: notice, parent: notice };
    const createdAt = new Date(Date.now() - 48 * 3_600_000).toISOString();
    const backdated = await citizen.agent.post({ text: "Scritto l'altro ieri, pare", reply: root, createdAt });
    await settle();
    const { events } = await bluesky.pull(account, start.cursor);
    assert.equal(of(events, backdated.uri).length, 1);
  });
});

describe('hiding', () => {
  test('a hidden reply leaves the thread that a third person sees, and comes back', async () => {
    const insult = await reply(citizen, notice, 'Siete dei buffoni');
    await settle();
    const seen = await bluesky.pull(account, null);
    assert.equal(await isVisible(insult.uri), true);
    assert.equal((await bluesky.readBack(account, on('hide', insult.uri))).state, 'absent');

    assert.equal((await bluesky.write(account, on('hide', insult.uri))).state, 'accepted');
    assert.equal((await bluesky.readBack(account, on('hide', insult.uri))).state, 'confirmed');
    assert.equal(await isVisible(insult.uri), false);
    const after = await bluesky.pull(account, seen.cursor);
    assert.deepEqual(
      of(after.events, insult.uri).map(({ type }) => type),
      ['hidden'],
    );

    assert.equal((await bluesky.write(account, on('unhide', insult.uri))).state, 'accepted');
    assert.equal((await bluesky.readBack(account, on('unhide', insult.uri))).state, 'confirmed');
    assert.equal(await isVisible(insult.uri), true);
    const shown = await bluesky.pull(account, after.cursor);
    assert.deepEqual(
      of(shown.events, insult.uri).map(({ type }) => type),
      ['shown'],
    );
  });

  test('commands at the same time on one thread all take effect, and who may reply stays as it was', async () => {
    const rkey = notice.uri.slice(notice.uri.lastIndexOf('/') + 1);
    const gate = { repo: body.did, collection: 'app.bsky.feed.threadgate', rkey };
    const { data: before } = await body.agent.com.atproto.repo.getRecord(gate);
    const rule = { $type: 'app.bsky.feed.threadgate#followerRule' };
    await body.agent.com.atproto.repo.putRecord({ ...gate, record: { ...before.value, allow: [rule] } });
    const targets = [];
    for (const text of ['uno', 'due', 'tre']) {
      const createdAt = new Date().toISOString();
      targets.push(await citizen.agent.post({ text, reply: { root: notice, parent: notice }, createdAt }));
    }
    await settle();
    const outcomes = await Promise.all(targets.map(({ uri }) => bluesky.write(account, on('hide', uri))));
    assert.deepEqual(
      outcomes.map(({ state }) => state),
      ['accepted', 'accepted', 'accepted'],
    );
    const { data: after } = await body.agent.com.atproto.repo.getRecord(gate);
    assert.deepEqual(after.value.allow, [rule]);
    for (const { uri } of targets) assert.ok((after.value.hiddenReplies as string[]).includes(uri));
    await body.agent.com.atproto.repo.putRecord({ ...gate, record: { ...before.value } });
    await settle();
  });

  test('a mention outside our threads cannot be hidden, and nothing can be removed', async () => {
    const mention = await post(citizen, 'Un saluto a @comune-di-esempio.test');
    await settle();
    const hidden = await bluesky.write(account, on('hide', mention.uri));
    assert.equal(hidden.state === 'refused' && hidden.error.kind, 'not-possible');
    const removed = await bluesky.write(account, { type: 'remove', key: 'r', target: mention.uri, post: null });
    assert.equal(removed.state === 'refused' && removed.error.kind, 'not-possible');
  });

  test('what the author has deleted meanwhile is not found', async () => {
    const gone = await reply(citizen, notice, 'Sparisco');
    await settle();
    await removePost(citizen, gone);
    await settle();
    const outcome = await bluesky.write(account, on('hide', gone.uri));
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'not-found');
    assert.equal((await bluesky.readBack(account, on('hide', gone.uri))).state, 'absent');
  });
});

describe('replying', () => {
  test('the same command repeated leaves one reply, with its link', async () => {
    const question = await reply(citizen, notice, 'A che ora riapre?');
    await settle();
    const text = 'È già deciso: riapre alle 20. Il resto è su https://comune.example.org/piazza, più sotto.';
    const key = '0193503f-5f00-7a10-8000-0000000000aa:reply';
    const command: Command = { type: 'reply', key, target: question.uri, post: notice.uri, text };
    assert.equal((await bluesky.readBack(account, command)).state, 'absent');
    const first = await bluesky.write(account, command);
    const second = await bluesky.write(account, command);
    const elsewhere = await blueskyAdapter().write(account, command);
    assert.equal(first.state, 'accepted');
    assert.deepEqual(second, first);
    assert.deepEqual(elsewhere, first);
    const back = await bluesky.readBack(account, command);
    assert.equal(back.state === 'confirmed' && back.proof.text, text);

    const { replies } = await thread(passerBy, notice);
    assert.equal(replies.filter((found) => found.text === text).length, 1);
    const { data } = await passerBy.agent.app.bsky.feed.getPosts({ uris: [writtenId(first)] });
    const facets = (data.posts[0]?.record as { facets?: { index: unknown }[] } | undefined)?.facets;
    const byteStart = Buffer.byteLength(text.slice(0, text.indexOf('https:')));
    assert.deepEqual(
      facets?.map(({ index }) => index),
      [{ byteStart, byteEnd: byteStart + 'https://comune.example.org/piazza'.length }],
    );

    const { events } = await bluesky.pull(account, null);
    const own = writtenOf(events).find(({ externalId }) => externalId === writtenId(first));
    assert.equal(own?.own, true);
  });

  test('a text over the limit is refused before it is sent', async () => {
    const target = await reply(citizen, notice, 'Rispondete per esteso?');
    await settle();
    const command: Command = {
      type: 'reply',
      key: 'long',
      target: target.uri,
      post: notice.uri,
      text: '👨‍👩‍👧‍👦'.repeat(301),
    };
    const outcome = await bluesky.write(account, command);
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'rejected-content');
    assert.equal((await bluesky.readBack(account, command)).state, 'absent');
  });
});

describe('reporting and banning', () => {
  test('a report reaches the moderators once, with its reason and our key', async () => {
    const offence = await reply(citizen, notice, 'Vi aspetto sotto casa');
    await settle();
    const command: Command = {
      type: 'report',
      key: 'report 1',
      target: offence.uri,
      post: notice.uri,
      reason: 'rude',
      text: 'Minaccia al personale',
    };
    assert.equal((await bluesky.readBack(account, command)).state, 'pending');
    const first = await bluesky.write(account, command);
    const second = await bluesky.write(account, command);
    assert.equal(first.state, 'accepted');
    assert.deepEqual(second, first);
    const reports = await ozoneReports(offence.uri);
    assert.equal(reports.length, 1);
    assert.equal(reports[0]?.createdBy, body.did);
    const event = reports[0]?.event as { comment?: string; reportType?: string };
    assert.equal(event.comment, 'Minaccia al personale');
    assert.equal(event.reportType, 'com.atproto.moderation.defs#reasonRude');
    assert.deepEqual(reports[0]?.modTool, { name: 'portavoce', meta: { key: 'report 1' } });
    const id = first.state === 'accepted' ? first.externalId : undefined;
    assert.equal(id, String(reports[0]?.id));
    const back = await blueskyAdapter().readBack(account, command, id);
    assert.equal(back.state === 'confirmed' && back.proof.reportId, id);
  });

  test('a banned author disappears from our thread, and comes back when the ban ends', async () => {
    const troll = await createAccount('molesto');
    const nuisance = await reply(troll, notice, 'Ancora io');
    const on = { target: troll.did, post: nuisance.uri };
    const ban: Command = { type: 'ban', key: 'ban 1', ...on };
    const unban: Command = { type: 'unban', key: 'unban 1', ...on };
    assert.equal(await isVisible(nuisance.uri), true);
    assert.equal((await bluesky.write(account, ban)).state, 'accepted');
    assert.equal((await bluesky.write(account, ban)).state, 'accepted');
    assert.equal((await bluesky.readBack(account, ban)).state, 'confirmed');
    assert.equal(await isVisible(nuisance.uri), false);
    assert.equal((await bluesky.write(account, unban)).state, 'accepted');
    assert.equal((await bluesky.readBack(account, unban)).state, 'confirmed');
    assert.equal((await bluesky.readBack(account, ban)).state, 'absent');
    await settle();
    assert.equal(await isVisible(nuisance.uri), true);
  });
});

describe('sessions', () => {
  test('an expired session is renewed without a second login', async () => {
    const calls: string[] = [];
    let isExpired = false;
    const aging: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const method = new URL(request.url).pathname.replace('/xrpc/', '');
      if (isExpired && method === 'app.bsky.notification.listNotifications') {
        isExpired = false;
        request.headers.set('authorization', `Bearer ${expiredToken(body.did)}`);
      }
      const response = await fetch(request);
      calls.push(`${method} ${response.status}`);
      return response;
    };
    const desk = blueskyAdapter({ fetch: aging });
    const second = (): number => Math.floor(Date.now() / 1000);
    const loginSecond = second() + 1;
    // Tokens made within one second are equal, and the library takes an equal one for a failed renewal.
    let { cursor } = await desk.pull(account, null);
    while (second() <= loginSecond) cursor = (await desk.pull(account, cursor)).cursor;
    calls.length = 0;
    isExpired = true;
    await desk.pull(account, cursor);
    assert.deepEqual(
      calls.filter((call) => /listNotifications|refreshSession|createSession/.test(call)),
      [
        'app.bsky.notification.listNotifications 400',
        'com.atproto.server.refreshSession 200',
        'app.bsky.notification.listNotifications 200',
      ],
    );
  });

  test('wrong credentials are tried once and then left alone for a while', async () => {
    const clock = manualClock(new Date());
    const logins: number[] = [];
    const counting: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const response = await fetch(request);
      if (request.url.endsWith('createSession')) logins.push(response.status);
      return response;
    };
    const desk = blueskyAdapter({ fetch: counting, clock });
    const wrong = { ...account, credentials: { ...account.credentials, appPassword: 'aaaa-bbbb-cccc-dddd' } };
    for (let attempt = 0; attempt < 3; attempt++) await assert.rejects(desk.pull(wrong, null), isKind('reauth-needed'));
    assert.deepEqual(logins, [401]);
    clock.advance(601_000);
    await assert.rejects(desk.pull(wrong, null), isKind('reauth-needed'));
    assert.deepEqual(logins, [401, 401]);
  });

  test('a password that the body revokes stops the desk with a request to sign in again', async () => {
    const appPassword = await createAppPassword(body, 'da revocare');
    let isExpired = false;
    const aging: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const isOurs = request.headers.has('authorization') && !request.url.endsWith('refreshSession');
      if (isExpired && isOurs) request.headers.set('authorization', `Bearer ${expiredToken(body.did)}`);
      return fetch(request);
    };
    const desk = blueskyAdapter({ fetch: aging });
    const revocable = { ...account, credentials: { ...account.credentials, appPassword } };
    await desk.pull(revocable, null);
    await body.agent.com.atproto.server.revokeAppPassword({ name: 'da revocare' });
    isExpired = true;
    await assert.rejects(desk.pull(revocable, null), isKind('reauth-needed'));
    const outcome = await desk.write(revocable, on('hide', notice.uri));
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'reauth-needed');
  });

  test('a real refusal for too many logins is told with its end, and nobody knocks before it', async () => {
    const service = describeNetwork().strictPds;
    const agent = new AtpAgent({ service });
    const [handle, password] = ['insistente.test', 'una frase lunga per insistente'];
    const { data } = await agent.createAccount({ handle, password, email: 'insistente@example.test' });
    let refusal: unknown = null;
    for (let login = 0; login < 40 && refusal === null; login++) {
      refusal = await agent.login({ identifier: handle, password }).then(
        () => null,
        (cause: unknown) => cause,
      );
    }
    assert.equal((refusal as { status?: number }).status, 429);
    const knocks: number[] = [];
    const counting: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      knocks.push(response.status);
      return response;
    };
    const desk = blueskyAdapter({ fetch: counting });
    const insistent = {
      externalId: data.did,
      handle,
      baseUrl: service,
      credentials: { identifier: handle, appPassword: password },
    };
    for (let attempt = 0; attempt < 3; attempt++) {
      await assert.rejects(desk.pull(insistent, null), (fault: ChannelFault) => {
        const wait = fault.error.retryAfterSeconds ?? 0;
        return fault.error.kind === 'rate-limited' && wait > 0 && wait <= 300;
      });
    }
    assert.deepEqual(knocks, [429]);
  });

  test('credentials of another account are not used', async () => {
    const refused = await blueskyAdapter().write({ ...account, externalId: citizen.did }, on('hide', notice.uri));
    assert.equal(refused.state === 'refused' && refused.error.code, 'OtherAccount');
  });
});
