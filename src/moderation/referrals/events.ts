// SPDX-License-Identifier: AGPL-3.0-or-later
import { eventKind } from '#platform';

/** A letter about a referral is to be written. */
export interface LetterDue {
  readonly body: string;
  readonly referral: string;
  readonly letter: 'request' | 'reminder' | 'withdrawn' | 'escalated';
  readonly to: string;
  /** Of the link it was promised with. */
  readonly link: number;
}

export const referralLetterDue = eventKind<LetterDue>('moderation.referral-letter-due');
