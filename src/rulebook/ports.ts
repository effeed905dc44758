// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import type { Clock } from '#kernel';
import type { Database, Events } from '#platform';
import type { ItemKind, OwnTerms, Signal } from '#policy';

/** What the verbs of this module work with; `app` hands it to them. */
export interface RulebookPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: Events;
  /** Triage, as the examples of a policy need it. */
  readonly analyse: (text: string, context: OwnTerms & { readonly kind: ItemKind }) => readonly Signal[];
}

/** Somebody acting in a body. */
export interface Acting {
  readonly body: string;
  readonly actor: Actor;
}
