// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EqualTreatment, Precedents } from '#moderation/contract';
import { type Desk, startDesk } from '../support/desk.ts';

// Alike things decided alike: what was done before is shown while deciding, and what differs is told to the head alone.

let desk: Desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.close());

test('who decides sees what was done with the nearest cases; who leads sees what was done differently, and not by whom', async () => {
  const moderator = await desk.signIn('moderator', 'asl');
  const head = await desk.signIn('head', 'asl');
  const texts = [
    'Siete dei buffoni incapaci, andate tutti quanti a casa',
    'Buffoni incapaci, andate a casa tutti quanti!',
    'Imbecilli, al pronto soccorso di via Finta siete tutti imbecilli',
    'Idioti, non sapete nemmeno rispondere a un telefono, idioti',
    'Cretini patentati, il sito lo ha fatto un cretino',
    'Siete dei buffoni incapaci, andate tutti a casa',
  ];
  for (const [nth, text] of texts.entries())
    await desk.facebook.comment({ page: '900000000000001', post: desk.posts.asl, author: `Prova ${nth}`, text });
  await desk.drain();
  const { items } = await moderator.queue('?limit=100');
  const idOf = (text: string | undefined) => items.find(({ excerpt }) => excerpt === text)?.id ?? '';
  const [first, second, third, fourth, fifth, last] = texts.map(idOf);
  for (const id of [first, third, fourth, fifth]) await moderator.decide(id ?? '', { kind: 'hide' });
  await head.decide(second ?? '', { kind: 'publish' });

  const near = Precedents.parse(await (await moderator.get(`cases/${last}/precedents`)).json());
  assert.deepEqual(
    new Set(near.items.slice(0, 2).map((one) => `${one.case} ${one.decision}`)),
    new Set([`${first} hide`, `${second} publish`]),
  );
  assert.ok((near.items[0]?.grounds.length ?? 0) > 0);
  const people = ['moderator', 'head'].map((role) => desk.credentials(role as 'moderator', 'asl').email.split('@')[0]);
  const names = (text: string) => people.filter((one) => one !== undefined && text.includes(one));
  assert.deepEqual(names(JSON.stringify(near)), []);
  assert.equal((await (await desk.signIn('moderator', 'comune')).get(`cases/${last}/precedents`)).status, 404);

  assert.equal((await moderator.get('equal-treatment')).status, 403);
  const told = EqualTreatment.parse(await (await head.get('equal-treatment')).json());
  assert.deepEqual(told.smallestGroup, { value: 5, chosen: false });
  const [group] = told.groups;
  const [pair] = group?.pairs ?? [];
  assert.ok(group && pair);
  assert.ok(group.decisions >= 5);
  assert.deepEqual([pair.takenDown.case, pair.left.case], [first, second]);
  assert.equal(JSON.stringify(told).includes('person'), false);

  const choice = { smallestGroup: 50, act: 'ordine di servizio n. 4' };
  assert.equal((await moderator.post('equal-treatment/choices', choice)).status, 403);
  const fewer = EqualTreatment.parse(await (await head.post('equal-treatment/choices', choice)).json());
  assert.deepEqual([fewer.groups.length, fewer.notShown > 0, fewer.smallestGroup.chosen], [0, true, true]);
  const empty = EqualTreatment.parse(await (await head.get('equal-treatment?month=2001-01')).json());
  assert.deepEqual([empty.groups.length, empty.notShown], [0, 0]);
  assert.equal((await moderator.verification()).intact, true);
});
