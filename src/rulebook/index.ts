// SPDX-License-Identifier: AGPL-3.0-or-later
export { type Adoption, adopt } from './adopt.ts';
export { bringIntoForce } from './come-into-force.ts';
export { rulebookDeskRoutes } from './desk-routes.ts';
export { policyAdopted } from './events.ts';
export { adoptedVersion, inForce, type PolicyInForce } from './in-force.ts';
export type { RulebookPorts } from './ports.ts';
export { rulebookRoutes } from './routes.ts';
