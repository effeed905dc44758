// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type AlarmView, CALLED, type Called, type CallRequest } from '#moderation/contract';
import { useIdempotencyKey } from '../../client/idempotency.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Moment } from '../../ui/moment.tsx';
import { pushWords } from '../../words/push.ts';
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
  const reached = new Set(alarm.pushes.filter(({ state }) => state === 'sent').map(({ to }) => to));
  return (
    <>
      <section aria-labelledby="urgenza-telefonate">
        <h2 id="urgenza-telefonate">{words.calls}</h2>
        <ul className="plan-list">
          {alarm.calls.map(({ called, who, by, at }) => (
            <li key={`${called} ${at}`}>
              <strong>{words.callNames[called]}</strong>
              {who === null ? '' : ` (${who})`}, {by}, <Moment iso={at} />
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
              <strong>{to}</strong>:{' '}
              {state === 'by-hand' && reached.has(to) ? pushWords.noLetter : words.letterStates[state]},{' '}
              <Moment iso={at} />
            </li>
          ))}
          {alarm.pushes.map(({ to, state, at }, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two devices of one person are called at one moment
            <li key={`${to} ${at} ${nth}`}>
              <strong>{to}</strong>: {pushWords.calls[state]}, <Moment iso={at} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const chosen = (value: string): Called | '' => CALLED.find((one) => one === value) ?? '';

function CallForm({ body, id }: { readonly body: string; readonly id: string }) {
  const queries = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [called, setCalled] = useState<Called | ''>('');
  const [who, setWho] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = called === '';
  const recording = useMutation({
    // Two calls to the same number are two: the alarm's known calls tell them apart.
    mutationFn: (call: CallRequest) => {
      const known = queries.getQueryData(alarmQuery(body, id).queryKey)?.calls.length ?? 0;
      return recordCall(body, id, { ...call, key: keyFor({ id, ...call, known }) });
    },
    onSuccess: (view) => {
      queries.setQueryData(alarmQuery(body, id).queryKey, view);
      setCalled('');
      setWho('');
      setAsked(false);
      announce(words.callRecorded);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (called === '') document.getElementById('urgenza-chiamato')?.focus();
    else if (!recording.isPending) recording.mutate({ called, who: who.trim() });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field id="urgenza-chiamato" label={words.called} error={asked && missing ? words.callMissing : undefined}>
        {(described) => (
          <select {...described} value={called} onChange={(event) => setCalled(chosen(event.target.value))}>
            <option value="">{words.choose}</option>
            {CALLED.map((one) => (
              <option key={one} value={one}>
                {words.callNames[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="urgenza-chi" label={words.who} hint={words.whoHint}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={80}
            value={who}
            onChange={(event) => setWho(event.target.value)}
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
