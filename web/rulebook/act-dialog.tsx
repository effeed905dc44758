// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { SleepingClause } from '#rulebook/contract';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { sleepingWords as words } from '../words/sleeping.ts';
import { dayInRome } from './day-words.ts';
import { actsQuery, endAct, recordAct } from './rulebook.ts';

interface Props {
  readonly body: string;
  /** Ticked at the beginning; the end of an effect is recorded for one. */
  readonly clauses: readonly [SleepingClause, ...SleepingClause[]];
  readonly sleeping: readonly SleepingClause[];
  readonly what: 'wake' | 'end';
  readonly onClose: () => void;
}

/** Records the act that wakes clauses, or the one that ends it; asked twice, for the judge listens to it at once. */
export function ActDialog({ body, clauses, sleeping, what, onClose }: Props) {
  const [clause] = clauses;
  const queries = useQueryClient();
  const asleep = sleeping.filter(({ awake }) => awake === null);
  const [ids, setIds] = useState<readonly string[]>(() => clauses.map((each) => each.clause));
  const [number, setNumber] = useState('');
  const [date, setDate] = useState(() => dayInRome(new Date()));
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const [sure, setSure] = useState(false);
  const missing = {
    number: number.trim().length < 3,
    date: date === '',
    note: note.trim().length < 5,
    which: what === 'wake' && ids.length === 0,
  };
  const error = (name: keyof typeof missing) => (asked && missing[name] ? words.required[name] : undefined);
  const recording = useMutation({
    mutationFn: () => {
      const act = { number: number.trim(), date };
      if (what === 'wake') return recordAct(body, { clauses: [...ids], act, note: note.trim() });
      return endAct(body, clause.awake?.id ?? '', { act, note: note.trim() });
    },
    onSuccess: (list) => {
      queries.setQueryData(actsQuery(body).queryKey, list);
      announce(words.done);
      onClose();
    },
    onError: () => setSure(false),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(missing).includes(true)) return;
    if (!sure) setSure(true);
    else if (!recording.isPending) recording.mutate();
  };
  if (sure)
    return (
      <Dialog key="sure" title={words.sure.title} onClose={onClose}>
        <form onSubmit={submit}>
          {what === 'wake' ? <Waking ids={ids} asleep={asleep} /> : <p>{words.sure.end(clause.clause)}</p>}
          <p>{words.sure.again}</p>
          <p>{words.sure.record}</p>
          <div className="dialog-actions">
            <Button onClick={() => setSure(false)}>{it.cancel}</Button>
            <Button look="primary" type="submit" aria-disabled={recording.isPending}>
              {what === 'wake' ? words.sure.confirmWake : words.sure.confirmEnd}
            </Button>
          </div>
        </form>
      </Dialog>
    );
  return (
    <Dialog key="act" title={words.dialog[what]} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {what === 'wake' && asleep.length > 1 ? (
          <fieldset>
            <legend>{words.which}</legend>
            <label className="check every">
              <input
                type="checkbox"
                checked={ids.length === asleep.length}
                onChange={(event) => setIds(event.target.checked ? asleep.map((each) => each.clause) : [])}
              />{' '}
              {words.every} ({asleep.length})
            </label>
            <div className="which-clauses">
              {asleep.map(({ clause: id, title }) => (
                <label key={id} className="check">
                  <input
                    type="checkbox"
                    checked={ids.includes(id)}
                    onChange={(event) =>
                      setIds(event.target.checked ? [...ids, id] : ids.filter((each) => each !== id))
                    }
                  />{' '}
                  {title} <span className="clause-id">{id}</span>
                </label>
              ))}
            </div>
            {error('which') === undefined ? null : <FieldError id="atto-punti" text={words.required.which} />}
          </fieldset>
        ) : (
          <p>
            {clause.title} <span className="clause-id">{clause.clause}</span>
          </p>
        )}
        <Field id="atto-numero" label={words.number} hint={words.numberHint} error={error('number')}>
          {(described) => (
            <input {...described} maxLength={200} value={number} onChange={(event) => setNumber(event.target.value)} />
          )}
        </Field>
        <Field id="atto-data" label={words.date} error={error('date')}>
          {(described) => (
            <input {...described} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
          )}
        </Field>
        <Field id="atto-nota" label={words.note} hint={words.noteHint} error={error('note')}>
          {(described) => (
            <textarea
              {...described}
              rows={2}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
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

/** So many are named; beyond that they are counted. */
const NAMED = 6;

/** What becomes of the rules, and of the comments that a clause keeps closed. */
function Waking({ ids, asleep }: { readonly ids: readonly string[]; readonly asleep: readonly SleepingClause[] }) {
  const closing = asleep.filter(({ what }) => what === 'comments');
  const left = closing.filter(({ clause }) => !ids.includes(clause)).map(({ clause }) => clause);
  return (
    <>
      <p>{ids.length > NAMED ? words.sure.wakeMany(ids.length) : words.sure.wake(ids)}</p>
      {left.length < closing.length ? <p>{words.sure.comments}</p> : null}
      {left.length > 0 && left.length < asleep.length ? <p>{words.sure.stillClosed(left.join(', '))}</p> : null}
    </>
  );
}
