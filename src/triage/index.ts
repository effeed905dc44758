// SPDX-License-Identifier: AGPL-3.0-or-later
export { analyse } from './analyse.ts';
export type { TriageContext } from './rules/rule.ts';
