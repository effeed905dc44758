// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Call, Reply } from '../town/call.ts';
import { type Asked, Refused, type Stage } from '../town/network.ts';
import { stranger } from '../town/parameters.ts';
import type { Account, Writing } from '../town/writing.ts';
import { refuse } from './refusals.ts';

/** A call that an account may make. */
export interface Question {
  readonly call: Call;
  readonly account: Account;
  readonly stage: Stage;
}
export type Answered = Reply | Asked | Promise<Reply | Asked>;

/** Throws `Refused` on a parameter that is not known there. */
export function only(call: Call, known: readonly string[]): URLSearchParams {
  const unknown = stranger(call.query, known);
  if (unknown !== null) throw new Refused(refuse('bad-field', `${unknown}: unknown field`));
  return call.query;
}

/** Throws `Refused` on what is no whole number in between. */
export function whole(text: string, { least, most }: { least: number; most: number }): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Refused(refuse('bad-field', `${text}: must be between ${least} and ${most}`));
}

/** A video of the account, or of anybody where `account` is null. Throws `Refused`. */
export function videoOf(id: string | null, account: Account | null, { world }: Stage): Writing {
  const video = world.writings.get(id ?? '');
  if (video?.kind !== 'post' || !world.exists(video.id)) throw new Refused(refuse('not-found'));
  if (account !== null && video.account !== account.id) throw new Refused(refuse('permission-missing'));
  return video;
}
