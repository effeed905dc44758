// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Entered, PeoplePage } from '#governance/contract';
import { systemClock } from '#kernel';
import { clientOf } from '../support/client.ts';
import { type OwnPortavoce, startOwnPortavoce } from '../support/own-portavoce.ts';
import { answered, entryRequest, PASSWORD, people, tokenOf } from '../support/people-hand.ts';

// How a desk in service gets its first person, and that person the others: nothing has to be programmed for it.

const PORTAVOCE = join(import.meta.dirname, '../../bin/portavoce');
const BODY = 'ente-nuovo';
const OPTIONS: Readonly<Record<string, string>> = {
  ...{ body: BODY, 'body-name': 'Ente Nuovo', name: 'Prima Inventata', email: 'Prima@ente-nuovo.example' },
  ...{ act: 'n. 1/2026', 'act-on': '2024-01-02', authority: 'Direzione generale', office: 'Comunicazione' },
};

let own: OwnPortavoce;
before(async () => {
  own = await startOwnPortavoce({ clock: systemClock });
});
after(() => own?.close());

/** The command as who installs types it, beside the running desk. */
async function first(over: Readonly<Record<string, string>> = {}) {
  const { PORTAVOCE_KEY: _key, DATABASE_URL: _url, ...machine } = process.env;
  const env = { ...machine, PORTAVOCE_DATA: own.dataDir, PORT: new URL(own.portavoce.url).port };
  const options = Object.entries({ ...OPTIONS, ...over }).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(process.execPath, [PORTAVOCE, 'people', 'first', ...options], { env });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

test('the first person is entered beside a running desk, chooses a password, and takes in the next', async () => {
  for (const wrong of [{ act: ' ' }, { body: 'Ente Nuovo' }, { email: 'nessuno' }]) {
    const { code, out } = await first(wrong);
    assert.deepEqual([code, out], [2, '']);
  }
  const { code, out, err } = await first();
  assert.equal(code, 0, err);
  const { link } = JSON.parse(out) as { readonly link: string };
  const token = tokenOf(link);
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
  const again = await first({ email: 'altra@ente-nuovo.example' });
  assert.equal(again.code, 2);
  assert.match(again.err, /ha già una persona responsabile/);
});
