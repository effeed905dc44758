// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { piazza } from '../invented/piazza.ts';
import { type Rehearsal, rehearse, SCENARIO } from '../invented/rehearsal.ts';
import { STORIES } from '../stories/index.ts';
import type { NetworkDefinition } from './network.ts';
import type { Told } from './stories.ts';

/** A second network, so that stories have somewhere else to happen; it knows neither mentions nor messages. */
const vicolo: NetworkDefinition = {
  ...piazza,
  name: 'vicolo',
  label: 'Vicolo',
  screen: { ...piazza.screen, can: ['comment', 'reply'] },
};
const both = { ...SCENARIO, networks: { piazza: SCENARIO.networks.piazza, vicolo: SCENARIO.networks.piazza } };

let town: Rehearsal;
beforeEach(async () => {
  town = await rehearse({
    definitions: [piazza, vicolo],
    networks: ['piazza', 'vicolo'],
    scenarios: [both as typeof SCENARIO],
  });
});
afterEach(() => town.sandbox.close());

interface Shown {
  readonly id: string;
  readonly text: string;
  readonly parent: string | null;
  readonly deleted: boolean;
  readonly kind: string;
}

const play = async (name: string, order: object = {}): Promise<Told> => {
  const { status, body } = await town.control<Told>('POST', `stories/${name}`, order);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};
const writings = async (network: string) =>
  (await town.control<{ writings: Shown[] }>('GET', `${network}/writings`)).body.writings;
const find = async (network: string, text: RegExp) => (await writings(network)).find((one) => text.test(one.text));

