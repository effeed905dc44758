// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { OFFICE_KINDS, type OfficeKind, type OfficeRequest, type OfficeView } from '#governance/contract';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { referralWords } from '../../words/referrals.ts';
import { type Hours, hoursOf, OfficeHours, openingOf } from './office-hours.tsx';
import { closeOffice, officesQuery, saveOffice } from './referrals.ts';

/** An office to be changed, or a new one with what is known of it. */
export interface OfficeStart {
  readonly office: OfficeView | null;
  readonly name: string;
  readonly email: string;
}

interface Props {
  readonly body: string;
  readonly start: OfficeStart;
  readonly onClose: () => void;
}

interface Draft {
  readonly name: string;
  readonly kind: OfficeKind;
  readonly email: string;
  readonly alsoNamed: string;
  readonly substitutes: string;
  readonly hours: Hours;
}

const words = referralWords.offices;

const draftOf = ({ office, name, email }: OfficeStart): Draft => ({
  name,
  kind: office?.kind ?? 'service',
  email,
  alsoNamed: office?.alsoNamed.join('\n') ?? '',
  substitutes: office?.substitutes.join('\n') ?? '',
  hours: hoursOf(office?.opening ?? null),
});

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const requestOf = ({ name, kind, email, alsoNamed, substitutes, hours }: Draft): OfficeRequest => ({
  ...{ name: name.trim(), kind, email: email.trim() === '' ? null : email.trim() },
  ...{ opening: openingOf(hours), substitutes: lines(substitutes), alsoNamed: lines(alsoNamed) },
});

/** An office, written or written anew. */
export function OfficeDialog({ body, start, onClose }: Props) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(start));
  const { office } = start;
  const done = (page: Awaited<ReturnType<typeof saveOffice>>) => {
    queries.setQueryData(officesQuery(body).queryKey, page);
    onClose();
  };
  const saving = useMutation({
    mutationFn: () => saveOffice(body, office?.id ?? null, requestOf(draft)),
    onSuccess: done,
  });
  const closing = useMutation({ mutationFn: (id: string) => closeOffice(body, id), onSuccess: done });
  const isBusy = saving.isPending || closing.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) saving.mutate();
  };
  const error = saving.error ?? closing.error;
  return (
    <Dialog title={office === null ? words.add : words.changeThis(office.name)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <OfficeFields draft={draft} onChange={setDraft} />
        {error === null ? null : <Fault title={words.saveFailed} error={error} />}
        <div className="dialog-actions">
          {office === null ? null : (
            <Button aria-disabled={isBusy} onClick={() => isBusy || closing.mutate(office.id)}>
              {words.close}
            </Button>
          )}
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={isBusy}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Fields {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

function OfficeFields({ draft, onChange }: Fields) {
  const { fields } = words;
  return (
    <>
      <Field id="ufficio-nome" label={fields.name}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={120}
            value={draft.name}
            onChange={({ target }) => onChange({ ...draft, name: target.value })}
          />
        )}
      </Field>
      <Field id="ufficio-tipo" label={fields.kind}>
        {(described) => (
          <select
            {...described}
            value={draft.kind}
            onChange={({ target }) => onChange({ ...draft, kind: target.value as OfficeKind })}
          >
            {OFFICE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words.kind[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="ufficio-email" label={fields.email} hint={fields.emailHint}>
        {(described) => (
          <input
            {...described}
            type="email"
            value={draft.email}
            onChange={({ target }) => onChange({ ...draft, email: target.value })}
          />
        )}
      </Field>
      <Field id="ufficio-nomi" label={fields.alsoNamed} hint={fields.alsoNamedHint}>
        {(described) => (
          <textarea
            {...described}
            rows={2}
            value={draft.alsoNamed}
            onChange={({ target }) => onChange({ ...draft, alsoNamed: target.value })}
          />
        )}
      </Field>
      <Field id="ufficio-sostituti" label={fields.substitutes} hint={fields.substitutesHint}>
        {(described) => (
          <textarea
            {...described}
            rows={2}
            value={draft.substitutes}
            onChange={({ target }) => onChange({ ...draft, substitutes: target.value })}
          />
        )}
      </Field>
      <OfficeHours value={draft.hours} onChange={(hours) => onChange({ ...draft, hours })} />
    </>
  );
}
