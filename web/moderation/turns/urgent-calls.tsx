// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { AlarmView } from '#moderation/contract';
import { useIdempotencyKey } from '../../client/idempotency.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Moment } from '../../ui/moment.tsx';
import { turnsWords } from '../../words/turns.ts';
import { alarmQuery, recordCall } from './turns.ts';

interface Props {
  readonly body: string;
  readonly alarm: AlarmView;
  readonly readOnly: boolean;
}

const words = turnsWords.alarms;

/** Who was told, whom somebody telephoned, and the place to record one more telephone call. */
export function UrgentCalls({ body, alarm, readOnly }: Props) {
  return (
    <>
      <section aria-labelledby="urgenza-telefonate">
        <h2 id="urgenza-telefonate">{words.calls}</h2>
        <ul className="plan-list">
          {alarm.calls.map(({ called, by, at }) => (
            <li key={`${called} ${at}`}>
              <strong>{called}</strong>, {by}, <Moment iso={at} />
            </li>
          ))}
        </ul>
        {readOnly ? null : <CallForm body={body} id={alarm.id} />}
      </section>
      <section aria-labelledby="urgenza-avvisati">
        <h2 id="urgenza-avvisati">{words.letters}</h2>
        <ul className="plan-list">
          {alarm.letters.map(({ to, state, at }) => (
            <li key={`${to} ${at}`}>
              <strong>{to}</strong>: {words.letterStates[state]}, <Moment iso={at} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function CallForm({ body, id }: { readonly body: string; readonly id: string }) {
  const queries = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [called, setCalled] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = called.trim() === '';
  const recording = useMutation({
    // Two calls to the same number are two: the alarm's known calls tell them apart.
    mutationFn: () => {
      const known = queries.getQueryData(alarmQuery(body, id).queryKey)?.calls.length ?? 0;
      return recordCall(body, id, { called: called.trim(), key: keyFor({ id, called: called.trim(), known }) });
    },
    onSuccess: (view) => {
      queries.setQueryData(alarmQuery(body, id).queryKey, view);
      setCalled('');
      setAsked(false);
      announce(words.callRecorded);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) document.getElementById('urgenza-chiamato')?.focus();
    else if (!recording.isPending) recording.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field
        id="urgenza-chiamato"
        label={words.called}
        hint={words.calledHint}
        error={asked && missing ? words.callMissing : undefined}
      >
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={80}
            value={called}
            onChange={(event) => setCalled(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" className="btn-sm" aria-disabled={recording.isPending}>
        {words.recordCall}
      </Button>
      {recording.isError ? <Fault title={words.callFailed} error={recording.error} /> : null}
    </form>
  );
}
