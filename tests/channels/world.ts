// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { ConnectedAccount, NetworkAdapter } from '#channels';
import type { Sandbox } from '../../sandbox/index.ts';
import { type Control, controlOf } from '../support/sandbox-hand.ts';
import type { PublicPost, World } from './conformance/world.ts';

/** Anything that is written on a simulated network, as its controls tell. */
export interface Shown {
  readonly id: string;
  readonly kind: 'post' | 'visitor-post' | 'comment' | 'mention';
  readonly account: string;
  readonly post: string;
  readonly parent: string | null;
  readonly from: { readonly id: string; readonly name: string } | null;
  readonly at: string;
  readonly text: string;
  readonly media: readonly {
    readonly type: 'image' | 'video';
    readonly url: string | null;
    readonly alt: string | null;
  }[];
  readonly link: { readonly url: string } | null;
  readonly commenting: 'open' | 'held' | 'restricted' | 'closed';
  readonly hidden: boolean;
  readonly held: boolean;
  readonly exists: boolean;
  readonly own: boolean;
}

interface Nature {
  readonly can: readonly string[];
  readonly webhook: boolean;
}

interface Told {
  readonly attempt: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const CITIZEN = 'Ada Prova';

/** The account that a body has on a simulated network, as the desk would know it. Absent body: the only one, or the first. */
export async function accountOn(sandbox: Sandbox, network: string, body?: string): Promise<ConnectedAccount> {
  const control = controlOf(sandbox.url, network);
  const { accounts } = await control<{ accounts: { id: string; handle: string; body: string }[] }>('GET', 'accounts');
  const found = accounts.find((one) => body === undefined || one.body === body);
  assert.ok(found, `${network}: no such account in the scenario`);
  const { credentials } = await control<{ credentials: Record<string, string> }>('POST', 'connections', {
    account: found.id,
  });
  return { externalId: found.id, handle: found.handle, baseUrl: sandbox.network(network).baseUrl, credentials };
}

export interface Subject {
  readonly adapter: NetworkAdapter;
  /** Absent: as `accountOn` finds it. */
  readonly account?: ConnectedAccount;
}

/** The network's side of the conformance suite, on whatever network is simulated. `close` closes the sandbox. */
export async function worldOn(sandbox: Sandbox, network: string, { adapter, account: given }: Subject): Promise<World> {
  const control = controlOf(sandbox.url, network);
  const account = given ?? (await accountOn(sandbox, network));
  const { can, webhook } = await control<Nature>('GET', 'nature');
  const how = (capability: keyof typeof adapter.capabilities) => adapter.capabilities[capability].how;
  const writings = async () =>
    (await control<{ writings: Shown[] }>('GET', `writings?account=${encodeURIComponent(account.externalId)}`))
      .writings;
  const one = (id: string) => control<Shown>('GET', `writings/${encodeURIComponent(id)}`);
  const ours = async () =>
    (await writings())
      .filter(({ kind, own, exists }) => kind === 'post' && own && exists)
      .toSorted((first, second) => second.at.localeCompare(first.at));
  const post = (await ours())[0]?.id;
  assert.ok(post, `${network}: the scenario has no post`);
  const fault = (order: object) => control<void>('POST', 'faults', order);
  const pushes = webhook && adapter.capabilities['read-comments'].pushed === true;
  // Nobody listens there: what is pushed is looked at as it was sent.
  if (pushes) await control('PUT', 'webhook', { url: 'http://127.0.0.1:9/', trusted: true });
  let holdsNext = false;

  return {
    adapter,
    account,
    post,
    media: {
      image: { kind: 'image', type: 'image/jpeg', alt: 'Un punto grigio', url: `${sandbox.url}/samples/image.jpg` },
      video: { kind: 'video', type: 'video/mp4', alt: 'Un video vuoto', url: `${sandbox.url}/samples/video.mp4` },
    },
    async citizenWrites(text, parent) {
      const hung = { ...(parent !== undefined && { parent }), ...(holdsNext && { held: true }) };
      holdsNext = false;
      const order = { account: account.externalId, post, author: CITIZEN, text, ...hung };
      return (await control<{ id: string }>('POST', 'writings', order)).id;
    },
    ...(can.includes('edit') && {
      citizenEdits: (id: string, text: string) => control<void>('POST', 'edits', { id, text }),
    }),
    citizenDeletes: (id) => control('POST', 'deletions', { id }),
    ...(can.includes('mention') && {
      async citizenMentions(text: string) {
        const order = { account: account.externalId, kind: 'mention', author: CITIZEN, text };
        return (await control<{ id: string }>('POST', 'writings', order)).id;
      },
    }),
    ...(can.includes('message') && privately(control, account.externalId)),
    async authorOf(id) {
      const { from } = await one(id);
      assert.ok(from, 'nobody is named as its author');
      return from.id;
    },
    async publicSees(id) {
      const { exists, hidden, held } = await one(id);
      return exists ? (held ? 'held' : hidden ? 'hidden' : 'shown') : 'nothing';
    },
    ourReplies: async (id) =>
      (await writings()).filter(({ parent, own, exists }) => parent === id && own && exists).map(({ text }) => text),
    ourPosts: async () => (await ours()).map(publicPost),
    commentsAreOpen: async (id) => (await one(id)).commenting === 'open',
    liftBan: (author) => control('DELETE', 'bans', { account: account.externalId, author }),
    async isBanned(author) {
      const { bans } = await control<{ bans: { account: string; author: { id: string } }[] }>('GET', 'bans');
      return bans.some((ban) => ban.account === account.externalId && ban.author.id === author);
    },
    ...(['api', 'limited'].includes(how('report')) && {
      reported: async () =>
        (await control<{ reports: { target: string }[] }>('GET', 'reports')).reports.map(({ target }) => target),
    }),
    ...(['api', 'limited'].includes(how('hold')) && {
      async holdsNext() {
        holdsNext = true;
      },
    }),
    passHours: async (hours) => sandbox.clock.advance(hours * 3600),
    loseNextAnswer: (when) => fault({ fault: `broken-${when}` }),
    fakeNextSuccess: () => fault({ fault: 'success-without-effect' }),
    limitNextRead: () => fault({ fault: 'rate-limited', on: 'read' }),
    killToken: () => fault({ fault: 'token-expired', on: 'any', times: 1_000_000 }),
    reviveToken: () => control('DELETE', 'faults'),
    ...(pushes && {
      async pushed() {
        await sandbox.network(network).settled();
        const { deliveries } = await control<{ deliveries: Told[] }>('GET', 'deliveries');
        const first = deliveries.filter(({ attempt }) => attempt === 1);
        return first.map(({ headers, body }) => ({ headers, rawBody: Buffer.from(body) }));
      },
    }),
    close: sandbox.close,
  };
}

const publicPost = ({ id, text, media, link }: Shown): PublicPost => ({
  id,
  text,
  media: media.map(({ type, alt }) => ({ kind: type, alt: alt ?? '' })),
  link: link?.url ?? null,
});

interface Message {
  readonly id: string;
  readonly conversation: string;
  readonly own: boolean;
  readonly text: string;
}

/** Private messages, where the network has them. */
function privately(control: Control, account: string): Pick<World, 'citizenMessages' | 'ourAnswers'> {
  return {
    citizenMessages: async (text) =>
      (await control<Message>('POST', 'messages', { account, author: CITIZEN, text })).id,
    async ourAnswers(message) {
      const { messages } = await control<{ messages: Message[] }>('GET', 'messages');
      const index = messages.findIndex(({ id }) => id === message);
      const conversation = messages[index]?.conversation;
      const later = messages.slice(index).filter((one) => one.conversation === conversation && one.own);
      return later.map(({ text }) => text);
    },
  };
}
