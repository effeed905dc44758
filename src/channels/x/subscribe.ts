// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { neededForNotices } from '../core/subscribing.ts';
import { ChannelFault, type ConnectedAccount, type Subscribed } from '../port.ts';
import { type Call, type Client, clientAt, clientOf } from './client.ts';
import { errorOf, unclear } from './errors.ts';
import { Id } from './wire.ts';

/** What the desk is told of. Deletions are told of the account's own posts alone. */
const EVENTS = ['post.reply.create', 'post.mention.create', 'post.delete', 'dm.received', 'dm.sent'] as const;

const NEEDED = { appToken: 'il token dell’app dell’ente su X («Bearer Token»)' };

const Webhook = z.object({ id: Id, url: z.string(), valid: z.boolean() });
type Webhook = z.infer<typeof Webhook>;
const Webhooks = z.object({ data: z.array(Webhook).default([]) });
const Created = z.object({ data: Webhook });
const Checked = z.object({ data: z.object({ valid: z.boolean() }) });
const Subscription = z.object({
  subscription_id: Id,
  event_type: z.string(),
  filter: z.object({ user_id: Id.optional() }),
  webhook_id: Id.optional(),
});
const Subscriptions = z.object({
  data: z.array(Subscription).default([]),
  meta: z.object({ next_token: z.string().optional() }).default({}),
});
type Subscription = z.infer<typeof Subscription>;

interface Asking {
  /** With the application's own token, and with the account's. */
  readonly byApp: Client;
  readonly byAccount: Client;
  readonly now: () => Date;
}

/** One webhook serves all the accounts of the application here; each kind of event of each account is subscribed by itself. */
export async function subscribe(account: ConnectedAccount, address: string, now: () => Date): Promise<Subscribed> {
  const { appToken } = neededForNotices(account.credentials, NEEDED);
  const { baseUrl, externalId } = account;
  const byApp = clientAt({ baseUrl, token: appToken, timeoutMilliseconds: undefined });
  const asking = { byApp, byAccount: clientOf(account, undefined), now };
  const webhook = await webhookAt(asking, address);
  const known = (await subscriptionsOf(asking)).filter(({ filter }) => filter.user_id === externalId);
  for (const event of EVENTS) {
    const standing = known.find(({ event_type: type }) => type === event);
    if (standing === undefined) await add(asking, { event, account: externalId, webhook });
    else if (standing.webhook_id !== webhook) await redirect(asking, standing, webhook);
  }
  return { until: null };
}

/** The id of a webhook of this desk that X finds in order: the account's own, another one's, or a new one. */
async function webhookAt(asking: Asking, address: string): Promise<string> {
  const { data } = await ask(asking, Webhooks, { method: 'GET', path: 'webhooks' });
  const ours = data.filter(({ url }) => isSameDesk(url, address));
  const bestFirst = ours.toSorted((one, other) => Number(other.url === address) - Number(one.url === address));
  for (const webhook of bestFirst) if (await isInOrder(asking, webhook)) return webhook.id;
  const body = { url: address };
  const created = await ask(asking, Created, { method: 'POST', path: 'webhooks', body });
  return created.data.id;
}

const isSameDesk = (url: string, address: string): boolean => URL.parse(url)?.origin === new URL(address).origin;

/** One that X gave up is asked to prove itself again. */
async function isInOrder(asking: Asking, { id, valid }: Webhook): Promise<boolean> {
  if (valid) return true;
  return (await ask(asking, Checked, { method: 'PUT', path: `webhooks/${encodeURIComponent(id)}` })).data.valid;
}

async function subscriptionsOf(asking: Asking): Promise<readonly Subscription[]> {
  const found: Subscription[] = [];
  const visited = new Set<string>();
  let token: string | undefined;
  do {
    const query = { max_results: '100', ...(token !== undefined && { pagination_token: token }) };
    const page = await ask(asking, Subscriptions, { method: 'GET', path: 'activity/subscriptions', query });
    found.push(...page.data);
    token = page.meta.next_token;
    if (token !== undefined && visited.has(token)) throw new ChannelFault(unclear('paging-loop'));
    visited.add(token ?? '');
  } while (token !== undefined);
  return found;
}

interface NewSubscription {
  readonly event: (typeof EVENTS)[number];
  readonly account: string;
  readonly webhook: string;
}

/** With the account's own token: private messages are told only where the account itself asked. */
const add = ({ byAccount, now }: Asking, { event, account, webhook }: NewSubscription) =>
  ask({ byApp: byAccount, now }, z.unknown(), {
    method: 'POST',
    path: 'activity/subscriptions',
    body: { event_type: event, filter: { user_id: account }, webhook_id: webhook },
  });

const redirect = (asking: Asking, { subscription_id: id }: Subscription, webhook: string) =>
  ask(asking, z.unknown(), {
    method: 'PUT',
    path: `activity/subscriptions/${encodeURIComponent(id)}`,
    body: { webhook_id: webhook },
  });

async function ask<Shape>(
  { byApp, now }: Pick<Asking, 'byApp' | 'now'>,
  shape: z.ZodType<Shape>,
  call: Call,
): Promise<Shape> {
  const answer = await byApp(call);
  if (answer.kind !== 'answer') throw new ChannelFault(errorOf(answer, 'read', now()));
  const body = shape.safeParse(answer.body);
  if (!body.success) throw new ChannelFault(unclear('unexpected-shape'), { cause: body.error });
  return body.data;
}
