// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, type Call, json } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { bearerOf, stranger } from '../town/parameters.ts';
import { applicationReceiver, listeningTo, tellAt } from '../town/receivers.ts';
import type { Account } from '../town/writing.ts';
import type { Parameters } from './edges.ts';
import { GRAPH_REFUSALS, refuseParameter, refuseWords, refusing } from './refusal.ts';

// How Meta is asked to tell: an application has one address for each kind of object, an account adds itself to the application.

/** What the objects of a network are called, and what can be heard of them. */
export interface Subject {
  readonly object: 'page' | 'instagram';
  readonly fields: readonly string[];
}

/** `/{app-id}/subscriptions`, with the application's own token. Null: the path is another. */
export async function applicationEdge(
  call: Call,
  { path, parameters, stage }: { path: readonly string[]; parameters: Parameters; stage: Stage },
  subject: Subject,
): Promise<Answer | Asked | null> {
  const { appId = '', appSecret = '' } = stage.secrets;
  if (path.join('/') !== `${appId}/subscriptions`) return null;
  const token = bearerOf(call, ['Bearer', 'OAuth']) ?? parameters.access_token;
  if (token !== `${appId}|${appSecret}`) return refusing(GRAPH_REFUSALS['token-invalid']);
  const known = ['access_token', 'object', 'callback_url', 'fields', 'include_values', 'verify_token'];
  const unknown = stranger(parameters, call.method === 'POST' ? known : ['access_token', 'fields']);
  if (unknown !== null) return refuseParameter(unknown);
  if (call.method === 'GET') return json({ data: told(stage, subject) });
  return call.method === 'POST'
    ? subscribe(parameters, stage, subject)
    : refusing({ code: 2500, message: 'Unknown path components', status: 404 });
}

function told(stage: Stage, { object }: Subject): object[] {
  const receiver = applicationReceiver(stage);
  if (receiver?.url === undefined || receiver.url === null) return [];
  const fields = (receiver.only ?? []).map((name) => ({ name, version: 'v26.0' }));
  return [{ object, callback_url: receiver.url, active: true, fields }];
}

async function subscribe(parameters: Parameters, stage: Stage, subject: Subject): Promise<Answer | Asked> {
  const { object, callback_url: url = '', verify_token: word = '' } = parameters;
  const only = namedIn(parameters.fields);
  if (object !== subject.object) return refuseWords(`(#100) Param object must be ${subject.object} here`);
  const strange = only.find((field) => !subject.fields.includes(field));
  if (strange !== undefined || only.length === 0) return refuseWords(`(#100) Param fields[0] is not one of the known`);
  if (!URL.canParse(url) || word === '') return refuseWords('(#100) The parameter callback_url is required');
  const failure = await stage.prove({ url, word });
  if (failure !== null) return refusing({ code: 2200, message: `(#2200) Callback verification failed: ${failure}` });
  return saying(() => tellAt(stage, null, { url, only, until: null }));
}

/** `subscribed_apps` of an account. `heard`: what its own list filters, beside the application's. */
export function addToApplication(
  { parameters, stage }: { parameters: Parameters; stage: Stage },
  account: Account,
  { fields, filters }: { fields: readonly string[]; filters: boolean },
): Answer | Asked {
  const only = namedIn(parameters.subscribed_fields);
  const strange = only.find((field) => !fields.includes(field));
  if (only.length === 0) return refuseWords('(#100) The parameter subscribed_fields is required.');
  if (strange !== undefined)
    return refuseWords(`(#100) Param subscribed_fields[0] must be one of the known: ${strange}`);
  return saying(() => tellAt(stage, account.id, { url: null, only: filters ? only : null, until: null }));
}

/** Who hears of the account: this application, or nobody. */
export const addedApplications = (stage: Stage, account: Account): Answer =>
  json({ data: listeningTo(account.id, stage) === null ? [] : [{ id: stage.secrets.appId, name: 'Applicazione' }] });

const saying = (change: () => void): Asked => ({
  unchanged: () => json({ success: true }),
  effect() {
    change();
    return json({ success: true });
  },
});

/** Lists are written with commas, or as JSON. */
function namedIn(list = ''): string[] {
  const names: unknown = list.startsWith('[') ? JSON.parse(list) : list.split(',');
  return Array.isArray(names) ? names.map((name) => `${name}`.trim()).filter(Boolean) : [];
}
