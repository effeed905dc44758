// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { record } from '#audit';
import { type Clock, newId } from '#kernel';
import type { Database, Tx } from '#platform';
import { roleMay } from '../acts.ts';
import type { Actor } from '../authorise.ts';
import { governanceError } from '../errors.ts';
import { lockMandates } from '../store.ts';
import { ACT_OF } from './act-of.ts';
import { TOKEN_SCOPES, type TokenMade, type TokenPage, type TokenRequest, type TokenScope } from './contract.ts';
import { digestOf, writtenToken } from './machine.ts';
import { endToken, insertToken, lockToken, type StoredToken, tokensOf } from './store.ts';

export interface TokenPorts {
  readonly database: Database;
  readonly clock: Clock;
}

interface Maker {
  readonly body: string;
  readonly actor: Actor;
}

const TOKEN_BYTES = 32;
const MOST = 20;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

const SCOPE_WORDS: Readonly<Record<TokenScope, string>> = {
  read: 'leggere le cose del banco',
  monitor: 'leggere gli interventi',
  drafts: 'scrivere bozze',
};

/** One's own; everybody's for the head. */
export const tokenPage = (ports: TokenPorts, maker: Maker): Promise<TokenPage> =>
  ports.database.inBody(maker.body, (tx) => pageIn(ports, tx, maker));

async function pageIn({ clock }: TokenPorts, tx: Tx, { body, actor }: Maker): Promise<TokenPage> {
  const now = clock.now();
  const all = await tokensOf(tx, body, actor.role === 'head' ? null : actor.id);
  return {
    items: all.map((one) => ({
      ...{ id: one.id, name: one.name, scopes: one.scopes, person: one.personName, own: one.person === actor.id },
      ...{ state: stateOf(one, now), at: one.at.toISOString(), expiresAt: one.expires_at.toISOString() },
      ...{ lastUsedAt: one.last_used_at?.toISOString() ?? null, endedAt: one.ended_at?.toISOString() ?? null },
      endedBy: one.ended_by_name,
    })),
    scopes: TOKEN_SCOPES.filter((scope) => roleMay(actor.role, ACT_OF[scope])),
  };
}

const stateOf = ({ ended_at, expires_at }: StoredToken, now: Date): 'good' | 'ended' | 'expired' => {
  if (ended_at !== null) return 'ended';
  return expires_at <= now ? 'expired' : 'good';
};

/** Told once. Whoever makes it was found to be able to do each of the scopes. Throws TOKENS_TOO_MANY. */
export async function makeToken(
  ports: TokenPorts,
  { body, actor, factor }: Maker & { readonly factor: boolean },
  { name, scopes: asked, days }: TokenRequest,
): Promise<TokenMade> {
  const scopes = TOKEN_SCOPES.filter((scope) => asked.includes(scope));
  const token = writtenToken(randomBytes(TOKEN_BYTES));
  return ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    await lockMandates(tx, body, actor.id);
    const good = (await tokensOf(tx, body, actor.id)).filter((one) => stateOf(one, now) === 'good');
    if (good.length >= MOST) throw governanceError('TOKENS_TOO_MANY');
    const id = newId();
    const expires_at = new Date(now.getTime() + days * DAY_MILLISECONDS);
    await insertToken(tx, {
      ...{ id, body, person: actor.id, digest: digestOf(token), name, scopes, factor, at: now, expires_at },
      ...{ last_used_at: null, ended_at: null, ended_by: null, ended_by_name: null },
    });
    await record(tx, body, now, {
      ...{ kind: 'token.made', subject: id, person: actor, grounds: [], policyVersion: null },
      summary: `Fatto un gettone per un programma: ${scopes.map((scope) => SCOPE_WORDS[scope]).join(', ')}`,
      facts: { token: id, name, scopes, expiresAt: expires_at.toISOString() },
    });
    return { page: await pageIn(ports, tx, { body, actor }), token };
  });
}

/** Whose it is, or the head; repeated, changes nothing. Throws TOKEN_NOT_FOUND. */
export async function endOne(
  ports: TokenPorts,
  { body, actor, id }: Maker & { readonly id: string },
): Promise<TokenPage> {
  return ports.database.inBody(body, async (tx) => {
    const token = await lockToken(tx, id);
    if (token === undefined || (token.person !== actor.id && actor.role !== 'head'))
      throw governanceError('TOKEN_NOT_FOUND');
    if (token.ended_at === null) {
      const now = ports.clock.now();
      await endToken(tx, id, { at: now, by: actor });
      await record(tx, body, now, {
        ...{ kind: 'token.ended', subject: id, person: actor, grounds: [], policyVersion: null },
        summary: 'Chiuso un gettone per un programma',
        facts: { token: id, name: token.name, of: token.person },
      });
    }
    return pageIn(ports, tx, { body, actor });
  });
}
