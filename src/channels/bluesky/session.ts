// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { AtpAgent } from '@atproto/api';
import type { Clock } from '#kernel';
import { type ChannelErrorKind, ChannelFault, type ConnectedAccount } from '../port.ts';
import { channelError, fault, isSessionRefused } from './errors.ts';
import { LOGIN_BUDGETS, REFUSED_LOGIN_PAUSE_SECONDS, REQUEST_TIMEOUT_MS } from './limits.ts';

/** Signed-in agents, one per account and credentials, in the memory of this process. */
export interface Sessions {
  /**
   * Runs `act` as the account. The library renews an expired token by itself; if the session is refused all the same, one
   * new login is made and `act` runs again. Throws `ChannelFault` where no session can be had.
   */
  use<Answer>(account: ConnectedAccount, act: (agent: AtpAgent) => Promise<Answer>): Promise<Answer>;
}

const OTHER_ACCOUNT = 'Le credenziali sono di un altro account Bluesky, non di quello dell’ente.';
/** Refusals that the same credentials would meet again. */
const FINAL_REFUSALS: readonly ChannelErrorKind[] = ['reauth-needed', 'blocked-by-platform', 'role-lost'];

interface Seat {
  agent: Promise<AtpAgent> | null;
  logins: number[];
  refused: { readonly fault: ChannelFault; readonly until: number } | null;
}

export interface SessionSources {
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMilliseconds?: number;
}

export function openSessions({ clock, fetch, timeoutMilliseconds = REQUEST_TIMEOUT_MS }: SessionSources): Sessions {
  const seats = new Map<string, Seat>();
  const seatOf = (account: ConnectedAccount): Seat => {
    const key = keyOf(account);
    const seat = seats.get(key) ?? { agent: null, logins: [], refused: null };
    seats.set(key, seat);
    return seat;
  };

  /** Concurrent users of an account share one login. */
  const agentOf = (account: ConnectedAccount, seat: Seat): Promise<AtpAgent> => {
    seat.agent ??= login(account, seat).catch((cause: unknown) => {
      seat.agent = null;
      throw cause;
    });
    return seat.agent;
  };

  async function login(account: ConnectedAccount, seat: Seat): Promise<AtpAgent> {
    spendLogin(seat, clock.now().getTime());
    const agent = new AtpAgent({ service: account.baseUrl, fetch: withTimeout(fetch, timeoutMilliseconds) });
    const identifier = account.credentials.identifier || account.externalId;
    const password = account.credentials.appPassword ?? '';
    try {
      await agent.login({ identifier, password });
      if (agent.did !== account.externalId) throw fault('role-lost', 'OtherAccount', OTHER_ACCOUNT);
    } catch (cause) {
      const refusal = new ChannelFault(channelError(cause, clock.now()), { cause });
      const pause = pauseAfter(refusal);
      if (pause > 0) seat.refused = { fault: refusal, until: clock.now().getTime() + pause * 1000 };
      throw refusal;
    }
    return agent;
  }

  return {
    async use(account, act) {
      const seat = seatOf(account);
      const held = agentOf(account, seat);
      const agent = await held;
      try {
        return await act(agent);
      } catch (cause) {
        if (!isSessionRefused(cause)) throw cause;
        // Whoever is refused first gives the agent up; the others find the next login under way.
        if (seat.agent === held) seat.agent = null;
        return act(await agentOf(account, seat));
      }
    },
  };
}

/** Seconds for which the same login would be refused again: as many as the network says, or a while. */
function pauseAfter({ error }: ChannelFault): number {
  if (error.kind === 'rate-limited') return error.retryAfterSeconds ?? 0;
  return FINAL_REFUSALS.includes(error.kind) ? REFUSED_LOGIN_PAUSE_SECONDS : 0;
}

/** A digest, so that no secret serves as a key in memory; new credentials make a new seat. */
function keyOf({ baseUrl, externalId, credentials }: ConnectedAccount): string {
  const parts = [baseUrl, externalId, credentials.identifier, credentials.appPassword];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Throws while credentials are known to be wrong, and when the logins of the account are used up. */
function spendLogin(seat: Seat, now: number): void {
  if (seat.refused !== null && now < seat.refused.until) throw seat.refused.fault;
  seat.refused = null;
  for (const { logins, withinSeconds } of LOGIN_BUDGETS) {
    const recent = seat.logins.filter((at) => at > now - withinSeconds * 1000);
    const oldest = recent.at(-logins);
    if (oldest === undefined) continue;
    const retryAfterSeconds = Math.max(1, Math.ceil(withinSeconds - (now - oldest) / 1000));
    const message = 'Troppi accessi a Bluesky in poco tempo: si riprova più tardi.';
    throw new ChannelFault({ kind: 'rate-limited', code: 'LoginBudget', message, retryAfterSeconds });
  }
  const longest = Math.max(...LOGIN_BUDGETS.map(({ withinSeconds }) => withinSeconds));
  seat.logins = [...seat.logins.filter((at) => at > now - longest * 1000), now];
}

function withTimeout(fetch: typeof globalThis.fetch, milliseconds: number): typeof globalThis.fetch {
  return (input, init) => {
    const timeout = AbortSignal.timeout(milliseconds);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    return fetch(input, { ...init, signal });
  };
}
