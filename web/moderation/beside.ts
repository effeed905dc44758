// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentType } from 'react';
import type { CaseDetail } from '#moderation/contract';

/** What stands beside a case and asks the server for itself. */
export interface BesideProps {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly readOnly: boolean;
}

/** Under the item, from top to bottom: who wrote it, what else is known of it. One more is one line. */
export const BESIDE_ITEM: readonly ComponentType<BesideProps>[] = [];

/** Above the decision, then below it. */
export const ABOVE_DECISION: readonly ComponentType<BesideProps>[] = [];
export const BELOW_DECISION: readonly ComponentType<BesideProps>[] = [];
