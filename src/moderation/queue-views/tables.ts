// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Generated, JSONColumnType } from 'kysely';
import type { ViewSearch } from './contract.ts';

export type QueueTables = {
  /** Read by `queue_page` alone; written with the case. */
  case_terms: { case_id: string; body: string; terms: string; wordless: boolean };
  queue_count: Cell;
  queue_change: Cell & { id: Generated<string> };
  queue_view: {
    id: string;
    body: string;
    person: string;
    name: string;
    shared: boolean;
    search: JSONColumnType<ViewSearch>;
    at: Date;
  };
};

interface Cell {
  body: string;
  network: string;
  kind: string;
  state: 'open' | 'decided';
  priority: number;
  must_look: boolean;
  stuck: boolean;
  cases: string;
}
