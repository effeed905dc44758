// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type ConductReports, GRAVITIES, type Gravity } from '#staff/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { staffWords as words } from '../words/staff.ts';
import { conductQuery, confirmConduct, handOver } from './conduct.ts';

interface Props {
  readonly body: string;
  readonly report: string;
  readonly onClose: () => void;
}

interface ActProps {
  readonly body: string;
  readonly title: string;
  readonly confirm: string;
  /** The id of the first field that is not well filled. */
  readonly wrong: () => string | undefined;
  readonly act: () => Promise<ConductReports>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Act({ body, title, confirm, wrong, act, onClose, children }: ActProps) {
  const queries = useQueryClient();
  const acting = useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(conductQuery(body).queryKey, view);
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
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {children}
        {acting.isError ? <Fault title={words.failed} error={acting.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={acting.isPending}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function ConfirmDialog({ body, report, onClose }: Props) {
  const [gravity, setGravity] = useState<Gravity | null>(null);
  const [asked, setAsked] = useState(false);
  const wrong = () => {
    setAsked(true);
    return gravity === null ? `gravita-${GRAVITIES[0]}` : undefined;
  };
  const missing = asked && gravity === null;
  return (
    <Act
      {...{ body, title: words.confirmTitle, confirm: words.confirmDo, wrong, onClose }}
      act={() => confirmConduct(body, report, gravity ?? 'medium')}
    >
      <fieldset className="ladder-choices" {...(missing ? { 'aria-describedby': 'gravita-error' } : {})}>
        <legend>{words.gravityLabel}</legend>
        {GRAVITIES.map((one) => (
          <label key={one}>
            <input
              id={`gravita-${one}`}
              type="radio"
              name="gravita"
              checked={gravity === one}
              onChange={() => setGravity(one)}
            />
            <span>{words.gravity[one]}</span>
          </label>
        ))}
        {missing ? <FieldError id="gravita-error" text={words.gravityMissing} /> : null}
      </fieldset>
    </Act>
  );
}

export function HandOverDialog({ body, report, onClose }: Props) {
  const [office, setOffice] = useState('');
  const [reference, setReference] = useState('');
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [asked, setAsked] = useState(false);
  const fields = [
    { id: 'consegna-ufficio', label: words.office, value: office, set: setOffice, type: 'text', least: 3 },
    { id: 'consegna-numero', label: words.reference, value: reference, set: setReference, type: 'text', least: 1 },
    { id: 'consegna-giorno', label: words.on, value: on, set: setOn, type: 'date', least: 10 },
  ];
  const isWrong = ({ value, least }: (typeof fields)[number]) => value.trim().length < least;
  const wrong = () => {
    setAsked(true);
    return fields.find(isWrong)?.id;
  };
  return (
    <Act
      {...{ body, title: words.handOverTitle, confirm: words.handOverDo, wrong, onClose }}
      act={() => handOver(body, report, { office, reference, on })}
    >
      <p>{words.handOverDetail}</p>
      {fields.map((field) => (
        <Field
          key={field.id}
          id={field.id}
          label={field.label}
          error={asked && isWrong(field) ? words.missing : undefined}
        >
          {(described) => (
            <input
              {...described}
              type={field.type}
              value={field.value}
              onChange={(event) => field.set(event.target.value)}
            />
          )}
        </Field>
      ))}
    </Act>
  );
}
