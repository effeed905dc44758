// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json, type Reply } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { stranger } from '../town/parameters.ts';
import type { Account } from '../town/writing.ts';
import { GRAPH_REFUSALS, refuseParameter, refusing } from './refusal.ts';

export type Parameters = Readonly<Record<string, string>>;

/** A call that an account may make, with what it says. */
export interface Question {
  readonly account: Account;
  readonly parameters: Parameters;
  readonly stage: Stage;
  /** A fault of the network's own that strikes this call. */
  readonly fault: string | null;
}

export type Answered = Reply | Asked;

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
const COMMON = ['access_token', 'fields'];

interface Asking<Subject> {
  readonly question: Question;
  readonly subject: Subject;
  /** What was granted. */
  readonly scopes: readonly string[];
  /** Of every call of this network, besides the usual. */
  readonly common?: readonly string[];
}

export function askEdge<Subject>(
  edges: Edges<Subject>,
  name: string,
  { question, subject, scopes, common = [] }: Asking<Subject>,
): Answered | Promise<Answered> {
  const edge = Object.hasOwn(edges, name) ? edges[name] : undefined;
  if (edge === undefined) return refusing(GRAPH_REFUSALS['unknown-path']);
  const unknown = stranger(question.parameters, [...COMMON, ...common, ...edge.known]);
  if (unknown !== null) return refuseParameter(unknown);
  if (!scopes.includes(edge.scope)) return refusing(GRAPH_REFUSALS['permission-missing']);
  return edge.answer(question, subject);
}

/** A change that is answered by saying so. */
export const changing = (change: () => void, answer: () => Answer = () => json({ success: true })): Asked => ({
  unchanged: answer,
  effect() {
    change();
    return answer();
  },
});

/** Allowances as every answer of Meta's networks tells them; while limited, when they open again. */
export function usageHeaders(
  percent: number,
  { account, type, limited }: { account: string; type: string; limited: boolean },
): Record<string, string> {
  const use = { call_count: limited ? 100 : percent, total_cputime: 1, total_time: 1 };
  const regain = limited ? REGAIN_MINUTES : 0;
  return {
    'x-app-usage': JSON.stringify(use),
    'x-business-use-case-usage': JSON.stringify({
      [account]: [{ type, ...use, estimated_time_to_regain_access: regain }],
    }),
  };
}
const REGAIN_MINUTES = 7;
