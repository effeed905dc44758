// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, json, type Reply } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Asked, Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import { tellAt } from '../town/receivers.ts';
import type { Acting } from './acts.ts';
import { invalid } from './problems.ts';

const Id = z.string().regex(/^\d{1,19}$/);
const Webhook = z.strictObject({ url: z.string(), valid: z.boolean(), at: z.string() });
const Subscription = z.strictObject({
  event: z.string(),
  account: z.string(),
  webhook: Id,
  tag: z.string(),
  at: z.string(),
});
type Subscription = z.output<typeof Subscription>;
const webhooksOf = ({ world }: Stage) => openDrawer(world, 'webhook', Webhook);
const subscriptionsOf = ({ world }: Stage) => openDrawer(world, 'subscription', Subscription);

/** As many as the smaller contracts have. */
const MOST_WEBHOOKS = 5;

interface Asking extends Acting {
  readonly id: string;
}

const shown = ([id, { url, valid, at }]: readonly [string, z.output<typeof Webhook>]) => ({
  id,
  url,
  valid,
  created_at: at,
});

/** `GET /2/webhooks`. */
export function webhooks({ stage }: Asking): Answer {
  const data = webhooksOf(stage).all().map(shown);
  return json({ ...(data.length > 0 && { data }), meta: { result_count: data.length } });
}

const NewWebhook = z.strictObject({ url: z.string().min(1).max(200) });
const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost)$/;

/** `POST /2/webhooks`: the address proves at once that it knows the secret. Here it may be on this machine, there only under https. */
export async function register({ call, stage }: Asking): Promise<Reply | Asked> {
  const asked = jsonOf(call, NewWebhook);
  if (asked instanceof WrongBody) throw invalid(asked.why);
  const url = URL.parse(asked.url);
  const isHere = url !== null && LOOPBACK.test(url.hostname);
  if (url === null || !(isHere || (url.protocol === 'https:' && url.port === ''))) throw invalid('UrlValidationFailed');
  const known = webhooksOf(stage).all();
  if (known.some(([, one]) => one.url === asked.url)) throw invalid('DuplicateUrlFailed');
  if (known.length >= MOST_WEBHOOKS) throw invalid('WebhookLimitExceeded');
  const failure = await stage.prove({ url: asked.url });
  if (failure !== null) throw invalid(`CrcValidationFailed: ${failure}`);
  const webhook = { url: asked.url, valid: true, at: stage.now().toISOString() };
  return {
    unchanged: () => json({ data: shown(['1', webhook]) }),
    effect() {
      const id = `${stage.world.draw()}`;
      webhooksOf(stage).put(id, webhook);
      return json({ data: shown([id, webhook]) });
    },
  };
}

/** `PUT /2/webhooks/:id`: asks the address to prove itself again. */
export async function recheck({ id, stage }: Asking): Promise<Reply | Asked> {
  const webhook = webhooksOf(stage).get(id);
  if (webhook === undefined) throw invalid('WebhookIdInvalid');
  const valid = (await stage.prove({ url: webhook.url })) === null;
  return {
    unchanged: () => json({ data: { valid } }),
    effect() {
      webhooksOf(stage).put(id, { ...webhook, valid });
      return json({ data: { valid } });
    },
  };
}

const told = ([id, { event, account, webhook, tag, at }]: readonly [string, Subscription]) => ({
  ...{ subscription_id: id, event_type: event, filter: { user_id: account }, webhook_id: webhook, tag },
  ...{ created_at: at, updated_at: at },
});

/** `GET /2/activity/subscriptions`. */
export function subscriptions({ call, stage }: Asking): Answer {
  const most = Number(call.query.get('max_results') ?? '100');
  if (!(most >= 1 && most <= 100)) throw invalid('max_results must be between 1 and 100');
  const data = subscriptionsOf(stage).all().map(told);
  return json(data.length === 0 ? {} : { data });
}

const NewSubscription = z.strictObject({
  event_type: z.enum([
    'post.reply.create',
    'post.mention.create',
    'post.create',
    'post.delete',
    'dm.received',
    'dm.sent',
  ]),
  filter: z.strictObject({ user_id: Id }),
  webhook_id: Id.optional(),
  tag: z.string().min(1).max(200).optional(),
});

/** `POST /2/activity/subscriptions`: one kind of event of one account. */
export function subscribe({ call, account, stage }: Asking): Asked {
  const asked = jsonOf(call, NewSubscription);
  if (asked instanceof WrongBody) throw invalid(asked.why);
  const { event_type: event, filter, webhook_id: webhook = '', tag = '' } = asked;
  if (filter.user_id !== account.id) throw invalid('the filter is not of the authenticated user');
  if (webhooksOf(stage).get(webhook) === undefined) throw invalid('WebhookIdInvalid');
  const isKnown = ([, one]: readonly [string, Subscription]) => one.event === event && one.account === account.id;
  if (subscriptionsOf(stage).all().some(isKnown)) throw invalid('DuplicateSubscriptionFailed');
  const subscription = { event, account: account.id, webhook, tag, at: stage.now().toISOString() };
  return keeping(`${stage.world.draw()}`, subscription, stage);
}

const Redirection = z.strictObject({ tag: z.string().min(1).max(200).optional(), webhook_id: Id.optional() });

/** `PUT /2/activity/subscriptions/:id`: the same events at another address. */
export function redirect({ call, id, stage }: Asking): Asked {
  const asked = jsonOf(call, Redirection);
  if (asked instanceof WrongBody) throw invalid(asked.why);
  const known = subscriptionsOf(stage).get(id);
  const webhook = asked.webhook_id ?? known?.webhook ?? '';
  if (known === undefined || webhooksOf(stage).get(webhook) === undefined) throw invalid('SubscriptionIdInvalid');
  return keeping(id, { ...known, webhook, tag: asked.tag ?? known.tag }, stage);
}

function keeping(id: string, subscription: Subscription, stage: Stage): Asked {
  const answer = () => json({ data: { subscription: told([id, subscription]) } });
  return {
    unchanged: answer,
    effect() {
      subscriptionsOf(stage).put(id, subscription);
      const { account } = subscription;
      const own = subscriptionsOf(stage)
        .all()
        .map(([, one]) => one);
      const only = own.filter((one) => one.account === account).map(({ event }) => event);
      const url = webhooksOf(stage).get(subscription.webhook)?.url ?? null;
      tellAt(stage, account, { url, only, until: null });
      return answer();
    },
  };
}
