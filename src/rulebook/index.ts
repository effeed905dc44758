// SPDX-License-Identifier: AGPL-3.0-or-later
export { type Adoption, adopt } from './adopt.ts';
export { policyAdopted } from './events.ts';
export { inForce, type PolicyInForce } from './in-force.ts';
export { rulebookRoutes } from './routes.ts';
