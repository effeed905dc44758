// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentType } from 'react';
import type { CaseDetail } from '#moderation/contract';
import { AuthoritiesNotice } from './dossier/authorities-notice.tsx';
import { DossierPanel } from './dossier/dossier-panel.tsx';
import { LadderPanel } from './ladder/ladder-panel.tsx';
import { PrecedentsPanel } from './precedents/precedents-panel.tsx';
import { SameAuthor } from './queue-views/same-author.tsx';
import { ReferralPanel } from './referrals/referral-panel.tsx';
import { StatementPanel } from './review/statement-panel.tsx';
import { ClaimPlace } from './turns/claim-place.tsx';

/** What stands beside a case and asks the server for itself. */
export interface BesideProps {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly readOnly: boolean;
}

/** Under the item, from top to bottom: who wrote it, what else is known of it. One more is one line. */
export const BESIDE_ITEM: readonly ComponentType<BesideProps>[] = [SameAuthor, PrecedentsPanel];

/** Above the decision, then below it. */
export const ABOVE_DECISION: readonly ComponentType<BesideProps>[] = [AuthoritiesNotice, ClaimPlace, ReferralPanel];
export const BELOW_DECISION: readonly ComponentType<BesideProps>[] = [StatementPanel, LadderPanel, DossierPanel];
