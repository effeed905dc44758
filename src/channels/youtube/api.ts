// SPDX-License-Identifier: AGPL-3.0-or-later
import { youtube_v3 } from '@googleapis/youtube';
import type { z } from 'zod';
import type { Clock } from '#kernel';
import { type Answer, call, failedWrite } from '../core/call.ts';
import { ChannelFault, type ConnectedAccount, type WriteOutcome } from '../port.ts';
import { allowanceSpent, errorOf, fault, unclear } from './errors.ts';
import { READ_UNITS, WRITE_UNITS } from './limits.ts';

/** One method of the library, called once. */
export type Send = (api: youtube_v3.Youtube) => Promise<{ readonly data: unknown }>;

/** What a reading is for: one that proves a write takes from what is kept for writes. */
export type Purpose = 'read' | 'write';

export interface Acting {
  readonly account: ConnectedAccount;
  readonly clock: Clock;
  readonly timeoutMilliseconds: number;
  /** One call of so many units. Throws `ChannelFault` before it where the day's units do not reach. */
  ask(cost: { readonly units: number; readonly purpose: Purpose }, send: Send): Promise<Answer>;
}

/**
 * The Data API as one channel sees it. The library writes the requests; they leave by our own way, once each: it would try
 * again by itself, follow redirects with the token, and round large numbers.
 */
export function actingFor(
  account: ConnectedAccount,
  { clock, timeoutMilliseconds }: { readonly clock: Clock; readonly timeoutMilliseconds: number },
): Acting {
  const api = new youtube_v3.Youtube({
    rootUrl: account.baseUrl,
    retry: false,
    headers: bearer(account),
    adapter: async (options) => {
      const answer = await call(
        {
          method: options.method as 'GET' | 'POST' | 'PUT' | 'DELETE',
          url: options.url.href,
          headers: Object.fromEntries(options.headers),
          ...(typeof options.body === 'string' ? { body: options.body } : {}),
        },
        timeoutMilliseconds,
      );
      return Object.assign(new Response(), { config: options, data: answer as never });
    },
  });
  return {
    account,
    clock,
    timeoutMilliseconds,
    async ask({ units, purpose }, send) {
      const allowed = (await account.spend?.(units, purpose)) ?? true;
      if (!allowed) throw fault(allowanceSpent(clock.now()));
      return (await send(api)).data as Answer;
    },
  };
}

export const bearer = ({ credentials }: ConnectedAccount): { authorization: string } => ({
  authorization: `Bearer ${credentials.accessToken ?? ''}`,
});

/** A reading that must have its shape. Throws `ChannelFault`. */
export async function read<Shape>(
  acting: Acting,
  { shape, purpose, send }: { readonly shape: z.ZodType<Shape>; readonly purpose: Purpose; readonly send: Send },
): Promise<Shape> {
  const answer = await acting.ask({ units: READ_UNITS, purpose }, send);
  return shaped(acting, answer, shape);
}

/** Throws `ChannelFault`. */
export function shaped<Shape>({ clock }: Pick<Acting, 'clock'>, answer: Answer, shape: z.ZodType<Shape>): Shape {
  if (answer.kind !== 'answer') throw fault(errorOf(answer, clock.now()));
  const body = shape.safeParse(answer.body);
  if (!body.success) throw fault(unclear('unexpected-shape'), body.error);
  return body.data;
}

/** A write whose success is its status: any 2xx has happened, whatever its body. */
export async function change(acting: Acting, send: Send): Promise<WriteOutcome> {
  const answer = await acting.ask({ units: WRITE_UNITS, purpose: 'write' }, send);
  return answer.kind === 'answer' ? { state: 'accepted' } : failed(acting, answer);
}

export const failed = ({ clock }: Acting, answer: Exclude<Answer, { kind: 'answer' }>): WriteOutcome =>
  failedWrite(answer, errorOf(answer, clock.now()));

/** What a refusal thrown on the way to a write came to: the write itself never left. */
export function refusedBefore(cause: unknown): WriteOutcome {
  if (cause instanceof ChannelFault) return { state: 'refused', error: cause.error };
  throw cause;
}
