// SPDX-License-Identifier: AGPL-3.0-or-later
export { type AfterRefusal, afterRefusal } from './after-refusal.ts';
export { allowanceOf } from './allowance.ts';
export { type NewApplication, setApplication } from './application.ts';
export { type Beginning, beginConnection } from './begin.ts';
export { checkDue } from './check.ts';
export { type Chosen, chooseAccount } from './choose.ts';
export { connectAccount, type NewConnection } from './connect.ts';
export { declareUse, type NewDeclaration } from './declare.ts';
export { type Disconnecting, disconnect } from './disconnect.ts';
export { accountError } from './errors.ts';
export { type CameBack, finishConnection, forgetAuthorisations } from './finish.ts';
export { accountHealth } from './health.ts';
export { insightsDue } from './insights.ts';
export { leaveAccounts } from './leave.ts';
export { foundAgain } from './lose.ts';
export { type OpenedAccount, openAccount, openToAsk } from './open.ts';
export { type AccountPorts, adapterIn } from './ports.ts';
export { type NewAccount, registerAccount } from './register.ts';
export { type RegisterDuty, registerDuties } from './registering/duties.ts';
export { officialIn } from './registering/standing-store.ts';
export { type Renewal, renew, renewDue } from './renew.ts';
export { accountRoutes } from './routes.ts';
export { countedBy, type SealedThings, sealAgain, sealedThings } from './seal-again.ts';
export {
  type Account,
  accountById,
  accountOnNetwork,
  accountsOf,
  activeAccounts,
  bodyOfAccount,
  cursorOf,
  readingsIn,
  saveCursor,
  saveTold,
  saveWritten,
} from './store.ts';
export { subscribeDue } from './subscribe.ts';
export { warnDue } from './warn.ts';
