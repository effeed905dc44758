// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import { ContentDetail, OutingList } from '#editorial/contract';
import { credentialsOf } from '../support/body.ts';
import { type Client, clientOf } from '../support/client.ts';
import { contentWith, variantOn } from '../support/editorial-hand.ts';
import type { SandboxHand } from '../support/sandbox-hand.ts';
import { BODY } from './prepare.ts';
import type { Server } from './server.ts';

/** A content that the server said had gone out. */
interface Fired {
  readonly draft: string;
  readonly text: string;
}

export interface Publisher {
  run(): Promise<readonly Fired[]>;
}

const A_MOMENT_MILLISECONDS = 100;
const DAY_MILLISECONDS = 86_400_000;
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

/** Writes, proposes, has approved and fires one content after the other; what gets no answer is looked at and asked again. */
export function publisher(
  url: string,
  { account, count }: { readonly account: string; readonly count: number },
): Publisher {
  const enters = (role: 'moderator' | 'head') => insist(() => clientOf(url, BODY, credentialsOf(BODY, role)));

  async function publishOne(author: Client, head: Client): Promise<Fired> {
    const text = `Avviso di prova ${randomUUID()}: lo sportello apre alle 9.`;
    const content = contentWith({ title: text, text, variants: [variantOn(account)] });
    const { id } = await insist(async () => detailIn(await author.post('editorial/drafts', { content })));
    for (;;) {
      const detail = await insist(async () => detailIn(await author.get(`editorial/drafts/${id}`)));
      if (detail.state === 'out') return { draft: id, text };
      await step({ author, head }, detail).catch(() => {});
    }
  }

  return {
    run: async () => {
      const [author, head] = [await enters('moderator'), await enters('head')];
      const fired: Fired[] = [];
      while (fired.length < count) fired.push(await publishOne(author, head));
      return fired;
    },
  };
}

function step({ author, head }: Readonly<Record<'author' | 'head', Client>>, detail: ContentDetail): Promise<Response> {
  const { id, state, version, digest } = detail;
  const path = `editorial/drafts/${id}`;
  if (state === 'open') return author.post(`${path}/proposal`, { version });
  if (state === 'approved') return author.post(`${path}/firing`, { version, digest });
  const until = new Date(Date.now() + DAY_MILLISECONDS).toISOString();
  return head.post(`${path}/approval`, { version, digest, until });
}

const SETTLE_MILLISECONDS = 300_000;
const ON_ITS_WAY = ['queued', 'sent', 'under-way', 'unknown'];

/** What is wrong with what went out: none lost, none twice, and the desk knows of each. */
export async function publishedAfterwards(
  server: Server,
  { fired, facebook }: { readonly fired: readonly Fired[]; readonly facebook: SandboxHand },
): Promise<readonly string[]> {
  await server.answers();
  const client = await clientOf(server.url, BODY, credentialsOf(BODY, 'moderator'));
  const deadline = Date.now() + SETTLE_MILLISECONDS;
  const open = async () => OutingList.parse(await (await client.get('editorial/outings')).json()).items;
  while ((await open()).some(({ delivery }) => ON_ITS_WAY.includes(delivery ?? '')) && Date.now() < deadline)
    await soon(2000);
  const posts = (await facebook.allWritten()).filter(({ deleted }) => !deleted);
  const faults: string[] = [];
  for (const { draft, text } of fired) {
    const there = posts.filter((post) => post.text === text).length;
    const { outings } = ContentDetail.parse(await (await client.get(`editorial/drafts/${draft}`)).json());
    const states = outings.map(({ state }) => state).join();
    if (there !== 1 || states !== 'out')
      faults.push(`publication ${draft}: ${there} on the network, ${states} at the desk`);
  }
  return faults;
}
