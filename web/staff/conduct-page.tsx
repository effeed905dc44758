// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { ConductReports } from '#staff/contract';
import { useMandate } from '../governance/session.ts';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { Moment } from '../ui/moment.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { staffWords as words } from '../words/staff.ts';
import { conductQuery, dismiss, reportConduct } from './conduct.ts';
import { ConfirmDialog, HandOverDialog } from './conduct-dialogs.tsx';

type Report = ConductReports['items'][number];

/** Breaches of the internal rules on their way to the office that decides: for the head alone. */
export function ConductPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const leads = mandate?.role === 'head';
  const reports = useQuery({ ...conductQuery(body), enabled: leads });
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page authors">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {leads ? null : <Notice>{words.headOnly}</Notice>}
      {leads && reports.isPending ? <Skeleton lines={6} /> : null}
      {reports.isError ? (
        <Fault title={words.failed} error={reports.error} onRetry={() => void reports.refetch()} />
      ) : null}
      {reports.data === undefined ? null : <Conduct body={body} reports={reports.data} />}
    </div>
  );
}

function Conduct({ body, reports: { clause, items } }: { readonly body: string; readonly reports: ConductReports }) {
  return (
    <>
      {clause === null ? <Notice>{words.silent}</Notice> : <p>{words.clause(clause.id, clause.title)}</p>}
      {clause === null ? null : <NewReport key={items.length} body={body} />}
      {items.length === 0 ? <p>{words.none}</p> : null}
      <ul className="ladder-list">
        {items.map((report) => (
          <One key={report.id} body={body} report={report} />
        ))}
      </ul>
    </>
  );
}

function NewReport({ body }: { readonly body: string }) {
  const queries = useQueryClient();
  const [what, setWhat] = useState('');
  const [asked, setAsked] = useState(false);
  const short = what.trim().length < 10;
  const reporting = useMutation({
    mutationFn: () => reportConduct(body, what),
    onSuccess: (view) => queries.setQueryData(conductQuery(body).queryKey, view),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (short) document.getElementById('condotta')?.focus();
    else if (!reporting.isPending) reporting.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field id="condotta" label={words.what} hint={words.whatHint} error={asked && short ? words.short : undefined}>
        {(described) => (
          <textarea {...described} rows={4} value={what} onChange={(event) => setWhat(event.target.value)} />
        )}
      </Field>
      {reporting.isError ? <Fault title={words.failed} error={reporting.error} /> : null}
      <Button look="primary" type="submit" aria-disabled={reporting.isPending}>
        {words.report}
      </Button>
    </form>
  );
}

function One({ body, report }: { readonly body: string; readonly report: Report }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState<'confirm' | 'hand-over' | null>(null);
  const dismissing = useMutation({
    mutationFn: () => dismiss(body, report.id),
    onSuccess: (view) => queries.setQueryData(conductQuery(body).queryKey, view),
  });
  const { id, state, clause, what, gravity, office, reference, handedOn, by, at } = report;
  const live = state === 'reported' || state === 'confirmed';
  return (
    <li>
      <p>
        <strong>{words.state[state]}</strong> · {clause} · {by} · <Moment iso={at} />
      </p>
      <p>{what ?? <span className="muted">{words.gone}</span>}</p>
      {gravity === null ? null : <p className="small">{words.gravityOf(gravity)}</p>}
      {office === null || reference === null || handedOn === null ? null : (
        <p className="small">{words.handed(office, reference, handedOn)}</p>
      )}
      {live ? (
        <div className="remedies">
          <Button className="btn-sm" onClick={() => setOpen(state === 'reported' ? 'confirm' : 'hand-over')}>
            {state === 'reported' ? words.confirm : words.handOver}
          </Button>
          <Button className="btn-sm" onClick={() => !dismissing.isPending && dismissing.mutate()}>
            {words.dismiss}
          </Button>
        </div>
      ) : null}
      {dismissing.isError ? <Fault title={words.failed} error={dismissing.error} /> : null}
      {open === 'confirm' ? <ConfirmDialog body={body} report={id} onClose={() => setOpen(null)} /> : null}
      {open === 'hand-over' ? <HandOverDialog body={body} report={id} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}
