// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mastodonAdapter } from '../../src/channels/mastodon/adapter.ts';
import {
  ChannelFault,
  type Command,
  type ConnectedAccount,
  type Pulled,
  type WriteOutcome,
} from '../../src/channels/port.ts';
import { type Snac, startSnac } from './snac.ts';

// The adapter of Mastodon on a small server that speaks only part of the interface, and speaks it otherwise: errors that are
// pages, no allowance, no limits, no conversations, no reports, no deletion.

const NAME = 'mastodon, on a real snac2';
const [TURNS, TURN_MILLISECONDS] = [100, 250];
const REDIRECT = 'http://127.0.0.1:9/collega';
const adapter = mastodonAdapter();

const snac = await startSnac();
if (snac === null) it(NAME, { skip: 'the Debian package snac2 cannot be had on this machine' });
else describe(NAME, () => stories(snac));

/** As a person does it: the page of the server, name and password, and back with a code. */
async function connected({ baseUrl, person }: Snac, name: string): Promise<ConnectedAccount> {
  const { connection } = adapter;
  assert.ok(connection);
  const password = person(name);
  const registered = new URLSearchParams({ client_name: 'prova', redirect_uris: REDIRECT, scopes: 'read write' });
  const asked = await fetch(`${baseUrl}/api/v1/apps`, { method: 'POST', body: registered });
  const app = (await asked.json()) as { client_id: string; client_secret: string };
  const application = { baseUrl, secrets: { clientId: app.client_id, clientSecret: app.client_secret } };
  const asking = { redirectUri: REDIRECT, state: 's', challenge: 'c' };
  const page = await (await fetch(connection.authorizeUrl(application, asking))).text();
  const field = (one: string): string => new RegExp(`name="${one}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  const form = { login: name, passwd: password, redir: field('redir'), cid: field('cid'), state: field('state') };
  const login = { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) } as const;
  const back = await fetch(`${baseUrl}/oauth/x-snac-login`, login);
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const [account] = await connection.redeem(application, { code, redirectUri: REDIRECT, verifier: 'v' });
  assert.ok(account);
  const { externalId, handle, grant } = account;
  return { externalId, handle, baseUrl, credentials: grant.credentials };
}

/** The server cuts connections that rest: the desk reads again, and so does this. */
const passing = (fault: unknown): null => {
  if (fault instanceof ChannelFault && fault.error.kind === 'transient') return null;
  throw fault;
};
const writtenId = (outcome: WriteOutcome): string => (outcome.state === 'accepted' && outcome.externalId) || '';
const publishing = (text: string): Command => ({ type: 'publish', key: text, content: { text, media: [] } });

function stories(server: Snac): void {
  let body: ConnectedAccount;
  let citizen: ConnectedAccount;

  const done = async (account: ConnectedAccount, command: Command): Promise<string> => {
    const outcome = await adapter.write(account, command);
    assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
    const id = writtenId(outcome);
    const seen = await adapter.readBack(account, command, id === '' ? undefined : id);
    assert.equal(seen.state, 'confirmed', JSON.stringify(seen));
    return id;
  };

  /** Words travel between people through queues of the server's own, here too. */
  const pulledWith = async (id: string, cursor: string): Promise<Pulled> => {
    for (let turn = 0; turn < TURNS; turn++) {
      const pulled = await adapter.pull(body, cursor).catch(passing);
      if (pulled?.events.some(({ externalId }) => externalId === id)) return pulled;
      await new Promise((resolve) => setTimeout(resolve, TURN_MILLISECONDS));
    }
    return assert.fail('it never arrived');
  };

  before(async () => {
    body = await connected(server, 'comune');
    citizen = await connected(server, 'ada');
  });
  after(() => server.close());

  it('connects, and is told of no lack where the server tells nothing of permissions', async () => {
    assert.deepEqual(await adapter.check?.(body), { expiries: [], lacking: [] });
    assert.match(body.handle, /^comune@127\.0\.0\.1:\d+$/);
  });

  it('publishes, finds it again without its id, edits it, counts it', async () => {
    const order = publishing('Da lunedì lo sportello apre alle 9.');
    const id = await done(body, order);
    assert.equal((await adapter.readBack(body, order)).state, 'confirmed');
    await done(body, { type: 'edit-post', key: 'e', target: id, text: 'Da martedì lo sportello apre alle 9.' });
    const figures = await adapter.insights?.(body);
    assert.ok(figures?.some(({ measure, post }) => measure === 'likes' && post !== null));
  });

  it('reads a reply with its thread and answers it, and what we said comes back as ours', async () => {
    const post = await done(body, publishing('Domani la biblioteca resta chiusa.'));
    const first = await adapter.pull(body, null);
    const asked = await done(citizen, { type: 'reply', key: 'r', target: post, post, text: 'Anche il sabato?' });
    const second = await pulledWith(asked, first.cursor);
    const event = second.events.find(({ externalId }) => externalId === asked);
    assert.ok(event !== undefined && 'kind' in event);
    assert.deepEqual([event.kind, event.post?.externalId, event.own], ['comment', post, false]);
    assert.match(event.text, /Anche il sabato\?$/);
    const answer: Command = { type: 'reply', key: 'a', target: asked, post, text: 'Sì, anche il sabato.' };
    const answered = await done(body, answer);
    const third = await adapter.pull(body, second.cursor);
    assert.ok(third.events.some((one) => one.externalId === answered && 'own' in one && one.own));
  });

  it('says of a private answer that a person must look: this server calls it otherwise', async () => {
    const target = await done(citizen, publishing('@comune una domanda'));
    const order: Command = {
      ...{ type: 'answer-message', key: 'd', target, post: citizen.externalId, text: 'In privato' },
      writtenAt: new Date(),
    };
    const outcome = await adapter.write(body, order);
    const seen = await adapter.readBack(body, order, writtenId(outcome));
    assert.equal(seen.state === 'pending' && seen.error?.code, 'other-text');
  });

  it('blocks and unblocks', async () => {
    const author = { target: citizen.externalId, post: null };
    await done(body, { type: 'ban', key: 'b', ...author });
    await done(body, { type: 'unban', key: 'u', ...author });
  });

  it('what the server does not do is refused, never taken for done', async () => {
    const target = await done(body, publishing('Da togliere'));
    assert.equal((await adapter.write(body, { type: 'remove-post', key: 'x', target })).state, 'refused');
    const report: Command = { type: 'report', key: 's', target, post: null, reason: 'spam', text: 'Prova.' };
    assert.equal((await adapter.write(body, report)).state, 'refused');
  });

  it('a dead token reads nothing', async () => {
    await assert.rejects(adapter.pull({ ...body, credentials: { accessToken: 'scaduto' } }, null));
  });
}
