// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Application, type Capability, ChannelFault, type ConnectedAccount } from '#channels';
import { openStage, PAGE, type Stage } from './facebook-world.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.sandbox.close());

const REDIRECT = 'https://desk.example/collega/facebook';

function connecting() {
  const { connection } = stage.adapter;
  assert.ok(connection);
  const { baseUrl, secrets } = stage.sandbox.network('facebook');
  const application: Application = { baseUrl, secrets };
  return { connection, application };
}

/** What a person does in the browser: follows the address, agrees, and comes back with a code. */
async function agree(): Promise<URL> {
  const { connection, application } = connecting();
  const address = connection.authorizeUrl(application, { redirectUri: REDIRECT, state: 'stato', challenge: 'x' });
  const page = await (await fetch(address)).text();
  const [, href = ''] = /href="([^"]+)"/.exec(page) ?? [];
  return new URL(href.replaceAll('&#38;', '&'));
}

const kindOf = (thrown: unknown): string | undefined =>
  thrown instanceof ChannelFault ? thrown.error.kind : undefined;

async function redeem(code: string) {
  const { connection, application } = connecting();
  return connection.redeem(application, { code, redirectUri: REDIRECT, verifier: 'y' });
}

describe('connecting a Facebook page', () => {
  it('asks only for what is explained, and comes back with the token of the Page', async () => {
    const back = await agree();
    assert.equal(back.searchParams.get('state'), 'stato');
    const [page, ...others] = await redeem(back.searchParams.get('code') ?? '');
    assert.deepEqual(others, []);
    assert.ok(page);
    assert.deepEqual([page.externalId, page.handle, page.name], [PAGE.id, PAGE.handle, PAGE.name]);
    const account: ConnectedAccount = { ...stage.account, credentials: page.grant.credentials };
    assert.equal((await stage.adapter.pull(account, null)).events.length, 4);
    assert.deepEqual(Object.keys(page.grant.credentials).sort(), Object.keys(stage.adapter.credentials).sort());
  });

  it('sends people to the site and programs to the interface', () => {
    const { connection, application } = connecting();
    const real = { ...application, baseUrl: 'https://graph.facebook.com' };
    const asking = { redirectUri: REDIRECT, state: 's', challenge: 'c' };
    const address = new URL(connection.authorizeUrl(real, asking));
    assert.equal(`${address.origin}${address.pathname}`, 'https://www.facebook.com/v26.0/dialog/oauth');
    assert.deepEqual(address.searchParams.get('scope')?.split(','), Object.keys(connection.scopes));
    for (const reason of Object.values(connection.scopes)) assert.match(reason, /^[A-Z].{10,}/);
    assert.ok(!address.href.includes(application.secrets.appSecret ?? ''));
  });

  it('a code is good once', async () => {
    const code = (await agree()).searchParams.get('code') ?? '';
    await redeem(code);
    await assert.rejects(redeem(code), (thrown) => kindOf(thrown) === 'rejected-content');
  });

  it('a Page on which the person has not all the tasks cannot be connected', async () => {
    await stage.sandbox.close();
    stage = await openStage({ tasks: 'MODERATE,ANALYZE' });
    const code = (await agree()).searchParams.get('code') ?? '';
    await assert.rejects(redeem(code), (thrown) => kindOf(thrown) === 'role-lost');
  });

  it('with a person’s token Facebook answers empty lists: it is not taken for a quiet Page', async () => {
    const { application } = connecting();
    const form = new URLSearchParams({
      ...{ client_id: application.secrets.appId ?? '', client_secret: application.secrets.appSecret ?? '' },
      ...{ redirect_uri: REDIRECT, code: (await agree()).searchParams.get('code') ?? '' },
    });
    const url = `${application.baseUrl}/v26.0/oauth/access_token`;
    const token = (await (await fetch(url, { method: 'POST', body: form })).json()) as { access_token: string };
    const person = { ...stage.account.credentials, pageToken: token.access_token };
    const account = { ...stage.account, credentials: person };
    await assert.rejects(stage.adapter.pull(account, null), (thrown) => kindOf(thrown) === 'reauth-needed');
    const target = await stage.idOf('c1');
    const outcome = await stage.adapter.write(account, { type: 'hide', key: 'k', target, post: null });
    assert.ok(outcome.state === 'refused' && /^1705/.test(outcome.error.code));
  });
});

const check = (account = stage.account) => {
  assert.ok(stage.adapter.check);
  return stage.adapter.check(account);
};

describe('checking a connection to Facebook', () => {
  it('tells until when a person’s permission holds, and how much of the allowance is left', async () => {
    await stage.control('PUT', 'usage', { percent: 30 });
    const { expiries, lacking, quota } = await check();
    assert.deepEqual(
      expiries.map(({ what, by }) => [what, by]),
      [['permission', 'person']],
    );
    const days = ((expiries[0]?.at.getTime() ?? 0) - Date.now()) / 86_400_000;
    assert.ok(days > 89 && days < 91);
    assert.deepEqual(lacking, []);
    assert.deepEqual(quota, { left: 70, of: 100, resetsAt: null });
  });

  it('a permission that fell away is told by what can no longer be done, and the rest goes on', async () => {
    await stage.sandbox.close();
    const all = Object.keys(connecting().connection.scopes);
    stage = await openStage({ scopes: all.filter((scope) => scope !== 'pages_messaging').join(',') });
    assert.deepEqual((await check()).lacking, ['read-messages', 'answer-message'] satisfies Capability[]);
    assert.equal((await stage.adapter.pull(stage.account, null)).events.length, 4);
  });

  it('a dead token says why it died', async () => {
    for (const [why, kind] of [
      ['expired', 'token-expired'],
      ['password-changed', 'reauth-needed'],
      ['role-lost', 'role-lost'],
    ] as const) {
      await stage.sandbox.close();
      stage = await openStage();
      await stage.control('POST', 'token-ends', { account: PAGE.id, why });
      await assert.rejects(check(), (thrown) => kindOf(thrown) === kind);
    }
  });

  it('the token of another Page is noticed', async () => {
    const other = { ...stage.account, externalId: '1' };
    await assert.rejects(check(other), (thrown) => kindOf(thrown) === 'reauth-needed');
  });
});

describe('the figures of a Facebook page', () => {
  it('are the Page’s by day and the posts’ since the beginning', async () => {
    const [post, figures] = [await stage.idOf('p1'), stage.adapter.insights];
    assert.ok(figures);
    await stage.control('POST', 'counts', { id: post, measure: 'views', by: 40 });
    await stage.control('POST', 'counts', { id: post, measure: 'shares', by: 3 });
    await stage.control('POST', 'counts', { id: PAGE.id, measure: 'followers', by: 1200 });
    const told = await figures(stage.account);
    const of = (measure: string, where: string | null) =>
      told.filter((one) => one.measure === measure && one.post === where);
    assert.deepEqual(
      of('shares', post).map(({ value }) => value),
      [3],
    );
    assert.ok((of('views', post)[0]?.value ?? 0) >= 40);
    assert.deepEqual(of('followers', null), [{ measure: 'followers', post: null, value: 1200 }]);
    const days = of('views', null);
    assert.equal(days.length, 28);
    assert.equal(new Set(days.map(({ from }) => from)).size, 28);
    for (const { from, to } of days) assert.ok(from === to && /^\d{4}-\d\d-\d\d$/.test(from ?? ''));
  });
});
