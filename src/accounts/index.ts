// SPDX-License-Identifier: AGPL-3.0-or-later
export {
  type AccountPorts,
  connectAccount,
  type NewAccount,
  type NewConnection,
  openAccount,
  registerAccount,
} from './connect.ts';
export { accountError } from './errors.ts';
export {
  type Account,
  accountById,
  accountOnNetwork,
  activeAccounts,
  bodyOfAccount,
  cursorOf,
  readingsIn,
  saveCursor,
} from './store.ts';
