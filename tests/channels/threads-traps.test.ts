// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Command, InboundEvent, Post } from '#channels';
import { ACCOUNT, openStage, type Stage } from './threads-world.ts';
import type { Shown } from './world.ts';

// What Threads does otherwise than one would think, each trap by its name.

interface Called {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

describe('threads', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.sandbox.close());

  const calls = async () => (await stage.control<{ calls: Called[] }>('GET', 'calls')).calls;
  const during = async (act: () => Promise<unknown>): Promise<readonly Called[]> => {
    const { length } = await calls();
    await act();
    return (await calls()).slice(length);
  };
  const citizen = (text: string, place: { post: string; parent?: string }) =>
    stage.control<{ id: string }>('POST', 'writings', { account: ACCOUNT.id, author: 'Ada Prova', text, ...place });
  const shown = (id: string) => stage.control<Shown>('GET', `writings/${id}`);
  const write = (command: Command, progress?: string) => stage.adapter.write(stage.account, command, progress);
  const look = (command: Command, id?: string) => stage.adapter.readBack(stage.account, command, id);
  const pull = (cursor: string | null = null) => stage.adapter.pull(stage.account, cursor);
  const told = (events: readonly InboundEvent[], id: string) =>
    events.filter((event) => event.externalId === id).map(({ type }) => type);

  let keys = 0;
  const on = (type: 'hide' | 'unhide' | 'approve', target: string, post: string): Command => ({
    ...{ type, key: `k${++keys}`, target, post },
  });
  const publishing = (content: Partial<Post>): Extract<Command, { type: 'publish' }> => ({
    type: 'publish',
    key: `p${++keys}`,
    content: { text: `Avviso ${keys}`, media: [], ...content },
    since: new Date(stage.sandbox.clock.now().getTime() - 60_000),
  });
  async function published(command: Command) {
    let outcome = await write(command);
    for (let steps = 0; outcome.state === 'under-way' && steps < 40; steps++)
      outcome = await write(command, outcome.progress);
    return outcome;
  }
  const withText = async (text: string) =>
    (await stage.control<{ writings: Shown[] }>('GET', 'writings')).writings.filter(
      (one) => one.text === text && one.exists,
    );

  it('only replies of the first level are hidden, and those below follow', async () => {
    const { id: post } = await stage.named('p1');
    const { id: top } = await citizen('In cima', { post });
    const { id: nested } = await citizen('Sotto', { post, parent: top });
    const sent = await during(async () => {
      const outcome = await write(on('hide', nested, post));
      assert.equal(outcome.state === 'refused' && outcome.error.code, 'not-top-level');
    });
    assert.ok(sent.every(({ method }) => method === 'GET'));
    const hide = on('hide', top, post);
    assert.equal((await write(hide)).state, 'accepted');
    assert.equal((await look(hide)).state, 'confirmed');
    assert.deepEqual([(await shown(top)).hidden, (await shown(nested)).hidden], [true, true]);
    const { events } = await pull();
    assert.deepEqual(told(events, nested), ['written', 'hidden']);
  });

  it('what waits is told as held with its text, ignored as hidden, approved later as shown; never as gone', async () => {
    const { id: post } = await stage.named('p2');
    const { id } = await citizen('Mi approvate?', { post });
    const first = await pull();
    assert.deepEqual(told(first.events, id), ['written', 'held']);
    const isThere = ({ wholeThreads }: Awaited<ReturnType<typeof pull>>) =>
      wholeThreads?.find(({ postExternalId }) => postExternalId === post)?.itemExternalIds.includes(id);
    assert.equal(isThere(first), true);

    const hide = on('hide', id, post);
    assert.equal((await look(hide)).state, 'absent');
    assert.equal((await write(hide)).state, 'accepted');
    assert.equal((await look(hide)).state, 'confirmed');
    const second = await pull(first.cursor);
    assert.deepEqual(told(second.events, id), ['written', 'hidden']);
    assert.equal(isThere(second), true);

    const approve = on('approve', id, post);
    assert.equal((await write(approve)).state, 'accepted');
    assert.equal((await look(approve)).state, 'confirmed');
    const third = await pull(second.cursor);
    assert.deepEqual(told(third.events, id), ['written', 'shown']);
  });

