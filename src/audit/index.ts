// SPDX-License-Identifier: AGPL-3.0-or-later
export type { Act } from './chain.ts';
export { record } from './record.ts';
export { entriesAbout, headOf } from './store.ts';
export { type Verification, verify } from './verify.ts';
export { type EntryView, recordAbout, recordPage } from './view.ts';
