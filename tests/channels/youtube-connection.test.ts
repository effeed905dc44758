// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ChannelFault, type Connection, type WebhookDelivery } from '#channels';
import { CHANNEL, openStage, type Stage } from './youtube-world.ts';

let stage: Stage;
let connection: Connection;
beforeEach(async () => {
  stage = await openStage();
  assert.ok(stage.adapter.connection);
  connection = stage.adapter.connection;
});
afterEach(() => stage.sandbox.close());

const VERIFIER = 'una-parola-lunga-che-nessuno-indovina-mai-123456';
const redirectUri = 'http://127.0.0.1:9/ritorno';
const application = () => ({ baseUrl: stage.account.baseUrl, secrets: stage.sandbox.network('youtube').secrets });
const fails = (kind: string, code?: string) => (cause: unknown) => {
  assert.ok(cause instanceof ChannelFault);
  assert.equal(cause.error.kind, kind, cause.message);
  return code === undefined || cause.error.code === code;
};

/** The person says yes on Google's page, as the channel and to the things given. */
async function saysYes(more: Record<string, string> = {}): Promise<string> {
  const challenge = createHash('sha256').update(VERIFIER).digest('base64url');
  const address = new URL(connection.authorizeUrl(application(), { redirectUri, state: 'stato', challenge }));
  for (const [name, value] of Object.entries({ channel: CHANNEL.id, ...more })) address.searchParams.set(name, value);
  const answer = await fetch(address, { redirect: 'manual' });
  assert.equal(answer.status, 303, await answer.text());
  const back = new URL(answer.headers.get('location') ?? '');
  assert.equal(back.searchParams.get('state'), 'stato');
  return back.searchParams.get('code') ?? '';
}
const redeem = (code: string, verifier = VERIFIER) => connection.redeem(application(), { code, redirectUri, verifier });

describe('connecting a channel', () => {
  it('asks for a token to renew with, for each scope with its reason', () => {
    const url = new URL(
      connection.authorizeUrl(
        { baseUrl: 'https://www.googleapis.com', secrets: {} },
        { redirectUri, state: 's', challenge: 'c' },
      ),
    );
    assert.equal(url.origin + url.pathname, 'https://accounts.google.com/o/oauth2/v2/auth');
    assert.equal(url.searchParams.get('access_type'), 'offline');
    assert.equal(url.searchParams.get('prompt'), 'consent');
    assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
    assert.deepEqual(url.searchParams.get('scope')?.split(' '), Object.keys(connection.scopes));
    for (const reason of Object.values(connection.scopes)) assert.match(reason, /^[A-Z].{10,}/);
  });

  it('gives the channel with secrets that work, and until when', async () => {
    const [channel] = await redeem(await saysYes());
    assert.ok(channel);
    assert.deepEqual([channel.externalId, channel.handle, channel.name], [CHANNEL.id, CHANNEL.handle, CHANNEL.name]);
    const account = { ...stage.account, credentials: channel.grant.credentials };
    assert.ok((await stage.adapter.pull(account, null)).events.length > 0);
    const [expiry] = channel.grant.expiries;
    assert.equal(expiry?.by, 'desk');
    const seconds = ((expiry?.at.getTime() ?? 0) - stage.sandbox.clock.now().getTime()) / 1000;
    assert.ok(seconds > 3500 && seconds <= 3600);
  });

  it('takes a code once, and only with the word that it was asked with', async () => {
    await assert.rejects(redeem(await saysYes(), 'un-altra-parola'), fails('reauth-needed'));
    const code = await saysYes();
    await redeem(code);
    await assert.rejects(redeem(code), fails('reauth-needed'));
  });

  it('refuses a connection in which one of the things asked was unticked', async () => {
    const granted = 'https://www.googleapis.com/auth/yt-analytics.readonly';
    await assert.rejects(redeem(await saysYes({ granted })), fails('reauth-needed', 'scopes-lacking'));
  });

  it('keeps the token to renew with, which Google gives only the first time', async () => {
    assert.ok(connection.renew);
    await stage.sandbox.clock.advance(3601);
    await assert.rejects(stage.adapter.pull(stage.account, null), fails('token-expired'));
    const { credentials } = await connection.renew(stage.account);
    assert.equal(credentials.refreshToken, stage.account.credentials.refreshToken);
    assert.notEqual(credentials.accessToken, stage.account.credentials.accessToken);
    const renewed = { ...stage.account, credentials };
    assert.ok((await stage.adapter.pull(renewed, null)).events.length > 0);
    assert.ok((await connection.renew(renewed)).credentials.accessToken);
  });

  it('says that a person must connect again where the renewal is refused', async () => {
    assert.ok(connection.renew);
    await stage.control('POST', 'token-ends', { account: CHANNEL.id, kind: 'refresh', why: 'password-changed' });
    await assert.rejects(connection.renew(stage.account), fails('reauth-needed'));
  });

  it('never renews by itself: a dead token is told, once', async () => {
    await stage.control('POST', 'token-ends', { account: CHANNEL.id, kind: 'access', why: 'expired' });
    await assert.rejects(stage.adapter.pull(stage.account, null), fails('token-expired'));
    const { calls } = await stage.control<{ calls: { path: string }[] }>('GET', 'calls');
    assert.deepEqual(
      calls.map(({ path }) => path),
      ['youtube/v3/commentThreads'],
    );
  });
});