  it('an approval without effect is not believed', async () => {
    const { id: post } = await stage.named('p2');
    const { id } = await citizen('E io?', { post });
    await stage.control('POST', 'faults', { fault: 'success-without-effect' });
    const approve = on('approve', id, post);
    assert.equal((await write(approve)).state, 'accepted');
    assert.equal((await look(approve)).state, 'absent');
  });

  it('of a post that holds nothing Threads refuses to tell what waits: it is asked once a day', async () => {
    const { id: post } = await stage.named('p1');
    const asked = async (cursor: string | null) => {
      let next = '';
      const sent = await during(async () => {
        next = (await pull(cursor)).cursor;
      });
      return { next, pending: sent.filter(({ path }) => path === `v1.0/${post}/pending_replies`).length };
    };
    const first = await asked(null);
    assert.equal(first.pending, 1);
    const second = await asked(first.next);
    assert.equal(second.pending, 0);
    stage.sandbox.clock.advance(86_400);
    assert.equal((await asked(second.next)).pending, 1);
  });

  it('an emoji counts its bytes: five hundred letters may be too many', async () => {
    const { id: target, post } = await stage.named('r1');
    const reply = (text: string): Command => ({ type: 'reply', key: `e${++keys}`, target, post, text });
    const sent = await during(async () => {
      const outcome = await write(reply(`${'a'.repeat(497)}👍`));
      assert.equal(outcome.state === 'refused' && outcome.error.kind, 'rejected-content');
    });
    assert.deepEqual(sent, []);
    assert.equal((await write(reply(`${'a'.repeat(496)}👍`))).state, 'accepted');
    assert.equal((await write(reply('è'.repeat(500)))).state, 'accepted');
  });

  it('more than five links, or nothing at all, is refused before it is sent', async () => {
    const links = Array.from({ length: 6 }, (_, index) => `https://comune.example/${index}`).join(' ');
    const link = { url: 'https://comune.example/6', title: 'Avviso', description: '' };
    const wrong = [
      publishing({ text: links }),
      publishing({ text: links.slice(0, links.lastIndexOf(' ')), link }),
      publishing({ text: '' }),
      publishing({ media: Array.from({ length: 21 }, () => stage.image) }),
    ];
    const sent = await during(async () => {
      for (const command of wrong) {
        const outcome = await write(command);
        assert.equal(outcome.state === 'refused' && outcome.error.kind, 'rejected-content', command.content.text);
      }
    });
    assert.deepEqual(sent, []);
  });

  it('among pictures a link goes into the text, alone it gets its preview', async () => {
    const link = { url: 'https://comune.example/avviso', title: 'Avviso', description: '' };
    const alone = publishing({ link });
    await published(alone);
    assert.equal((await withText(alone.content.text))[0]?.link?.url, link.url);
    const beside = publishing({ link, media: [stage.image] });
    assert.equal((await published(beside)).state, 'accepted');
    assert.equal((await withText(`${beside.content.text}\n\n${link.url}`)).length, 1);
    assert.equal((await look(beside)).state, 'confirmed');
  });

  it('a crash between the steps leaves nothing to see, and nothing comes out twice', async () => {
    const command = publishing({ media: [stage.image] });
    await write(command);
    const prepared = await write(command);
    assert.ok(prepared.state === 'under-way' && prepared.waitSeconds === 30);
    assert.equal((await withText(command.content.text)).length, 0);
    assert.equal((await write(command, prepared.progress)).state, 'accepted');
    // The desk went down before it could write down that it was out.
    assert.equal((await write(command, prepared.progress)).state, 'accepted');
    assert.equal((await withText(command.content.text)).length, 1);
  });

