// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Settled } from '#delivery';
import type { Actor } from '#governance';
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import { dossierFollower } from './dossier/follow.ts';
import { ladderFollower } from './ladder/follow.ts';
import type { Matter } from './options.ts';
import type { ModerationPorts } from './ports.ts';
import type { ReferralChoice } from './referrals/contract.ts';
import { referralFollower } from './referrals/follow.ts';
import { repliesFollower } from './replies/follow.ts';
import { reviewFollower } from './review/follow.ts';
import { statementFollower } from './statements/follow.ts';
import type { Case, Decision, NewDecision } from './store.ts';
import { turnsFollower } from './turns/follow.ts';

/** A decision that was just stored, with what it was taken on. */
export interface Taken {
  readonly row: Case;
  readonly item: Item;
  /** The words that were judged; empty where they had to go. */
  readonly text: string;
  readonly matter: Matter;
  readonly decision: NewDecision;
  readonly actor: Actor;
  /** Where a request is handed over to, as the person chose. */
  readonly referral?: ReferralChoice;
  /** What the person says to the author, besides what the desk says. */
  readonly toAuthor?: string;
  /** The hiding that this removal follows, and stands in the place of. */
  readonly supersedes?: Decision;
}

/** A decision that was just taken back. */
export interface TakenBack {
  readonly row: Case;
  readonly item: Item;
  readonly decision: Decision;
  readonly actor: Actor;
  readonly reasons: string;
  /** The hiding that it had followed: in force again. */
  readonly standsAgain?: Decision;
  /** It falls with another on the same ground, whose author is told of that one. */
  readonly toldWithAnother?: true;
}

/** A write that a decision asked for reached its end. */
export interface Carried {
  readonly row: Case;
  readonly decision: Decision;
  readonly settled: Settled;
}

/** What else happens with a decision, in its own transaction: what throws here refuses the decision. */
export interface Follower {
  /**
   * Locks what it will change of a case, which is locked already: before anything is recorded, because the head of the record
   * is everybody's, and whoever has it waits for nobody.
   */
  readonly lock?: (tx: Tx, row: Case) => Promise<void>;
  readonly taken?: (ports: ModerationPorts, tx: Tx, taken: Taken) => Promise<void>;
  readonly takenBack?: (ports: ModerationPorts, tx: Tx, taken: TakenBack) => Promise<void>;
  /** Once for each end of each write whose cause is the decision, also one since taken back: `decision.undone_at` tells. */
  readonly carried?: (ports: ModerationPorts, tx: Tx, carried: Carried) => Promise<void>;
}

/** One more is one file and one line here; they are asked in this order. */
export const FOLLOWERS: readonly Follower[] = [
  turnsFollower,
  ladderFollower,
  repliesFollower,
  referralFollower,
  statementFollower,
  reviewFollower,
  dossierFollower,
];

export async function lockWith(tx: Tx, row: Case): Promise<void> {
  for (const follower of FOLLOWERS) await follower.lock?.(tx, row);
}

export async function followTaken(ports: ModerationPorts, tx: Tx, taken: Taken): Promise<void> {
  for (const follower of FOLLOWERS) await follower.taken?.(ports, tx, taken);
}

export async function followTakenBack(ports: ModerationPorts, tx: Tx, taken: TakenBack): Promise<void> {
  for (const follower of FOLLOWERS) await follower.takenBack?.(ports, tx, taken);
}

export async function followCarried(ports: ModerationPorts, tx: Tx, carried: Carried): Promise<void> {
  for (const follower of FOLLOWERS) await follower.carried?.(ports, tx, carried);
}
