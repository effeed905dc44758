// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { adapterOf, type ConnectedAccount, type NetworkAdapter, type NetworkName } from '#channels';
import type { Sandbox } from '../../sandbox/index.ts';
import { NETWORKS } from '../../sandbox/networks.ts';
import { startTown } from '../support/presences.ts';
import { type Control, controlOf } from '../support/sandbox-hand.ts';
import { type Receiver, receiverFor } from './receiver.ts';
import { accountOn, type Shown } from './world.ts';

const BODY = 'comune-di-esempio';

/** Networks that are asked account by account, and tell here; YouTube tells of videos, the others of comments too. */
const ASKED = ['facebook', 'instagram', 'x', 'linkedin', 'tiktok', 'youtube'] as const;

describe('asking a network to tell', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startTown({ body: BODY, clock: { now: () => new Date() } });
  });
  after(() => sandbox.close());

  it('is offered wherever a simulated network pushes and is asked by interface', () => {
    const offering = NETWORKS.map(({ name }) => adapterOf(name as NetworkName)).flatMap((adapter) =>
      adapter?.connection?.subscribe === undefined ? [] : [adapter.network],
    );
    assert.deepEqual(offering.toSorted(), ASKED.toSorted());
  });

  for (const network of ASKED)
    describe(network, () => {
      let adapter: NetworkAdapter;
      let account: ConnectedAccount;
      let control: Control;
      let receiver: Receiver;
      before(async () => {
        adapter = adapterOf(network) as NetworkAdapter;
        account = await accountOn(sandbox, network, BODY);
        control = controlOf(sandbox.url, network);
        receiver = await receiverFor(adapter, account, () => sandbox.clock.now());
      });
      after(() => receiver.close());

      const subscribe = (as = account, address = receiver.url) => adapter.connection?.subscribe?.(as, address);
      const settled = () => sandbox.network(network).settled();
      const happens = async (text: string) => {
        const { id: post } = await control<Shown>('GET', `writings/${encodeURIComponent(`${BODY}/avviso`)}`);
        if (network === 'youtube') return control<void>('POST', 'edits', { id: post, text });
        return control<void>('POST', 'writings', { account: account.externalId, post, author: 'Ada Prova', text });
      };

      it('tells nobody before', async () => {
        await happens('prima');
        await settled();
        assert.deepEqual(receiver.told, []);
      });

      it('refuses an address that does not prove itself, where it asks for proof', async () => {
        const asks = network !== 'tiktok';
        const nowhere = subscribe(account, 'http://127.0.0.1:9/webhooks/1');
        if (asks) await assert.rejects(async () => nowhere, { name: 'ChannelFault' });
        else await nowhere;
      });

      it('then tells there, signed, once though it was asked twice', async () => {
        const first = await subscribe();
        const again = await subscribe();
        assert.equal(first?.until === null, network !== 'youtube');
        assert.equal(again?.until === null, network !== 'youtube');
        await happens('adesso');
        await settled();
        assert.deepEqual(receiver.refused, []);
        assert.deepEqual(
          receiver.told.map(({ accountExternalId }) => accountExternalId),
          [account.externalId],
        );
        const [batch] = receiver.told;
        const texts = batch?.events.map((event) => ('text' in event ? event.text : ''));
        assert.deepEqual(texts, network === 'youtube' ? [] : ['adesso']);
      });

      it('says what is lacking, where nobody wrote it down', async () => {
        const bare = { ...account, credentials: pick(account.credentials, ['accessToken', 'pageToken', 'token']) };
        // YouTube makes its words of the application's secret; without any, the receiver is not proved.
        await assert.rejects(async () => subscribe(bare), { name: 'ChannelFault' });
      });

      it('is not struck by the faults of reads and writes, and leaves no write behind', async () => {
        const { writes } = await control<{ writes: { path: string }[] }>('GET', 'writes');
        assert.deepEqual(writes, []);
      });
    });
});

const pick = (credentials: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(credentials).filter(([name]) => names.includes(name)));
