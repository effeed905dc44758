// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { OutcomeRequest } from '#moderation/contract';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { referralWords } from '../../words/referrals.ts';
import { caseQuery } from '../cases.ts';
import { caseReferralsKey, noteOutcome } from './referrals.ts';

interface Props {
  readonly body: string;
  readonly id: string;
  readonly onClose: () => void;
}

const words = referralWords.outcomeDialog;
const OPTIONS = Object.keys(words.options) as OutcomeRequest['outcome'][];
const SHORTEST = 3;

/** How a request ended otherwise than by a decision here. */
export function OutcomeDialog({ body, id, onClose }: Props) {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<OutcomeRequest['outcome']>('answered-elsewhere');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const isShort = note.trim().length < SHORTEST;
  const noting = useMutation({
    mutationFn: () => noteOutcome({ body, id }, { outcome, note: note.trim() }),
    onSuccess: async (known) => {
      // An answer under way was given before this one, and would take its place.
      await queries.cancelQueries({ queryKey: caseReferralsKey({ body, id }) });
      queries.setQueriesData({ queryKey: caseReferralsKey({ body, id }) }, known);
      void queries.invalidateQueries({ queryKey: caseQuery(body, id).queryKey, exact: true });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isShort && !noting.isPending) noting.mutate();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <fieldset className="referral-options">
          <legend>{words.choose}</legend>
          {OPTIONS.map((one) => (
            <label key={one}>
              <input type="radio" name="esito" checked={one === outcome} onChange={() => setOutcome(one)} />
              {words.options[one]}
            </label>
          ))}
        </fieldset>
        <Field
          id="esito-nota"
          label={words.note}
          hint={words.noteHint}
          error={asked && isShort ? words.required : undefined}
        >
          {(described) => (
            <textarea
              {...described}
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {noting.isError ? <Fault title={words.failed} error={noting.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={noting.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