describe('stories', () => {
  for (const { name, steps, title, says } of STORIES) {
    it(`${name}: every step can be done, on every network`, async () => {
      assert.match(name, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(title.length > 5 && /\.$/.test(says));
      const { done, waiting, hindered } = await play(name);
      assert.deepEqual(hindered, []);
      const expected = steps.reduce((sum, { where }) => sum + (where === 'in-turn' ? 1 : 2), 0);
      assert.equal(done + waiting, expected);
      const said = [...(await writings('piazza')), ...(await writings('vicolo'))].map(({ text }) => text);
      for (const { deed } of steps) {
        const isEdited =
          deed.do === 'comment' && steps.some((one) => one.deed.do === 'edit' && one.deed.of === deed.as);
        if (deed.do === 'comment' && !isEdited) assert.ok(said.includes(deed.text), deed.text);
      }
    });
  }

  it('spreads what happens in turn, and tells mentions only where there are any', async () => {
    const before = (await writings('vicolo')).length;
    await play('hate-raid');
    const shouts = async (network: string) => (await writings(network)).filter(({ text }) => /!$/.test(text)).length;
    const [here, there] = [await shouts('piazza'), await shouts('vicolo')];
    assert.deepEqual([here, there], [15, 15]);
    await play('ordinary-monday', { networks: ['vicolo'] });
    assert.ok((await writings('vicolo')).length > before);
    assert.equal(await find('vicolo', /Lo sapevate/), undefined);
  });

  it('ends the tokens of the account, and only there', async () => {
    await play('token-expired', { networks: ['piazza'] });
    assert.deepEqual((await town.wire('GET', '')).body, { why: 'expired' });
    const { baseUrl } = town.sandbox.network('vicolo');
    const answer = await fetch(baseUrl, { headers: { authorization: 'Bearer gettone-di-prova' } });
    assert.equal(answer.status, 200);
  });

  it('is told in parts: down, then back', async () => {
    await play('network-down', { to: 400 });
    assert.equal((await fetch(town.sandbox.network('piazza').baseUrl)).status, 503);
    assert.ok(await find('piazza', /un freddo cane/));
    await play('network-down', { from: 401 });
    assert.equal((await town.wire('GET', '')).status, 200);
  });

  it('deletes only after the body has answered', async () => {
    assert.equal((await play('deleted-after-answer')).waiting, 2);
    const accused = await find('piazza', /perso la mia domanda/);
    assert.ok(accused);
    assert.equal(accused.deleted, false);
    const post = (await writings('piazza')).find(({ kind }) => kind === 'post')?.id;
    await town.wire('POST', '', { post, under: accused.id, text: 'Verifichiamo e le rispondiamo.' });
    await new Promise((resolve) => setImmediate(resolve));
    const deadline = Date.now() + 5000;
    while ((await find('piazza', /perso la mia domanda/))?.deleted !== true) assert.ok(Date.now() < deadline);
    assert.equal((await find('vicolo', /perso la mia domanda/))?.deleted, false);
  });

  it('goes at its own pace when asked, and is listed on the front page with a button', async () => {
    const { done, waiting } = await play('flood-alert', { pace: 'own' });
    assert.ok(done === 2 && waiting > 10);
    const front = await (await fetch(town.sandbox.url)).text();
    assert.match(front, /In corso: Allerta meteo/);
    for (const { name, title } of STORIES) {
      assert.ok(front.includes(`action="/stories/${name}"`) && front.includes(title), name);
    }
    const pressed = await fetch(`${town.sandbox.url}/stories/vaccination-day`, {
      ...{ method: 'POST', body: new URLSearchParams({ ente: 'ente-di-prova', passo: 'fast' }), redirect: 'manual' },
    });
    assert.equal(pressed.status, 303);
    assert.ok(await find('vicolo', /microchip/));
  });

  it('is stopped by who started it: what was to follow does not happen', async () => {
    const { waiting } = await play('flood-alert', { pace: 'own' });
    const playing = async () => (await town.control<{ playing: string[] }>('GET', 'stories')).body.playing;
    assert.deepEqual(await playing(), ['flood-alert']);
    const elsewhere = await town.control<{ dropped: number }>('POST', 'stories/flood-alert/stop', {
      body: 'altro-ente',
    });
    assert.deepEqual([elsewhere.status, elsewhere.body], [200, { dropped: 0, mended: 0 }]);
    assert.deepEqual((await town.control('POST', 'stories/flood-alert/stop')).body, { dropped: waiting, mended: 0 });
    assert.deepEqual(await playing(), []);
    assert.equal((await town.control('POST', 'stories/nessuna/stop')).status, 404);
    assert.equal((await town.control('POST', 'stories/flood-alert/stop', { ente: 'x' })).status, 400);
  });

  it('stopped while a network is down, leaves it up; and what waits for an answer waits no more', async () => {
    await play('network-down', { to: 10 });
    assert.equal((await fetch(town.sandbox.network('piazza').baseUrl)).status, 503);
    await play('network-down', { from: 11, pace: 'own' });
    const stopped = await town.control<{ mended: number }>('POST', 'stories/network-down/stop');
    assert.equal(stopped.body.mended, 2, 'on each network');
    assert.equal((await town.wire('GET', '')).status, 200);

    await play('deleted-after-answer');
    const front = await (await fetch(town.sandbox.url)).text();
    assert.match(front, /action="\/stories\/deleted-after-answer\/stop"/);
    const pressed = await fetch(`${town.sandbox.url}/stories/deleted-after-answer/stop`, {
      method: 'POST',
      redirect: 'manual',
    });
    assert.equal(pressed.status, 303);
    const [accused, post] = [
      await find('piazza', /perso la mia domanda/),
      (await writings('piazza')).find(({ kind }) => kind === 'post'),
    ];
    await town.wire('POST', '', { post: post?.id, under: accused?.id, text: 'Verifichiamo e le rispondiamo.' });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal((await find('piazza', /perso la mia domanda/))?.deleted, false);
    assert.doesNotMatch(await (await fetch(town.sandbox.url)).text(), /Ferma/);
  });

  it('refuses what it does not know', async () => {
    assert.equal((await town.control('POST', 'stories/nessuna')).status, 404);
    assert.equal((await town.control('POST', 'stories/hate-raid', { pace: 'piano' })).status, 400);
    assert.deepEqual(await play('hate-raid', { body: 'altro-ente' }), { done: 0, waiting: 0, hindered: [] });
    assert.equal((await town.control('GET', 'stories')).status, 200);
  });
});
