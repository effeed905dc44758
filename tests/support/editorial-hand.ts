// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { ContentDetail, DraftContent, MediaView, type Variant } from '#editorial/contract';
import type { NetworkName } from '#policy';
import type { Client } from './client.ts';
import { letTimePass } from './in-flight.ts';
import type { NetworksDesk, Town } from './networks-desk.ts';
import type { Presence } from './presences.ts';

/** What people do with the body's own contents, through the desk's API. */
export interface EditorialHand {
  /** A picture of the simulated world, brought as a file. */
  picture(client: Client): Promise<MediaView>;
  opens(client: Client, content: DraftContent): Promise<ContentDetail>;
  saves(client: Client, detail: ContentDetail, content: DraftContent): Promise<Response>;
  read(client: Client, id: string): Promise<ContentDetail>;
  /** Says of a draft what the policy wants said: that nothing forbidden is in it, and the rest. */
  answers(client: Client, detail: ContentDetail): Promise<ContentDetail>;
  /** One step of a draft; throws on a refusal. */
  does(client: Client, detail: ContentDetail, step: string, more?: object): Promise<ContentDetail>;
  /** The same, whatever the answer. */
  tries(client: Client, detail: ContentDetail, step: string, more?: object): Promise<{ status: number; code: string }>;
  approves(client: Client, detail: ContentDetail, until?: Date): Promise<ContentDetail>;
  /** Until what went out has come to an end, copies after their originals. */
  settles(client: Client, id: string): Promise<ContentDetail>;
  /** Our posts on a network that hold a text. */
  posts(network: NetworkName, text: string): Promise<Awaited<ReturnType<Presence['writings']>>>;
  on(network: NetworkName): Presence;
}

const DAY_MILLISECONDS = 86_400_000;
const MOST_STAGES = 6;

/** The hand of one town; its accounts are active, as in service. */
export async function editorialHand(desk: NetworksDesk, { body, sandbox, presences }: Town): Promise<EditorialHand> {
  const { ports, url } = desk.portavoce;
  await ports.database.inBody(body, (tx) => sql`update account set state = 'active' where body = ${body}`.execute(tx));
  const on = (network: NetworkName): Presence => {
    const found = presences.find((presence) => presence.network === network);
    assert.ok(found, network);
    return found;
  };
  const parsed = async (response: Response): Promise<ContentDetail> => {
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return ContentDetail.parse(await response.json());
  };
  const asRead = ({ version, digest }: ContentDetail, step: string) =>
    step === 'firing' ? { version, digest } : { version };
  const WITHOUT_VERSION = ['removal', 'correction', 'comments'];
  const step = (client: Client, detail: ContentDetail, name: string, more: object = {}) =>
    client.post(`editorial/drafts/${detail.id}/${name}`, {
      ...(WITHOUT_VERSION.includes(name) ? {} : asRead(detail, name)),
      ...more,
    });
  const read = async (client: Client, id: string) => parsed(await client.get(`editorial/drafts/${id}`));
  const save: EditorialHand['saves'] = ({ cookie }, { id, version }, content) =>
    fetch(`${url}/api/bodies/${body}/editorial/drafts/${id}`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ version, content }),
    });
  return {
    on,
    read,
    picture: async ({ cookie }) => {
      const bytes = await (await fetch(`${sandbox.url}/samples/image.jpg`)).arrayBuffer();
      const response = await fetch(`${url}/api/bodies/${body}/editorial/media`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/octet-stream' },
        body: bytes,
      });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return MediaView.parse(await response.json());
    },
    opens: async (client, content) => parsed(await client.post('editorial/drafts', { content })),
    saves: save,
    answers: async (client, detail) => {
      if (detail.asked.length === 0) return detail;
      const answers = detail.asked.map(({ clause, asked, mustBeNo }) => ({
        ...{ clause, asked, answer: mustBeNo ? 'no' : 'Sì: l’ha verificato l’ufficio stampa.' },
      }));
      return parsed(await save(client, detail, { ...detail.content, answers }));
    },
    does: async (client, detail, name, more) => parsed(await step(client, detail, name, more)),
    tries: async (client, detail, name, more) => {
      const response = await step(client, detail, name, more);
      const { code = '' } = (await response.json()) as { code?: string };
      return { status: response.status, code };
    },
    approves: async (client, detail, until = new Date(desk.clock.now().getTime() + DAY_MILLISECONDS)) =>
      parsed(await step(client, detail, 'approval', { digest: detail.digest, until: until.toISOString() })),
    settles: async (client, id) => {
      for (let stage = 0; stage < MOST_STAGES; stage++) {
        const { outings } = await read(client, id);
        await letTimePass(desk, { body, causes: outings.map((outing) => outing.id) });
        await desk.drain();
        const after = (await read(client, id)).outings;
        if (
          JSON.stringify(after.map(({ id: one, state }) => [one, state])) ===
          JSON.stringify(outings.map(({ id: one, state }) => [one, state]))
        )
          break;
      }
      return read(client, id);
    },
    posts: async (network, text) =>
      (await on(network).writings()).filter(
        (one) => one.kind === 'post' && one.own && one.exists && one.text.includes(text),
      ),
  };
}

/** An original or a copy on one account, with the common text unless told otherwise. */
export const variantOn = (account: string, more: Partial<Variant> = {}): Variant => ({
  ...{ account, repeats: null, text: null, title: null, media: null, links: true },
  ...more,
});

/** A content that nothing is wrong with, but for what is told otherwise. */
export const contentWith = (more: Partial<DraftContent>): DraftContent => ({
  ...DraftContent.parse({
    ...{ title: 'Orari dello sportello', text: '', links: [], media: [], variants: [], at: null, goes: 'fired' },
    ...{ source: '', justifications: [], leftOut: [], initiative: null, kinds: [], answers: [] },
  }),
  ...more,
});

/** What CAL-039 asks of every content of Calabria. */
export const FOR_READERS: DraftContent['answers'][number] = {
  clause: 'CAL-039',
  asked: 'la risposta alla domanda se il contenuto parte da ciò che serve a chi legge',
  answer: 'Sì: dice dove andare e quando.',
};

/** What two of the five ask besides of every content: a theme of their own, or why it is in no plan. */
export const ASKED_OF_EVERY: Readonly<Record<string, Partial<DraftContent>>> = {
  'il-mosaico': {
    theme: 'promozione di attività, servizi e progetti della cooperativa, anche con un semplice rimando al sito',
  },
  'regione-calabria': { offPlan: 'Prova di un’altra cosa: nessun piano la prevede.', answers: [FOR_READERS] },
};
