// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseDetail, DecisionView, EnforcementView } from '#moderation/contract';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { adopt } from './adopt.ts';
import { ByHandDialog } from './by-hand-dialog.tsx';
import { retryEnforcement } from './cases.ts';
import { isAwaited } from './outcome.ts';
import { EnforcementState } from './tags.tsx';

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly decision: DecisionView;
  readonly readOnly: boolean;
}

const words = it.deciding;

/** How far the network has followed a decision, and what a person can do where it has not. */
export function Enforcements({ body, detail, decision, readOnly }: Props) {
  if (decision.enforcements.length === 0) return null;
  return (
    <div className="enforcements">
      <h4>{words.enforcement}</h4>
      <ul>
        {decision.enforcements.map((write) => (
          <li key={write.id}>
            <strong>{it.act[write.type]}:</strong> <EnforcementState state={write.state} />
            {write.note === null ? null : <p className="muted small">{write.note}</p>}
            {readOnly || !isAwaited(decision, write) ? null : (
              <Remedies body={body} number={detail.number} write={write} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RemedyProps {
  readonly body: string;
  readonly number: number;
  readonly write: EnforcementView;
}

function Remedies({ body, number, write }: RemedyProps) {
  const queries = useQueryClient();
  const [confirming, setConfirming] = useState(false);
  const retrying = useMutation({
    mutationFn: () => retryEnforcement(body, write.id),
    onSuccess: async (detail) => {
      await adopt(queries, body, detail);
      announce(words.retried(number));
    },
  });
  if (write.state !== 'failed' && write.state !== 'by-hand') return null;
  return (
    <>
      <div className="remedies">
        {write.state === 'failed' ? (
          <Button
            icon="it-refresh"
            className="btn-sm"
            aria-disabled={retrying.isPending}
            onClick={() => !retrying.isPending && retrying.mutate()}
          >
            {it.retry}
          </Button>
        ) : null}
        <Button className="btn-sm" onClick={() => setConfirming(true)}>
          {words.byHandDone}
        </Button>
      </div>
      {retrying.isError ? <Fault title={words.retryFailed} error={retrying.error} /> : null}
      {confirming ? (
        <ByHandDialog body={body} number={number} write={write} onClose={() => setConfirming(false)} />
      ) : null}
    </>
  );
}
