// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { Tx } from '#platform';
import { accountById } from '../store.ts';
import { changesOf, checksEver, figuresEver, keepersEver } from './standing-store.ts';
import { insertArchive, requestsOf } from './store.ts';

export interface Archiving {
  readonly body: string;
  readonly account: string;
  readonly keptAt: string;
  readonly now: Date;
}

/** What is known of an account, from its request to its end, as one text that does not change; told by its fingerprint. */
export async function archive(tx: Tx, { body, account, keptAt, now }: Archiving): Promise<{ readonly digest: string }> {
  const content = JSON.stringify(await lifeOf(tx, { body, account, keptAt, now }), null, 2);
  const digest = createHash('sha256').update(content).digest('hex');
  await insertArchive(tx, { account_id: account, body, content, digest, kept_at: keptAt, at: now });
  return { digest };
}

async function lifeOf(tx: Tx, { body, account, keptAt, now }: Archiving): Promise<object> {
  const row = await accountById(tx, account);
  const request = (await requestsOf(tx, body)).find(({ account_id }) => account_id === account);
  const changes = (await changesOf(tx, body)).filter(({ account_id }) => account_id === account).toReversed();
  const keepers = await keepersEver(tx, account);
  const checks = await checksEver(tx, account);
  return {
    body,
    archivedAt: now,
    contentsKeptAt: keptAt,
    account: row,
    request: request ?? null,
    keepers: keepers.map(({ person_name: name, act, since, ended_at: until, ended_act: untilAct }) => ({
      ...{ name, act, since, until, untilAct },
    })),
    changes: changes.map(({ state, act, reason, person_name: by, at }) => ({ state, act, reason, by, at })),
    checks: checks.map(({ bio, pinned, links, privacy, note, person_name: by, at }) => ({
      ...{ bio, pinned, links, privacy, note, by, at },
    })),
    figures: await figuresEver(tx, account),
  };
}
