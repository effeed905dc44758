// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { AuthorMeasureView, LadderView, PlatformReportView } from '#moderation/contract';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Moment } from '../../ui/moment.tsx';
import { ladderWords as words } from '../../words/ladder.ts';
import { EnforcementState } from '../tags.tsx';
import { ReportDoneDialog } from './notice-dialog.tsx';
import { GivenDialog, KeepDialog, LiftDialog } from './standing-dialogs.tsx';
import { TellDialog } from './tell-dialog.tsx';

interface Of {
  readonly body: string;
  readonly readOnly: boolean;
  /** Beside a case its number is known. */
  readonly withCase?: boolean;
}

export function CaseLink({ body, of }: { readonly body: string; readonly of: AuthorMeasureView['case'] }) {
  return (
    <Link to="/banco/$body/pratiche/$id" params={{ body, id: of.id }}>
      {words.authors.case(of.number)}
    </Link>
  );
}

function Writes({ enforcements }: Pick<AuthorMeasureView, 'enforcements'>) {
  return (
    <>
      {enforcements.map(({ id, type, state, note }) => (
        <span key={id} className="ladder-write">
          {it.act[type]}: <EnforcementState state={state} />
          {note === null ? null : <span className="muted small"> {note}</span>}
        </span>
      ))}
    </>
  );
}

type Open = 'lift' | 'keep' | 'given' | 'tell' | null;

export function Measure({
  body,
  readOnly,
  withCase = false,
  measure,
  view,
  children,
}: Of & {
  readonly measure: AuthorMeasureView;
  /** Beside its case, where the ways of telling the author are known. */
  readonly view?: LadderView;
  readonly children?: ReactNode;
}) {
  const [open, setOpen] = useState<Open>(null);
  const { kind, reasons, text, told, untold, givenAt, reviewOn, reviewDue, endedAt, enforcements } = measure;
  const byHand =
    (untold && told === 'by-hand') || enforcements.some(({ state }) => state === 'by-hand' || state === 'failed');
  const standing = kind === 'ban' && endedAt === null;
  const close = () => setOpen(null);
  return (
    <li className="ladder-measure">
      {children}
      <p>
        <strong>{words.measureLine(measure)}</strong> <Moment iso={measure.at} />{' '}
        {withCase ? <CaseLink body={body} of={measure.case} /> : null}
      </p>
      <p className="muted small">{reasons ?? words.erased}</p>
      {kind === 'unban' ? null : <p className="small">{givenAt === null ? words.told_[told] : words.givenBy}</p>}
      {text === null ? null : (
        <details>
          <summary>{words.ownText}</summary>
          <p className="ladder-notice">{text}</p>
        </details>
      )}
      {standing && reviewOn !== null ? (
        <p className="small">
          <Icon name="it-clock" /> {reviewDue ? words.reviewDue(reviewOn) : words.review(reviewOn)}
        </p>
      ) : null}
      {kind === 'ban' && endedAt !== null ? <p className="small">{words.ended}</p> : null}
      {kind === 'warn' && endedAt !== null ? <p className="small">{words.fallen}</p> : null}
      <Writes enforcements={enforcements} />
      {readOnly ? null : (
        <div className="remedies">
          {untold && view !== undefined ? (
            <Button className="btn-sm" onClick={() => setOpen('tell')}>
              {words.act.tell}
            </Button>
          ) : null}
          {byHand ? (
            <Button className="btn-sm" onClick={() => setOpen('given')}>
              {words.act.given}
            </Button>
          ) : null}
          {standing ? (
            <>
              <Button className="btn-sm" onClick={() => setOpen('keep')}>
                {words.act.keep}
              </Button>
              <Button className="btn-sm" onClick={() => setOpen('lift')}>
                {words.act.lift}
              </Button>
            </>
          ) : null}
        </div>
      )}
      {open === 'lift' ? <LiftDialog body={body} measure={measure} onClose={close} /> : null}
      {open === 'keep' ? <KeepDialog body={body} measure={measure} onClose={close} /> : null}
      {open === 'tell' && view !== undefined ? (
        <TellDialog body={body} measure={measure} view={view} onClose={close} />
      ) : null}
      {open === 'given' ? <GivenDialog body={body} measure={measure} onClose={close} /> : null}
    </li>
  );
}

export function Report({ body, readOnly, withCase = false, report }: Of & { readonly report: PlatformReportView }) {
  const [noting, setNoting] = useState(false);
  const { state, reference, reportedOn, notice, clauses } = report;
  return (
    <li className="ladder-measure">
      <p>
        <strong>{words.report.title(report.case.number)}</strong> {words.panel.clauses(clauses)}{' '}
        {withCase ? <CaseLink body={body} of={report.case} /> : null}
      </p>
      <p className="small">
        {state === 'done' && reference !== null && reportedOn !== null
          ? words.report.noted(reference, reportedOn)
          : words.report.state[state]}
      </p>
      {notice === null ? null : (
        <details>
          <summary>{words.report.notice}</summary>
          <p className="ladder-notice">{notice}</p>
        </details>
      )}
      <Writes enforcements={report.enforcements} />
      {state === 'sent' && !readOnly ? (
        <div className="remedies">
          <Button className="btn-sm" onClick={() => setNoting(true)}>
            {words.act.done}
          </Button>
        </div>
      ) : null}
      {noting ? <ReportDoneDialog body={body} report={report} onClose={() => setNoting(false)} /> : null}
    </li>
  );
}
