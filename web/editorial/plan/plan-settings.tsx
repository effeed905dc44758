// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { PlanList } from '#editorial/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Moment } from '../../ui/moment.tsx';
import { planWords as words } from '../../words/plan.ts';
import { choosePlanTerms, endFeed, feedsQuery, makeFeed, plansQuery } from './plan.ts';

interface ChoiceProps {
  readonly body: string;
  readonly list: PlanList;
  readonly leads: boolean;
}

const numberIn = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null;
  const number = Number(typed);
  return Number.isInteger(number) && number >= 1 ? number : undefined;
};

/** What the body chose where its policy gives no number. */
export function PlanChoice({ body, list: { choice }, leads }: ChoiceProps) {
  return (
    <details className="plan-settings">
      <summary>{words.choice.title}</summary>
      <p>{words.choice.intro}</p>
      {choice === null ? (
        <p>{words.choice.none}</p>
      ) : (
        <p>
          {words.choice.days(choice.workDays)}{' '}
          {choice.lateMinutes === null ? words.figures.byDay : words.figures.byMinutes(choice.lateMinutes)}{' '}
          {words.choice.chosen(choice.act, choice.person)}
        </p>
      )}
      {leads ? <ChoiceForm key={choice?.at} body={body} choice={choice} /> : null}
    </details>
  );
}

function ChoiceForm({ body, choice }: { readonly body: string; readonly choice: PlanList['choice'] }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState({
    ...{ days: String(choice?.workDays ?? ''), minutes: String(choice?.lateMinutes ?? ''), act: '' },
  });
  const [asked, setAsked] = useState(false);
  const [days, minutes] = [numberIn(typed.days), numberIn(typed.minutes)];
  const wrongDays = days === undefined || (days ?? 1) > 366;
  const wrongMinutes = minutes === undefined || (minutes ?? 1) > 1440;
  const missing = typed.act.trim() === '';
  const choosing = useMutation({
    mutationFn: () =>
      choosePlanTerms(body, { workDays: days ?? null, lateMinutes: minutes ?? null, act: typed.act.trim() }),
    onSuccess: (list) => {
      queries.setQueryData(plansQuery(body).queryKey, list);
      void queries.invalidateQueries({ queryKey: ['plan-calendar', body] });
      announce(words.choice.saved);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const field = wrongDays ? 'piano-giorni' : wrongMinutes ? 'piano-minuti' : missing ? 'piano-atto' : undefined;
    if (field !== undefined) document.getElementById(field)?.focus();
    else if (!choosing.isPending) choosing.mutate();
  };
  const line = (
    id: string,
    label: string,
    key: keyof typeof typed,
    more: { hint?: string; error?: string | false },
  ) => (
    <Field id={id} label={label} hint={more.hint} error={asked && more.error ? more.error : undefined}>
      {(described) => (
        <input
          {...described}
          type="text"
          inputMode={key === 'act' ? 'text' : 'numeric'}
          maxLength={300}
          value={typed[key]}
          onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
        />
      )}
    </Field>
  );
  const { workDays, lateMinutes, empty, act, wrong } = words.choice;
  return (
    <form onSubmit={submit} noValidate>
      {line('piano-giorni', workDays, 'days', { hint: empty, error: wrongDays && wrong })}
      {line('piano-minuti', lateMinutes, 'minutes', { hint: empty, error: wrongMinutes && wrong })}
      {line('piano-atto', act, 'act', { error: missing && words.missing })}
      {choosing.isError ? <Fault title={words.notDone} error={choosing.error} /> : null}
      <Button type="submit" aria-disabled={choosing.isPending}>
        {words.choice.save}
      </Button>
    </form>
  );
}

/** Addresses from which other calendars follow the approved plans. */
export function Feeds({ body }: { readonly body: string }) {
  const queries = useQueryClient();
  const feeds = useQuery(feedsQuery(body));
  const making = useMutation({
    mutationFn: () => makeFeed(body),
    onSuccess: ({ items }) => queries.setQueryData(feedsQuery(body).queryKey, { items }),
  });
  const ending = useMutation({
    mutationFn: (id: string) => endFeed(body, id),
    onSuccess: (list) => {
      queries.setQueryData(feedsQuery(body).queryKey, list);
      announce(words.feeds.ended);
    },
  });
  const error = making.error ?? ending.error ?? feeds.error;
  return (
    <details className="plan-settings">
      <summary>{words.feeds.title}</summary>
      <p>{words.feeds.intro}</p>
      {error === null ? null : <Fault title={words.notDone} error={error} />}
      {making.data === undefined ? null : (
        <Field id="piano-indirizzo" label={words.feeds.address} hint={words.feeds.shown}>
          {(described) => (
            <input
              {...described}
              type="text"
              readOnly
              value={making.data.address}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
      )}
      <Button aria-disabled={making.isPending} onClick={() => !making.isPending && making.mutate()}>
        {words.feeds.make}
      </Button>
      {feeds.data?.items.length === 0 ? <p>{words.feeds.none}</p> : null}
      <ul className="plan-slots">
        {feeds.data?.items.map(({ id, person, at, revokedAt }) => (
          <li key={id}>
            <p>
              {words.feeds.of(person)} <Moment iso={at} />
              {revokedAt === null ? null : (
                <>
                  , {words.feeds.revoked} <Moment iso={revokedAt} />
                </>
              )}
            </p>
            {revokedAt === null ? (
              <Button
                className="btn-sm"
                aria-disabled={ending.isPending}
                onClick={() => !ending.isPending && ending.mutate(id)}
              >
                {words.feeds.end}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
