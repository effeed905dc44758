// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { TurnPlan, TurnsView } from '#moderation/contract';
import { it } from '../../it.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field, FieldError } from '../../ui/field.tsx';
import { turnsWords } from '../../words/turns.ts';
import { draftOf, newAbsence, newOnCall, newTurn, planOf } from './plan-draft.ts';
import { AbsenceRow, RotaRow, TurnRow } from './plan-rows.tsx';
import { RowList } from './row-list.tsx';
import { setTurns, turnsQuery } from './turns.ts';

interface Props {
  readonly body: string;
  readonly view: TurnsView;
  readonly onDone: () => void;
}

const words = turnsWords.page;
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' }).format();

/** The head sets turns, absences and rota, on those that were read. */
export function TurnsForm({ body, view, onDone }: Props) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(view.plan));
  const [incomplete, setIncomplete] = useState(false);
  const saving = useMutation({
    mutationFn: (plan: TurnPlan) => setTurns(body, { revision: view.revision, plan }),
    onSuccess: (answer) => {
      queries.setQueryData(turnsQuery(body).queryKey, answer);
      announce(words.saved);
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const plan = planOf(draft);
    setIncomplete(plan === undefined);
    if (plan !== undefined && !saving.isPending) saving.mutate(plan);
  };
  const { people } = view;
  return (
    <form className="turns-form" onSubmit={submit} noValidate>
      <RowList
        title={words.turns}
        name={words.turn}
        add={words.addTurn}
        rows={draft.turns}
        make={newTurn}
        onChange={(turns) => setDraft({ ...draft, turns })}
      >
        {(one) => <TurnRow {...one} people={people} />}
      </RowList>
      <RowList
        title={words.absences}
        name={words.absence}
        add={words.addAbsence}
        rows={draft.absences}
        make={() => newAbsence(today())}
        onChange={(absences) => setDraft({ ...draft, absences })}
      >
        {(one) => <AbsenceRow {...one} people={people} />}
      </RowList>
      <RowList
        title={words.rota}
        name={words.rotaOne}
        add={words.addRota}
        rows={draft.onCall}
        make={newOnCall}
        onChange={(onCall) => setDraft({ ...draft, onCall })}
      >
        {(one) => <RotaRow {...one} people={people} />}
      </RowList>
      <Field id="turni-ripeti" label={words.repeat} hint={words.repeatHint}>
        {(described) => (
          <input
            {...described}
            type="number"
            min={1}
            max={240}
            value={draft.repeatMinutes}
            onChange={(event) => setDraft({ ...draft, repeatMinutes: event.target.value })}
          />
        )}
      </Field>
      <div role="alert">{incomplete ? <FieldError id="turni-incompleti" text={words.incomplete} /> : null}</div>
      {saving.isError ? <Fault title={words.saveFailed} error={saving.error} /> : null}
      <div className="dialog-actions">
        <Button onClick={onDone}>{it.cancel}</Button>
        <Button look="primary" type="submit" aria-disabled={saving.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
