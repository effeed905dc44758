// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Command, Post, WriteOutcome } from '#channels';
import { openStage, type Stage } from './instagram-world.ts';
import type { Shown } from './world.ts';

type Publish = Extract<Command, { type: 'publish' }>;

describe('instagram publishes in steps', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.sandbox.close());

  let posts = 0;
  const order = (content: Partial<Post> = {}): Publish => ({
    type: 'publish',
    key: `p${++posts}`,
    content: { text: `Avviso ${posts}`, media: [stage.image], ...content },
    since: new Date(stage.sandbox.clock.now().getTime() - 60_000),
  });
  const step = (command: Publish, progress?: string) => stage.adapter.write(stage.account, command, progress);
  async function under(command: Publish, progress?: string): Promise<string> {
    const outcome = await step(command, progress);
    assert.ok(outcome.state === 'under-way', JSON.stringify(outcome));
    return outcome.progress;
  }
  async function toTheEnd(command: Publish, progress?: string): Promise<WriteOutcome> {
    let outcome = await step(command, progress);
    for (let steps = 0; outcome.state === 'under-way' && steps < 40; steps++)
      outcome = await step(command, outcome.progress);
    return outcome;
  }
  const fault = (name: string, more: object = {}) => stage.control('POST', 'faults', { fault: name, ...more });
  const withText = async (text: string): Promise<readonly Shown[]> => {
    const { writings } = await stage.control<{ writings: Shown[] }>('GET', 'writings');
    return writings.filter((one) => one.kind === 'post' && one.text === text && one.exists);
  };

  it('what Instagram would refuse or cut is not sent', async () => {
    const png = { ...stage.image, type: 'image/png' };
    const wrong: readonly [Partial<Post>, string][] = [
      [{ media: [] }, 'not-possible'],
      [{ media: [png] }, 'rejected-content'],
      [{ media: Array.from({ length: 11 }, () => stage.image) }, 'rejected-content'],
      [{ text: 'a'.repeat(2201) }, 'rejected-content'],
      [{ text: '#scuola '.repeat(31) }, 'rejected-content'],
      [{ text: '@comune '.repeat(21) }, 'rejected-content'],
      [{ comments: 'after-approval' }, 'not-possible'],
    ];
    const { calls: before } = await stage.control<{ calls: unknown[] }>('GET', 'calls');
    for (const [content, kind] of wrong) {
      const outcome = await step(order(content));
      assert.equal(outcome.state === 'refused' && outcome.error.kind, kind, JSON.stringify(content).slice(0, 80));
    }
    const { calls } = await stage.control<{ calls: unknown[] }>('GET', 'calls');
    assert.equal(calls.length, before.length);
    assert.equal((await toTheEnd(order({ text: 'Scrivete a urp@comune.example '.repeat(21) }))).state, 'accepted');
  });

  it('a crash between the steps leaves nothing to see, and nothing comes out twice', async () => {
    const command = order();
    await step(command);
    const progress = await under(command);
    assert.equal((await withText(command.content.text)).length, 0);
    assert.equal((await step(command, progress)).state, 'accepted');
    // The desk went down before it could write down that it was out.
    const again = await step(command, progress);
    assert.equal(again.state, 'accepted');
    const found = await withText(command.content.text);
    assert.equal(found.length, 1);
    assert.equal(again.state === 'accepted' && again.externalId, found[0]?.id);
  });

  it('a lost answer to the publication is looked for, then taken up where it was', async () => {
    for (const when of ['before', 'after']) {
      const command = order();
      const progress = await under(command);
      await fault(`broken-${when}-effect`, { where: 'media_publish' });
      assert.equal((await step(command, progress)).state, 'unknown');
      const seen = await stage.adapter.readBack(stage.account, command);
      assert.equal(seen.state, when === 'after' ? 'confirmed' : 'absent');
      assert.equal((await step(command, progress)).state, 'accepted');
      assert.equal((await withText(command.content.text)).length, 1);
    }
  });

  it('a video is waited for, a minute at a time', async () => {
    const command = order({ media: [stage.video] });
    const first = await step(command);
    assert.ok(first.state === 'under-way' && first.waitSeconds === 60);
    const second = await step(command, first.progress);
    assert.ok(second.state === 'under-way' && second.waitSeconds === 60);
    assert.equal((await step(command, second.progress)).state, 'accepted');
  });

  it('not ready (9007/2207027) is waited for, and not taken for a refusal', async () => {
    const command = order();
    const progress = await under(command);
    await fault('not-ready', { where: 'media_publish' });
    const later = await under(command, progress);
    assert.equal((await step(command, later)).state, 'accepted');
  });

  it('what Instagram could not make is refused with its reason', async () => {
    await fault('container-fails', { where: '/media' });
    const outcome = await toTheEnd(order());
    assert.equal(outcome.state === 'refused' && outcome.error.code, '352/2207026');
    assert.match((outcome.state === 'refused' && outcome.error.message) || '', /formato del video/);
  });

  it('an expired container is made again; one that is never ready is given up, and nothing is out', async () => {
    await fault('container-expires', { where: '/media' });
    assert.equal((await toTheEnd(order())).state, 'accepted');
    await fault('container-slow', { where: '/media' });
    const slow = order();
    const outcome = await toTheEnd(slow);
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'rejected-content');
    assert.equal((await withText(slow.content.text)).length, 0);
  });

  it('Instagram’s own failures while preparing are tried again, three times', async () => {
    await fault('download-timeout', { where: '/media', times: 2 });
    assert.equal((await toTheEnd(order())).state, 'accepted');
    await fault('download-timeout', { where: '/media', times: 3 });
    assert.equal((await toTheEnd(order())).state, 'refused');
    await stage.control('DELETE', 'faults');
  });

  it('suspected spam (4/2207051) stops, the day’s maximum (9/2207042) is said, a restricted account calls a person', async () => {
    const kinds = {
      'suspected-spam': 'blocked-by-platform',
      'daily-maximum': 'allowance-spent',
      'account-restricted': 'blocked-by-platform',
    };
    for (const [name, kind] of Object.entries(kinds)) {
      const command = order();
      const progress = await under(command);
      await fault(name, { where: 'media_publish' });
      const outcome = await step(command, progress);
      assert.equal(outcome.state === 'refused' && outcome.error.kind, kind, name);
    }
  });

  it('a carousel keeps the order of its parts and their descriptions', async () => {
    const media = ['uno', 'due', 'tre'].map((alt) => ({ ...stage.image, alt }));
    const command = order({ media });
    assert.equal((await toTheEnd(command)).state, 'accepted');
    const [found] = await withText(command.content.text);
    assert.deepEqual(
      found?.media.map(({ alt }) => alt),
      ['uno', 'due', 'tre'],
    );
  });

  it('comments are closed after publication: broken off between the two, only the closing is done again', async () => {
    const command = order({ comments: 'nobody' });
    const container = await under(command);
    const out = await under(command, container);
    assert.match(out, /"media"/);
    const open = await stage.adapter.readBack(stage.account, command);
    assert.equal(open.state, 'absent', 'out, but not as it was ordered');
    // As after a crash: from the container, and not from the post.
    const again = await under(command, container);
    assert.equal((await step(command, again)).state, 'accepted');
    const found = await withText(command.content.text);
    assert.equal(found.length, 1);
    assert.equal(found[0]?.commenting, 'closed');
    assert.equal((await stage.adapter.readBack(stage.account, command)).state, 'confirmed');
  });
});
