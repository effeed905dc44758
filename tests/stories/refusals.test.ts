// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Problem } from '../../src/governance/contract.ts';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

let desk: Desk;
let moderator: Client;
let caseId: string;
before(async () => {
  desk = await startDesk();
  const { id } = BODIES.asl.page;
  await desk.facebook.comment({
    page: id,
    post: desk.posts.asl,
    author: 'Prova',
    text: 'Scrivete a tizia.inventata@example.org',
  });
  await desk.drain();
  moderator = await desk.signIn('moderator');
  caseId = (await moderator.queue()).items[0]?.id ?? '';
});
after(() => desk.close());

const refused = async (response: Response, status: number, code: string): Promise<void> => {
  assert.equal(response.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  const problem = Problem.parse(await response.json());
  assert.deepEqual({ status: response.status, code: problem.code }, { status, code });
  assert.ok(problem.title.length > 10 && (problem.hint ?? '').length > 10, 'says what is wrong and what to do');
};

const decision = (change: object) => ({
  kind: 'hide',
  grounds: [{ kind: 'clause', clause: 'RM1-128' }],
  reasons: 'Recapito di un’altra persona.',
  revision: 1,
  policyVersion: '1',
  ...change,
});
const decide = (change: object, client = moderator, key: string = randomUUID()) =>
  client.post(`cases/${caseId}/decisions`, decision(change), { 'idempotency-key': key });

test('another body’s item, asked for through that body: no mandate', async () => {
  await refused(await moderator.get('/api/bodies/comune-di-esempio/cases'), 403, 'NO_MANDATE');
  await refused(await moderator.get(`/api/bodies/comune-di-esempio/cases/${caseId}`), 403, 'NO_MANDATE');
});

test('another body’s item, asked for through one’s own: it is not there', async () => {
  const other = await desk.signIn('moderator', 'comune');
  await refused(await other.get(`cases/${caseId}`), 404, 'CASE_NOT_FOUND');
  await refused(await decide({}, other), 404, 'CASE_NOT_FOUND');
});

test('a decision without a clause, or under one not offered for it', async () => {
  await refused(await decide({ grounds: [] }), 422, 'GROUND_MISSING');
  await refused(await decide({ grounds: [{ kind: 'clause', clause: 'RM1-999' }] }), 422, 'GROUND_NOT_OFFERED');
  await refused(await decide({ grounds: [{ kind: 'clause', clause: 'RM1-019' }] }), 422, 'GROUND_NOT_OFFERED');
});

test('a rule of law grounds a decision only with its why', async () => {
  const unreasoned = [{ kind: 'law', rule: 'art. 2-septies Codice privacy', why: 'sì' }];
  await refused(await decide({ grounds: unreasoned }), 422, 'REQUEST_INVALID');
  const blank = [{ kind: 'law', rule: '     ', why: '                ' }];
  await refused(await decide({ grounds: blank }), 422, 'REQUEST_INVALID');
});

test('a decision without reasons, a reply without words', async () => {
  await refused(await decide({ reasons: '   ' }), 422, 'REASONS_MISSING');
  const grounds = (await moderator.case(caseId)).options.find(({ kind }) => kind === 'reply')?.grounds ?? [];
  const clause = grounds[0]?.id ?? '';
  await refused(await decide({ kind: 'reply', grounds: [{ kind: 'clause', clause }] }), 422, 'REPLY_MISSING');
});

test('a decision on a case that changed meanwhile, or under a policy no longer in force', async () => {
  await refused(await decide({ revision: 7 }), 409, 'CASE_CHANGED');
  await refused(await decide({ policyVersion: '0.9' }), 409, 'CASE_CHANGED');
});

test('an auditor reads and does not decide; a stranger does neither', async () => {
  const auditor = await desk.signIn('auditor');
  assert.equal((await auditor.get(`cases/${caseId}`)).status, 200);
  await refused(await decide({}, auditor), 403, 'ROLE_TOO_NARROW');
  await refused(await fetch(`${desk.url}/api/bodies/asl-roma-1/cases`), 401, 'NOT_SIGNED_IN');
});

test('a request with a person’s cookie from another site', async () => {
  const foreign = await moderator.post(`cases/${caseId}/decisions`, decision({}), {
    'idempotency-key': randomUUID(),
    origin: 'https://altrove.example',
  });
  await refused(foreign, 403, 'FOREIGN_ORIGIN');
});

test('a forged webhook: wrong signature, none, or right for other bytes', async () => {
  const url = `${desk.url}/webhooks/${desk.accounts.asl}`;
  const body = '{"object":"page","entry":[]}';
  const deliver = (headers: Record<string, string>) =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const sign = (bytes: string, secret: string) => `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
  await refused(await deliver({}), 401, 'SIGNATURE_WRONG');
  await refused(await deliver({ 'x-hub-signature-256': sign(body, 'un altro segreto') }), 401, 'SIGNATURE_WRONG');
  const { appSecret = '' } = desk.sandbox.network('facebook').secrets;
  await refused(await deliver({ 'x-hub-signature-256': sign(`${body} `, appSecret) }), 401, 'SIGNATURE_WRONG');
  assert.equal((await deliver({ 'x-hub-signature-256': sign(body, appSecret) })).status, 200);
});

test('the same decision sent twice is taken once; its key does not serve another decision or person', async () => {
  const key = randomUUID();
  assert.equal((await decide({}, moderator, key)).status, 201);
  assert.equal((await decide({}, moderator, key)).status, 201);
  await refused(await decide({ kind: 'no-action' }, moderator, key), 422, 'KEY_REUSED');
  await refused(await decide({}, await desk.signIn('head'), key), 422, 'KEY_REUSED');
  await desk.drain();
  const decided = await moderator.case(caseId);
  assert.equal(decided.decisions.length, 1);
  assert.equal(decided.record.filter(({ kind }) => kind === 'decision.taken').length, 1);
  await refused(await decide({}, moderator), 409, 'CASE_CHANGED');
});

test('nothing that was refused left a trace in the record', async () => {
  const kinds = (await moderator.record()).items.map(({ kind }) => kind);
  assert.equal(kinds.filter((kind) => kind === 'decision.taken').length, 1);
  assert.equal((await moderator.verification()).intact, true);
});
