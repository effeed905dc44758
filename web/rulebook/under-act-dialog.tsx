// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ActEnd } from '#rulebook/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { dayInRome } from './day-words.ts';

const FEWEST_NUMBER = 3;
const FEWEST_NOTE = 5;

/** What is said of the act, and of recording it. */
export interface UnderActWords {
  readonly number: string;
  readonly numberHint: string;
  readonly date: string;
  readonly note: string;
  readonly noteHint: string;
  readonly required: { readonly number: string; readonly date: string; readonly note: string };
  readonly next: string;
  readonly sure: { readonly title: string; readonly again: string; readonly record: string };
  readonly failedAct: string;
}

interface Written {
  readonly number: string;
  readonly date: string;
  readonly note: string;
}

interface Props<Recorded> {
  readonly title: string;
  readonly words: UnderActWords;
  /** Before the ids of the fields. */
  readonly prefix: string;
  /** What comes before the act; `asked` once the form was sent, so that what is missing is said. */
  readonly children: (asked: boolean) => ReactNode;
  /** Whether something of that is missing. */
  readonly lacking: boolean;
  /** What it would do, said when it is asked the second time. */
  readonly effect: ReactNode;
  readonly confirm: string;
  readonly send: (written: ActEnd) => Promise<Recorded>;
  readonly onRecorded: (recorded: Recorded) => void;
  readonly onClose: () => void;
}

/** Records something under an act; asked twice, for what judges and counts listens to it at once. */
export function UnderActDialog<Recorded>(props: Props<Recorded>) {
  const { title, words, prefix, children, lacking, effect, confirm, send, onRecorded, onClose } = props;
  const [written, setWritten] = useState<Written>(() => ({ number: '', date: dayInRome(new Date()), note: '' }));
  const [asked, setAsked] = useState(false);
  const [sure, setSure] = useState(false);
  const { number, date, note } = written;
  const missing = {
    number: number.trim().length < FEWEST_NUMBER,
    date: date === '',
    note: note.trim().length < FEWEST_NOTE,
  };
  const recording = useMutation({
    mutationFn: () => send({ act: { number: number.trim(), date }, note: note.trim() }),
    onSuccess: (recorded) => {
      onRecorded(recorded);
      onClose();
    },
    onError: () => setSure(false),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (lacking || Object.values(missing).includes(true)) return;
    if (!sure) setSure(true);
    else if (!recording.isPending) recording.mutate();
  };
  if (sure)
    return (
      <Dialog key="sure" title={words.sure.title} onClose={onClose}>
        <form onSubmit={submit}>
          {effect}
          <p>{words.sure.again}</p>
          <p>{words.sure.record}</p>
          <div className="dialog-actions">
            <Button onClick={() => setSure(false)}>{it.cancel}</Button>
            <Button look="primary" type="submit" aria-disabled={recording.isPending}>
              {confirm}
            </Button>
          </div>
        </form>
      </Dialog>
    );
  return (
    <Dialog key="act" title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {children(asked)}
        <ActFields
          prefix={prefix}
          words={words}
          written={written}
          onWrite={setWritten}
          missing={asked ? missing : {}}
        />
        {recording.isError ? <Fault title={words.failedAct} error={recording.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit">
            {words.next}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly prefix: string;
  readonly words: UnderActWords;
  readonly written: Written;
  readonly onWrite: (written: Written) => void;
  readonly missing: Readonly<Partial<Record<keyof Written, boolean>>>;
}

/** The act's number and date, and a note. */
function ActFields({ prefix, words, written, onWrite, missing }: FieldsProps) {
  const { number, date, note } = written;
  const error = (name: keyof Written) => (missing[name] ? words.required[name] : undefined);
  return (
    <>
      <Field id={`${prefix}-numero`} label={words.number} hint={words.numberHint} error={error('number')}>
        {(described) => (
          <input
            {...described}
            maxLength={200}
            value={number}
            onChange={(event) => onWrite({ ...written, number: event.target.value })}
          />
        )}
      </Field>
      <Field id={`${prefix}-data`} label={words.date} error={error('date')}>
        {(described) => (
          <input
            {...described}
            type="date"
            value={date}
            onChange={(event) => onWrite({ ...written, date: event.target.value })}
          />
        )}
      </Field>
      <Field id={`${prefix}-nota`} label={words.note} hint={words.noteHint} error={error('note')}>
        {(described) => (
          <textarea
            {...described}
            rows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => onWrite({ ...written, note: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
