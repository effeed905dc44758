// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Stage, TokenHabits } from './network.ts';
import type { Account, Token } from './writing.ts';

/** Why a token opens nothing. */
export type TokenFault = 'unknown' | 'expired' | 'used' | 'revoked' | 'password-changed' | 'role-lost';

export interface TokenPair {
  readonly access: Token;
  readonly refresh: Token | null;
}

type Circumstances = Pick<Stage, 'world' | 'now'>;

/** Whose token it is, or why it is nobody's. */
export function holderOf(
  value: string | undefined,
  { world, now }: Circumstances,
  kind: Token['kind'] = 'access',
): Account | TokenFault {
  const token = world.tokens.get(value ?? '');
  const account = world.accounts.get(token?.account ?? '');
  if (token === undefined || account === undefined || token.kind !== kind) return 'unknown';
  return faultOf(token, now()) ?? account;
}

function faultOf({ ended, endsAt }: Token, now: Date): TokenFault | null {
  if (ended !== null) return ended;
  return endsAt !== null && new Date(endsAt) <= now ? 'expired' : null;
}

/** A new pair, as after signing in; with `family`, as after a renewal. */
export function grantTokens(
  { access, refresh }: TokenHabits,
  { world, now }: Circumstances,
  given: { account: string; family?: string; accessValue?: string; refreshValue?: string },
): TokenPair {
  const endOf = (seconds: number | null) => (seconds === null ? null : new Date(now().getTime() + seconds * 1000));
  const { account, accessValue, refreshValue } = given;
  const first = world.addToken({
    ...{ account, kind: 'access', endsAt: endOf(access.seconds) },
    ...(accessValue === undefined ? {} : { value: accessValue }),
    ...(given.family === undefined ? {} : { family: given.family }),
  });
  if (refresh === undefined) return { access: first, refresh: null };
  const second = world.addToken({
    ...{ account, kind: 'refresh', endsAt: endOf(refresh.seconds), family: first.family },
    ...(refreshValue === undefined ? {} : { value: refreshValue }),
  });
  return { access: first, refresh: second };
}

/** What a refresh token is exchanged for. Where tokens rotate, a used one dies, and using it again may log everything out. */
export function renewTokens(
  habits: TokenHabits,
  stage: Circumstances,
  value: string | undefined,
): TokenPair | TokenFault {
  const holder = holderOf(value, stage, 'refresh');
  const token = stage.world.tokens.get(value ?? '');
  if (typeof holder === 'string' || token === undefined) {
    const isStolen = holder === 'used' && habits.refresh?.reuse === 'logs-out';
    if (isStolen && token !== undefined) endFamily(stage, token.family);
    return typeof holder === 'string' ? holder : 'unknown';
  }
  const { account, family } = token;
  if (habits.refresh?.rotates === true) stage.world.endToken(token.value, 'used');
  const pair = grantTokens(habits, stage, { account, family });
  if (habits.refresh?.rotates === true || pair.refresh === null) return pair;
  stage.world.endToken(pair.refresh.value, 'revoked');
  return { access: pair.access, refresh: token };
}

function endFamily({ world }: Circumstances, family: string): void {
  const alive = [...world.tokens.values()].filter((one) => one.family === family && one.ended === null);
  for (const { value } of alive) world.endToken(value, 'revoked');
}

/** What the configuration of an account takes today: the newest tokens that live, or new ones where none does. */
export function credentialsOf(account: Account, habits: TokenHabits, stage: Circumstances): Record<string, string> {
  const living = (kind: Token['kind']) =>
    [...stage.world.tokens.values()].findLast(
      (one) => one.account === account.id && one.kind === kind && faultOf(one, stage.now()) === null,
    );
  const [access, refresh] = [living('access'), living('refresh')];
  const isWhole = access !== undefined && (habits.refresh === undefined || refresh !== undefined);
  const pair = isWhole ? { access, refresh: refresh ?? null } : grantTokens(habits, stage, { account: account.id });
  return {
    ...account.credentials,
    [habits.access.credential]: pair.access.value,
    ...(habits.refresh === undefined ? {} : { [habits.refresh.credential]: pair.refresh?.value ?? '' }),
  };
}