  it('a lost answer to the publication is looked for, then taken up where it was', async () => {
    for (const when of ['before', 'after']) {
      const command = publishing({});
      const prepared = await write(command);
      assert.ok(prepared.state === 'under-way');
      await stage.control('POST', 'faults', { fault: `broken-${when}-effect`, where: 'threads_publish' });
      assert.equal((await write(command, prepared.progress)).state, 'unknown');
      assert.equal((await look(command)).state, when === 'after' ? 'confirmed' : 'absent');
      assert.equal((await write(command, prepared.progress)).state, 'accepted');
      assert.equal((await withText(command.content.text)).length, 1);
    }
  });

  it('what cannot be made ready is refused with its reason, made again, or given up; nothing is out', async () => {
    const ends = {
      'container-fails': 'refused',
      'container-expires': 'accepted',
      'container-unknown': 'accepted',
      'container-slow': 'refused',
    };
    for (const [fault, end] of Object.entries(ends)) {
      const command = publishing({ media: [stage.video] });
      await stage.control('POST', 'faults', { fault, where: 'me/threads' });
      const outcome = await published(command);
      assert.equal(outcome.state, end, `${fault}: ${JSON.stringify(outcome)}`);
      assert.equal((await withText(command.content.text)).length, end === 'accepted' ? 1 : 0, fault);
      if (fault === 'container-fails')
        assert.match((outcome.state === 'refused' && outcome.error.message) || '', /scaricare il video/);
    }
  });

  it('who may reply is chosen at publication and proved; afterwards only by hand, and looked at', async () => {
    const closed = publishing({ comments: 'nobody' });
    const outcome = await published(closed);
    assert.ok(outcome.state === 'accepted' && outcome.externalId);
    const seen = await look(closed, outcome.externalId);
    assert.ok(seen.state === 'confirmed' && seen.proof.reply_audience === 'MENTIONED_ONLY');
    const held = publishing({ comments: 'after-approval' });
    const out = await published(held);
    assert.ok(out.state === 'accepted');
    assert.equal((await look(held, out.externalId)).state, 'confirmed');
    assert.equal((await withText(held.content.text))[0]?.commenting, 'held');

    const { id: target } = await stage.named('p1');
    const close: Command = { type: 'close-comments', key: 'c', target };
    const refused = await write(close);
    assert.equal(refused.state === 'refused' && refused.error.kind, 'not-possible');
    assert.equal((await look(close)).state, 'absent');
    await stage.control('PUT', 'commenting', { post: target, commenting: 'closed' });
    assert.equal((await look(close)).state, 'confirmed');
    await stage.control('PUT', 'commenting', { post: target, commenting: 'open' });
  });

  it('replies of others cannot be deleted, not even by hand', async () => {
    const { id: target, post } = await stage.named('r2');
    const sent = await during(async () => {
      const outcome = await write({ type: 'remove', key: 'd', target, post });
      assert.equal(outcome.state === 'refused' && outcome.error.kind, 'not-possible');
    });
    assert.deepEqual(sent, []);
    assert.equal(stage.adapter.capabilities.remove.how, 'none');
  });

  it('the permission of ninety days only a person gives again, the token of sixty the desk renews', async () => {
    const check = await stage.adapter.check?.(stage.account);
    assert.deepEqual(
      check?.expiries.map(({ what, by }) => [what, by]),
      [
        ['access', 'desk'],
        ['permission', 'person'],
      ],
    );
    assert.equal(check?.quota?.of, 250);
    const { connection } = stage.adapter;
    stage.sandbox.clock.advance(2 * 86_400);
    const renewed = await connection?.renew?.(stage.account);
    assert.ok(renewed && renewed.credentials.token !== stage.account.credentials.token);
    await assert.rejects(
      pull(),
      (fault: Error & { error?: { kind: string } }) => fault.error?.kind === 'token-expired',
    );
    await stage.adapter.pull({ ...stage.account, credentials: renewed.credentials }, null);
  });
});
