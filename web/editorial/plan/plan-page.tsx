// SPDX-License-Identifier: AGPL-3.0-or-later
import './plan.scss';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { PLAN_KINDS, type PlanList } from '#editorial/contract';
import { useMandate } from '../../governance/session.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { planWords as words } from '../../words/plan.ts';
import { Calendar } from './calendar.tsx';
import { keepPlan, openPlan, plansQuery } from './plan.ts';
import { dayAfter, dayWords, todayInRome, weekOf } from './plan-dates.ts';
import { Feeds, PlanChoice } from './plan-settings.tsx';
import { PlanTerms } from './plan-terms.tsx';

/** The calendar of what goes out, the plans behind it, and what the body chose of them. */
export function PlanPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const plans = useQuery(plansQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  const writes = mandate !== undefined && mandate.role !== 'auditor';
  return (
    <div className="page plan">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <p>
          <Link to="/banco/$body/piano/pagine" params={{ body }}>
            {words.pages.nav}
          </Link>
        </p>
      </div>
      {plans.isPending ? <Skeleton lines={10} /> : null}
      {plans.isError ? <Fault title={words.failed} error={plans.error} onRetry={() => void plans.refetch()} /> : null}
      {plans.data === undefined ? null : (
        <>
          <PlanTerms terms={plans.data.terms.editorial} />
          {plans.data.reminder === null ? null : (
            <Notice tone="warning">{words.plans.reminder(dayWords(plans.data.reminder.since))}</Notice>
          )}
          <Calendar body={body} list={plans.data} writes={writes} />
          <Plans body={body} list={plans.data} />
          {writes ? <NewPlan body={body} /> : null}
          <PlanChoice body={body} list={plans.data} leads={mandate?.role === 'head'} />
          <Feeds body={body} />
        </>
      )}
    </div>
  );
}

function Plans({ body, list: { items } }: { readonly body: string; readonly list: PlanList }) {
  return (
    <section aria-labelledby="piani">
      <h2 id="piani">{words.plans.title}</h2>
      {items.length === 0 ? <p>{words.plans.none}</p> : null}
      <ul className="plan-slots">
        {items.map(({ id, title, kind, state, from, to, version }) => (
          <li key={id}>
            <p>
              <Link to="/banco/$body/piano/$id" params={{ body, id }}>
                {title}
              </Link>{' '}
              · <strong>{words.state[state]}</strong>
            </p>
            <p className="small">
              {words.kind[kind]} · {words.plans.period(dayWords(from), dayWords(to))} · {words.plans.version(version)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const LONGEST_DAYS = 365;

function NewPlan({ body }: { readonly body: string }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const monday = dayAfter(weekOf(todayInRome()), 7);
  const [typed, setTyped] = useState({ title: '', kind: 'editorial', from: monday, to: dayAfter(monday, 6) });
  const [asked, setAsked] = useState(false);
  const kind = PLAN_KINDS.find((one) => one === typed.kind) ?? 'editorial';
  const missing = typed.title.trim() === '';
  const wrongDays =
    typed.from === '' || typed.to === '' || typed.to < typed.from || typed.to > dayAfter(typed.from, LONGEST_DAYS);
  const opening = useMutation({
    mutationFn: () =>
      openPlan(body, {
        ...{ kind, title: typed.title.trim(), from: typed.from, to: typed.to, aims: '' },
        ...{ themes: [], audiences: [], slots: [], work: [] },
      }),
    onSuccess: (detail) => {
      keepPlan(queries, body, detail);
      void navigate({ to: '/banco/$body/piano/$id', params: { body, id: detail.id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) document.getElementById('piano-titolo')?.focus();
    else if (wrongDays) document.getElementById('piano-al')?.focus();
    else if (!opening.isPending) opening.mutate();
  };
  const day = (id: string, label: string, key: 'from' | 'to', error?: string) => (
    <Field id={id} label={label} error={error}>
      {(described) => (
        <input
          {...described}
          type="date"
          value={typed[key]}
          onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={submit} noValidate aria-label={words.plans.open}>
      <div className="plan-two">
        <Field id="piano-titolo" label={words.plans.newTitle} error={asked && missing ? words.missing : undefined}>
          {(described) => (
            <input
              {...described}
              type="text"
              maxLength={200}
              value={typed.title}
              onChange={(event) => setTyped({ ...typed, title: event.target.value })}
            />
          )}
        </Field>
        <Field id="piano-tipo" label={words.plans.newKind}>
          {(described) => (
            <select
              {...described}
              value={typed.kind}
              onChange={(event) => setTyped({ ...typed, kind: event.target.value })}
            >
              {PLAN_KINDS.map((one) => (
                <option key={one} value={one}>
                  {words.kind[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {day('piano-dal', words.plans.from, 'from')}
        {day('piano-al', words.plans.to, 'to', asked && wrongDays ? words.plans.periodWrong : undefined)}
      </div>
      {opening.isError ? <Fault title={words.notDone} error={opening.error} /> : null}
      <Button look="primary" type="submit" aria-disabled={opening.isPending}>
        {words.plans.open}
      </Button>
    </form>
  );
}
