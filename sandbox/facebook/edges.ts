// SPDX-License-Identifier: AGPL-3.0-or-later
import { json, type Reply } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import type { Account } from '../town/writing.ts';
import type { RefusalName } from './refusals.ts';
import type { Parameters } from './rendering.ts';

/** A call that a Page may make, with what it says. */
export interface Question {
  readonly page: Account;
  readonly parameters: Parameters;
  readonly stage: Stage;
  /** A fault of Facebook's own that strikes this call. */
  readonly fault: string | null;
}

export type Answered = Reply | Asked | RefusalName;

/** One method of one edge of a kind of node; the edge without a name is the node itself. */
export interface Edge<Subject> {
  /** Parameters that it understands, besides those of any call. */
  readonly known: readonly string[];
  /** The permission that the application needs for it. */
  readonly scope: string;
  answer(question: Question, subject: Subject): Answered | Promise<Answered>;
}

/** By method and edge: `POST comments`. */
export type Edges<Subject> = Readonly<Record<string, Edge<Subject>>>;

export const PAGING = ['limit', 'after', 'before', 'since', 'until'];

/** A change that is answered by saying so. */
export const changing = (change: () => void): Asked => ({
  unchanged: () => json({ success: true }),
  effect() {
    change();
    return json({ success: true });
  },
});
