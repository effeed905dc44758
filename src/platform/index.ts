// SPDX-License-Identifier: AGPL-3.0-or-later
export { type Config, readConfig } from './config.ts';
export { databaseAway } from './database/away.ts';
export { type Connection, type Database, databaseOf, poolOf, type Tx } from './database/database.ts';
export { migrate, type SchemaState, schemaState } from './database/migrate.ts';
export { APP_ROLE, ensureAppRole, grantToApp, type Rights } from './database/roles.ts';
export { platformError } from './errors.ts';
export {
  type EventKind,
  type Events,
  eventKind,
  eventsOf,
  type Subscription,
  subscription,
  subscriptionTogether,
} from './events.ts';
export { Html, html } from './html.ts';
export { problem, problemFields } from './http/problem.ts';
export { type ServedAt, servedAt } from './http/served-at.ts';
export { DESK_POLICY, type ServerOptions, serverOf } from './http/server.ts';
export { each } from './jobs/each.ts';
export { type JobKind, type Jobs, jobKind, jobsOf, migrateJobs } from './jobs/jobs.ts';
export { type Sweeps, sweepsOf } from './jobs/sweeps.ts';
export { type Log, type LogLevel, logTo, silentLog } from './log.ts';
export { type Letter, type Mail, type MailOptions, mailOf } from './mail.ts';
export { addKey, masterKeys, newKey } from './master-keys.ts';
export { holdLittle } from './memory.ts';
export { type News, newsOf } from './news.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres/index.ts';
export { isPublicAddress, NOT_PUBLIC, publicOnly } from './public-addresses.ts';
export {
  areDeviceKeys,
  contactOf,
  type Push,
  type PushNotice,
  type PushOutcome,
  type PushTarget,
  pushOf,
} from './push/push.ts';
export { openWith, sealWith, type Vault, type VaultOptions, vaultOf } from './vault.ts';
