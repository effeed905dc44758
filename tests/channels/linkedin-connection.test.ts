// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ChannelFault, type ConnectedAccount } from '#channels';
import { type LinkedinStage, openLinkedin, PAGE } from './linkedin-world.ts';

const REDIRECT = 'https://desk.example/collega/linkedin';
const DAY = 86_400_000;

let stage: LinkedinStage;
beforeEach(async () => {
  stage = await openLinkedin();
});
afterEach(() => stage.sandbox.close());

function connecting() {
  const { connection } = stage.adapter;
  assert.ok(connection?.renew);
  const { baseUrl, secrets } = stage.sandbox.network('linkedin');
  return { connection, renew: connection.renew, application: { baseUrl, secrets } };
}

/** What a person does in the browser: agrees, and comes back with a code. */
async function agree(): Promise<URLSearchParams> {
  const { connection, application } = connecting();
  const address = connection.authorizeUrl(application, { redirectUri: REDIRECT, state: 'stato', challenge: 'x' });
  const answer = await fetch(address, { redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').searchParams;
}
const redeem = (code: string) => {
  const { connection, application } = connecting();
  return connection.redeem(application, { code, redirectUri: REDIRECT, verifier: 'y' });
};
const kindOf = (thrown: unknown) => (thrown instanceof ChannelFault ? thrown.error.kind : `${thrown}`);

describe('connecting a LinkedIn page', () => {
  it('asks for what is explained, and comes back with the page and all its secrets', async () => {
    const came = await agree();
    assert.equal(came.get('state'), 'stato');
    const [page, ...others] = await redeem(came.get('code') ?? '');
    assert.deepEqual(others, []);
    assert.deepEqual([page?.externalId, page?.handle, page?.name], [PAGE.id, PAGE.handle, PAGE.name]);
    assert.deepEqual(Object.keys(page?.grant.credentials ?? {}).sort(), Object.keys(stage.adapter.credentials).sort());
    const account: ConnectedAccount = { ...stage.account, credentials: page?.grant.credentials ?? {} };
    assert.equal((await stage.adapter.pull(account, null)).events.length, 4);
  });

  it('sends people to the site and programs to the interface', () => {
    const { connection, application } = connecting();
    const asking = { redirectUri: REDIRECT, state: 's', challenge: 'c' };
    const address = new URL(connection.authorizeUrl({ ...application, baseUrl: 'https://api.linkedin.com' }, asking));
    assert.equal(`${address.origin}${address.pathname}`, 'https://www.linkedin.com/oauth/v2/authorization');
    assert.deepEqual(address.searchParams.get('scope')?.split(' '), Object.keys(connection.scopes));
    for (const reason of Object.values(connection.scopes)) assert.match(reason, /^[A-Z].{10,}/);
    assert.ok(!address.href.includes(application.secrets.clientSecret ?? ''));
  });

  it('a code is good once', async () => {
    const code = (await agree()).get('code') ?? '';
    await redeem(code);
    await assert.rejects(redeem(code), (thrown) => kindOf(thrown) === 'reauth-needed');
  });

  it('the refresh token lasts a year from consent, whatever is renewed meanwhile', async () => {
    const [page] = await redeem((await agree()).get('code') ?? '');
    const at = (what: string, from = page?.grant.expiries) => from?.find((one) => one.what === what);
    const yearEnd = at('renewal')?.at.getTime() ?? 0;
    assert.deepEqual([at('access')?.by, at('renewal')?.by], ['desk', 'person']);
    await stage.sandbox.clock.advance(200 * 24 * 3600);
    const account = { ...stage.account, credentials: page?.grant.credentials ?? {} };
    await assert.rejects(stage.adapter.pull(account, null), (thrown) => kindOf(thrown) === 'token-expired');
    const renewed = await connecting().renew(account);
    assert.ok(Math.abs((at('renewal', renewed.expiries)?.at.getTime() ?? 0) - yearEnd) < DAY);
    await stage.adapter.pull({ ...account, credentials: renewed.credentials }, null);
    await stage.sandbox.clock.advance(200 * 24 * 3600);
    await assert.rejects(
      connecting().renew({ ...account, credentials: renewed.credentials }),
      (thrown) => kindOf(thrown) === 'reauth-needed',
    );
  });

  it('says until when it may, and what it may no longer', async () => {
    const { adapter, account, control } = stage;
    const check = await adapter.check?.(account);
    assert.deepEqual(check?.lacking, []);
    assert.equal(check?.expiries[0]?.by, 'desk');
    await control('POST', 'faults', { fault: 'reads-nothing', on: 'read' });
    const less = await adapter.check?.(account);
    assert.deepEqual(less?.lacking, ['read-comments', 'read-mentions', 'insights']);
    await control('POST', 'token-ends', { account: account.externalId, kind: 'access', why: 'revoked' });
    await assert.rejects(adapter.check?.(account) ?? Promise.resolve(), (thrown) => kindOf(thrown) === 'token-expired');
  });
});
