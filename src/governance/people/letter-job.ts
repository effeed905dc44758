// SPDX-License-Identifier: AGPL-3.0-or-later
import { jobKind } from '#platform';

export interface ToInvite {
  readonly body: string;
  readonly invitation: string;
}

export const invitationLetterJob = jobKind<ToInvite>('governance.invitation-letter', 2);
