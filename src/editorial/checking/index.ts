// SPDX-License-Identifier: AGPL-3.0-or-later
export { checkDraft, checkUnderLaw } from './check-draft.ts';
export { CHECK_LABELS, type CheckName } from './check-names.ts';
export type { DraftToCheck, Finding, PostLimits, Severity } from './draft.ts';
export { namedIn, type OpenMatter } from './open-matters.ts';
