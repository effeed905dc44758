// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Command } from '#channels';
import { openStage, PAGE, type Stage } from '../channels/facebook-world.ts';
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
};

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
    calls = (answer.calls as Exchanged[]).map((call) => ({ ...call, ...placeOf(call.path, call.method) }));
  });
  after(() => stage.sandbox.close());

  it('every call: node, edge, method, parameters, enum values and fields', () => {
    const faults = calls.flatMap((call) => spec.faultsOfCall(call));
    assert.deepEqual([...new Set(faults)], []);
    const kinds = new Set(calls.map(({ method, node, edge }) => `${method} ${node}/${edge}`));
    for (const kind of EXPECTED_KINDS) assert.ok(kinds.has(kind), `${kind} was never called, hence not checked`);
  });

  it('every answer has only fields of the node', () => {
    const read = calls.filter(({ answered }) => answered === 200);
    assert.ok(read.length > 20, 'too few answers to have checked anything');
    const faults = read.flatMap(({ node, edge, method, body }) => {
      const nodes = method === 'GET' && edge !== '' ? listed(body) : [body];
      const returned = edge === 'comments' ? 'Comment' : edge === '' ? node : 'PagePost';
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
    const fields = 'id,comments.order(casuale){id,colore}';
    assert.equal(wrong({ node: 'Page', method: 'GET', edge: 'visitor_posts', parameters: { fields } }), 2);
    assert.equal(spec.faultsOfAnswer('Comment', { id: '1', colore: 'blu' }).length, 1);
  });
}

const EXPECTED_KINDS = [
  'GET Page/',
  'GET Page/published_posts',
  'GET Page/visitor_posts',
  'GET PagePost/comments',
  'GET Comment/',
  'GET Comment/comments',
  'GET PagePost/',
  'POST Comment/',
  'POST Comment/comments',
  'DELETE Comment/',
  'POST PagePost/',
  'POST PagePost/comments',
  'DELETE PagePost/',
];

/** Ids tell the node: a post's begins with the page's. */
function placeOf(path: string, method: string): Omit<SpecCall, 'parameters'> {
  const [, subject = '', edge = ''] = path.split('/');
  const node =
    subject === 'me' || subject === PAGE.id ? 'Page' : subject.startsWith(`${PAGE.id}_`) ? 'PagePost' : 'Comment';
  return { node, method, edge };
}

async function useEverything({ adapter, account, control, idOf }: Stage): Promise<void> {
  const post = await idOf('p1');
  for (let number = 0; number < 60; number++) {
    await control('POST', 'writings', { page: PAGE.id, post, author: `Persona ${number}`, text: `Commento ${number}` });
  }
  const first = await adapter.pull(account, null);
  await adapter.pull(account, first.cursor);
  for (const target of [await idOf('c1'), await idOf('v1')]) {
    const where = { target, post: target.startsWith(PAGE.id) ? null : post };
    const commands: Command[] = [
      { type: 'hide', key: 'k1', ...where },
      { type: 'unhide', key: 'k2', ...where },
      { type: 'reply', key: 'k3', text: 'Grazie della segnalazione', ...where },
      { type: 'remove', key: 'k4', ...where },
    ];
    for (const command of commands) {
      const outcome = await adapter.write(account, command);
      assert.equal(outcome.state, 'accepted');
      const written = outcome.state === 'accepted' ? outcome.externalId : undefined;
      assert.equal((await adapter.readBack(account, command, written)).state, 'confirmed');
      if (command.type === 'reply') assert.equal((await adapter.readBack(account, command)).state, 'confirmed');
    }
  }
}
