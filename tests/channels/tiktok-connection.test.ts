// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ChannelFault } from '#channels';
import { openTiktok, PAGE, type TiktokStage } from './tiktok-world.ts';

const REDIRECT = 'https://desk.example/collega/tiktok/';

let stage: TiktokStage;
beforeEach(async () => {
  stage = await openTiktok();
});
afterEach(() => stage.sandbox.close());

function connecting() {
  const { connection } = stage.adapter;
  assert.ok(connection?.renew);
  const { baseUrl, secrets } = stage.sandbox.network('tiktok');
  return { connection, renew: connection.renew, application: { baseUrl, secrets } };
}
async function agree(): Promise<string> {
  const { connection, application } = connecting();
  const address = connection.authorizeUrl(application, { redirectUri: REDIRECT, state: 'stato', challenge: 'x' });
  const answer = await fetch(address, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}
const redeem = (code: string) => {
  const { connection, application } = connecting();
  return connection.redeem(application, { code, redirectUri: REDIRECT, verifier: 'y' });
};
const kindOf = (thrown: unknown) => (thrown instanceof ChannelFault ? thrown.error.kind : `${thrown}`);

describe('connecting a TikTok account', () => {
  it('comes back with the account and what reads and answers its comments', async () => {
    const [account] = await redeem(await agree());
    assert.deepEqual([account?.externalId, account?.handle, account?.name], [PAGE.id, PAGE.handle, PAGE.name]);
    const { credentials = {}, expiries = [] } = account?.grant ?? {};
    assert.equal((await stage.adapter.pull({ ...stage.account, credentials }, null)).events.length, 4);
    assert.deepEqual(
      expiries.map(({ what, by }) => [what, by]),
      [
        ['access', 'desk'],
        ['renewal', 'person'],
      ],
    );
  });

  it('sends people to the site and programs to the interface', () => {
    const { connection, application } = connecting();
    const asking = { redirectUri: REDIRECT, state: 's', challenge: 'c' };
    const address = new URL(
      connection.authorizeUrl({ ...application, baseUrl: 'https://open.tiktokapis.com' }, asking),
    );
    assert.equal(`${address.origin}${address.pathname}`, 'https://www.tiktok.com/v2/auth/authorize');
    assert.deepEqual(address.searchParams.get('scope')?.split(','), Object.keys(connection.scopes));
    for (const reason of Object.values(connection.scopes)) assert.match(reason, /^[A-Z].{10,}/);
  });

  it('a code is good once', async () => {
    const code = await agree();
    await redeem(code);
    await assert.rejects(redeem(code), (thrown) => kindOf(thrown) === 'reauth-needed');
  });

  it('the pair rotates: the used refresh token is dead, and the new one goes on', async () => {
    const { renew } = connecting();
    await stage.sandbox.clock.advance(86_400);
    await assert.rejects(stage.adapter.pull(stage.account, null), (thrown) => kindOf(thrown) === 'token-expired');
    const { credentials } = await renew(stage.account);
    assert.notEqual(credentials.refreshToken, stage.account.credentials.refreshToken);
    await assert.rejects(renew(stage.account), (thrown) => kindOf(thrown) === 'reauth-needed');
    const account = { ...stage.account, credentials };
    assert.equal((await stage.adapter.pull(account, null)).events.length, 4);
    await renew(account);
  });

  it('renews what publishes too, and its failure does not lose what reads', async () => {
    const { renew } = connecting();
    const { credentials } = await renew(stage.account);
    assert.notEqual(credentials.postingToken, stage.account.credentials.postingToken);
    assert.deepEqual((await stage.adapter.check?.({ ...stage.account, credentials }))?.lacking, []);
    const dead = { ...stage.account, credentials: { ...credentials, postingRefreshToken: 'morto' } };
    const again = await renew(dead);
    assert.equal(again.credentials.postingToken, credentials.postingToken);
    assert.equal(
      (await stage.adapter.pull({ ...stage.account, credentials: again.credentials }, null)).events.length,
      4,
    );
  });

  it('says what it may no longer do when the token dies', async () => {
    await stage.control('POST', 'token-ends', { account: stage.account.externalId, why: 'revoked' });
    const { check } = stage.adapter;
    assert.ok(check);
    await assert.rejects(check(stage.account), (thrown) => kindOf(thrown) === 'token-expired');
  });
});
