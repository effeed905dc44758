// SPDX-License-Identifier: AGPL-3.0-or-later
export type { ImportedClause } from './clause.ts';
export { importErrors } from './errors.ts';
export { type ImportedPolicy, importPolicy } from './import-policy.ts';
export type { LeftOut } from './source.ts';
