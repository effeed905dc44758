// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accountHealth, connectAccount, subscribeDue } from '#accounts';
import { adapterOf, type NetworkName } from '#channels';
import { type ManualClock, manualClock } from '#kernel';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Portavoce } from '../../src/app/portavoce.ts';
import { accountOn, type Shown } from '../channels/world.ts';
import { openAccountOf, openBody } from '../support/body.ts';
import { drainJobs } from '../support/desk.ts';
import { startOwnPortavoce } from '../support/own-portavoce.ts';
import { startTown } from '../support/presences.ts';
import { controlOf } from '../support/sandbox-hand.ts';

const BODY = 'comune-di-esempio';
const ASKED: readonly NetworkName[] = ['facebook', 'instagram', 'x', 'linkedin', 'tiktok', 'youtube'];
const DAY_SECONDS = 86_400;
const PATIENCE_MILLISECONDS = 20_000;

/** Networks are asked by the desk itself, with nobody's hand in the simulated world. */
describe('notices that the desk asks for', () => {
  let clock: ManualClock;
  let sandbox: Sandbox;
  let portavoce: Portavoce;
  const accounts = new Map<string, string>();
  const close: (() => Promise<unknown>)[] = [];

  before(async () => {
    clock = manualClock(new Date());
    sandbox = await startTown({ body: BODY, clock });
    close.push(() => sandbox.close());
    const own = await startOwnPortavoce({ clock });
    close.push(own.close);
    portavoce = own.portavoce;
    await portavoce.sweeps.stop();
    await openBody(portavoce, { slug: BODY, name: 'Comune di Esempio' });
    for (const network of ASKED) {
      const account = await accountOn(sandbox, network, BODY);
      const url = `${sandbox.url}/${network}/${account.handle}`;
      const approved = { ...account, body: BODY, network, url, name: account.handle };
      accounts.set(network, await openAccountOf(portavoce, approved));
    }
  });
  after(async () => {
    for (const one of close.reverse()) await one();
  });

  const control = (network: string) => controlOf(sandbox.url, network);
  const ask = () => subscribeDue(portavoce.ports, BODY, portavoce.url);
  const readingOf = async (network: string) => {
    const { items } = await accountHealth(portavoce.ports, BODY);
    const reading = items.find((one) => one.network === network)?.reading;
    assert.ok(reading);
    return reading;
  };
  async function hears(network: string, text: string): Promise<void> {
    const { id: post, account } = await control(network)<Shown>(
      'GET',
      `writings/${encodeURIComponent(`${BODY}/avviso`)}`,
    );
    const isVideo = network === 'youtube';
    const order = isVideo ? { id: post, text } : { account, post, author: 'Ada Prova', text };
    await control(network)('POST', isVideo ? 'edits' : 'writings', order);
    await sandbox.network(network).settled();
    await drainJobs(portavoce);
  }
  /** Until it was read at that moment or later; nobody but the poller reads. */
  async function readAfter(network: string, moment: Date): Promise<void> {
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const { readAt } = await readingOf(network);
      if (readAt !== null && new Date(readAt) >= moment) return;
      if (Date.now() > deadline) assert.fail(`${network} was not read: ${readAt} is before ${moment.toISOString()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const timesAsked = async () => {
    const { calls } = await control('youtube')<{ calls: { path: string }[] }>('GET', 'calls');
    return calls.filter(({ path }) => path === 'subscribe').length;
  };

  it('are off, and said to be, while a network does not answer; and asked for again after a while', async () => {
    await control('facebook')('POST', 'faults', { fault: 'down' });
    await ask();
    assert.match(
      (await readingOf('facebook')).notices ?? '',
      /^Gli avvisi non sono attivi: si legge a intervalli\. \S/,
    );
    for (const network of ASKED.filter((one) => one !== 'facebook'))
      assert.equal((await readingOf(network)).notices, null, network);
    await control('facebook')('DELETE', 'faults');
    await ask();
    assert.notEqual((await readingOf('facebook')).notices, null, 'not before its time');
    clock.advance(601_000);
    await ask();
    assert.equal((await readingOf('facebook')).notices, null);
  });

  it('then come from every network, to the account’s own address', async () => {
    for (const network of ASKED) {
      const { toldAt } = await readingOf(network);
      clock.advance(1000);
      await hears(network, `Da ${network}, appena scritto`);
      const told = (await readingOf(network)).toldAt;
      assert.ok(told !== null && told !== toldAt, network);
    }
  });

  it('of a video, which tell nothing of comments, bring the next reading forward', async () => {
    const { everySeconds } = await readingOf('youtube');
    assert.ok(everySeconds !== null && everySeconds > 60);
    clock.advance((everySeconds + 1) * 1000);
    const turn = clock.now();
    await readAfter('youtube', turn);
    clock.advance(31_000);
    const told = clock.now();
    await hears('youtube', 'Il testo del video è cambiato');
    await readAfter('youtube', told);
  });

  it('are asked for again before what was granted runs out, and once a day at least', async () => {
    const times = await timesAsked();
    await ask();
    assert.equal(await timesAsked(), times);
    clock.advance((DAY_SECONDS + 1) * 1000);
    await ask();
    assert.equal(await timesAsked(), times + 1);
  });

  it('are asked for at the new address at once when the desk has moved', async () => {
    const times = await timesAsked();
    const elsewhere = portavoce.url.replace('127.0.0.1', 'localhost');
    await subscribeDue(portavoce.ports, BODY, elsewhere);
    assert.equal(await timesAsked(), times + 1);
    await ask();
    assert.equal(await timesAsked(), times + 2);
  });

  it('are asked of no network outside while the desk has no public address', async () => {
    const account = accounts.get('tiktok') ?? '';
    const { credentials } = await accountOn(sandbox, 'tiktok', BODY);
    const baseUrl = 'https://open.tiktokapis.example';
    assert.ok(adapterOf('tiktok')?.connection?.subscribe);
    await connectAccount(portavoce.ports, { body: BODY, account, baseUrl, credentials });
    assert.equal((await readingOf('tiktok')).notices, null);
    await ask();
    assert.match((await readingOf('tiktok')).notices ?? '', /indirizzo pubblico/);
  });

  it('leave the account connected whatever becomes of them', async () => {
    const { items } = await accountHealth(portavoce.ports, BODY);
    assert.deepEqual([...new Set(items.map(({ state }) => state))], ['connected']);
  });
});
