// SPDX-License-Identifier: AGPL-3.0-or-later
export * from './approving/contract.ts';
export * from './cautions/contract.ts';
export * from './consents/contract.ts';
export * from './consents/grounds-contract.ts';
export * from './drafting/contract.ts';
export * from './drafting/view-contract.ts';
export * from './media/contract.ts';
export * from './planning/contract.ts';
export * from './publishing/contract.ts';
export * from './stopping/contract.ts';
export * from './urgency/contract.ts';
