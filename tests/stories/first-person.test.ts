// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Entered, PeoplePage } from '#governance/contract';
import { systemClock } from '#kernel';
import type { Words } from '../../src/app/commands/command.ts';
import { peopleFirst } from '../../src/app/commands/people-first.ts';
import { clientOf } from '../support/client.ts';
import { type OwnPortavoce, startOwnPortavoce } from '../support/own-portavoce.ts';
import { answered, entryRequest, PASSWORD, people, tokenOf } from '../support/people-hand.ts';

// How a desk in service gets its first person, and that person the others: nothing has to be programmed for it.

const BODY = 'ente-nuovo';
const OPTIONS: Readonly<Record<string, string>> = {
  ...{ body: BODY, 'body-name': 'Ente Nuovo', name: 'Prima Inventata', email: 'Prima@ente-nuovo.example' },
  ...{ act: 'n. 1/2026', 'act-on': '2026-01-02', authority: 'Direzione generale', office: 'Comunicazione' },
};

let own: OwnPortavoce;
before(async () => {
  own = await startOwnPortavoce({ clock: systemClock });
});
after(() => own?.close());

async function first(over: Readonly<Record<string, string | undefined>> = {}) {
  const told: Record<string, unknown>[] = [];
  const options: Readonly<Record<string, string | undefined>> = { ...OPTIONS, ...over };
  const words: Words = { files: [], option: (name) => options[name], flag: () => false };
  const environment = { PORTAVOCE_DATA: own.dataDir, PORT: new URL(own.portavoce.url).port };
  const code = await peopleFirst(words, environment, { record: (one) => void told.push({ ...one }) });
  return { code, told };
}

test('the first person is entered beside a running desk, chooses a password, and takes in the next', async () => {
  await assert.rejects(first({ act: undefined }), { code: 'USAGE' });
  await assert.rejects(first({ body: 'Ente Nuovo' }), { code: 'USAGE' });
  const { code, told } = await first();
  assert.equal(code, 0);
  const token = tokenOf(String(told[0]?.link));
  const accepted = await fetch(`${own.portavoce.url}/api/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, password: PASSWORD }),
  });
  assert.equal(accepted.status, 204);
  const head = await clientOf(own.portavoce.url, BODY, { email: 'prima@ente-nuovo.example', password: PASSWORD });
  const { people: all } = await people(head);
  assert.deepEqual(
    all.map(({ name, mandates }) => [name, mandates[0]?.capacity, mandates[0]?.act?.authority, mandates[0]?.givenBy]),
    [['Prima Inventata', 'head', 'Direzione generale', null]],
  );
  const { page } = await answered(Entered, await head.post('people', entryRequest('Seconda Inventata', BODY)));
  assert.equal(PeoplePage.parse(page).people.length, 2);
  assert.equal((await head.verification()).intact, true);
  await assert.rejects(first({ email: 'altra@ente-nuovo.example' }), { code: 'FIRST_IS_THERE' });
});
