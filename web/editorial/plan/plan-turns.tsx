// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanDetail } from '#editorial/contract';
import { sessionQuery, useMandate } from '../../governance/session.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { planWords } from '../../words/plan.ts';
import { ActDialog, ReasonsDialog } from './act-dialog.tsx';
import { keepPlan, planStep } from './plan.ts';

const words = planWords.doc;

interface Props {
  readonly body: string;
  readonly plan: PlanDetail;
  readonly dirty: boolean;
  readonly writes: boolean;
}

/** Who approved the plan, and the next step: one filled button, the one that goes on. */
export function PlanTurns({ body, plan, dirty, writes }: Props) {
  const queries = useQueryClient();
  const [opened, setOpened] = useState<'approve' | 'return' | 'discard' | null>(null);
  const me = useQuery(sessionQuery).data?.person.id;
  const leads = useMandate(body)?.role === 'head';
  const { id, state, version, digest, approval, content } = plan;
  const isMine = plan.author.id === me || plan.writers.some((one) => one.id === me) || proposer(plan) === me;
  const isEmpty = content.slots.length + content.work.length === 0;
  const keep = (detail: PlanDetail) => keepPlan(queries, body, detail);
  const proposing = useMutation({
    mutationFn: () => planStep(body, id, 'proposal', { version }),
    onSuccess: (detail) => {
      keep(detail);
      announce(planWords.state[detail.state]);
    },
  });
  const close = () => setOpened(null);
  return (
    <section aria-label={words.turns}>
      {approval === null || approval.void !== null ? null : (
        <p>
          {words.approvedBy(approval.person.name)} <Moment iso={approval.at} />
        </p>
      )}
      {approval === null || approval.void === null ? null : (
        <Notice tone="warning">
          {words.void} {approval.void}
        </Notice>
      )}
      {writes && dirty ? <Notice>{words.unsaved}</Notice> : null}
      {state === 'proposed' && leads && isMine ? <Notice>{words.notYours}</Notice> : null}
      {proposing.isError ? <Fault title={planWords.notDone} error={proposing.error} /> : null}
      {writes ? (
        <div className="remedies">
          {state === 'draft' && !dirty && !isEmpty ? (
            <Button
              look="primary"
              aria-disabled={proposing.isPending}
              onClick={() => !proposing.isPending && proposing.mutate()}
            >
              {words.propose}
            </Button>
          ) : null}
          {state === 'proposed' && leads && !isMine && !dirty ? (
            <Button look="primary" onClick={() => setOpened('approve')}>
              {words.approve}
            </Button>
          ) : null}
          {leads && (state === 'proposed' || state === 'approved') ? (
            <Button onClick={() => setOpened('return')}>{words.give}</Button>
          ) : null}
          {state === 'draft' || state === 'proposed' ? (
            <Button onClick={() => setOpened('discard')}>{words.discard}</Button>
          ) : null}
        </div>
      ) : null}
      {opened === 'approve' ? (
        <ActDialog
          {...{ title: words.approveTitle, confirm: words.approveDo, done: planWords.state.approved }}
          act={() => planStep(body, id, 'approval', { version, digest })}
          onDone={keep}
          onClose={close}
        >
          <p>{words.approveDetail}</p>
          {plan.supersedes.length === 0 ? null : (
            <p>{words.supersedes(plan.supersedes.map(({ title }) => `«${title}»`).join(', '))}</p>
          )}
        </ActDialog>
      ) : null}
      {opened === 'return' ? (
        <ReasonsDialog
          {...{ title: words.giveTitle, confirm: words.giveDo, done: planWords.state.draft }}
          act={(reasons) => planStep(body, id, 'return', { version, reasons })}
          onDone={keep}
          onClose={close}
        />
      ) : null}
      {opened === 'discard' ? (
        <ReasonsDialog
          {...{ title: words.discardTitle, confirm: words.discardDo, done: planWords.state.discarded }}
          act={(reasons) => planStep(body, id, 'discard', { version, reasons })}
          onDone={keep}
          onClose={close}
        />
      ) : null}
    </section>
  );
}

/** Who proposed it as it stands. */
const proposer = ({ steps }: PlanDetail): string | undefined =>
  steps.findLast(({ step }) => step === 'proposed')?.person.id;
