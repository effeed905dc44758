// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FactSet } from '../equal-rules.ts';

/** Another engine with the equal rules loaded. */
export interface PeerEngine {
  readonly name: string;
  /** The facts in the engine's own form, made ready before anything is timed. */
  ready(facts: FactSet): ReadyFacts;
}

export interface ReadyFacts {
  /** Ids of the rules that the facts touch, in any order. */
  judge(): readonly string[] | Promise<readonly string[]>;
}
