// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftDetail } from '#rulebook/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { rulebookWords } from '../../words/rulebook.ts';
import { checksQuery, draftFile, draftKey, propose, takeBack } from '../rulebook.ts';
import { ApprovalDialog } from './approval-dialog.tsx';
import { ReasonsDialog } from './reasons-dialog.tsx';

const words = rulebookWords.draft;
type Act = keyof typeof words.act;

/** Which acts a state calls for, the most expected first. */
const CALLED_FOR: Readonly<Record<DraftDetail['state'], readonly Act[]>> = {
  open: ['propose', 'discard'],
  proposed: ['approve', 'return', 'withdraw'],
  approved: [],
  discarded: ['reopen'],
};

/** What may be done with the draft now; why something may not is said before anyone tries. */
export function DraftActs({ body, draft }: { readonly body: string; readonly draft: DraftDetail }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'approve' | 'return' | 'discard'>();
  const checks = useQuery({ ...checksQuery(body, draft.id, draft.revision), enabled: draft.state === 'open' });
  const acts = CALLED_FOR[draft.state];
  const adopted = async (next: DraftDetail, act: Act) => {
    queries.setQueryData(draftKey(body, draft.id), next);
    await queries.invalidateQueries({
      queryKey: ['rulebook', body],
      predicate: ({ queryKey }) => queryKey[2] !== 'draft',
    });
    announce(words.done[act]);
    setAsking(undefined);
  };
  const turning = useMutation({
    mutationFn: async (act: 'propose' | 'withdraw' | 'reopen') => {
      const next =
        act === 'propose'
          ? await propose(body, draft.id, draft.revision)
          : await takeBack(body, draft.id, draft.revision);
      return { act, next };
    },
    onSuccess: ({ act, next }) => adopted(next, act),
  });
  const run = (act: Act) => {
    if (act === 'approve' || act === 'return' || act === 'discard') setAsking(act);
    else if (!turning.isPending) turning.mutate(act);
  };
  const isBlocked = (act: Act) => act === 'propose' && (checks.data?.obstacles.length ?? 0) > 0;
  return (
    <section className="sheet draft-acts" aria-labelledby="atti-bozza">
      <h2 id="atti-bozza">{words.acts}</h2>
      {acts.map((act, index) => {
        const { allowed, why } = draft.may[act];
        if (!allowed)
          return (
            <p key={act} className="why-not small">
              <Icon name="it-info-circle" /> {words.whyNot(words.act[act].replace('…', ''), why ?? '')}
            </p>
          );
        return (
          <div key={act} className="draft-act">
            <Button
              look={index === 0 ? 'primary' : 'outline'}
              aria-disabled={turning.isPending || isBlocked(act)}
              aria-describedby={isBlocked(act) ? 'perche-non-si-propone' : undefined}
              onClick={() => isBlocked(act) || run(act)}
            >
              {words.act[act]}
            </Button>
            {isBlocked(act) ? (
              <p className="small" id="perche-non-si-propone">
                {words.proposeFirst}
              </p>
            ) : null}
          </div>
        );
      })}
      {draft.version === null ? null : (
        <p>
          <Link to="/banco/$body/policy/versioni/$version" params={{ body, version: draft.version }}>
            {rulebookWords.inForce.version(draft.version)}
          </Link>
        </p>
      )}
      <p className="version-links">
        <a href={draftFile(body, draft.id)} download>
          <Icon name="it-arrow-down" /> {rulebookWords.inForce.download}
        </a>
      </p>
      {turning.isError ? <Fault title={words.actFailed} error={turning.error} /> : null}
      {asking === 'approve' ? (
        <ApprovalDialog
          body={body}
          draft={draft}
          onDone={(next) => adopted(next, 'approve')}
          onClose={() => setAsking(undefined)}
        />
      ) : asking === undefined ? null : (
        <ReasonsDialog
          body={body}
          draft={draft}
          act={asking}
          onDone={(next) => adopted(next, asking)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  );
}
