// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ChannelFault, type Command, type InboundEvent, type ReadBack } from '#channels';
import { ACCOUNT, openStage, type Route, type Stage } from './instagram-world.ts';
import type { Shown } from './world.ts';

// What Instagram does otherwise than one would think, each trap by its name.

interface Called {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const callsOf = async ({ control }: Stage): Promise<readonly Called[]> =>
  (await control<{ calls: Called[] }>('GET', 'calls')).calls;
const since = async (stage: Stage, act: () => Promise<unknown>): Promise<readonly Called[]> => {
  const before = (await callsOf(stage)).length;
  await act();
  return (await callsOf(stage)).slice(before);
};
const writes = (stage: Stage, author: string, more: object = {}) => {
  const writing = { account: ACCOUNT.id, author, text: 'Un commento', ...more };
  return stage.control<{ id: string }>('POST', 'writings', writing);
};
const pull = ({ adapter, account }: Stage, cursor: string | null = null) => adapter.pull(account, cursor);
const ids = (events: readonly InboundEvent[]) => events.map(({ externalId }) => externalId);
const write = ({ adapter, account }: Stage, command: Command) => adapter.write(account, command);
const replying = (target: string, post: string | null): Command => ({
  ...{ type: 'reply', key: `r-${target}`, target, post, text: 'Risponde l’ente' },
});
const states = ({ state }: ReadBack) => state;

function onRoute(route: Route, traps: (opened: () => Stage) => void): void {
  describe(`instagram, ${route}`, () => {
    let stage: Stage;
    before(async () => {
      stage = await openStage(route);
    });
    after(() => stage.sandbox.close());
    traps(() => stage);
  });
}

onRoute('instagram-login', (opened) => {
  it('the account is `user_id`: with `id` alone the connection would be another account’s', async () => {
    const stage = opened();
    const calls = await since(stage, () => pull(stage));
    assert.equal(calls[0]?.parameters.fields, 'user_id,username');
    const account = { ...stage.account, externalId: `9${ACCOUNT.id.slice(1)}` };
    await assert.rejects(stage.adapter.pull(account, null), (fault) => {
      assert.ok(fault instanceof ChannelFault);
      return fault.error.kind === 'reauth-needed';
    });
  });

  it('no proof of the application’s secret is sent on this route', async () => {
    const stage = opened();
    await pull(stage);
    const { calls } = await stage.control<{ calls: { query: [string, string][] }[] }>('GET', 'calls');
    assert.ok(calls.every(({ query }) => query.every(([name]) => name !== 'appsecret_proof')));
  });

  it('neither a post is deleted nor a person blocked on this route: a person does it, with a guide', async () => {
    const stage = opened();
    const { id: target, from } = await stage.named('c1');
    const removal: Command = { type: 'remove-post', key: 'd', target: (await stage.named('p2')).id };
    const ban: Command = { type: 'ban', key: 'b', target: from?.id ?? '', post: target };
    for (const command of [removal, ban]) {
      const calls = await since(stage, async () => {
        const outcome = await write(stage, command);
        assert.equal(outcome.state === 'refused' && outcome.error.kind, 'not-possible');
      });
      assert.deepEqual(calls, []);
      assert.ok(stage.adapter.guide(stage.account, command, null).steps.length >= 3);
    }
    // Done by hand, it is found done.
    await stage.control('POST', 'states', { id: removal.target, state: 'deleted' });
    assert.equal(states(await stage.adapter.readBack(stage.account, removal)), 'confirmed');
  });

  it('a token younger than a day is not renewed, an older one is, and the old one is dead', async () => {
    const stage = opened();
    const { connection } = stage.adapter;
    const { baseUrl, secrets } = stage.sandbox.network('instagram');
    const application = { baseUrl, secrets: { ...secrets, route: 'instagram-login' } };
    const redirectUri = 'https://desk.example/collega';
    const page = await fetch(connection?.authorizeUrl(application, { redirectUri, state: 's', challenge: 'c' }) ?? '');
    const code = /code=([\w-]+)/.exec(await page.text())?.[1] ?? '';
    const [found] = (await connection?.redeem(application, { code, redirectUri, verifier: 'v' })) ?? [];
    const account = { ...stage.account, credentials: found?.grant.credentials ?? {} };
    assert.equal(found?.grant.expiries[0]?.by, 'desk');
    await assert.rejects(async () => connection?.renew?.(account), ChannelFault);
    stage.sandbox.clock.advance(86_400 + 60);
    const renewed = await connection?.renew?.(account);
    assert.notEqual(renewed?.credentials.token, account.credentials.token);
    await stage.adapter.pull({ ...account, credentials: renewed?.credentials ?? {} }, null);
    await assert.rejects(stage.adapter.pull(account, null), ChannelFault);
    await assert.rejects(
      async () => connection?.redeem(application, { code, redirectUri, verifier: 'v' }),
      ChannelFault,
    );
  });
});

onRoute('facebook-login', (opened) => {
  it('a hidden comment cannot be answered: nothing is sent', async () => {
    const stage = opened();
    const { id, post } = await stage.named('c3');
    await stage.control('POST', 'states', { id, state: 'hidden' });
    const calls = await since(stage, async () => {
      const outcome = await write(stage, replying(id, post));
      assert.equal(outcome.state === 'refused' && outcome.error.code, 'comment-hidden');
    });
    assert.deepEqual(
      calls.map(({ method }) => method),
      ['GET'],
    );
    await stage.control('POST', 'states', { id, state: 'shown' });
  });

  it('an answer to a reply hangs under the comment above it, and is proved there', async () => {
    const stage = opened();
    const { id, post, parent } = await stage.named('c2');
    const command = replying(id, post);
    const outcome = await write(stage, command);
    assert.ok(outcome.state === 'accepted');
    const seen = await stage.adapter.readBack(stage.account, command, outcome.externalId);
    assert.ok(seen.state === 'confirmed');
    assert.equal(seen.proof.parent_id, parent);
    const dated = { ...command, since: new Date(Date.now() - 60_000) } as Command;
    assert.equal(states(await stage.adapter.readBack(stage.account, dated)), 'confirmed');
    assert.equal(states(await stage.adapter.readBack(stage.account, command)), 'pending', 'it may be an older one');
  });

  it('fifty a page, newest first, replies inside: a long thread is read to its end', async () => {
    const stage = opened();
    const [post, parent] = [
      (await stage.named('p2')).id,
      (await writes(stage, 'Ada Prova', { post: (await stage.named('p2')).id })).id,
    ];
    const written: string[] = [];
    for (let number = 0; number < 60; number++) {
      written.push((await writes(stage, `Persona ${number}`, { post })).id);
      written.push((await writes(stage, `Persona ${number}`, { post, parent })).id);
    }
    const { events, wholeThreads } = await pull(stage);
    const read = new Set(ids(events));
    assert.deepEqual(
      written.filter((id) => !read.has(id)),
      [],
    );
    const whole = wholeThreads?.find(({ postExternalId }) => postExternalId === post);
    assert.ok(written.every((id) => whole?.itemExternalIds.includes(id)));
  });

  it('a thread whose number of comments has not changed is not read again before its time', async () => {
    const stage = opened();
    const { cursor } = await pull(stage);
    const threads = async (from: string) => {
      const calls = await since(stage, () => pull(stage, from));
      return [...new Set(calls.map(({ path }) => path).filter((path) => path.endsWith('/comments')))];
    };
    assert.equal((await threads(cursor)).length, 0);
    await writes(stage, 'Ada Prova', { post: (await stage.named('p1')).id });
    assert.equal((await threads(cursor)).length, 1);
    stage.sandbox.clock.advance(16 * 60);
    assert.equal((await threads(cursor)).length, 2);
  });

  it('what was hidden or shown elsewhere is told once', async () => {
    const stage = opened();
    const { id } = await stage.named('c1');
    const told = (events: readonly InboundEvent[]) =>
      events.filter((event) => event.externalId === id).map(({ type }) => type);
    const first = await pull(stage);
    await stage.control('POST', 'states', { id, state: 'hidden' });
    stage.sandbox.clock.advance(16 * 60);
    const second = await pull(stage, first.cursor);
    assert.deepEqual(
      told(second.events).filter((type) => type !== 'written'),
      ['hidden'],
    );
    stage.sandbox.clock.advance(16 * 60);
    const third = await pull(stage, second.cursor);
    assert.deepEqual(told(third.events), ['written']);
    await stage.control('POST', 'states', { id, state: 'shown' });
    stage.sandbox.clock.advance(16 * 60);
    const fourth = await pull(stage, third.cursor);
    assert.deepEqual(
      told(fourth.events).filter((type) => type !== 'written'),
      ['shown'],
    );
  });

  it('asked to slow down half-way, it keeps what it read, waits as long as told, and goes on from there', async () => {
    const stage = opened();
    const { id } = await writes(stage, 'Ada Prova', { post: (await stage.named('p1')).id });
    await stage.control('POST', 'faults', { fault: 'rate-limited', on: 'read', where: '/comments', after: 1 });
    const first = await pull(stage);
    assert.ok(ids(first.events).includes(id));
    assert.equal(first.waitSeconds, 420);
    const second = await pull(stage, first.cursor);
    assert.ok(ids(second.events).includes((await stage.named('c3')).id));
    assert.equal(second.waitSeconds, undefined);
  });

  it('at 70 % of the allowance it comes back later, at 90 % it stops at once', async () => {
    const stage = opened();
    await stage.control('PUT', 'usage', { percent: 75 });
    const slow = await pull(stage);
    assert.equal(slow.waitSeconds, 300);
    assert.ok(slow.events.length > 0);
    await stage.control('PUT', 'usage', { percent: 95 });
    const calls = await since(stage, async () => assert.equal((await pull(stage)).waitSeconds, 900));
    assert.equal(calls.length, 2, 'who it is, which posts there are, and no more');
    await stage.control('PUT', 'usage', { percent: 0 });
  });

  it('a person is blocked only after a private message, and nothing shows who is blocked', async () => {
    const stage = opened();
    const stranger = (await stage.named('c1')).from?.id ?? '';
    const refused = await write(stage, { type: 'ban', key: 'b1', target: stranger, post: null });
    assert.equal(refused.state === 'refused' && refused.error.code, 'ban-refused');
    const { person } = await stage.control<{ person: string }>('POST', 'messages', {
      ...{ account: ACCOUNT.id, author: 'Ugo Esempio', text: 'Ancora io' },
    });
    const ban: Command = { type: 'ban', key: 'b2', target: person, post: null };
    assert.equal((await write(stage, ban)).state, 'accepted');
    const seen = await stage.adapter.readBack(stage.account, ban);
    assert.ok(seen.state === 'pending' && seen.error?.code === 'ban-not-shown');
    const { bans } = await stage.control<{ bans: unknown[] }>('GET', 'bans');
    assert.equal(bans.length, 1);
    assert.equal((await write(stage, { ...ban, type: 'unban', key: 'b3' })).state, 'accepted');
  });

  it('who is mentioned elsewhere answers there', async () => {
    const stage = opened();
    const { id } = await stage.named('m1');
    const calls = await since(stage, async () => {
      assert.equal((await write(stage, replying(id, null))).state, 'accepted');
    });
    assert.deepEqual(
      calls.map(({ method, path }) => `${method} ${path}`),
      [`POST v26.0/${ACCOUNT.id}/mentions`],
    );
  });

  it('only the twenty newest messages of a conversation are told', async () => {
    const stage = opened();
    const order = { account: ACCOUNT.id, author: 'Sara Finta' };
    for (let number = 0; number < 25; number++)
      await stage.control('POST', 'messages', { ...order, text: `Messaggio ${number}` });
    const { events } = await pull(stage);
    const texts = events.flatMap((event) => ('kind' in event && event.kind === 'message' ? event.text : []));
    assert.ok(texts.includes('Messaggio 24') && texts.includes('Messaggio 5') && !texts.includes('Messaggio 4'));
  });

  it('two calls a second for private messages: what is beyond a pull’s share is read by the next', async () => {
    const stage = opened();
    for (let number = 0; number < 24; number++)
      await stage.control('POST', 'messages', {
        account: ACCOUNT.id,
        author: `Mittente ${number}`,
        text: `Da ${number}`,
      });
    const first = await pull(stage);
    assert.equal(first.waitSeconds, 10);
    const second = await pull(stage, first.cursor);
    const texts = [...first.events, ...second.events].flatMap((event) => ('text' in event ? event.text : []));
    for (let number = 0; number < 24; number++) assert.ok(texts.includes(`Da ${number}`), `Da ${number}`);
  });

  it('without the permission for messages comments are still read, and the check says what is lacking', async () => {
    const stage = opened();
    const refuse = { fault: 'permission-missing', on: 'read', where: 'conversations', times: 2 };
    await stage.control('POST', 'faults', refuse);
    const { events } = await pull(stage);
    assert.ok(events.length > 0 && events.every((event) => !('kind' in event) || event.kind !== 'message'));
    const check = await stage.adapter.check?.(stage.account);
    assert.deepEqual(check?.lacking, ['read-messages', 'answer-message']);
    assert.equal(check?.quota?.of, 100);
    assert.deepEqual(
      check?.expiries.map(({ what, by }) => [what, by]),
      [['permission', 'person']],
    );
  });

  it('a private answer is measured in bytes', async () => {
    const stage = opened();
    const target = { target: 'm', post: '1', writtenAt: new Date() };
    const calls = await since(stage, async () => {
      const outcome = await write(stage, { type: 'answer-message', key: 'm1', ...target, text: 'è'.repeat(501) });
      assert.equal(outcome.state === 'refused' && outcome.error.kind, 'rejected-content');
    });
    assert.deepEqual(calls, []);
  });

  it('comments closed by somebody else refuse an answer in words a person understands', async () => {
    const stage = opened();
    const { id, post } = await stage.named('c1');
    await stage.control('PUT', 'commenting', { post, commenting: 'closed' });
    const outcome = await write(stage, replying(id, post));
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'comments-disabled');
    assert.match(
      (outcome.state === 'refused' && outcome.error.message) || '',
      /^Su Instagram qui nessuno può commentare/,
    );
    await stage.control('PUT', 'commenting', { post, commenting: 'open' });
  });

  it('our own words come back as ours', async () => {
    const stage = opened();
    const { id, post } = await stage.named('c3');
    const outcome = await write(stage, replying(id, post));
    assert.ok(outcome.state === 'accepted');
    const { events } = await pull(stage);
    const back = events.find((event) => event.externalId === outcome.externalId);
    assert.ok(back && 'own' in back && back.own);
    const shown = await stage.control<Shown>('GET', `writings/${outcome.externalId}`);
    assert.equal(shown.own, true);
  });
});
