// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ACCOUNT, openStage, type Stage } from './x-world.ts';

const REDIRECT = 'https://desk.example/collegamenti/x';
const VERIFIER = 'una-parola-lunga-abbastanza-per-essere-un-verificatore-pkce';

describe('connecting an account of X', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.sandbox.close());

  const application = () => ({ baseUrl: stage.account.baseUrl, secrets: stage.account.credentials });

  /** The person says yes; where the sandbox sends them back to. */
  async function consent(change: (url: URL) => void = () => undefined): Promise<URL> {
    const { connection } = stage.adapter;
    assert.ok(connection);
    const challenge = createHash('sha256').update(VERIFIER).digest('base64url');
    const url = new URL(connection.authorizeUrl(application(), { redirectUri: REDIRECT, state: 'stato-1', challenge }));
    change(url);
    const answer = await fetch(url, { redirect: 'manual' });
    assert.equal(answer.status, 303, await answer.text());
    return new URL(answer.headers.get('location') ?? '');
  }

  it('explains each permission in Italian, before asking', () => {
    const { scopes = {} } = stage.adapter.connection ?? {};
    assert.ok(Object.hasOwn(scopes, 'offline.access'));
    for (const [scope, reason] of Object.entries(scopes)) assert.match(reason, /^[A-Z].{15,}$/, scope);
  });

  it('goes through consent with PKCE to secrets that work', async () => {
    const { connection, check } = stage.adapter;
    assert.ok(connection && check);
    const back = await consent();
    assert.equal(back.searchParams.get('state'), 'stato-1');
    const code = back.searchParams.get('code') ?? '';
    const [found, ...others] = await connection.redeem(application(), {
      code,
      redirectUri: REDIRECT,
      verifier: VERIFIER,
    });
    assert.deepEqual([found?.externalId, found?.handle, others.length], [ACCOUNT.id, ACCOUNT.handle, 0]);
    const credentials = found?.grant.credentials ?? {};
    assert.deepEqual(Object.keys(credentials).sort(), Object.keys(stage.adapter.credentials).sort());
    const health = await check({ ...stage.account, credentials });
    assert.deepEqual([health.quota?.of, health.quota?.left], [3_000_000, 3_000_000]);
    const [expiry] = found?.grant.expiries ?? [];
    assert.ok(expiry && expiry.at > stage.sandbox.clock.now());
    await assert.rejects(
      connection.redeem(application(), { code, redirectUri: REDIRECT, verifier: VERIFIER }),
      /: reauth-needed /,
    );
  });

  it('refuses a wrong verifier', async () => {
    const code = (await consent()).searchParams.get('code') ?? '';
    const came = { code, redirectUri: REDIRECT, verifier: 'un-altro' };
    const redeemed = stage.adapter.connection?.redeem(application(), came);
    await assert.rejects(redeemed ?? Promise.resolve(), /: reauth-needed /);
  });

  it('says which permissions the person took away', async () => {
    const back = await consent((url) => url.searchParams.set('scope', 'tweet.read users.read offline.access'));
    const came = { code: back.searchParams.get('code') ?? '', redirectUri: REDIRECT, verifier: VERIFIER };
    const redeemed = stage.adapter.connection?.redeem(application(), came);
    await assert.rejects(redeemed ?? Promise.resolve(), /tweet\.moderate\.write/);
  });

  it('notices that the token is of another account', async () => {
    const other = { ...stage.account, externalId: '1990000000000000002' };
    await assert.rejects(stage.adapter.check?.(other) ?? Promise.resolve(), /\(other-account\)/);
  });

  it('tells what is left of the month, as X does', async () => {
    await stage.control('PUT', 'usage', { percent: 40 });
    const { quota } = (await stage.adapter.check?.(stage.account)) ?? {};
    await stage.control('PUT', 'usage', { percent: 0 });
    assert.equal(quota?.left, 1_800_000);
    assert.ok(quota?.resetsAt && quota.resetsAt > stage.sandbox.clock.now());
    const credentials = { ...stage.account.credentials, appToken: 'sbagliato' };
    assert.deepEqual(await stage.adapter.check?.({ ...stage.account, credentials }), { expiries: [], lacking: [] });
  });
});
