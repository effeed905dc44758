// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { json } from '../town/call.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import { listeningTo, tellAt } from '../town/receivers.ts';
import { ADMINISTRATOR } from './organization.ts';
import { type Answered, changing, only, type Question } from './question.ts';
import { refuse, refuseBody, refuseParameter } from './refusals.ts';

const KEY = /^\(developerApplication:(.+),user:(.+),entity:(.+),eventType:(\w+)\)$/;
const Body = z.strictObject({ webhook: z.url() });

/** `eventSubscriptions/(…)`: one page, told for one administrator of it, who proves that the address is theirs. */
export async function eventSubscriptions({ call, page, stage, path }: Question): Promise<Awaited<Answered>> {
  only(call, []);
  const [, application, user, entity, eventType] = KEY.exec(path[1] ?? '') ?? [];
  if (application !== `urn:li:developerApplication:${stage.secrets.applicationId}`) return refuse('permission-missing');
  if (user !== ADMINISTRATOR || entity !== page.id) return refuse('permission-missing');
  if (eventType !== 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS') return refuseParameter(`no such event: ${eventType}`);
  if (call.method === 'GET') {
    const url = listeningTo(page.id, stage)?.url;
    return url === undefined ? refuse('not-found') : json({ webhook: url });
  }
  if (call.method !== 'PUT') return refuse('unknown-path');
  const asked = jsonOf(call, Body);
  if (asked instanceof WrongBody) return refuseBody(asked.why);
  const failure = await stage.prove({ url: asked.webhook });
  if (failure !== null) return refuseParameter(`Webhook ${asked.webhook} is not validated: ${failure}`);
  return changing(204, () => tellAt(stage, page.id, { url: asked.webhook, only: null, until: null }));
}
