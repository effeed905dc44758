// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage, TokenHabits } from '../town/network.ts';
import { bearerOf, jsonOf, WrongBody } from '../town/parameters.ts';
import { holderOf } from '../town/tokens.ts';
import type { Account } from '../town/writing.ts';
import { handleOf } from './identifiers.ts';
import { invalid, type RefusalName, refuse } from './refusals.ts';

/** What an account is configured with: a password for applications, without an end. */
export const TOKENS: TokenHabits = { access: { credential: 'appPassword', seconds: null } };

const ACCESS_SECONDS = 2 * 3600;
const REFRESH_SECONDS = 60 * 86_400;

const Session = z.object({
  account: z.string(),
  password: z.string(),
  kind: z.enum(['access', 'refresh']),
  endsAt: z.string(),
});
const sessionsOf = ({ world }: Stage) => openDrawer(world, 'session', Session);

const Login = z.strictObject({
  identifier: z.string(),
  password: z.string(),
  authFactorToken: z.string().optional(),
  allowTakendown: z.boolean().optional(),
});

/** Signs in with a password for applications. */
export function createSession(call: Call, stage: Stage): Answer {
  const asked = jsonOf(call, Login);
  if (asked instanceof WrongBody) return invalid(asked.why);
  const account = holderOf(asked.password, stage);
  if (typeof account === 'string') return refuse('wrong-password');
  const names = [account.id, account.handle, handleOf(account.handle)];
  if (!names.includes(asked.identifier)) return refuse('wrong-password');
  return json(grant(account, asked.password, stage));
}

function grant(account: Account, password: string, stage: Stage) {
  const token = (kind: 'access' | 'refresh', seconds: number): string => {
    const value = `${kind}-${stage.world.draw()}`;
    const endsAt = new Date(stage.now().getTime() + seconds * 1000).toISOString();
    sessionsOf(stage).put(value, { account: account.id, password, kind, endsAt });
    return value;
  };
  const accessJwt = token('access', ACCESS_SECONDS);
  return { ...session(account), accessJwt, refreshJwt: token('refresh', REFRESH_SECONDS) };
}

const session = ({ id, handle }: Account) => ({ did: id, handle: handleOf(handle), active: true });

export const getSession = (account: Account): Answer => json(session(account));

/** A refresh token for a new pair; the used one dies. */
export function refreshSession(call: Call, stage: Stage): Answer {
  const value = bearerOf(call) ?? '';
  const held = holderOfSession(value, 'refresh', stage);
  if (typeof held === 'string') return refuse(held);
  const { password } = sessionsOf(stage).get(value) ?? { password: '' };
  sessionsOf(stage).remove(value);
  return json(grant(held, password, stage));
}

/** Who calls, by the token alone; its password may have been taken back since. */
export function callerOf(call: Call, stage: Stage): Account | RefusalName {
  const value = bearerOf(call);
  return value === undefined ? 'token-missing' : holderOfSession(value, 'access', stage);
}

function holderOfSession(value: string, kind: 'access' | 'refresh', stage: Stage): Account | RefusalName {
  const held = sessionsOf(stage).get(value);
  if (held === undefined || held.kind !== kind) return 'token-invalid';
  if (new Date(held.endsAt) <= stage.now()) return 'token-expired';
  const account = holderOf(held.password, stage);
  return typeof account === 'string' ? 'wrong-password' : account;
}
