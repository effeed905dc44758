// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { planDigest } from './digest.ts';
import { lastPlanApproval, type Plan, type PlanApprovalRow, type PlanVersion } from './store.ts';

/** Whether somebody's name stands under what the plan says now; the digest is made anew, never believed. */
export const isSigned = (
  { state, version }: Pick<Plan, 'state' | 'version'>,
  { content }: Pick<PlanVersion, 'content'>,
  approval: Pick<PlanApprovalRow, 'version' | 'digest' | 'voided_at'> | undefined,
): boolean =>
  state === 'approved' &&
  approval !== undefined &&
  approval.voided_at === null &&
  approval.version === version &&
  approval.digest === planDigest(content);

export const isApproved = async (tx: Tx, plan: Plan, version: PlanVersion): Promise<boolean> =>
  isSigned(plan, version, await lastPlanApproval(tx, plan.id));
