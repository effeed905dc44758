// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, type Call, json, type Reply } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { partsOf, stranger } from '../town/parameters.ts';
import type { Account } from '../town/writing.ts';
import { callerOf, grants } from './access.ts';
import { renderApplication, renderInstance, renderSelf } from './instance.ts';
import { contextOf, conversations, notifications, PAGING, paged } from './lists.ts';
import { authorize, token } from './login.ts';
import { lookAt, upload } from './media.ts';
import { type Node, nodeNamed, nodesBy } from './node.ts';
import { renderRelationship, report, setBlock } from './people.ts';
import { edit, post } from './posting.ts';
import { refuse, unknownParameter } from './refusals.ts';
import { renderAccount, renderStatus } from './rendering.ts';

interface Asking {
  readonly call: Call;
  readonly account: Account;
  readonly stage: Stage;
  /** What stands in the place of `:id`. */
  readonly id: string;
}

interface Place {
  /** What the person must have granted; null: nothing. */
  readonly scope: string | null;
  /** Names that the query may have. */
  readonly known: readonly string[];
  answer(asking: Asking): Answer | Asked | Promise<Answer | Asked>;
}

const place = (scope: string | null, answer: Place['answer'], known: readonly string[] = []): Place => ({
  scope,
  answer,
  known,
});

const withStatus =
  (answer: (node: Node, asking: Asking) => Answer | Asked, own = false): Place['answer'] =>
  (asking) => {
    const node = nodeNamed(asking.id, asking.account, asking.stage);
    const isForeign = own && node?.from.id !== asking.account.id;
    return node === undefined || isForeign ? refuse('gone') : answer(node, asking);
  };

const PLACES: Readonly<Record<string, Place>> = {
  'GET v2/instance': place(null, ({ stage }) => json(renderInstance(stage))),
  'GET v1/apps/verify_credentials': place(null, ({ account }) => json(renderApplication(account))),
  'GET v1/accounts/verify_credentials': place('read:accounts', ({ account, stage }) =>
    json(renderSelf(account, stage)),
  ),
  'GET v1/accounts/relationships': place(
    'read:follows',
    ({ call, account, stage }) =>
      json(call.query.getAll('id[]').map((author) => renderRelationship(author, account, stage))),
    ['id[]', 'with_suspended'],
  ),
  'GET v1/accounts/:id': place('read:accounts', ({ id, stage }) => {
    const found = stage.world.accounts.has(id) ? stage.world.self(id) : stage.world.authorOf(id);
    return found === undefined ? refuse('gone') : json(renderAccount(found, stage));
  }),
  'GET v1/accounts/:id/statuses': place(
    'read:statuses',
    ({ call, id, account, stage }) => {
      if (id !== account.id) return refuse('gone');
      const all = nodesBy(account, stage).map((node) => ({ id: node.id, body: renderStatus(node, stage) }));
      const address = `${stage.baseUrl}/api/v1/accounts/${id}/statuses`;
      return paged(all, { query: call.query, usual: 20, most: 40, address });
    },
    [...PAGING, 'exclude_reblogs', 'exclude_replies', 'only_media', 'pinned', 'tagged'],
  ),
  'POST v1/accounts/:id/block': place('write:blocks', (asking) => blocked(asking, true)),
  'POST v1/accounts/:id/unblock': place('write:blocks', (asking) => blocked(asking, false)),
  'GET v1/notifications': place(
    'read:notifications',
    ({ call: { query }, account, stage }) => {
      const types = query.getAll('types[]');
      const filtered = query.get('include_filtered') === 'true';
      const all = types.length === 0 || types.includes('mention') ? notifications(account, stage, { filtered }) : [];
      return paged(all, { query, usual: 40, most: 80, address: `${stage.baseUrl}/api/v1/notifications` });
    },
    [...PAGING, 'types[]', 'exclude_types[]', 'account_id', 'include_filtered'],
  ),
  'GET v1/conversations': place(
    'read:statuses',
    ({ call: { query }, account, stage }) =>
      paged(conversations(account, stage), {
        ...{ query, usual: 20, most: 40 },
        address: `${stage.baseUrl}/api/v1/conversations`,
      }),
    PAGING,
  ),
  'GET v1/statuses/:id': place(
    'read:statuses',
    withStatus((node, { stage }) => json(renderStatus(node, stage))),
  ),
  'GET v1/statuses/:id/context': place(
    'read:statuses',
    withStatus((node, { account, stage }) => json(contextOf(node, account, stage))),
  ),
  'GET v1/statuses/:id/source': place(
    'read:statuses',
    withStatus(({ id, text, spoiler }) => json({ id, text, spoiler_text: spoiler }), true),
  ),
  'POST v1/statuses': place('write:statuses', (asking) => post(asking, asking.stage)),
  'PUT v1/statuses/:id': place(
    'write:statuses',
    withStatus((node, asking) => edit(asking, node, asking.stage), true),
  ),
  'DELETE v1/statuses/:id': place('write:statuses', withStatus(deleted, true), ['delete_media']),
  'POST v2/media': place('write:media', async ({ call, account, stage }) =>
    upload({ account, parts: await partsOf(call), fault: call.fault }, stage),
  ),
  'GET v1/media/:id': place('write:media', ({ id, account, stage }) => lookAt(id, account, stage)),
  'POST v1/reports': place('write:reports', (asking) => report(asking.call, asking)),
};

function blocked({ id, account, stage }: Asking, blocking: boolean): Answer | Asked {
  const author = stage.world.authorOf(id);
  return author === undefined ? refuse('gone') : setBlock(author, blocking, { account, stage });
}

function deleted(node: Node, { stage }: Asking): Asked {
  const gone = json({ ...renderStatus(node, stage), text: node.text });
  return {
    unchanged: () => gone,
    effect() {
      stage.world.set(node.id, 'deleted');
      return gone;
    },
  };
}

/** The place that an address names, the most literal first, and what stands for `:id` there. */
function placeNamed(method: string, path: readonly string[]): { place: Place; id: string } | null {
  const literal = PLACES[`${method} ${path.join('/')}`];
  if (literal !== undefined) return { place: literal, id: '' };
  const found = PLACES[`${method} ${path.map((part, index) => (index === 2 ? ':id' : part)).join('/')}`];
  return found === undefined ? null : { place: found, id: path[2] ?? '' };
}

/** The client interface of one instance: `/api/…`, `/oauth/…`. */
export async function instanceReply(call: Call, stage: Stage): Promise<Reply | Asked> {
  const [root, ...path] = call.path;
  const name = `${call.method} ${call.path.join('/')}`;
  if (name === 'GET oauth/authorize') return authorize(call, stage);
  if (name === 'POST oauth/token') return token(call, stage);
  const found = root === 'api' ? placeNamed(call.method, path) : null;
  if (found === null) return refuse('no-such-path');
  const { scope, known, answer } = found.place;
  const unknown = stranger(call.query, known);
  if (unknown !== null) return unknownParameter(unknown);
  const account = callerOf(call, stage);
  if (typeof account === 'string') return refuse(account);
  if (scope !== null && !grants(account, scope)) return refuse('scope-missing');
  return answer({ call, account, stage, id: found.id });
}
