// SPDX-License-Identifier: AGPL-3.0-or-later
import './plan.scss';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanDetail } from '#editorial/contract';
import { useMandate } from '../../governance/session.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { planWords as words } from '../../words/plan.ts';
import { calendarQuery, planQuery } from './plan.ts';
import { dayAfter, dayWords, longDay } from './plan-dates.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanImport } from './plan-import.tsx';
import { PlanTerms } from './plan-terms.tsx';
import { PlanTurns } from './plan-turns.tsx';
import { SlotDialog } from './slot-dialog.tsx';
import { SlotItems } from './slot-items.tsx';

/** One plan: what it says, its slots, who approves it and how far it has come. */
export function PlanDocPage() {
  const { body, id } = useParams({ from: '/banco/$body/piano/$id' });
  const mandate = useMandate(body);
  const plan = useQuery(planQuery(body, id));
  useTitle(plan.data?.title ?? words.title, mandate?.bodyName ?? body);
  return (
    <div className="page plan">
      <p>
        <Link to="/banco/$body/piano" params={{ body }}>
          {words.back}
        </Link>
      </p>
      {plan.isPending ? <Skeleton lines={8} /> : null}
      {plan.isError ? <Fault title={words.failed} error={plan.error} onRetry={() => void plan.refetch()} /> : null}
      {plan.data === undefined ? null : (
        <Plan body={body} plan={plan.data} writes={mandate !== undefined && mandate.role !== 'auditor'} />
      )}
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly plan: PlanDetail;
  readonly writes: boolean;
}

function Plan({ body, plan, writes }: Props) {
  const [dirty, setDirty] = useState(false);
  const editable = writes && plan.state !== 'superseded' && plan.state !== 'discarded';
  return (
    <>
      <div className="page-head">
        <h1>{plan.title}</h1>
        <p>
          <strong>{words.state[plan.state]}</strong> · {words.kind[plan.kind]} ·{' '}
          {words.plans.period(dayWords(plan.from), dayWords(plan.to))} · {words.plans.version(plan.version)}
        </p>
        <PlanTerms terms={plan.terms} />
      </div>
      <PlanTurns body={body} plan={plan} dirty={dirty} writes={writes} />
      {editable ? <PlanForm key={plan.version} body={body} plan={plan} onDirty={setDirty} /> : <PlanText plan={plan} />}
      {plan.kind === 'editorial' ? <Slots body={body} plan={plan} writes={editable} dirty={dirty} /> : null}
      <History plan={plan} />
    </>
  );
}

function PlanText({ plan: { content, kind } }: Pick<Props, 'plan'>) {
  return (
    <>
      <p className="editorial-text">{content.aims}</p>
      {content.themes.length === 0 ? null : (
        <p>
          {words.doc.themes}: {content.themes.join(', ')}
        </p>
      )}
      {content.audiences.length === 0 ? null : (
        <p>
          {words.doc.audiences}: {content.audiences.join(', ')}
        </p>
      )}
      {kind === 'work' ? (
        <ul>
          {content.work.map(({ id, week, who, what, done }) => (
            <li key={id}>
              {dayWords(week)} · {who}: {what}
              {done ? ` (${words.doc.workDone.toLowerCase()})` : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** How many days the calendar shows at once. */
const MOST_DAYS = 99;

function Slots({ body, plan, writes, dirty }: Props & { readonly dirty: boolean }) {
  const [adding, setAdding] = useState(false);
  const last = dayAfter(plan.from, MOST_DAYS);
  const days = { from: plan.from, to: [plan.to, last].toSorted()[0] ?? last };
  const found = useQuery(calendarQuery(body, days));
  const shown = found.data?.slots.filter((slot) => slot.plan.id === plan.id) ?? [];
  const each = [...new Set(shown.map(({ day }) => day))];
  const beyond = plan.content.slots.filter(({ day }) => day > days.to).length;
  const isSuperseded = plan.state === 'superseded' || plan.state === 'discarded';
  return (
    <section aria-labelledby="piano-uscite">
      <h2 id="piano-uscite">{words.doc.slots}</h2>
      {plan.content.slots.length === 0 ? <p>{words.doc.noSlots}</p> : null}
      {found.isError ? <Fault title={words.failed} error={found.error} onRetry={() => void found.refetch()} /> : null}
      {isSuperseded ? (
        <ul>
          {plan.content.slots.map(({ id, day, time, title }) => (
            <li key={id}>
              {longDay(day)}, {time}: {title}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="plan-days">
        {each.map((day) => (
          <div key={day}>
            <h3>{longDay(day)}</h3>
            <SlotItems
              {...{ body, plans: [plan], unplanned: [], onMoved: () => {} }}
              slots={shown.filter((slot) => slot.day === day)}
              writes={writes && !dirty}
            />
          </div>
        ))}
      </div>
      {beyond === 0 ? null : <p>{words.doc.beyond(beyond)}</p>}
      {writes && !dirty ? (
        <div className="remedies">
          <Button icon="it-plus" onClick={() => setAdding(true)}>
            {words.calendar.add}
          </Button>
        </div>
      ) : null}
      {adding ? (
        <SlotDialog
          {...{ body, slot: null, plan: plan.id, plans: [plan], day: plan.from }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      <PlanImport body={body} plan={plan} writes={writes && !dirty} />
    </section>
  );
}

function History({ plan: { steps } }: Pick<Props, 'plan'>) {
  return (
    <section aria-labelledby="piano-storia">
      <h2 id="piano-storia">{words.doc.history}</h2>
      <ol>
        {steps.map(({ step, version, reasons, person, at }) => (
          <li key={`${at}${step}`}>
            <Moment iso={at} /> · {words.doc.step[step]} · {words.plans.version(version)} · {person.name}
            {reasons === null ? null : <>: {reasons}</>}
          </li>
        ))}
      </ol>
    </section>
  );
}
