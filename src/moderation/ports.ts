// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '#kernel';
import type { Database, Events, Jobs, Mail, News, Push, Tx, Vault } from '#platform';
import type { HolidayCalendar } from '#policy';
import type { LocalModel } from './learned/local-model.ts';
import type { ToDoItem } from './to-do/contract.ts';

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
  /** What waits in modules that this one does not know; absent: nothing. */
  readonly duties?: readonly DutiesOf[];
  /** Absent where the installation names none. */
  readonly localModel?: LocalModel;
}

/** Counts what waits for a person, or for anybody where there is none. */
export type DutiesOf = (
  tx: Tx,
  asked: { readonly body: string; readonly now: Date; readonly person: string | null },
) => Promise<readonly ToDoItem[]>;
