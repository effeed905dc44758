// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Call, json } from '../town/call.ts';
import type { Asked, NetworkDefinition, Stage, WebhookHabits } from '../town/network.ts';
import { bearerOf, jsonOf, parametersOf, stranger, WrongBody } from '../town/parameters.ts';
import { holderOf, renewTokens } from '../town/tokens.ts';
import type { Account, Writing } from '../town/writing.ts';

const Post = z.strictObject({ text: z.string().min(1) });
const Comment = z.strictObject({ post: z.string(), under: z.string().optional(), text: z.string().min(1) });
type Written = z.output<typeof Post> & Partial<z.output<typeof Comment>>;
const Hiding = z.strictObject({ hidden: z.boolean() });
const refuse = (status: number, why: string): Answer => json({ why }, status);

const shown = ({ id, post, parent, from, text, at, hidden, held }: Writing) => {
  const by = from === null ? null : { id: from.id, name: from.name };
  return { id, post, under: parent, by, text, at, hidden, held };
};

function write(
  asked: z.output<typeof Post> & Partial<z.output<typeof Comment>>,
  account: Account,
  stage: Stage,
): Asked {
  const { post, under: parent = null, text } = asked;
  const { world } = stage;
  return {
    unchanged: () => json({ id: 'c0' }, 201),
    effect() {
      const from = { account: account.id, from: world.self(account.id), text, at: stage.now() };
      const place = post === undefined ? ({ kind: 'post' } as const) : ({ kind: 'comment', post, parent } as const);
      return json({ id: world.write({ ...from, ...place }).id }, 201);
    },
  };
}

function change(call: Call, account: Account, { world }: Stage): Answer | Asked {
  const asked = jsonOf(call, Hiding);
  const id = call.path[0] ?? '';
  if (asked instanceof WrongBody) return refuse(422, asked.why);
  if (!world.exists(id) || world.writings.get(id)?.account !== account.id) return refuse(404, 'gone');
  const answer = () => json({ id, hidden: asked.hidden });
  return {
    unchanged: answer,
    effect() {
      world.set(id, asked.hidden ? 'hidden' : 'shown');
      return answer();
    },
  };
}

const webhook: WebhookHabits = {
  tells: (change) =>
    change.type === 'written' && change.writing.kind === 'comment'
      ? [{ account: change.writing.account, comment: shown(change.writing) }]
      : [],
  bodyOf: (events) => JSON.stringify(events),
  largestBatch: 10,
  sign: (body, { secrets }) => ({
    'x-piazza-proof': createHmac('sha256', secrets.clientSecret ?? '')
      .update(body)
      .digest('hex'),
  }),
  async handshake({ url, ask }, { world }) {
    const address = new URL(url);
    address.searchParams.set('echo', `${world.draw()}`);
    const { status, text } = await ask(address);
    return status === 200 && text === address.searchParams.get('echo') ? null : `the receiver answered ${status}`;
  },
  retrySeconds: [1, 5, 30],
};

/** A network that does not exist: the kit is tried on it, and it shows how little one more takes. */
export const piazza: NetworkDefinition = {
  name: 'piazza',
  label: 'Piazza',
  ids: {
    first: 9_100_000_000_000_000_000n,
    post: (number) => `p${number}`,
    comment: (number) => `c${number}`,
    author: (number) => `u${number}`,
    message: (number) => `m${number}`,
  },
  secrets: ['clientSecret'],
  tokens: {
    access: { credential: 'accessToken', seconds: 3600 },
    refresh: { credential: 'refreshToken', seconds: null, rotates: true, reuse: 'logs-out' },
  },
  habits: { closing: 'deletes', banning: 'hides' },
  refusals: {
    'rate-limited': () => refuse(429, 'slow down'),
    'token-expired': () => refuse(401, 'expired'),
    'not-found': () => refuse(404, 'gone'),
  },
  serverError: () => refuse(500, 'trouble'),
  ownFaults: { shout: { says: 'answers in capitals', after: (reply) => ({ ...reply, body: { DONE: true } }) } },
  kindOf: ({ method, path }) => (path[0] === 'token' ? 'aside' : method === 'GET' ? 'read' : 'write'),
  answer(call, stage) {
    const { world } = stage;
    const [place] = call.path;
    if (place === 'token') {
      const pair = renewTokens(piazza.tokens, stage, parametersOf(call).refresh);
      if (typeof pair === 'string') return refuse(400, pair);
      return json({ access: pair.access.value, refresh: pair.refresh?.value });
    }
    const account = holderOf(bearerOf(call), stage);
    if (typeof account === 'string') return refuse(401, account);
    const unknown = stranger(call.query, place === undefined && call.method === 'GET' ? ['post'] : []);
    if (unknown !== null) return refuse(400, `unknown parameter ${unknown}`);
    const standing = (writings: readonly Writing[]) => writings.filter(({ id }) => world.exists(id)).map(shown);
    if (call.method === 'GET' && place === 'posts')
      return json({ posts: standing(world.postsOn(account.id, ['post'])) });
    if (call.method === 'GET') return json({ comments: standing(world.commentsOn(call.query.get('post') ?? '')) });
    if (call.method === 'PUT') return change(call, account, stage);
    const asked = place === 'posts' ? jsonOf(call, Post) : jsonOf(call, Comment);
    if (asked instanceof WrongBody) return refuse(422, asked.why);
    const written: Written = asked;
    const above = written.under ?? written.post;
    if (above !== undefined && !world.exists(above)) return refuse(404, 'gone');
    return write(written, account, stage);
  },
  secretParameters: ['refresh', 'access'],
  webhook,
  screen: {
    can: ['comment', 'reply', 'mention', 'message', 'edit', 'delete', 'like'],
    colours: { main: '#5b2a6e', tint: '#f3ebf6' },
    words: { post: 'annuncio', posts: 'annunci', comment: 'commento', comments: 'commenti', reply: 'risposta' },
    hidden: { public: null, author: 'Lo vedi solo tu.' },
    held: 'In attesa di approvazione.',
    banned: 'Non puoi scrivere qui.',
  },
};
