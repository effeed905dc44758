// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { UrgencyView } from '#editorial/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { editorialWords } from '../words/editorial.ts';
import { urgencyWords as words } from '../words/urgency.ts';
import { allowUrgency, endUrgency, urgencyQuery } from './urgency.ts';

/** By which act one person alone may correct what is out; the head says it, or takes it back. */
export function UrgencyRules({ body }: { readonly body: string }) {
  const { data } = useQuery(urgencyQuery(body));
  const [asking, setAsking] = useState(false);
  const kept = useKept(body);
  const ending = useMutation({ mutationFn: () => endUrgency(body), onSuccess: kept });
  if (data === undefined) return null;
  return (
    <section aria-labelledby="bozze-urgenti">
      <h2 id="bozze-urgenti">{words.rules}</h2>
      <p>{data.allowed === null ? words.notAllowed : words.allowed(data.allowed.act, data.allowed.hours)}</p>
      {data.allowed === null ? (
        <Button onClick={() => setAsking(true)}>{words.allow}</Button>
      ) : (
        <Button aria-disabled={ending.isPending} onClick={() => !ending.isPending && ending.mutate()}>
          {words.end}
        </Button>
      )}
      {ending.isError ? <Fault title={editorialWords.notDone} error={ending.error} /> : null}
      {asking ? <AllowDialog body={body} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function useKept(body: string): (view: UrgencyView) => void {
  const queries = useQueryClient();
  return (view) => queries.setQueryData(urgencyQuery(body).queryKey, view);
}

const MOST_HOURS = 720;

function AllowDialog({ body, onClose }: { readonly body: string; readonly onClose: () => void }) {
  const kept = useKept(body);
  const [act, setAct] = useState('');
  const [hours, setHours] = useState('');
  const [asked, setAsked] = useState(false);
  const short = act.trim().length < 5;
  const count = Number(hours);
  const isWrong = !Number.isInteger(count) || count < 1 || count > MOST_HOURS;
  const allowing = useMutation({
    mutationFn: () => allowUrgency(body, { act: act.trim(), hours: count }),
    onSuccess: (view) => {
      kept(view);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (short) document.getElementById('urgenti-atto')?.focus();
    else if (isWrong) document.getElementById('urgenti-ore')?.focus();
    else if (!allowing.isPending) allowing.mutate();
  };
  return (
    <Dialog title={words.allowTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field
          id="urgenti-atto"
          label={words.act}
          hint={words.actHint}
          error={asked && short ? words.actShort : undefined}
        >
          {(described) => (
            <input
              {...described}
              type="text"
              maxLength={300}
              value={act}
              onChange={(event) => setAct(event.target.value)}
            />
          )}
        </Field>
        <Field id="urgenti-ore" label={words.hours} error={asked && isWrong ? words.hoursWrong : undefined}>
          {(described) => (
            <input
              {...described}
              type="text"
              inputMode="numeric"
              value={hours}
              onChange={(event) => setHours(event.target.value)}
            />
          )}
        </Field>
        {allowing.isError ? <Fault title={editorialWords.notDone} error={allowing.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={allowing.isPending}>
            {words.allowDo}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
