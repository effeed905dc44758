// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { AccessPage, PersonView, Role } from '#governance/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { instantInRome } from '../ui/rome-time.ts';
import { accessWords } from '../words/access.ts';
import { peopleWords } from '../words/people.ts';
import { chooseRule, enteringQuery, resetFactor } from './entering.ts';
import { Reason } from './mandate-dialogs.tsx';

const words = accessWords.people;

interface Acting {
  readonly body: string;
  readonly title: string;
  readonly save: string;
  /** False: something is missing, and it was said. */
  readonly check: () => boolean;
  readonly act: () => Promise<AccessPage>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function EnteringDialog({ body, title, save, check, act, onClose, children }: Acting) {
  const queries = useQueryClient();
  const acting = useMutation({
    mutationFn: act,
    onSuccess: (page) => {
      queries.setQueryData(enteringQuery(body).queryKey, page);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (check() && !acting.isPending) acting.mutate();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {children}
        {acting.isError ? <Fault title={peopleWords.notDone} error={acting.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={acting.isPending}>
            {save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface RuleProps {
  readonly body: string;
  readonly role: Role;
  readonly since: string | null;
  readonly onClose: () => void;
}

const dayOf = (iso: string | null): string =>
  iso === null ? '' : new Date(iso).toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' });

/** From which day a role has to show a second factor. */
export function RuleDialog({ body, role, since: before, onClose }: RuleProps) {
  const [day, setDay] = useState(() => dayOf(before));
  const since = day === '' ? null : (instantInRome(`${day}T00:00`)?.toISOString() ?? null);
  const act = () => chooseRule(body, { role, since });
  const title = words.ruleTitle(words.roles[role]);
  return (
    <EnteringDialog {...{ body, title, save: words.save, check: () => true, act, onClose }}>
      <Field id="fattore-dal" label={words.from} hint={words.fromHint}>
        {(described) => (
          <input {...described} type="date" value={day} onChange={({ target }) => setDay(target.value)} />
        )}
      </Field>
    </EnteringDialog>
  );
}

interface ResetProps {
  readonly body: string;
  readonly person: PersonView;
  readonly onClose: () => void;
}

/** For somebody who lost telephone and codes. */
export function ResetDialog({ body, person, onClose }: ResetProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = reason.trim().length < 3;
  const check = () => {
    setTried(true);
    if (isShort) document.getElementById('fattore-perche')?.focus();
    return !isShort;
  };
  const act = () => resetFactor(body, person.id, reason.trim());
  const error = tried && isShort ? peopleWords.ending.short : undefined;
  return (
    <EnteringDialog {...{ body, title: words.resetTitle(person.name), save: words.resetSave, check, act, onClose }}>
      <p>{words.resetDetail}</p>
      <Reason id="fattore-perche" value={reason} error={error} onChange={setReason} />
    </EnteringDialog>
  );
}
