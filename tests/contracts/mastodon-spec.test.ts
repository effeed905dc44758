// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mastodonAdapter } from '../../src/channels/mastodon/adapter.ts';
import { openStage, type Stage } from '../channels/mastodon-world.ts';
import { type MastodonCall, type MastodonSpec, openMastodonSpec } from './mastodon-spec.ts';
import { useEverything } from './mastodon-use.ts';

const spec = openMastodonSpec();
const NAME = "mastodon calls and the sandbox's answers agree with the description of the interface";
if (spec === null) it(NAME, { skip: 'the folder of specs (PORTAVOCE_SHARED) is absent' });
else describe(NAME, () => checks(spec));

/** Every place that the adapter knows: one that is not called is not checked. */
const EXPECTED = [
  'GET /api/v1/accounts/verify_credentials',
  'GET /api/v1/accounts/relationships',
  'GET /api/v1/accounts/{id}',
  'GET /api/v1/accounts/{id}/statuses',
  'POST /api/v1/accounts/{id}/block',
  'POST /api/v1/accounts/{id}/unblock',
  'GET /api/v1/apps/verify_credentials',
  'GET /api/v1/conversations',
  'GET /api/v1/media/{id}',
  'GET /api/v1/notifications',
  'POST /api/v1/reports',
  'POST /api/v1/statuses',
  'GET /api/v1/statuses/{id}',
  'PUT /api/v1/statuses/{id}',
  'DELETE /api/v1/statuses/{id}',
  'GET /api/v1/statuses/{id}/context',
  'GET /api/v1/statuses/{id}/source',
  'GET /api/v2/instance',
  'POST /api/v2/media',
  'GET /oauth/authorize',
  'POST /oauth/token',
];

function checks(spec: MastodonSpec): void {
  let stage: Stage;
  let calls: readonly MastodonCall[];
  const scopes = new Set(Object.keys(mastodonAdapter().connection?.scopes ?? {}));

  before(async () => {
    stage = await openStage();
    await useEverything(stage);
    calls = (await stage.control('GET', 'calls')).calls as MastodonCall[];
  });
  after(() => stage.sandbox.close());

  it('every call: place, method, parameters, types, enum values, permissions', (test) => {
    const faults = calls.flatMap((call) => spec.faultsOfCall(call, scopes));
    assert.deepEqual([...new Set(faults)], []);
    const places = new Set(calls.map((call) => spec.operationOf(call)));
    for (const place of EXPECTED) assert.ok(places.has(place), `${place} was never called, hence not checked`);
    const distinct = new Set(calls.map((call) => `${spec.operationOf(call)} ${namesOf(call)}`));
    test.diagnostic(`mastodon: ${distinct.size} distinct calls to ${places.size} places validated, 0 faults`);
  });

  it('every answer is what the description says, field by field', () => {
    const answers = calls.filter(({ answered }) => typeof answered === 'number');
    assert.ok(answers.length > 60, 'too few answers to have checked anything');
    assert.deepEqual([...new Set(answers.flatMap((call) => spec.faultsOfAnswer(call)))], []);
  });

  it('would notice a wrong call and a wrong answer', () => {
    const call: MastodonCall = {
      ...{ method: 'GET', path: 'api/v1/notifications', query: [], parameters: {}, contentType: null, sent: null },
      ...{ answered: 200, body: [] },
    };
    const faults = (changed: Partial<MastodonCall>) => spec.faultsOfCall({ ...call, ...changed }, scopes).length;
    assert.equal(faults({}), 0);
    assert.equal(faults({ query: [['types', 'mention']] }), 1);
    assert.equal(faults({ query: [['types[]', 'menzione']] }), 1);
    assert.equal(faults({ query: [['limit', 'molti']] }), 1);
    assert.equal(faults({ query: [['limits', '3']] }), 1);
    assert.equal(faults({ path: 'api/v1/notificazioni' }), 1);
    const post = { method: 'POST', path: 'api/v1/statuses', contentType: 'application/json' };
    assert.equal(faults({ ...post, sent: { status: 'x', visibility: 'public' } }), 0);
    assert.notEqual(faults({ ...post, sent: { status: 'x', visibilita: 'public' } }), 0);
    assert.notEqual(faults({ ...post, sent: { status: 'x', visibility: 'pubblica' } }), 0);
    assert.notEqual(spec.faultsOfCall({ ...call, ...post, sent: { status: 'x' } }, new Set()).length, 0);
    assert.notEqual(spec.faultsOfAnswer({ ...call, body: [{ id: '1' }] }).length, 0);
  });
}

const namesOf = ({ query, sent }: MastodonCall): string =>
  [...query.map(([name]) => name), ...Object.keys((sent as object | null) ?? {})].sort().join(' ');
