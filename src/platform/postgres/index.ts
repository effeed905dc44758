// SPDX-License-Identifier: AGPL-3.0-or-later
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  type PostgresConnection,
  startEmbeddedPostgres,
} from './launch.ts';
export { type StopOutcome, stopEmbeddedPostgres } from './stop.ts';
