// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { it } from '../../it.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { ladderWords as words } from '../../words/ladder.ts';

interface Props {
  readonly title: string;
  readonly confirm: string;
  /** The id of the first field that is not well filled; undefined: ready to be sent. */
  readonly wrong: () => string | undefined;
  readonly act: () => Promise<unknown>;
  /** What the act changed is asked for again. */
  readonly body: string;
  readonly onClose: () => void;
  /** Where giving up is only one step back. */
  readonly onBack?: () => void;
  readonly children: ReactNode;
}

/** One act on an author, its fields and its confirmation. */
export function ActDialog({ title, confirm, wrong, act, body, onClose, onBack, children }: Props) {
  const queries = useQueryClient();
  const acting = useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['cases', body, 'case'] }),
        queries.invalidateQueries({ queryKey: ['authors', body] }),
      ]);
      announce(words.recorded);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const field = wrong();
    if (field !== undefined) document.getElementById(field)?.focus();
    else if (!acting.isPending) acting.mutate();
  };
  return (
    <Dialog title={title} onClose={onBack ?? onClose}>
      <form onSubmit={submit} noValidate>
        {children}
        {acting.isError ? <Fault title={words.failed} error={acting.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onBack ?? onClose}>{onBack === undefined ? it.cancel : words.ban.back}</Button>
          <Button look="primary" type="submit" aria-disabled={acting.isPending}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
