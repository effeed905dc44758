// SPDX-License-Identifier: AGPL-3.0-or-later
import { readCorpus } from '../../corpus/corpus.ts';
import { ACCOUNTS, type BurstAccount, POST_KEYS } from './accounts.ts';
import type { City } from './city.ts';

export interface Written {
  readonly account: BurstAccount;
  /** As the network calls it. */
  readonly id: string;
  /** When it was ordered from the network, in milliseconds since the epoch. */
  readonly at: number;
}

/** Numbers from 0 to 1 that look random and are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const PEOPLE = 20_000;

/**
 * So many comments, at moments spread at random over that time, whatever becomes of those before: a citizen does not wait for
 * the desk. Words are the corpus', authors invented, one comment in five an answer to another.
 */
export async function writeAtPace(
  city: City,
  { comments, seconds }: { readonly comments: number; readonly seconds: number },
): Promise<readonly Written[]> {
  const random = randomFrom(20_261_122);
  const texts = readCorpus().map(({ text }) => text);
  const posts = await postsOf(city);
  const moments = Array.from({ length: comments }, () => random() * seconds * 1000).sort((one, other) => one - other);
  const written: Written[] = [];
  const latest = new Map<string, string>();
  const underWay = new Set<Promise<void>>();
  let fault: unknown;
  const start = Date.now();
  for (const [index, moment] of moments.entries()) {
    const wait = start + moment - Date.now();
    if (wait > 1) await new Promise((soon) => setTimeout(soon, wait));
    if (fault !== undefined) throw fault;
    const account = chosen(random() * 100);
    const post = posts.get(account)?.[Math.floor(random() * POST_KEYS.length)] ?? '';
    const parent = account.network !== 'x' && random() < 0.2 ? latest.get(post) : undefined;
    const author = `Persona ${Math.floor(random() * PEOPLE)}`;
    const body = { account: account.id, post, author, text: texts[index % texts.length], ...(parent && { parent }) };
    const at = Date.now();
    const call: Promise<void> = city
      .ask<{ id: string }>(account.network, { method: 'POST', name: 'writings', body })
      .then(({ id }) => {
        written.push({ account, id, at });
        if (parent === undefined) latest.set(post, id);
      })
      .catch((error: unknown) => {
        fault = error;
      })
      .finally(() => underWay.delete(call));
    underWay.add(call);
  }
  await Promise.all(underWay);
  if (fault !== undefined) throw fault;
  return written;
}

function chosen(point: number): BurstAccount {
  let sum = 0;
  for (const account of ACCOUNTS) {
    sum += account.share;
    if (point < sum) return account;
  }
  throw new Error('the shares of the accounts do not make a hundred');
}

async function postsOf(city: City): Promise<ReadonlyMap<BurstAccount, readonly string[]>> {
  const posts = new Map<BurstAccount, readonly string[]>();
  for (const account of ACCOUNTS) {
    const named = POST_KEYS.map((key) =>
      city.ask<{ id: string }>(account.network, {
        method: 'GET',
        name: `writings/${encodeURIComponent(`${account.body}/${key}`)}`,
      }),
    );
    posts.set(
      account,
      (await Promise.all(named)).map(({ id }) => id),
    );
  }
  return posts;
}
