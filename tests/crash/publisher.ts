// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import { ContentDetail, MediaView } from '#editorial/contract';
import { credentialsOf } from '../support/body.ts';
import { type Client, clientOf } from '../support/client.ts';
import { contentWith, variantOn } from '../support/editorial-hand.ts';
import { BODY, type Setting } from './prepare.ts';

/** A content that the server said had gone out. */
export interface Fired {
  readonly draft: string;
  readonly text: string;
}

export interface Publisher {
  run(): Promise<readonly Fired[]>;
  done(): boolean;
}

const A_MOMENT_MILLISECONDS = 100;
const DAY_MILLISECONDS = 86_400_000;
/** Several write at the same time. */
const LANES = 3;
/** Two steps each: how many of so many go there. Networks let few through in a day. */
const ON_THREADS_EVERY = 6;
const ON_INSTAGRAM_EVERY = 25;

const soon = (milliseconds = A_MOMENT_MILLISECONDS) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function insist<Value>(attempt: () => Promise<Value | null>): Promise<Value> {
  for (;;) {
    const value = await attempt().catch(() => null);
    if (value !== null) return value;
    await soon();
  }
}

const detailIn = async (response: Response): Promise<ContentDetail | null> =>
  response.ok ? ContentDetail.parse(await response.json()) : null;

interface People {
  readonly author: Client;
  readonly head: Client;
  /** A picture that both have seen. */
  readonly picture: string;
}

/** Write, propose, have approved and fire one content after the other; what gets no answer is looked at and asked again. */
export function publisher(
  url: string,
  { accounts, sample, count }: Pick<Setting, 'accounts'> & { readonly sample: string; readonly count: number },
): Publisher {
  const enters = (role: 'moderator' | 'head') => insist(() => clientOf(url, BODY, credentialsOf(BODY, role)));
  const brings = ({ cookie }: Client) =>
    insist(async () => {
      const bytes = await (await fetch(sample)).arrayBuffer();
      const headers = { cookie, 'content-type': 'application/octet-stream' };
      const response = await fetch(`${url}/api/bodies/${BODY}/editorial/media`, {
        method: 'POST',
        headers,
        body: bytes,
      });
      return response.ok ? MediaView.parse(await response.json()).id : null;
    });

  function contentOf(nth: number, picture: string) {
    const text = `Avviso di prova ${randomUUID()}: lo sportello apre alle 9.`;
    const variants = [variantOn(accounts.facebook)];
    if (nth % ON_THREADS_EVERY === 1) variants.push(variantOn(accounts.threads));
    const pictured = nth % ON_INSTAGRAM_EVERY === 2;
    if (pictured) variants.push(variantOn(accounts.instagram));
    const seen = { alt: 'Lo sportello visto da fuori.', licence: 'Foto dell’ente', people: 'nessuno' };
    return contentWith({ title: text, text, variants, media: pictured ? [{ media: picture, ...seen }] : [] });
  }

  async function publishOne(nth: number, { author, head, picture }: People): Promise<Fired> {
    const content = contentOf(nth, picture);
    const { id } = await insist(async () => detailIn(await author.post('editorial/drafts', { content })));
    for (;;) {
      const detail = await insist(async () => detailIn(await author.get(`editorial/drafts/${id}`)));
      if (detail.state === 'out') return { draft: id, text: content.text };
      if (detail.obstacles.length > 0) throw new Error(JSON.stringify(detail.obstacles));
      await step({ author, head }, detail).catch(() => {});
    }
  }

  let finished = false;
  return {
    done: () => finished,
    run: async () => {
      if (count === 0) return [];
      const [author, head] = [await enters('moderator'), await enters('head')];
      const people = { author, head, picture: await brings(author) };
      const fired: Fired[] = [];
      let begun = 0;
      const lane = async () => {
        while (begun < count) {
          begun += 1;
          fired.push(await publishOne(begun, people));
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane)).finally(() => {
        finished = true;
      });
      return fired;
    },
  };
}

function step({ author, head }: Pick<People, 'author' | 'head'>, detail: ContentDetail): Promise<Response> {
  const { id, state, version, digest } = detail;
  const path = `editorial/drafts/${id}`;
  if (state === 'open') return author.post(`${path}/proposal`, { version });
  if (state === 'approved') return author.post(`${path}/firing`, { version, digest });
  const until = new Date(Date.now() + DAY_MILLISECONDS).toISOString();
  return head.post(`${path}/approval`, { version, digest, until });
}
