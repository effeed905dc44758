// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { Account, Author, Message } from '../town/writing.ts';
import { paged } from './lists.ts';
import { invalid, refused } from './problems.ts';
import {
  included,
  MEDIA_FIELDS,
  MESSAGE_EXPANSIONS,
  MESSAGE_FIELDS,
  mediaShown,
  messageShown,
  named,
  type Selection,
  userShown,
} from './render.ts';

const SHAPE_PARAMETERS = ['dm_event.fields', 'expansions', 'media.fields'];
export const EVENT_PARAMETERS = SHAPE_PARAMETERS;
export const EVENTS_PARAMETERS = [...SHAPE_PARAMETERS, 'max_results', 'pagination_token', 'event_types'];
const KINDS = ['MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave'];
const MONTH = 30 * 86_400_000;
const LONGEST = 10_000;

const selectionOf = (query: URLSearchParams): Selection => ({
  fields: named(query.get('dm_event.fields'), MESSAGE_FIELDS, 'dm_event.fields'),
  expansions: named(query.get('expansions'), MESSAGE_EXPANSIONS, 'expansions'),
  media: named(query.get('media.fields'), MEDIA_FIELDS, 'media.fields'),
});

/** The last thirty days of all conversations, or of one, newest first. */
export function events(
  account: Account,
  query: URLSearchParams,
  { stage, isAmong }: { stage: Stage; isAmong: (message: Message) => boolean },
): Answer {
  const kinds = named(query.get('event_types'), KINDS, 'event_types');
  const earliest = stage.now().getTime() - MONTH;
  const all = [...stage.world.messages.values()]
    .filter((one) => one.account === account.id && isAmong(one) && Date.parse(one.at) >= earliest)
    .filter(() => kinds.size === 0 || kinds.has('MessageCreate'))
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at) || Number(BigInt(other.id) - BigInt(one.id)));
  const selection = selectionOf(query);
  const { items, meta } = paged(all, query, { smallest: 1, usual: 100 });
  if (items.length === 0) return json({ meta });
  const data = items.map((message) => messageShown(message, selection));
  return json({ data, ...includesOf(items, account, { selection, stage }), meta });
}

export function event(
  account: Account,
  id: string,
  { query, stage }: { query: URLSearchParams; stage: Stage },
): Answer {
  const message = stage.world.messages.get(id);
  const selection = selectionOf(query);
  if (message === undefined || message.account !== account.id) {
    const [title, type] = ['Not Found Error', 'https://api.x.com/2/problems/resource-not-found'];
    const detail = `Could not find dm_event with event_id: [${id}].`;
    return json({
      errors: [{ title, type, detail, resource_type: 'user', resource_id: id, parameter: 'event_id', value: id }],
    });
  }
  return json({ data: messageShown(message, selection), ...includesOf([message], account, { selection, stage }) });
}

function includesOf(
  messages: readonly Message[],
  account: Account,
  { selection, stage }: { readonly selection: Selection; readonly stage: Stage },
): { includes?: object } {
  const named = selection.expansions.has('sender_id') ? messages : [];
  const people = new Map(
    named.map(({ own, person }): [string, Author] => (own ? [account.id, account] : [person.id, person])),
  );
  return included({ users: [...people.values()].map(userShown), media: mediaShown(messages, selection, stage) });
}

const NewMessage = z.strictObject({ text: z.string().min(1).max(LONGEST) });

/** A message to somebody who has written before, and is not blocked. */
export function send(account: Account, conversation: string, { call, stage }: { call: Call; stage: Stage }): Asked {
  const asked = jsonOf(call, NewMessage);
  if (asked instanceof WrongBody) throw invalid(asked.why);
  const { world } = stage;
  const [known] = world.conversation(conversation).filter((one) => one.account === account.id);
  if (known === undefined || world.isBanned(account.id, known.person.id)) throw refused('no-messages');
  const answered = (id: string): Answer => json({ data: { dm_conversation_id: conversation, dm_event_id: id } }, 201);
  return {
    unchanged: () => answered(`${world.draw()}000`),
    effect: () => {
      const said = { account: account.id, person: known.person, own: true, text: asked.text, at: stage.now() };
      return answered(world.sendMessage(said).id);
    },
  };
}
