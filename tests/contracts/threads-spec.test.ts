// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStage, type Stage } from '../channels/threads-world.ts';
import { type Collection, type Described, openCollection } from './threads-collection.ts';
import { useThreads } from './threads-use.ts';

interface Exchanged {
  readonly method: string;
  readonly path: string;
  readonly parameters: Record<string, string>;
  readonly answered: number;
  readonly body: unknown;
}

/** Meta's reference of reply approvals is newer than its collection. */
const NEWER_CALLS: readonly Described[] = [
  {
    method: 'GET',
    path: '{id}/pending_replies',
    names: new Set(['fields', 'reverse', 'approval_status']),
    answered: new Set(),
  },
  { method: 'POST', path: '{id}/manage_pending_reply', names: new Set(['approve']), answered: new Set(['success']) },
];
const NEWER_NAMES: Readonly<Record<string, readonly string[]>> = { 'POST me/threads': ['enable_reply_approvals'] };
const NEWER_FIELDS = ['reply_approval_status'];

/** Paging of every edge, which the collection shows on some. */
const GENERAL = ['limit', 'after'];

/** Signing in by the browser is no call of the interface. */
const BY_BROWSER = 'oauth/authorize';

const collection = openCollection();
const NAME = "threads calls and the sandbox's answers agree with Meta's collection";
if (collection === null) it(NAME, { skip: 'the folder of specs (PORTAVOCE_SHARED) is absent' });
else describe(NAME, () => checks(collection));

function checks(collection: Collection): void {
  let stage: Stage;
  let calls: Exchanged[];

  before(async () => {
    stage = await openStage();
    await useThreads(stage);
    calls = (await stage.control<{ calls: Exchanged[] }>('GET', 'calls')).calls.filter(
      ({ path }) => path !== BY_BROWSER,
    );
  });
  after(() => stage.sandbox.close());

  it('every call: path, method, parameters, fields and values', (test) => {
    assert.deepEqual([...new Set(calls.flatMap((call) => faultsOfCall(call, collection)))], []);
    const kinds = new Set(calls.map(kindOf));
    for (const kind of EXPECTED) assert.ok(kinds.has(kind), `${kind} was never called, hence not checked`);
    const distinct = new Set(calls.map((call) => `${kindOf(call)} ${Object.keys(call.parameters).sort()}`));
    test.diagnostic(`threads: ${distinct.size} distinct calls to ${kinds.size} edges validated, 0 faults`);
  });

  it('every answer has only what was asked for or what an example shows', () => {
    const good = calls.filter(({ answered }) => answered === 200);
    assert.ok(good.length > 60, 'too few answers to have checked anything');
    assert.deepEqual([...new Set(good.flatMap((call) => faultsOfAnswer(call, collection)))], []);
  });

  it('would notice a wrong call and a wrong answer', () => {
    const wrong = (method: string, path: string, parameters: Record<string, string>) =>
      faultsOfCall({ method, path, parameters, answered: 200, body: {} }, collection).length;
    assert.equal(wrong('POST', 'v1.0/123/hide', { hide: 'true' }), 1);
    assert.equal(wrong('POST', 'v1.0/123/manage_reply', { hidden: 'true' }), 1);
    assert.equal(wrong('GET', 'v1.0/123/conversation', { fields: 'id,colore' }), 1);
    assert.equal(wrong('POST', 'v1.0/me/threads', { media_type: 'TEXT', reply_control: 'nobody' }), 1);
    assert.equal(wrong('GET', 'v1.0/123/insights', { metric: 'impressions' }), 1);
    const answer = { method: 'POST', path: 'v1.0/me/threads', parameters: {}, answered: 200, body: { colore: 'blu' } };
    assert.equal(faultsOfAnswer(answer, collection).length, 1);
  });
}

const EXPECTED = [
  'POST oauth/access_token',
  'GET access_token',
  'GET refresh_access_token',
  'GET debug_token',
  'GET me',
  'GET me/threads',
  'GET me/replies',
  'GET me/mentions',
  'GET me/threads_insights',
  'GET me/threads_publishing_limit',
  'POST me/threads',
  'POST me/threads_publish',
  'GET {id}',
  'GET {id}/conversation',
  'GET {id}/pending_replies',
  'GET {id}/insights',
  'POST {id}/manage_reply',
  'POST {id}/manage_pending_reply',
  'DELETE {id}',
];

const kindOf = ({ method, path }: Pick<Exchanged, 'method' | 'path'>): string =>
  `${method} ${path.replace(/^v1\.0\//, '').replace(/\d{6,}/g, '{id}')}`;

const describedAs = (call: Exchanged, { calls }: Collection): Described | undefined =>
  [...calls, ...NEWER_CALLS].find(({ method, path }) => `${method} ${path}` === kindOf(call));

function faultsOfCall(call: Exchanged, collection: Collection): string[] {
  const kind = kindOf(call);
  const known = describedAs(call, collection);
  if (known === undefined) return [`${kind} is not in the collection`];
  const names = new Set([...known.names, ...GENERAL, ...(NEWER_NAMES[kind] ?? [])]);
  return Object.entries(call.parameters).flatMap(([name, value]) => {
    if (!names.has(name)) return [`${kind} has no ${name}`];
    const allowed = valuesOf(name, call, collection);
    if (allowed === null) return [];
    return value.split(',').flatMap((one) => (allowed.includes(one) ? [] : [`${kind}: ${name} has no ${one}`]));
  });
}

/** The values that the collection lists for a parameter; null: any. */
function valuesOf(name: string, call: Exchanged, { lists }: Collection): readonly string[] | null {
  if (name === 'fields') return fieldsOf(call, lists);
  if (name === 'metric')
    return lists[call.path.includes('threads_insights') ? 'metrics_account' : 'metrics_post'] ?? [];
  if (name === 'media_type' || name === 'reply_control') return lists[name] ?? [];
  return /^(hide|approve|reverse|is_carousel_item|auto_publish_text|enable_reply_approvals)$/.test(name)
    ? ['true', 'false']
    : null;
}

function fieldsOf(call: Exchanged, lists: Collection['lists']): readonly string[] {
  const of = (name: string): readonly string[] => lists[name] ?? [];
  switch (kindOf(call)) {
    case 'GET me':
      return of('fields_profile');
    case 'GET me/threads_publishing_limit':
      return of('fields_quota');
    case 'GET {id}':
      return [...of('fields_container'), ...of('fields_threads'), ...of('fields_replies')];
    case 'GET {id}/pending_replies':
      return [...of('fields_replies'), ...NEWER_FIELDS];
    case 'GET me/threads':
    case 'GET me/mentions':
      return of('fields_threads');
    default:
      return of('fields_replies');
  }
}

/** What Meta tells of a token the collection has no example of. */
const WITHOUT_EXAMPLE = ['GET debug_token', 'GET refresh_access_token'];

function faultsOfAnswer(call: Exchanged, collection: Collection): string[] {
  const kind = kindOf(call);
  if (WITHOUT_EXAMPLE.includes(kind)) return [];
  const { data } = call.body as { data?: object[] };
  const nodes = Array.isArray(data) ? data : [call.body as object];
  const asked = (call.parameters.fields ?? '').split(',');
  const shown = describedAs(call, collection)?.answered ?? new Set();
  const allowed = new Set(['id', ...(call.parameters.fields === undefined ? shown : asked)]);
  return nodes.flatMap((node) =>
    Object.keys(node).flatMap((name) => (allowed.has(name) ? [] : [`${kind} answers ${name}`])),
  );
}
