// SPDX-License-Identifier: AGPL-3.0-or-later
export { type Attempts, attemptsOf } from './attempts.ts';
export { type Actor, type Guard, guardOf, roleMay } from './authorise.ts';
export type { Mandate, Role, Session } from './contract.ts';
export { establishBody, giveMandate, type NewMandate } from './establish.ts';
export { type Office, officeById, officesOf } from './office-store.ts';
export { changeOffice, closeOffice, openOffice } from './offices.ts';
export { type GovernanceRoutes, governanceRoutes, headersOf } from './routes.ts';
export { type SignedIn, type SignIn, signInOf } from './sign-in.ts';
export { allBodies, peopleWithMandate } from './store.ts';
