// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { ChannelFault, type Check, type ConnectedAccount } from '../port.ts';
import { clientAt, clientOf } from './client.ts';
import { otherAccount } from './errors.ts';
import { readerOf } from './reader.ts';
import { OneUser } from './wire.ts';

const Usage = z.object({
  data: z.object({
    project_cap: z.coerce.number(),
    project_usage: z.coerce.number(),
    cap_reset_day: z.number().int().min(1).max(31).optional(),
  }),
});

type Quota = NonNullable<Check['quota']>;

export interface Checking {
  readonly account: ConnectedAccount;
  readonly now: () => Date;
  readonly timeoutMilliseconds: number | undefined;
}

/** Who the token acts for, and how many reads the contract still has this month. X tells neither scopes nor expiry. */
export async function check({ account, now, timeoutMilliseconds }: Checking): Promise<Check> {
  const { data: me } = await readerOf(clientOf(account, timeoutMilliseconds), now).read(OneUser, 'users/me');
  if (me.id !== account.externalId) throw new ChannelFault(otherAccount);
  const { baseUrl, credentials } = account;
  const { appToken = '' } = credentials;
  const quota = appToken === '' ? null : await quotaOf({ baseUrl, appToken, now, timeoutMilliseconds });
  return { expiries: [], lacking: [], ...(quota && { quota }) };
}

interface Asking extends Omit<Checking, 'account'> {
  readonly baseUrl: string;
  readonly appToken: string;
}

/** Null where the application's own token does not tell: the account's connection is well all the same. */
async function quotaOf({ baseUrl, appToken, now, timeoutMilliseconds }: Asking): Promise<Quota | null> {
  const reader = readerOf(clientAt({ baseUrl, token: appToken, timeoutMilliseconds }), now);
  const query = { 'usage.fields': 'cap_reset_day,project_cap,project_usage' };
  try {
    const { data } = await reader.read(Usage, 'usage/tweets', query);
    return {
      left: Math.max(0, data.project_cap - data.project_usage),
      of: data.project_cap,
      resetsAt: data.cap_reset_day === undefined ? null : nextDay(data.cap_reset_day, reader.startedAt() ?? now()),
    };
  } catch (cause) {
    if (cause instanceof ChannelFault) return null;
    throw cause;
  }
}

/** The next time that the month comes to this day, at midnight UTC; in a shorter month its last day. */
export function nextDay(day: number, now: Date): Date {
  const inMonth = (offset: number): Date => {
    const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() + offset];
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, month, Math.min(day, last)));
  };
  return inMonth(0) > now ? inMonth(0) : inMonth(1);
}
