// SPDX-License-Identifier: AGPL-3.0-or-later
export { ACT_WORDS, type Act, roleMay, rolesFor } from './acts.ts';
export { type Attempts, attemptsOf } from './attempts.ts';
export { type Actor, type Guard, guardOf, type Limits } from './authorise.ts';
export type { Mandate, Role, Session } from './contract.ts';
export { establishBody, giveMandate, type NewMandate } from './establish.ts';
export { type Office, officeById, officesOf } from './office-store.ts';
export { changeOffice, closeOffice, openOffice } from './offices.ts';
export { type CheckedAccount, checkMandates, type HeldByPerson, type MandateDefect } from './people/check.ts';
export { enterFirst, type FirstPerson } from './people/first.ts';
export { invitationLetterJob, writeInvitation } from './people/letter.ts';
export type { Leaver, Leaving, LeavingHolder, PeoplePorts } from './people/ports.ts';
export { peopleRoutes } from './people/routes.ts';
export { termsOver } from './people/sweep.ts';
export type { MandateTerms, PolicyOnMandates } from './people/terms.ts';
export { leavingAddress, type ProviderPorts } from './provider/come-back.ts';
export { openIdOf } from './provider/openid.ts';
export { providerRoutes } from './provider/routes.ts';
export { enterProvider, type ProviderSettings, redirectOf, removeProvider } from './provider/settings.ts';
export {
  allow,
  headersOf,
  type KeptRoute,
  keepRules,
  open,
  type PlaceOf,
  type RouteRule,
  signedIn,
} from './route-rules.ts';
export { type GovernanceRoutes, governanceRoutes } from './routes.ts';
export { unlockPerson } from './second-factor/of-others.ts';
export { secondFactorRoutes } from './second-factor/routes.ts';
export { hasFactorOn } from './second-factor/store.ts';
export { type SignedIn, type SignIn, signInOf } from './sign-in.ts';
export { isGoodAt, type Place } from './standing.ts';
export { allBodies, heldMandates, mandatesOf, peopleWithMandate } from './store.ts';
export { tokenRoutes } from './tokens/routes.ts';
