// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { setApplication } from '#accounts';
import { Begun, Returned } from '#accounts/contract';
import { poolOf, silentLog } from '#platform';
import { accountOn } from '../channels/world.ts';
import type { Client } from '../support/client.ts';
import { letTimePass } from '../support/in-flight.ts';
import { BODY, type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';
import { dumpOf, tracesOf } from '../support/traces.ts';

// A desk that connected, read, wrote, failed and renewed on every network keeps no secret of theirs, or of its own, in the open:
// not in any table, not in anything it said.

/** Shorter ones are words, not secrets, and stand everywhere. */
const SHORTEST_SECRET = 8;
const LAW = [{ kind: 'law', rule: 'norma di prova', why: 'Prova dei segreti delle reti.' }] as const;

let desk: NetworksDesk;
let presences: readonly Presence[];
before(async () => {
  desk = await startNetworksDesk();
  presences = desk.towns[0].presences;
});
after(() => desk?.close());

const secrets = new Set<string>();

/** Whatever the network or the account is known by at this moment. */
async function learn({ network, body, control }: Presence): Promise<void> {
  const { sandbox } = desk.towns[0];
  const { tokens } = await control<{ tokens: { value: string }[] }>('GET', 'tokens');
  const { credentials } = await accountOn(sandbox, network, body);
  const found = [...Object.values(sandbox.network(network).secrets), ...Object.values(credentials)];
  for (const secret of [...found, ...tokens.map(({ value }) => value)])
    if (secret.length >= SHORTEST_SECRET) secrets.add(secret);
}

/** What a person does in the browser: to the network, where it is agreed to, and back with what opens the account. */
async function connectByConsent(head: Client, presence: Presence): Promise<void> {
  const { network, adapter, account, externalId } = presence;
  const { application } = adapter.connection ?? {};
  if (application === undefined) return;
  const { baseUrl, secrets: known } = desk.towns[0].sandbox.network(network);
  const ours = Object.entries(known).filter(([name]) => Object.hasOwn(application, name));
  await setApplication(desk.portavoce.ports, { body: BODY, network, baseUrl, secrets: Object.fromEntries(ours) });
  const begun = await head.post('connections', { network, account });
  assert.equal(begun.status, 201, await begun.clone().text());
  const { address } = Begun.parse(await begun.json());
  const callback = await agreed(address);
  const came = new URLSearchParams(new URL(callback.headers.get('location') ?? '', address).hash.slice(1));
  const state = came.get('state') ?? '';
  const code = came.get('code') ?? '';
  if (code.length >= SHORTEST_SECRET) secrets.add(code);
  const answer = await head.post('connections/return', { state, code });
  assert.equal(answer.status, 200, `${network}: ${await answer.clone().text()}`);
  Returned.parse(await answer.json());
  const chosen = await head.post('connections/choice', { state, externalId, registration: null });
  assert.ok([200, 201, 409].includes(chosen.status), `${network}: ${await chosen.clone().text()}`);
}

/** Says yes as often as the network asks; the desk's answer to whoever comes back. */
async function agreed(address: string): Promise<Response> {
  let at = address;
  for (let page = 0; page < 5; page++) {
    const answer = await fetch(at, { redirect: 'manual' });
    if (at.startsWith(desk.portavoce.url)) {
      assert.equal(answer.status, 303, await answer.clone().text());
      return answer;
    }
    const link = answer.headers.get('location') ?? / href="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
    const plain = link
      .replace(/&#(\d+);/g, (_sign, code) => String.fromCharCode(Number(code)))
      .replaceAll('&amp;', '&');
    at = new URL(plain, at).href;
  }
  throw new Error(`nobody was sent back from ${new URL(address).pathname}`);
}

const textOn = ({ network }: Presence): string => `Si può sapere quando riapre ${network}?`;

async function live(moderator: Client, presence: Presence): Promise<string | null> {
  await presence.writes({ text: textOn(presence) });
  await presence
    .control('PUT', 'webhook', { url: `${desk.portavoce.url}/webhooks/${presence.account}` })
    .catch(() => {});
  await presence.poll();
  await desk.drain();
  const found = (await moderator.queue(`?network=${presence.network}&limit=100`)).items.find(
    ({ excerpt }) => excerpt === textOn(presence),
  );
  if (found === undefined || presence.adapter.capabilities.reply.how === 'none') return null;
  const decided = await moderator.decide(found.id, {
    ...{ kind: 'reply', grounds: [...LAW], reasons: 'Prova.', reply: `Presto, su ${presence.network}.` },
  });
  return decided.decisions.at(-1)?.id ?? null;
}

async function suffer(presence: Presence): Promise<void> {
  const { control, externalId: account } = presence;
  await control('PUT', 'webhook-trouble', { wrongSignature: true });
  await presence.writes({ text: `Avviso che nessuno crede, su ${presence.network}` });
  await control('PUT', 'webhook-trouble', {});
  for (const fault of ['error-before-effect', 'unreadable-after-effect', 'broken-before-effect']) {
    await control('POST', 'faults', { fault, on: 'read' });
    await presence.poll().catch(() => {});
    await control('DELETE', 'faults');
  }
  for (const kind of ['access', 'refresh']) {
    await learn(presence);
    await control('POST', 'token-ends', { account, kind, why: 'expired' });
    await presence.poll().catch(() => {});
  }
  await learn(presence);
  await presence.reconnect();
  await presence.poll();
}

test('connects, reads, writes, fails and renews on every network', async () => {
  const [head, moderator] = [await desk.signIn('head'), await desk.signIn('moderator')];
  for (const presence of presences) {
    await learn(presence);
    await connectByConsent(head, presence);
    await learn(presence);
  }
  const causes: string[] = [];
  for (const presence of presences) causes.push(...[(await live(moderator, presence)) ?? []].flat());
  await letTimePass(desk, { body: BODY, causes, rounds: 5 });
  for (const presence of presences) await suffer(presence);
  // Now the desk also looks after them by itself.
  await desk.portavoce.ports.database.inBody(BODY, (tx) => sql`update account set state = 'active'`.execute(tx));
  await desk.portavoce.sweeps.sweep();
  for (const { control } of presences)
    await control('POST', 'faults', { fault: 'error-before-effect', on: 'any', times: 3 });
  desk.clock.advance(24 * 3_600_000);
  await desk.portavoce.sweeps.sweep();
  for (const presence of presences) {
    await presence.control('DELETE', 'faults');
    await learn(presence);
  }
  await desk.drain();
  // Where all goes well the desk says nothing: somebody at the door with the wrong key makes it speak.
  const refused = await fetch(`${desk.portavoce.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: desk.portavoce.url },
    body: JSON.stringify({ email: 'nessuno@prova.example', password: 'non-quella-giusta' }),
  });
  assert.equal(refused.status, 401);
  assert.ok(secrets.size > presences.length * 3, `${secrets.size} secrets`);
  assert.ok(desk.logged.length > 0, 'it said something');
});

test('no secret of a network stands in a table or in the log', async (t) => {
  const dump = await dumpOf(desk.portavoce);
  const texts = new Map([...dump, ['what was logged', desk.logged.join('')]]);
  const size = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  t.diagnostic(`${secrets.size} secrets, ${dump.size} tables, ${size} characters`);
  assert.ok((dump.get('public.account_connection') ?? '').includes('sealed_credentials'), 'the tables were read');
  assert.deepEqual(tracesOf([...secrets], texts), []);
});

test('nor of the vault', async () => {
  const { vault } = desk.portavoce.ports;
  const keys = (await readFile(join(desk.dataDir, 'keys', 'master.key'), 'utf8')).trim().split('\n');
  const derived = ['sign-in sessions', 'sign-in addresses', 'database role'].map((purpose) => vault.derive(purpose));
  const own = [...keys.map((key) => Buffer.from(key, 'base64')), ...derived];
  const texts = new Map([...(await dumpOf(desk.portavoce)), ['what was logged', desk.logged.join('')]]);
  assert.deepEqual(tracesOf(own, texts), []);
});

test('a secret that stands there is found, however it is written', async () => {
  const [secret = ''] = [...secrets];
  const pool = poolOf(desk.portavoce.owner, silentLog, 1);
  const around = Buffer.from(`{"token":"${secret}","di":"prova"}`);
  const written = [
    ['text', secret],
    ['text', `Bearer ${secret}, e altro`],
    ['jsonb', JSON.stringify({ dentro: [{ token: secret }] })],
    ['bytea', around],
    ['text', around.toString('hex')],
    ['text', around.toString('base64')],
    ['text', Buffer.from(` ${around}`).toString('base64url')],
  ] as const;
  try {
    for (const [type, value] of written) {
      await pool.query(`create table planted (kept ${type})`);
      await pool.query('insert into planted values ($1)', [value]);
      const found = tracesOf([secret], await dumpOf(desk.portavoce));
      await pool.query('drop table planted');
      assert.deepEqual(found, ['public.planted'], `${type}: ${value}`);
    }
  } finally {
    await pool.end();
  }
});
