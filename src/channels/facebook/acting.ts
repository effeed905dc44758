// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Graph } from '../core/graph.ts';

/** Who writes or looks, and when. */
export interface Acting {
  readonly graph: Graph;
  readonly pageId: string;
  readonly now: Date;
  /** Meta lets this application answer private messages as a person, for days. */
  readonly humanAgent: boolean;
}
