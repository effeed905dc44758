// SPDX-License-Identifier: AGPL-3.0-or-later
import { ContentDetail, OutingList } from '#editorial/contract';
import { credentialsOf } from '../support/body.ts';
import { clientOf } from '../support/client.ts';
import { controlOf } from '../support/sandbox-hand.ts';
import { BODY, NETWORKS } from './prepare.ts';
import type { Fired } from './publisher.ts';
import type { Server } from './server.ts';

const SETTLE_MILLISECONDS = 600_000;
const ON_ITS_WAY = ['queued', 'sent', 'under-way', 'unknown'];
const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export interface Published {
  readonly figures: readonly string[];
  readonly faults: readonly string[];
}

interface Post {
  readonly kind: string;
  readonly own: boolean;
  readonly exists: boolean;
  readonly text: string;
}

/** Each fired content, account by account: once on the network and out at the desk, or in the list of what a person has to settle. */
export async function published(
  server: Server,
  { fired, sandbox }: { readonly fired: readonly Fired[]; readonly sandbox: string },
): Promise<Published> {
  await server.answers();
  const client = await clientOf(server.url, BODY, credentialsOf(BODY, 'moderator'));
  const openOnes = async () => OutingList.parse(await (await client.get('editorial/outings')).json()).items;
  const deadline = Date.now() + SETTLE_MILLISECONDS;
  while ((await openOnes()).some(({ delivery }) => ON_ITS_WAY.includes(delivery ?? '')) && Date.now() < deadline)
    await soon(2000);
  const listed = new Set((await openOnes()).map(({ id }) => id));
  const times = new Map<string, number>();
  for (const network of NETWORKS) {
    const { writings } = await controlOf(sandbox, network)<{ writings: Post[] }>('GET', 'writings');
    for (const { kind, own, exists, text } of writings)
      if (kind === 'post' && own && exists) times.set(`${network} ${text}`, (times.get(`${network} ${text}`) ?? 0) + 1);
  }
  const counts = { out: 0, listed: 0, doubled: 0, lost: 0 };
  const faults: string[] = [];
  for (const { draft, text } of fired) {
    const { outings } = ContentDetail.parse(await (await client.get(`editorial/drafts/${draft}`)).json());
    for (const { id, network, state, delivery } of outings) {
      const there = times.get(`${network} ${text}`) ?? 0;
      const isListed = listed.has(id);
      if (there > 1) counts.doubled += 1;
      else if (state === 'out' && there === 1) counts.out += 1;
      else if (state !== 'out' && isListed) counts.listed += 1;
      else counts.lost += 1;
      if (there > 1 || (state === 'out' ? there !== 1 : !isListed))
        faults.push(`publication ${draft}: ${there} on ${network}, ${state} (${delivery}) at the desk`);
    }
  }
  const posts = counts.out + counts.listed + counts.doubled + counts.lost;
  return {
    faults,
    figures: [
      `publications: ${fired.length} fired, ${posts} posts: ${counts.out} out once, ${counts.doubled} doubled, ${counts.lost} lost, ${counts.listed} of unknown fate or refused, all listed`,
    ],
  };
}
