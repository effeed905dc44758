// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CaseDetail, DecisionRequest } from '#moderation/contract';
import { announce } from '../../ui/announcer.tsx';
import { Fault } from '../../ui/fault.tsx';
import { replyWords } from '../../words/replies.ts';
import { aidsQuery, askApproval } from './replies.ts';

const words = replyWords.approval;

interface Approval {
  /** What the form does instead of sending: this answer waits for another person first. */
  readonly ask: ((request: DecisionRequest) => void) | undefined;
  readonly label: string;
  readonly fault: ReactNode;
}

/** Whether this answer, in these words, goes out or is sent for approval. `reply`: null for another decision. */
export function useApproval(body: string, detail: CaseDetail, reply: string | null): Approval {
  const queries = useQueryClient();
  const query = aidsQuery(body, detail.id, detail.revision);
  const { data: aids } = useQuery({ ...query, enabled: reply !== null });
  const asking = useMutation({
    mutationFn: ({ grounds, reasons, reply: text = '' }: DecisionRequest) =>
      askApproval(body, detail.id, { grounds, reasons, text }),
    onSuccess: (fresh) => {
      queries.setQueryData(query.queryKey, fresh);
      announce(words.asked);
    },
  });
  const isTheirs = aids?.drafts.some(
    ({ state, mine, text }) => state === 'waiting' && !mine && text === (reply ?? '').trim(),
  );
  const needed = reply !== null && aids?.approval === true && isTheirs !== true;
  return {
    ask: needed ? (request) => (asking.isPending ? undefined : asking.mutate(request)) : undefined,
    label: asking.isPending ? words.asking : words.ask,
    fault: needed && asking.error !== null ? <Fault title={words.failed} error={asking.error} /> : null,
  };
}
