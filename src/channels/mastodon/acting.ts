// SPDX-License-Identifier: AGPL-3.0-or-later
import type { mastodon } from 'masto';
import type { z } from 'zod';
import type { WriteOutcome } from '../port.ts';
import { Unanswered } from './api.ts';
import { failedWrite, unclear } from './errors.ts';
import { List, Status } from './wire.ts';

/** Who writes or looks, and when. */
export interface Acting {
  readonly client: mastodon.rest.Client;
  /** The account's id on its instance. */
  readonly me: string;
  readonly now: Date;
  readonly timeoutMilliseconds: number;
}

type Sent<Shape> =
  | { readonly done: true; readonly body: Shape }
  | { readonly done: false; readonly outcome: WriteOutcome };

/** The one call that changes the network, and what came of it. A 2xx is a write that happened, even if it cannot be read. */
export async function sent<Shape>(
  { now }: Pick<Acting, 'now'>,
  writing: PromiseLike<unknown>,
  shape: z.ZodType<Shape>,
): Promise<Sent<Shape>> {
  try {
    const body = shape.safeParse(await writing);
    if (body.success) return { done: true, body: body.data };
    return { done: false, outcome: { state: 'unknown', error: unclear('unexpected-answer') } };
  } catch (cause) {
    if (cause instanceof Unanswered) return { done: false, outcome: failedWrite(cause.failed, now) };
    throw cause;
  }
}

/** A status as it is now. Throws `Unanswered`; what has not its shape is unclear. */
export async function readStatus({ client }: Pick<Acting, 'client'>, id: string): Promise<Status> {
  const read = Status.safeParse(await client.v1.statuses.$select(id).fetch());
  if (read.success) return read.data;
  throw new Unanswered({ kind: 'unclear', sent: true, code: 'unexpected-status' });
}

/** `readStatus`, or null where the instance says that there is none. */
export async function findStatus(acting: Pick<Acting, 'client'>, id: string): Promise<Status | null> {
  try {
    return await readStatus(acting, id);
  } catch (cause) {
    if (isGone(cause)) return null;
    throw cause;
  }
}

export const isGone = (cause: unknown): boolean =>
  cause instanceof Unanswered && cause.failed.kind === 'refused' && [404, 410].includes(cause.failed.status);

/** A list that must be one. Throws `Unanswered`. */
export function listIn(body: unknown): readonly unknown[] {
  const list = List.safeParse(body);
  if (list.success) return list.data;
  throw new Unanswered({ kind: 'unclear', sent: true, code: 'unexpected-list' });
}
