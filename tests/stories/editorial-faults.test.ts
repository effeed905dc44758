// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import { carryOut, commandsOf } from '#delivery';
import { outingSettled } from '#editorial';
import { OutingList } from '#editorial/contract';
import type { NetworkName } from '#policy';
import { COMMON_FAULTS } from '../../sandbox/town/faults.ts';
import type { Client } from '../support/client.ts';
import { contentWith, type EditorialHand, editorialHand, variantOn } from '../support/editorial-hand.ts';
import { letTimePass } from '../support/in-flight.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';

// Networks misbehave while contents go out: whatever they answer, each post is there once, and what nobody can tell is listed.

const BODY = 'comune-di-esempio';
/** A network that hangs is given up sooner than in earnest, so that the story is short. */
const PATIENCE_MILLISECONDS = 700;
const NETWORKS: readonly NetworkName[] = ['facebook', 'x', 'linkedin', 'bluesky', 'mastodon', 'threads'];

let desk: NetworksDesk;
let hand: EditorialHand;
let author: Client;
let head: Client;
before(async () => {
  const patience = AbortSignal.timeout.bind(AbortSignal);
  mock.method(AbortSignal, 'timeout', (asked: number) => patience(Math.min(asked, PATIENCE_MILLISECONDS)));
  desk = await startNetworksDesk([BODY]);
  hand = await editorialHand(desk, desk.towns[0]);
  author = await desk.signIn('moderator');
  head = await desk.signIn('head');
});
after(async () => {
  mock.restoreAll();
  await desk?.close();
});

const approved = async (text: string, networks: readonly NetworkName[] = NETWORKS) => {
  const variants = networks.map((network) => variantOn(hand.on(network).account));
  const opened = await hand.opens(author, contentWith({ title: text, text, variants }));
  return hand.approves(head, await hand.does(author, opened, 'proposal'));
};
const openOnes = async () => OutingList.parse(await (await author.get('editorial/outings')).json()).items;

for (const fault of COMMON_FAULTS)
  test(`published on six networks under ${fault}: none lost, none twice`, async () => {
    const text = `Avviso di prova sotto ${fault}: domani gli sportelli aprono alle 9.`;
    const draft = await approved(text);
    for (const network of NETWORKS) await hand.on(network).control('POST', 'faults', { fault, on: 'write' });
    await hand.does(author, draft, 'firing');
    const out = await hand.settles(author, draft.id);
    const listed = await openOnes();
    for (const network of NETWORKS) {
      await hand.on(network).control('DELETE', 'faults');
      const outing = out.outings.find((one) => one.network === network);
      const there = (await hand.posts(network, text)).length;
      const told = `${network}: ${JSON.stringify(outing)}`;
      if (outing?.state === 'out') assert.equal(there, 1, told);
      else {
        assert.ok(there <= 1, told);
        assert.ok(
          listed.some(({ id }) => id === outing?.id),
          `not listed: ${told}`,
        );
      }
    }
  });

test('a network refuses: nothing is there, a person has it sent again, held against its approval once more', async () => {
  const text = 'Avviso di prova rifiutato: giovedì la biblioteca apre alle 10.';
  const draft = await approved(text, ['facebook']);
  await hand.on('facebook').control('POST', 'faults', { fault: 'role-lost', on: 'write' });
  await hand.does(author, draft, 'firing');
  const refused = (await hand.settles(author, draft.id)).outings[0];
  await hand.on('facebook').control('DELETE', 'faults');
  await hand.on('facebook').reconnect();
  assert.equal((await hand.posts('facebook', text)).length, 0, JSON.stringify(refused));
  if (refused?.delivery === 'failed')
    assert.equal((await author.post(`editorial/outings/${refused.id}/retry`, {})).status, 200);
  const out = (await hand.settles(author, draft.id)).outings[0];
  assert.equal(out?.state, 'out', JSON.stringify(out));
  assert.equal((await hand.posts('facebook', text)).length, 1);
});

