// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openAccount } from '#accounts';
import type { CaseDetail } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';
import { proves } from '../support/proves.ts';

// What only other texts show: the same words again, and a link spread about.

const CREMA = 'asst-crema';
const CALABRIA = 'regione-calabria';
const MOSAICO = 'il-mosaico';
const HOUR_MILLISECONDS = 3_600_000;

let desk: NetworksDesk;
before(async () => {
  desk = await startNetworksDesk([CREMA, CALABRIA, MOSAICO]);
});
after(() => desk?.close());

function facebook(body: string): Presence {
  const found = desk.towns.find((town) => town.body === body)?.presences.find(({ network }) => network === 'facebook');
  assert.ok(found);
  return found;
}

async function read(presence: Presence): Promise<void> {
  desk.clock.advance(60_000);
  await presence.poll();
  await desk.drain();
}

/** The cases of these words, the oldest item first. */
async function casesOf(client: Client, text: string): Promise<readonly CaseDetail[]> {
  const { items } = await client.queue('?limit=100');
  const found = items
    .filter(({ excerpt }) => excerpt === text)
    .toSorted((a, b) => a.writtenAt.localeCompare(b.writtenAt));
  return Promise.all(found.map(({ id }) => client.case(id)));
}

const signal = ({ signals }: CaseDetail, category: string) =>
  signals.find((one) => one.category === category && one.source === 'confronto');
const proposed = ({ proposal, clauses }: CaseDetail, clause: string): boolean =>
  proposal !== 'none' && clauses.includes(clause);

test(proves('CRE-050', 'the same text by one author three times in a day: repetition from the second on'), async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const page = facebook(CREMA);
  const text = 'Lo dico a tutti: quel corridoio al terzo piano va dipinto di verde';
  for (let nth = 0; nth < 3; nth++) {
    await page.writes({ text, author: 'Ida Inventata' });
    await read(page);
    desk.clock.advance(7 * HOUR_MILLISECONDS);
  }
  await page.writes({ text: 'Altre parole, altra persona: il parco è bello', author: 'Leo Inventato' });
  await read(page);
  const [first, second, third] = await casesOf(moderator, text);
  assert.ok(first && second && third);
  assert.equal(signal(first, 'repetition'), undefined);
  for (const one of [second, third]) {
    assert.ok((signal(one, 'repetition')?.strength ?? 0) >= 0.5);
    assert.ok(proposed(one, 'CRE-050'), one.proposal);
  }
  const [other] = await casesOf(moderator, 'Altre parole, altra persona: il parco è bello');
  assert.ok(other);
  assert.equal(signal(other, 'repetition'), undefined);
});

test('after a day the same question is a new one', async () => {
  const moderator = await desk.signIn('moderator', CREMA);
  const page = facebook(CREMA);
  const text = 'Domani il punto prelievi di via Finta resta aperto anche al pomeriggio?';
  await page.writes({ text, author: 'Ugo Inventato' });
  await read(page);
  desk.clock.advance(25 * HOUR_MILLISECONDS);
  await page.writes({ text, author: 'Ugo Inventato' });
  await read(page);
  const found = await casesOf(moderator, text);
  assert.deepEqual(
    found.map((one) => signal(one, 'repetition')),
    [undefined, undefined],
  );
});

test(proves('CAL-081', 'the same text three times: repetition is noticed, and the sleeping clause cited'), async () => {
  const moderator = await desk.signIn('moderator', CALABRIA);
  const page = facebook(CALABRIA);
  const text = 'Ma lo stadio nuovo chi lo paga, ce lo volete dire una buona volta';
  for (let nth = 0; nth < 3; nth++) {
    await page.writes({ text, author: 'Eva Inventata' });
    await read(page);
  }
  const [first, second, third] = await casesOf(moderator, text);
  assert.ok(first && second && third);
  assert.equal(signal(first, 'repetition'), undefined);
  for (const one of [second, third]) {
    assert.ok((signal(one, 'repetition')?.strength ?? 0) >= 0.5);
    const cited = one.cited.find(({ id }) => id === 'CAL-081');
    assert.ok(cited?.dormant, 'it sleeps until the Region’s act, and grounds nothing');
  }
});

/** One more post of the body, on the network. */
async function posts(page: Presence, text: string): Promise<string> {
  const { ports } = desk.portavoce;
  const account = await ports.database.inBody(page.body, (tx) => openAccount(ports, tx, page.account));
  const written = await page.adapter.write(account, {
    type: 'publish',
    key: randomUUID(),
    content: { text, media: [] },
  });
  assert.ok(written.state === 'accepted' && written.externalId !== undefined);
  return written.externalId;
}

test(proves('MOS-068', 'the same link by one person under five posts is spam on each'), async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const page = facebook(MOSAICO);
  const text = 'Ne parlano tutti, leggete anche voi che vi serve: https://giornale-finto.example/articolo';
  const places = [page.post];
  for (const nth of [2, 3, 4, 5]) places.push(await posts(page, `Avviso di prova numero ${nth}`));
  for (const post of places) {
    await page.writes({ text, author: 'Rino Inventato', post });
    await read(page);
  }
  const found = await casesOf(moderator, text);
  assert.equal(found.length, 5);
  for (const one of found) {
    assert.ok((signal(one, 'spam')?.strength ?? 0) >= 0.5, JSON.stringify(one.signals));
    assert.equal(one.proposal, 'remove');
    assert.ok(one.proposalReasons.some(({ clause }) => clause === 'MOS-068'));
  }
  assert.equal((await moderator.verification()).intact, true);
});
