// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Call } from '../town/call.ts';
import { json } from '../town/call.ts';
import type { Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import { tellAt } from '../town/receivers.ts';
import type { Answered } from './question.ts';
import { refuse, told } from './refusals.ts';

const Asked = z.strictObject({
  app_id: z.string().min(1),
  secret: z.string().min(1),
  event_type: z.enum(['COMMENT']),
  callback_url: z.url(),
});

/** `business/webhook/update/`: one address for all the accounts of the application, with its secret and nobody's token. */
export function updateWebhook(call: Call, stage: Stage): Answered {
  if (call.method !== 'POST' || call.path.slice(4).join('/') !== 'update')
    return refuse('bad-field', 'unknown address');
  const asked = jsonOf(call, Asked);
  if (asked instanceof WrongBody) return refuse('bad-field', asked.why);
  const { app_id, secret, event_type, callback_url: url } = asked;
  const { appId, appSecret } = stage.secrets;
  if (app_id !== appId || secret !== appSecret) return refuse('bad-field', 'app_id or secret is not valid');
  const answer = () => json(told({ app_id, event_type, callback_url: url }));
  return {
    unchanged: answer,
    effect() {
      for (const account of stage.world.accounts.keys()) tellAt(stage, account, { url, only: null, until: null });
      return answer();
    },
  };
}