test('killed at any point between the networks and the desk: what is told again, or at the same time, changes nothing', async () => {
  const text = 'Avviso di prova ripetuto: venerdì il museo è gratuito.';
  const draft = await approved(text, ['facebook', 'mastodon']);
  const { ports } = desk.portavoce;
  // The answer of the network reached a process that died: looked for and found, never sent again.
  await hand.on('facebook').control('POST', 'faults', { fault: 'broken-after-effect', on: 'write' });
  await Promise.all([1, 2, 3].map(() => hand.does(author, draft, 'firing')));
  const { outings } = await hand.read(author, draft.id);
  assert.equal(outings.length, 2, 'one publication');
  const causes = outings.map(({ id }) => id);
  const commands = await ports.database.inBody(BODY, (tx) => commandsOf(tx, { causes }));
  assert.equal(commands.length, 2);
  await Promise.all(commands.flatMap(({ id: command }) => [1, 2].map(() => carryOut(ports, { body: BODY, command }))));
  await letTimePass(desk, { body: BODY, causes });
  await desk.drain();
  for (const { id: command, cause } of commands) {
    const settled = {
      body: BODY,
      command,
      cause,
      item: null,
      type: 'publish',
      state: 'confirmed',
      withdrawn: false,
    } as const;
    await Promise.all([1, 2, 3].map(() => outingSettled(ports, settled)));
  }
  await desk.drain();
  for (const network of ['facebook', 'mastodon'] as const)
    assert.equal((await hand.posts(network, text)).length, 1, network);
  assert.deepEqual(
    (await hand.read(author, draft.id)).outings.map(({ state }) => state),
    ['out', 'out'],
  );
});

test('taken back while on its way: it is never sent again, and removed where it landed all the same', async () => {
  const text = 'Avviso di prova ritirato: sabato il parco è chiuso.';
  const draft = await approved(text, ['facebook', 'mastodon']);
  for (const network of ['facebook', 'mastodon'] as const)
    await hand.on(network).control('POST', 'faults', { fault: 'broken-after-effect', on: 'write' });
  await hand.does(author, draft, 'firing');
  await hand.does(author, draft, 'removal', { reasons: 'Il parco resta aperto.' });
  const out = await hand.settles(author, draft.id);
  for (const network of ['facebook', 'mastodon'] as const) {
    await hand.on(network).control('DELETE', 'faults');
    assert.equal((await hand.posts(network, text)).length, 0, `${network}: ${JSON.stringify(out.outings)}`);
  }
});

test('what does not go out on one account is taken back there alone; then what is out may be corrected', async () => {
  const text = 'Avviso di prova a metà: domenica il mercato apre alle 8.';
  const draft = await approved(text, ['facebook', 'mastodon']);
  await hand.on('facebook').control('POST', 'faults', { fault: 'role-lost', on: 'write' });
  await hand.does(author, draft, 'firing');
  const half = await hand.settles(author, draft.id);
  await hand.on('facebook').control('DELETE', 'faults');
  const left = half.outings.find(({ state }) => state === 'ordered');
  assert.equal(left?.network, 'facebook', JSON.stringify(half.outings));
  const correction = { reasons: 'L’ora è sbagliata.' };
  assert.deepEqual(await hand.tries(author, half, 'correction', correction), { status: 409, code: 'STILL_GOING' });
  const taken = await author.post(`editorial/outings/${left.id}/removal`, { reasons: 'La Pagina è da ricollegare.' });
  assert.equal(taken.status, 200);
  await hand.on('facebook').reconnect();
  await desk.drain();
  const after = await hand.settles(author, draft.id);
  assert.deepEqual(
    after.outings.map(({ network, state }) => [network, state]),
    [
      ['facebook', 'withdrawn'],
      ['mastodon', 'out'],
    ],
  );
  assert.equal((await hand.posts('facebook', text)).length, 0);
  assert.equal((await hand.does(author, after, 'correction', correction)).correcting, true);
});
