// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AccessPage, FactorOffer, RecoveryCodes } from '#governance/contract';
import { systemClock } from '#kernel';
import { credentialsOf, openBody } from '../support/body.ts';
import { type Client, clientOf } from '../support/client.ts';
import { type OwnPortavoce, startOwnPortavoce } from '../support/own-portavoce.ts';
import { answered } from '../support/people-hand.ts';
import { telephone } from '../support/telephone.ts';

// What whoever runs the machine does about entering, from the command line and beside a running desk.

const PORTAVOCE = join(import.meta.dirname, '../../bin/portavoce');
const BODY = 'comune-di-esempio';
const SECRET = 'segreto-del-servizio-di-prova';
let own: OwnPortavoce;
let head: Client;
let secretFile: string;
before(async () => {
  own = await startOwnPortavoce({ clock: systemClock });
  await openBody(own.portavoce, { slug: BODY, name: 'Comune di Esempio' });
  head = await clientOf(own.portavoce.url, BODY, credentialsOf(BODY, 'head'));
  secretFile = join(own.dataDir, 'segreto.txt');
  await writeFile(secretFile, `${SECRET}\n`);
});
after(() => own?.close());

async function types(words: readonly string[], options: Readonly<Record<string, string>>) {
  const { PORTAVOCE_KEY: _key, DATABASE_URL: _url, ...machine } = process.env;
  const env = { ...machine, PORTAVOCE_DATA: own.dataDir, PORT: new URL(own.portavoce.url).port };
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(process.execPath, [PORTAVOCE, ...words, ...given], { env });
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

const recorded = async (kind: string) => (await head.record()).items.filter((one) => one.kind === kind);

test('a provider is entered, told what to know of the desk, and removed; its secret is nowhere', async () => {
  const options = {
    ...{ body: BODY, name: 'Accesso unico', issuer: 'https://accesso.ente.example', 'client-id': 'banco' },
    ...{ 'secret-file': secretFile, acr: 'https://www.spid.gov.it/SpidL2', amr: 'mfa, otp' },
  };
  for (const wrong of [
    { issuer: 'http://accesso.ente.example' },
    { acr: '', amr: ' ' },
    { body: 'nessuno' },
    { 'secret-file': '/nessuno' },
  ])
    assert.deepEqual((({ code, out }) => [code, out])(await types(['provider', 'set'], { ...options, ...wrong })), [
      2,
      '',
    ]);
  const { code, out, err } = await types(['provider', 'set'], options);
  assert.equal(code, 0, err);
  const { redirect } = JSON.parse(out) as { readonly redirect: string };
  assert.equal(redirect, `${own.portavoce.url}/api/auth/provider/${BODY}/callback`);
  const { provider } = await answered(AccessPage, await head.get('access'));
  assert.deepEqual([provider?.redirect, provider?.amrValues], [redirect, ['mfa', 'otp']]);
  const [entered] = await recorded('sign-in-provider.entered');
  assert.equal(entered?.person, null);
  assert.ok(![out, JSON.stringify(entered), JSON.stringify(provider)].some((text) => text.includes(SECRET)));

  assert.equal((await types(['provider', 'remove'], { body: BODY })).code, 0);
  assert.equal((await answered(AccessPage, await head.get('access'))).provider, null);
  assert.equal((await types(['provider', 'remove'], { body: BODY })).code, 1, 'there is none any more');
  assert.equal((await recorded('sign-in-provider.removed')).length, 1);
});

test('a second factor is taken from whoever lost everything, and is in the record', async () => {
  const { email, password } = credentialsOf(BODY, 'moderator');
  const client = await clientOf(own.portavoce.url, BODY, { email, password });
  const origin = { origin: own.portavoce.url };
  const offered = await answered(FactorOffer, await client.post('/api/second-factor/offer', { password }, origin));
  const code = telephone(offered.key)(systemClock.now());
  await answered(RecoveryCodes, await client.post('/api/second-factor/confirmation', { code }, origin));
  const unlocked = await types(['people', 'unlock'], { email: email.toUpperCase() });
  assert.equal(unlocked.code, 0, unlocked.err);
  assert.equal((await client.get('/api/session')).status, 401);
  const again = await clientOf(own.portavoce.url, BODY, { email, password });
  assert.equal((await again.get('/api/session')).status, 200);
  assert.match((await recorded('second-factor.reset'))[0]?.summary ?? '', /da chi gestisce l’installazione/);
  assert.equal((await types(['people', 'unlock'], { email })).code, 1);
  assert.equal((await types(['people', 'unlock'], { email: 'nessuno@prova.example' })).code, 1);
});