describe('looking after a connection', () => {
  it('notices that it acts for another channel', async () => {
    assert.ok(stage.adapter.check);
    const other = { ...stage.account, externalId: 'UCunaltrocanale000000001' };
    await assert.rejects(stage.adapter.check(other), fails('reauth-needed', 'not-the-channel'));
  });

  it('says what is lost where a permission is missing', async () => {
    assert.ok(stage.adapter.check);
    const granted = 'https://www.googleapis.com/auth/youtube.force-ssl';
    const [channel] = await redeem(await saysYes({ granted }));
    const account = { ...stage.account, credentials: channel?.grant.credentials ?? {} };
    const { lacking, expiries } = await stage.adapter.check(account);
    assert.deepEqual(lacking, ['insights']);
    assert.equal(expiries[0]?.what, 'access');
  });
});

describe('figures', () => {
  it('are of the channel since its beginning, of its last four weeks and of each video', async () => {
    assert.ok(stage.adapter.insights);
    await stage.control('POST', 'counts', { id: stage.video, measure: 'views', by: 900 });
    await stage.control('POST', 'counts', { id: CHANNEL.id, measure: 'followers', by: 12 });
    const figures = await stage.adapter.insights(stage.account);
    const value = (measure: string, post: string | null, ranged = false) =>
      figures.find((one) => one.measure === measure && one.post === post && (one.from !== undefined) === ranged)?.value;
    assert.equal(value('followers', null), 12);
    assert.equal(value('views', stage.video), 902);
    assert.equal(value('comments', stage.video), 2);
    assert.equal(value('comments', null, true), 3);
    const [week] = figures.filter(({ from }) => from !== undefined);
    assert.match(`${week?.from} ${week?.to}`, /^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
  });
});

describe('notices of new videos', () => {
  it('are agreed to by handshake, signed, and name the channel; of comments there are none', async () => {
    const { webhook } = stage.adapter;
    assert.ok(webhook);
    const taken: WebhookDelivery[] = [];
    const { promise: told, resolve } = Promise.withResolvers<void>();
    const receiver = createServer(async (request, response) => {
      if (request.method === 'GET') {
        const query = Object.fromEntries(new URL(request.url ?? '', 'http://receiver.invalid').searchParams);
        const answer = webhook.handshake(query, stage.account.credentials);
        return void response.writeHead(answer === null ? 404 : 200).end(answer?.body);
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      taken.push({ rawBody: Buffer.concat(chunks), headers: request.headers as Record<string, string> });
      response.end(() => taken.length === 3 && resolve());
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    await stage.control('PUT', 'webhook', { url });
    await stage.citizen('Di questo non si avvisa');
    const video = await stage.citizen('Descrizione con «accenti» & <segni>', {
      ...{ post: undefined, author: CHANNEL.name, title: 'Titolo & altro' },
    });
    await stage.control('POST', 'edits', { id: video, text: 'Cambiata' });
    await stage.control('POST', 'deletions', { id: video });
    await told;
    receiver.closeAllConnections();
    receiver.close();
    const now = stage.sandbox.clock.now();
    for (const delivery of taken) {
      assert.ok(webhook.verify(delivery, stage.account.credentials, now));
      assert.deepEqual(webhook.parse(delivery), [{ accountExternalId: CHANNEL.id, events: [], toBeRead: true }]);
      const altered = { ...delivery, rawBody: Buffer.concat([delivery.rawBody, Buffer.from(' ')]) };
      assert.ok(!webhook.verify(altered, stage.account.credentials, now));
    }
  });
});
