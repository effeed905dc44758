// SPDX-License-Identifier: AGPL-3.0-or-later
export { type Adoption, adopt } from './adopt.ts';
export { bringIntoForce } from './come-into-force.ts';
export { actWords, refuseActDate } from './days.ts';
export { rulebookDeskRoutes } from './desk-routes.ts';
export { policyAdopted } from './events.ts';
export { type ImportedClause, type ImportedPolicy, importPolicy, type LeftOut } from './importing/index.ts';
export { adoptedVersion, feastsIn, inForce, inForceIfAny, type PolicyInForce } from './in-force.ts';
export { missingPage } from './pages/html/directory-page.ts';
export { framed, type Look } from './pages/html/frame.ts';
export { renderedPages } from './pages/rendered.ts';
export type { PageSources } from './pages/site.ts';
export type { RulebookPorts } from './ports.ts';
export { type PublicRoutes, publicRoutes } from './public-routes.ts';
export { holdRulebook } from './store.ts';
