// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { adapters, type ConnectedAccount, type NetworkAdapter } from '#channels';
import { pollAccount } from '#inbox';
import { systemClock } from '#kernel';
import { type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import { piazza as simulated } from '../../sandbox/invented/piazza.ts';
import { openAccountOf } from '../support/body.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { controlOf } from '../support/sandbox-hand.ts';
import { conformance } from './conformance/index.ts';
import { NAME, piazza } from './piazza/adapter.ts';
import { accountOn, type Shown, worldOn } from './world.ts';

const { slug: BODY } = BODIES.comune;
const scenario: Scenario = {
  body: BODY,
  networks: {
    piazza: {
      account: { id: 'ente1', handle: 'ente.prova', name: 'Comune di Esempio' },
      posts: [{ id: 'p1', text: 'Lo sportello riapre lunedì', hoursAgo: 2 }],
    },
  },
};

const openPiazza = (): Promise<Sandbox> =>
  startSandbox({ definitions: [simulated], networks: ['piazza'], scenarios: [scenario], timedArrivals: false });

/** As the desk does, the token is renewed when its hour is over. */
conformance('piazza', async () => {
  const sandbox = await openPiazza();
  const given = await accountOn(sandbox, 'piazza');
  const credentials: Record<string, string> = { ...given.credentials };
  const account: ConnectedAccount = { ...given, credentials };
  const world = await worldOn(sandbox, 'piazza', { adapter: piazza, account });
  const passHours = async (hours: number): Promise<void> => {
    await world.passHours(hours);
    Object.assign(credentials, (await accountOn(sandbox, 'piazza')).credentials);
  };
  return { ...world, passHours };
});

describe('a desk that was given one more network', () => {
  let sandbox: Sandbox;
  let desk: Desk;
  let account: string;
  let post: string;
  // What the line in the registry does.
  const registry = adapters as NetworkAdapter[];

  before(async () => {
    registry.push(piazza);
    sandbox = await openPiazza();
    desk = await startDesk({ clock: systemClock });
    const there = await accountOn(sandbox, 'piazza');
    const url = `${sandbox.url}/piazza/${there.handle}`;
    account = await openAccountOf(desk.portavoce, { ...there, body: BODY, network: NAME, name: 'Comune', url });
    post = (await control<Shown>('GET', `writings/${encodeURIComponent(`${BODY}/p1`)}`)).id;
  });
  after(async () => {
    registry.splice(registry.indexOf(piazza), 1);
    await desk?.close();
    await sandbox?.close();
  });

  const control: ReturnType<typeof controlOf> = (method, name, body) =>
    controlOf(sandbox.url, 'piazza')(method, name, body);
  const writes = async (text: string): Promise<string> =>
    (await control<{ id: string }>('POST', 'writings', { account: 'ente1', post, author: 'Ada Prova', text })).id;
  const settled = async (): Promise<void> => {
    await sandbox.network('piazza').settled();
    await desk.drain();
  };
  const queued = async (text: string) => {
    const moderator = await desk.signIn('moderator', 'comune');
    const found = (await moderator.queue()).items.find(({ excerpt }) => excerpt.startsWith(text));
    assert.ok(found, text);
    return { moderator, id: found.id };
  };

  it('reads it and hides there', async () => {
    const external = await writes('Chiamate la signora Inventati al 347 1234567');
    await pollAccount(desk.portavoce.ports, { body: BODY, account });
    await desk.drain();
    const { moderator, id } = await queued('Chiamate la signora');
    await moderator.decide(id, { kind: 'hide' });
    await desk.drain();
    assert.equal((await control<Shown>('GET', `writings/${external}`)).hidden, true);
    assert.equal((await moderator.case(id)).enforcement, 'confirmed');
  });

  it('is told by it, and replies there', async () => {
    await control('PUT', 'webhook', { url: `${desk.url}/webhooks/${account}` });
    const external = await writes('A che ora apre lo sportello?');
    await settled();
    const { moderator, id } = await queued('A che ora apre');
    await moderator.decide(id, { kind: 'reply', reply: 'Alle 8.' });
    await desk.drain();
    const { writings } = await control<{ writings: Shown[] }>('GET', 'writings');
    const replies = writings.filter(({ parent, own }) => parent === external && own);
    assert.deepEqual(
      replies.map(({ text }) => text),
      ['Alle 8.'],
    );
    assert.equal((await moderator.case(id)).enforcement, 'confirmed');
  });

  it('lists it among its networks, with how its account is doing', async () => {
    const moderator = await desk.signIn('moderator', 'comune');
    const { items } = (await (await moderator.get('accounts')).json()) as {
      items: { network: string; state: string }[];
    };
    assert.equal(items.find(({ network }) => network === NAME)?.state, 'connected');
  });
});
