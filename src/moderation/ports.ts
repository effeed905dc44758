// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '#kernel';
import type { Database, Events, Jobs, Mail, News, Push, Vault } from '#platform';
import type { HolidayCalendar } from '#policy';
import type { LocalModel } from './learned/local-model.ts';

/** What the verbs of this module work with; `app` hands it to them. */
export interface ModerationPorts {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly news: News;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly holidays: HolidayCalendar;
  readonly mail: Mail;
  readonly push: Push;
  /** Where people reach the desk and its public pages, without a slash at the end. */
  readonly url: string;
  /** Absent where the installation names none. */
  readonly localModel?: LocalModel;
}
