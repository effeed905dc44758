// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import type { Clock } from '#kernel';
import type { Database, Events, Jobs, Vault } from '#platform';

/** What the verbs of this module work with; `app` hands it to them. */
export interface EditorialPorts {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly events: Events;
  readonly clock: Clock;
  readonly vault: Vault;
  /** Where networks reach the desk, without a slash at the end. */
  readonly url: string;
}

/** Somebody acting in a body. */
export interface Acting {
  readonly body: string;
  readonly actor: Actor;
}

export interface OnDraft extends Acting {
  readonly id: string;
}
