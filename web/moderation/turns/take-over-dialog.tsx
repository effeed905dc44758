// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Claim } from '#moderation/contract';
import { it } from '../../it.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { turnsWords } from '../../words/turns.ts';
import { adoptClaim, claimCase, claimQuery } from './turns.ts';

interface Props {
  readonly body: string;
  readonly claim: Claim;
  readonly onClose: () => void;
}

const words = turnsWords.takeOver;

/** What another has in hand is taken openly, from that person by name. */
export function TakeOverDialog({ body, claim, onClose }: Props) {
  const queries = useQueryClient();
  const taking = useMutation({
    mutationFn: () => claimCase(body, claim.case, { how: 'by-hand', from: claim.person.id }),
    onSuccess: (view) => {
      adoptClaim(queries, body, { id: claim.case, view });
      announce(words.done);
      onClose();
    },
    onError: () => void queries.invalidateQueries({ queryKey: claimQuery(body, claim.case).queryKey }),
  });
  return (
    <Dialog title={words.title(claim.person.name)} onClose={onClose}>
      <p>{words.detail}</p>
      {taking.isError ? <Fault title={turnsWords.claim.failed} error={taking.error} /> : null}
      <div className="dialog-actions">
        <Button onClick={onClose}>{it.cancel}</Button>
        <Button look="primary" onClick={() => taking.mutate()} aria-disabled={taking.isPending}>
          {words.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
