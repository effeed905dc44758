// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStage, type Stage } from '../channels/x-world.ts';
import { openXSpecs, type XCall, type XSpec } from './x-spec.ts';
import { useX } from './x-use.ts';

const specs = openXSpecs();
const NAME = "x calls and the sandbox's answers agree with X's descriptions";
if (specs === null) it(NAME, { skip: 'the folder of specs (PORTAVOCE_SHARED) is absent' });
else describe(NAME, () => checks(...specs));

/** Only the larger contracts have it, and X describes it nowhere in public. */
const ABSENT = /^2\/users\/\d+\/blocking/;
/** Described as addresses of the security scheme, not as calls. */
const SIGNING_IN = /^2\/oauth2\//;

/**
 * The newest description calls posts what its documentation, its older description and its notices call tweets: parameters
 * and fields have other names there, and some fields are expansions. Nothing else may differ.
 */
const RENAMED: Readonly<Record<string, string>> = { note_tweet: 'note_post' };
const EXPANDED: Readonly<Record<string, string>> = {
  author_id: 'author_id',
  in_reply_to_user_id: 'in_reply_to_user_id',
  referenced_tweets: 'referenced_posts',
  edit_history_tweet_ids: 'edit_history_post_ids',
};

/** What can be heard of an account grew between the two descriptions; the newer one checks it. */
const UNKNOWN_BEFORE = /^POST \/2\/activity\/subscriptions: body\.event_type: "(post|dm)\.[\w.]+" is not known$/;
/** Asked with the application's own token, of which no scope is told. */
const BY_APPLICATION = 'GET /2/activity/subscriptions: like.read is not asked of the person';

function inNewWords(call: XCall): XCall {
  const query = new Map(call.query);
  const fields = query.get('tweet.fields')?.split(',');
  if (fields === undefined) return call;
  query.delete('tweet.fields');
  const expansions = new Set([
    ...(query.get('expansions')?.split(',') ?? []),
    ...fields.flatMap((name) => EXPANDED[name] ?? []),
  ]);
  const plain = fields.filter((name) => !(name in EXPANDED)).map((name) => RENAMED[name] ?? name);
  query.set('post.fields', plain.join(','));
  if (expansions.size > 0) query.set('expansions', [...expansions].join(','));
  return { ...call, query: [...query] };
}

function checks(older: XSpec, newer: XSpec): void {
  let stage: Stage;
  let calls: readonly XCall[];
  let scopes: ReadonlySet<string>;

  before(async () => {
    stage = await openStage();
    scopes = new Set(Object.keys(stage.adapter.connection?.scopes ?? {}));
    await useX(stage);
    const told = await stage.control<{ calls: XCall[] }>('GET', 'calls');
    calls = told.calls.filter(({ path }) => !SIGNING_IN.test(path));
  });
  after(() => stage.sandbox.close());

  const described = (): readonly XCall[] => calls.filter(({ path, method }) => method === 'GET' || !ABSENT.test(path));

  it('every call: address, parameters, values, body and permissions, in the words of both descriptions', (test) => {
    const faults = described().flatMap((call) => [
      ...older.faultsOfCall(call, scopes).filter((fault) => !UNKNOWN_BEFORE.test(fault)),
      ...newer.faultsOfCall(inNewWords(call), scopes).filter((fault) => fault !== BY_APPLICATION),
    ]);
    assert.deepEqual([...new Set(faults)], []);
    const kinds = new Set(described().map((call) => older.operationOf(call)));
    for (const kind of EXPECTED) assert.ok(kinds.has(kind), `${kind} was never called, hence not checked`);
    test.diagnostic(`${kinds.size} distinct calls to X, ${described().length} in all`);
  });

  it('every answer of the sandbox has only what one of the descriptions knows', (test) => {
    const answers = described().filter(({ answered }) => typeof answered === 'number');
    assert.ok(answers.length > 40, 'too few answers to have checked anything');
    const faults = answers.flatMap((call) => {
      const [one, other] = [older.faultsOfAnswer(call), newer.faultsOfAnswer(call)];
      return one.length <= other.length ? one : other;
    });
    assert.deepEqual([...new Set(faults)], []);
    test.diagnostic(`${answers.length} answers of the simulated X`);
  });

  it('the only calls that X does not describe are those of its larger contracts', () => {
    const unknown = calls
      .filter((call) => older.operationOf(call) === null)
      .map(({ method, path }) => `${method} ${path}`);
    assert.ok(unknown.length > 0);
    for (const call of unknown) assert.match(call, /^(POST|DELETE) 2\/users\/\d+\/blocking(\/\d+)?$/);
  });

  it('would notice a wrong call and a wrong answer', () => {
    const call = (change: Partial<XCall>): XCall => ({
      ...{ method: 'POST', path: '2/tweets', query: [], contentType: 'application/json', sent: { text: 'a' } },
      ...{ answered: 201, body: { data: { id: '1', text: 'a' } }, ...change },
    });
    const wrong = (change: Partial<XCall>): number => older.faultsOfCall(call(change), scopes).length;
    assert.equal(wrong({}), 0);
    assert.equal(wrong({ sent: { text: 'a', colore: 'blu' } }), 1);
    assert.equal(wrong({ sent: { text: 'a', reply_settings: 'nessuno' } }), 1);
    assert.equal(wrong({ sent: { text: 'a', reply: { in_reply_to_tweet_id: 'x' } } }), 1);
    assert.equal(wrong({ query: [['colore', 'blu']] }), 1);
    assert.equal(wrong({ path: '2/colori' }), 1);
    const search = { method: 'GET', path: '2/tweets/search/recent', contentType: null, sent: null };
    assert.equal(wrong({ ...search, query: [['max_results', '5']] }), 2);
    assert.equal(
      wrong({
        ...search,
        query: [
          ['query', 'a'],
          ['tweet.fields', 'colore'],
        ],
      }),
      1,
    );
    assert.equal(older.faultsOfCall(call({}), new Set()).length, 3);
    assert.equal(older.faultsOfAnswer(call({})).length, 0);
    assert.equal(older.faultsOfAnswer(call({ body: { data: { id: '1', text: 'a', colore: 1 } } })).length, 1);
    assert.equal(newer.faultsOfAnswer(call({ body: { data: { id: 1, text: 'a' } } })).length, 1);
  });
}

const EXPECTED = [
  'GET /2/webhooks',
  'POST /2/webhooks',
  'PUT /2/webhooks/{webhook_id}',
  'GET /2/activity/subscriptions',
  'POST /2/activity/subscriptions',
  'PUT /2/activity/subscriptions/{subscription_id}',
  'POST /2/tweets',
  'GET /2/tweets',
  'GET /2/tweets/{id}',
  'DELETE /2/tweets/{id}',
  'PUT /2/tweets/{tweet_id}/hidden',
  'GET /2/tweets/search/recent',
  'GET /2/users/me',
  'GET /2/users/{id}/tweets',
  'GET /2/users/{id}/mentions',
  'GET /2/users/{id}/blocking',
  'GET /2/dm_events',
  'GET /2/dm_events/{event_id}',
  'GET /2/dm_conversations/with/{participant_id}/dm_events',
  'POST /2/dm_conversations/with/{participant_id}/messages',
  'POST /2/media/upload/initialize',
  'POST /2/media/upload/{id}/append',
  'POST /2/media/upload/{id}/finalize',
  'GET /2/media/upload',
  'POST /2/media/metadata',
  'GET /2/usage/tweets',
  'GET /2/tweets/analytics',
];
