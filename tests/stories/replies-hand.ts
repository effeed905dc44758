// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { NetworkName } from '#channels';
import { ReplyAids, ReplyChecked } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import type { NetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';

/** What a private conversation shows on a simulated network. */
interface Message {
  readonly id: string;
  readonly own: boolean;
  readonly text: string;
}

/** What the stories on answers do again and again. */
export interface RepliesHand {
  on(body: string, network?: NetworkName): Presence;
  /** A comment, or a mention, read and judged: its case. */
  arrives(client: Client, place: Presence, writing: { text: string; author?: string; kind?: string }): Promise<Arrived>;
  /** A private message, read and judged. */
  messages(client: Client, place: Presence, writing: { text: string; author?: string }): Promise<Arrived>;
  /** What the account wrote in private there. */
  ownMessages(place: Presence): Promise<readonly string[]>;
  aids(client: Client, id: string): Promise<ReplyAids>;
  check(client: Client, id: string, text: string): Promise<ReplyChecked>;
  /** Sends the decision as the browser would, and gives the answer as it comes. */
  reply(client: Client, id: string, text: string, more?: object): Promise<Response>;
}

export interface Arrived {
  readonly id: string;
  readonly external: string;
}

export function repliesHand(desk: NetworksDesk): RepliesHand {
  const read = async (client: Client, place: Presence, text: string) => {
    desk.clock.advance(1000);
    await place.poll();
    await desk.drain();
    const found = (await client.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text);
    assert.ok(found, text);
    return found.id;
  };
  return {
    on: (body, network = 'facebook') => {
      const town = desk.towns.find((one) => one.body === body);
      const found = town?.presences.find((presence) => presence.network === network);
      assert.ok(found, `${body} ${network}`);
      return found;
    },
    arrives: async (client, place, writing) => {
      const external = await place.writes(writing);
      return { external, id: await read(client, place, writing.text) };
    },
    messages: async (client, place, { text, author = 'Ada Prova' }) => {
      const { id: external } = await place.control<Message>('POST', 'messages', {
        ...{ account: place.externalId, author, text },
      });
      return { external, id: await read(client, place, text) };
    },
    ownMessages: async ({ control }) =>
      (await control<{ messages: Message[] }>('GET', 'messages')).messages.flatMap(({ own, text }) =>
        own ? text : [],
      ),
    aids: async (client, id) => ReplyAids.parse(await accepted(await client.get(`cases/${id}/replies`))),
    check: async (client, id, text) =>
      ReplyChecked.parse(await accepted(await client.post(`cases/${id}/replies/check`, { text }))),
    reply: async (client, id, text, more = {}) => {
      const { revision, policy, options } = await client.case(id);
      const option = options.find(({ kind }) => kind === 'reply');
      const [first] = option?.grounds ?? [];
      const request = {
        ...{ kind: 'reply', reply: text, reasons: 'Si risponde come prevede la policy.', revision },
        ...{ policyVersion: policy.version, policyDigest: policy.digest },
        ...{ grounds: first === undefined ? [] : [{ kind: 'clause', clause: first.id }], ...more },
      };
      return client.post(`cases/${id}/decisions`, request, { 'idempotency-key': randomUUID() });
    },
  };
}

export async function accepted(response: Response): Promise<unknown> {
  assert.ok(response.ok, await response.clone().text());
  return response.json();
}

export async function refusal(response: Response, code: string, status = 422): Promise<{ readonly detail?: string }> {
  const problem = (await response.json()) as { code: string; detail?: string };
  assert.deepEqual([response.status, problem.code], [status, code], problem.detail);
  return problem;
}

/** Moves the desk's time on to the next time that clocks in Italy show it, `22:30`. */
export function goOnTo(desk: NetworksDesk, time: string): void {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' });
  const MINUTE = 60_000;
  desk.clock.advance(MINUTE - (desk.clock.now().getTime() % MINUTE));
  for (let minutes = 0; shown.format(desk.clock.now()) !== time; minutes++) {
    assert.ok(minutes < 3000, time);
    desk.clock.advance(MINUTE);
  }
}
