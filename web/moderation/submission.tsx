// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CaseDetail, DecisionRequest } from '#moderation/contract';
import { useIdempotencyKey } from '../client/idempotency.ts';
import { NoAnswer, Refusal } from '../client/request.ts';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Fault } from '../ui/fault.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePreference } from '../ui/preferences.ts';
import { adopt } from './adopt.ts';
import { caseQuery, decide, type Submission } from './cases.ts';
import { decisionName } from './decision-name.ts';
import { rememberDecision } from './last-decision.ts';
import type { NextCase } from './next-case.ts';

interface Circumstances {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly next: () => Promise<NextCase>;
  readonly onOpen: (id: string) => Promise<void>;
  readonly forget: () => void;
}

interface Deciding {
  readonly send: (decision: DecisionRequest, more?: Pick<Submission, 'referral'>) => void;
  readonly isPending: boolean;
  /** The server refused because the case has changed. */
  readonly conflict: boolean;
  readonly fault: ReactNode;
  readonly reset: () => void;
}

const words = it.deciding;

const isConflict = (error: Error | null): boolean =>
  error instanceof Refusal && error.problem.status === 409 && error.problem.code !== 'CASE_CLAIMED';

/** Sends a decision, once; then the rows, the counters and the page follow. */
export function useDecide({ body, detail, next, onOpen, forget }: Circumstances): Deciding {
  const queries = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [advance] = usePreference('advance');
  const mutation = useMutation({
    mutationFn: (submission: Submission) => decide(body, detail.id, submission),
    onSuccess: async (decided, { decision }) => {
      const option = detail.options.find(({ kind }) => kind === decision.kind);
      const name = option === undefined ? it.decision[decision.kind] : decisionName(option);
      const sentence = words.recorded(decided.number, name);
      const taken = decided.decisions.at(-1)?.id ?? '';
      rememberDecision({ body, id: decided.id, decision: taken, sentence });
      const following = await next();
      announce(following.last ? `${sentence} ${words.lastOne}` : sentence);
      const onward = advance ? following.id : undefined;
      // The next case first: what became of this one is drawn behind it.
      if (onward !== undefined) await onOpen(onward);
      await adopt(queries, body, decided);
      forget();
      if (onward === undefined) document.getElementById('decisione')?.focus();
    },
    onError: (error) => {
      if (isConflict(error)) void queries.invalidateQueries({ queryKey: caseQuery(body, detail.id).queryKey });
    },
  });
  const conflict = isConflict(mutation.error);
  return {
    send: (decision, more = {}) => mutation.mutate({ decision, ...more, key: keyFor({ ...decision, ...more }) }),
    isPending: mutation.isPending,
    conflict,
    fault: mutation.error === null || conflict ? null : <DecisionFault error={mutation.error} />,
    reset: mutation.reset,
  };
}

/** Without an answer nobody knows whether the decision arrived; the same key makes a second sending safe. */
function DecisionFault({ error }: { readonly error: Error }) {
  if (error instanceof Refusal && error.problem.status === 401) {
    return <Fault title={words.failed} error={error} text={words.signedOut} />;
  }
  if (!(error instanceof NoAnswer)) return <Fault title={words.failed} error={error} />;
  return (
    <div role="alert">
      <Notice tone="danger" title={words.unanswered}>
        <p>{words.unansweredDetail}</p>
      </Notice>
    </div>
  );
}
