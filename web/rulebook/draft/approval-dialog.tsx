// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { DraftDetail } from '#rulebook/contract';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field, FieldError } from '../../ui/field.tsx';
import { rulebookWords } from '../../words/rulebook.ts';
import { dayInRome, instantInRome } from '../day-words.ts';
import { approve, checksQuery } from '../rulebook.ts';

const words = rulebookWords.approval;

interface Props {
  readonly body: string;
  readonly draft: DraftDetail;
  readonly onDone: (draft: DraftDetail) => Promise<void>;
  readonly onClose: () => void;
}

/** The act that adopts the draft, and from when it is in force. */
export function ApprovalDialog({ body, draft, onDone, onClose }: Props) {
  const version = useQuery(checksQuery(body, draft.id, draft.revision)).data?.version ?? '';
  const [seen, setSeen] = useState(false);
  const [number, setNumber] = useState('');
  const [date, setDate] = useState(() => dayInRome(new Date()));
  const [later, setLater] = useState(false);
  const [day, setDay] = useState('');
  const [time, setTime] = useState('00:00');
  const [asked, setAsked] = useState(false);
  const from = later ? instantInRome(day, time) : null;
  const missing = {
    seen: !seen,
    number: number.trim().length < 3,
    date: date === '',
    day: later && (from === null || from.getTime() <= Date.now()),
  };
  const error = (name: keyof typeof missing) => (asked && missing[name] ? words.required[name] : undefined);
  const approving = useMutation({
    mutationFn: () =>
      approve(body, draft.id, {
        revision: draft.revision,
        act: { number: number.trim(), date },
        inForceFrom: from === null ? null : from.toISOString(),
      }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!Object.values(missing).includes(true) && !approving.isPending) approving.mutate();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{words.detail(version)}</p>
        <Field id="approva-numero" label={words.number} hint={words.numberHint} error={error('number')}>
          {(described) => (
            <input {...described} maxLength={200} value={number} onChange={(event) => setNumber(event.target.value)} />
          )}
        </Field>
        <Field id="approva-data" label={words.date} error={error('date')}>
          {(described) => (
            <input {...described} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
          )}
        </Field>
        <fieldset className="in-force-from">
          <legend>{words.from}</legend>
          <label className="check">
            <input type="radio" name="da-quando" checked={!later} onChange={() => setLater(false)} /> {words.now}
          </label>
          <label className="check">
            <input type="radio" name="da-quando" checked={later} onChange={() => setLater(true)} /> {words.later}
          </label>
          {later ? (
            <div className="day-and-time">
              <Field id="approva-giorno" label={words.day}>
                {(described) => (
                  <input {...described} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
                )}
              </Field>
              <Field id="approva-ora" label={words.time}>
                {(described) => (
                  <input {...described} type="time" value={time} onChange={(event) => setTime(event.target.value)} />
                )}
              </Field>
            </div>
          ) : null}
          {error('day') === undefined ? null : <FieldError id="approva-quando" text={words.required.day} />}
        </fieldset>
        {draft.changeNote === '' ? null : (
          <figure className="change-note">
            <figcaption>{words.note}</figcaption>
            <blockquote>{draft.changeNote}</blockquote>
          </figure>
        )}
        <label className="check seen">
          <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.target.checked)} /> {words.seen}
        </label>
        {error('seen') === undefined ? null : <FieldError id="approva-letto" text={words.required.seen} />}
        {approving.isError ? <Fault title={words.failed} error={approving.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={approving.isPending}>
            {approving.isPending ? words.confirming : words.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
