// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStage, PAGE, type Stage } from '../channels/facebook-world.ts';
import { useEverything } from './facebook-use.ts';
import { type GraphSpec, listed, openGraphSpec, type SpecCall } from './graph-spec.ts';

interface Exchanged {
  readonly method: string;
  readonly path: string;
  readonly parameters: Record<string, string>;
  readonly answered: number;
  readonly body: Record<string, unknown>;
}

/** What the files say of an answer and Meta's reference, or the real network, says otherwise. */
const ACCEPTED_ANSWERS: Readonly<Record<string, string>> = {
  success: 'an update or a deletion answers {"success":true}; the files give the node, or no shape, for these',
  post_id: 'a photo that is published answers with its post too',
  recipient_id: 'a sent message answers with the person and the message; the files give the Page',
  message_id: 'as above',
  tasks: 'the Pages of a person are told with what the person may do there; the files leave it out of the Page',
};

/** Faults of calls that are none. */
const ACCEPTED_CALLS: Readonly<Record<string, string>> = {
  'Page has no field tasks': ACCEPTED_ANSWERS.tasks ?? '',
};

/** Calls that belong to no node: signing in, and asking about a token. The files leave them out. */
const OF_NO_NODE = ['oauth/access_token', 'dialog/oauth', 'debug_token'];

const spec = openGraphSpec();
const NAME = "facebook calls and the sandbox's answers agree with Meta's files";
if (spec === null) it(NAME, { skip: 'the folder of specs (PORTAVOCE_SHARED) is absent' });
else describe(NAME, () => checks(spec));

function checks(spec: GraphSpec): void {
  let stage: Stage;
  let calls: (Exchanged & SpecCall)[];

  before(async () => {
    stage = await openStage();
    await useEverything(stage);
    const answer = await stage.control('GET', 'calls');
    calls = (answer.calls as Exchanged[])
      .filter(({ path }) => !OF_NO_NODE.some((one) => path.endsWith(one)))
      .map((call) => ({ ...call, ...placeOf(call.path, call.method) }));
  });
  after(() => stage.sandbox.close());

  it('every call: node, edge, method, parameters, enum values and fields', (test) => {
    const faults = calls.flatMap((call) => spec.faultsOfCall(call)).filter((fault) => !(fault in ACCEPTED_CALLS));
    assert.deepEqual([...new Set(faults)], []);
    const kinds = new Set(calls.map(({ method, node, edge }) => `${method} ${node}/${edge}`));
    for (const kind of EXPECTED_KINDS) assert.ok(kinds.has(kind), `${kind} was never called, hence not checked`);
    const distinct = new Set(calls.map((call) => `${call.method} ${call.node}/${call.edge} ${namesOf(call)}`));
    test.diagnostic(`facebook: ${distinct.size} distinct calls to ${kinds.size} edges validated, 0 faults`);
  });

  it('every answer has only fields of the node', () => {
    const read = calls.filter(({ answered }) => answered === 200);
    assert.ok(read.length > 60, 'too few answers to have checked anything');
    const faults = read.flatMap((call) => {
      const returned = spec.returnedBy(call);
      if (returned === null) return [];
      const nodes = call.method === 'GET' && call.edge !== '' ? listed(call.body) : [call.body];
      return nodes.flatMap((one) => {
        const named = Object.entries(one as object).filter(([name]) => !(name in ACCEPTED_ANSWERS));
        return spec.faultsOfAnswer(returned, Object.fromEntries(named));
      });
    });
    assert.deepEqual([...new Set(faults)], []);
  });

  it('would notice a wrong call and a wrong answer', () => {
    const wrong = (call: SpecCall) => spec.faultsOfCall(call).length;
    assert.equal(wrong({ node: 'Comment', method: 'POST', edge: 'replies', parameters: { message: 'x' } }), 1);
    assert.equal(wrong({ node: 'Comment', method: 'POST', edge: '', parameters: { hide: 'true' } }), 1);
    assert.equal(wrong({ node: 'Comment', method: 'POST', edge: '', parameters: { is_hidden: 'sì' } }), 1);
    assert.equal(wrong({ node: 'PagePost', method: 'GET', edge: 'comments', parameters: { filter: 'tutti' } }), 1);
    assert.equal(wrong({ node: 'Page', method: 'GET', edge: 'conversations', parameters: { platform: 'x' } }), 1);
    assert.equal(wrong({ node: 'Page', method: 'POST', edge: 'messages', parameters: { message: '{}' } }), 1);
    const subscribed_fields = 'feed,menzioni';
    assert.equal(
      wrong({ node: 'Page', method: 'POST', edge: 'subscribed_apps', parameters: { subscribed_fields } }),
      1,
    );
    const fields = 'id,comments.order(casuale){id,colore}';
    assert.equal(wrong({ node: 'Page', method: 'GET', edge: 'visitor_posts', parameters: { fields } }), 2);
    assert.equal(spec.faultsOfAnswer('Comment', { id: '1', colore: 'blu' }).length, 1);
  });
}

const EXPECTED_KINDS = [
  'GET Page/',
  'GET Page/published_posts',
  'GET Page/visitor_posts',
  'GET Page/tagged',
  'GET Page/conversations',
  'GET Page/videos',
  'GET Page/blocked',
  'GET Page/insights',
  'POST Page/feed',
  'POST Page/photos',
  'POST Page/videos',
  'POST Page/messages',
  'POST Page/blocked',
  'DELETE Page/blocked',
  'GET Application/subscriptions',
  'POST Application/subscriptions',
  'POST Page/subscribed_apps',
  'GET User/accounts',
  'GET PagePost/comments',
  'GET PagePost/insights',
  'GET Comment/',
  'GET Comment/comments',
  'GET PagePost/',
  'POST Comment/',
  'POST Comment/comments',
  'DELETE Comment/',
  'POST PagePost/',
  'POST PagePost/comments',
  'DELETE PagePost/',
  'GET UnifiedThread/messages',
  'GET AdVideo/',
];

const namesOf = ({ parameters }: SpecCall): string =>
  Object.entries(parameters)
    .map(([name, value]) => (name === 'fields' ? `fields=${value.replace(/\d{6,}/g, 'N')}` : name))
    .sort()
    .join(' ');

/** Ids tell the node: a post's begins with the page's, a conversation's with a letter, a comment's has two parts. */
function placeOf(path: string, method: string): Omit<SpecCall, 'parameters'> {
  const [, subject = '', edge = ''] = path.split('/');
  return { node: nodeOf(subject, edge), method, edge };
}

function nodeOf(subject: string, edge: string): string {
  if (edge === 'subscriptions') return 'Application';
  if (subject === 'me' && edge === 'accounts') return 'User';
  if (subject === 'me' || subject === PAGE.id) return 'Page';
  if (subject.startsWith('t_')) return 'UnifiedThread';
  if (subject.startsWith(`${PAGE.id}_`)) return 'PagePost';
  return subject.includes('_') ? 'Comment' : 'AdVideo';
}
