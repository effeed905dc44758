// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Notice } from '../ui/notice.tsx';
import { rehearsalWords as words } from '../words/rehearsal.ts';
import { beginAgain, rehearsalQuery } from './rehearsal.ts';

/** The simulated world as it was, after a second thought. */
export function BeginAgain({ body }: { readonly body: string }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const beginning = useMutation({
    mutationFn: () => beginAgain(body),
    onSuccess: ({ accounts }) => {
      setAsking(false);
      announce(words.sure.done(accounts));
      return queries.invalidateQueries({ queryKey: rehearsalQuery(body).queryKey });
    },
  });
  return (
    <section aria-labelledby="da-capo">
      <h2 id="da-capo">{words.beginAgain}</h2>
      <p>{words.beginAgainDetail}</p>
      {beginning.data === undefined ? null : <Notice tone="success">{words.sure.done(beginning.data.accounts)}</Notice>}
      <Button icon="it-restore" className="btn-sm" onClick={() => setAsking(true)}>
        {words.beginAgain}
      </Button>
      {asking ? (
        <Dialog title={words.sure.title} onClose={() => setAsking(false)}>
          <p>{words.beginAgainDetail}</p>
          {beginning.isError ? <Fault title={words.sure.failed} error={beginning.error} /> : null}
          <div className="dialog-actions">
            <Button onClick={() => setAsking(false)}>{it.cancel}</Button>
            <Button
              look="primary"
              aria-disabled={beginning.isPending}
              onClick={() => beginning.isPending || beginning.mutate()}
            >
              {beginning.isPending ? words.sure.working : words.sure.confirm}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
}
