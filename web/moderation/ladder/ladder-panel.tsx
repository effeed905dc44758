// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LadderStep, LadderView } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePreference } from '../../ui/preferences.ts';
import { ladderWords as words } from '../../words/ladder.ts';
import type { BesideProps } from '../beside.ts';
import { useShortcut } from '../shortcuts.ts';
import { BanDialog } from './ban-dialog.tsx';
import { ladderQuery, withdrawViolation } from './ladder.ts';
import { Measure, Report } from './measure-list.tsx';
import { MinorDataDialog, MinorDialog } from './minor-dialog.tsx';
import { type MinorOpening, Minors } from './minors.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import { ViolationDialog } from './violation-dialog.tsx';
import { WarnDialog } from './warn-dialog.tsx';

type Open = 'warn' | 'ban' | 'report-platform' | 'violation' | MinorOpening | null;
/** Only opens the dialog. */
const WARN_KEY = 'v';
const ACTS: readonly LadderStep['measure'][] = ['warn', 'ban', 'report-platform'];

/** What the policy says of the author of this case, what is counted, and what may be done now. */
export function LadderPanel({ body, detail, readOnly }: BesideProps) {
  const ladder = useQuery(ladderQuery(body, detail.id, detail.revision));
  const { data: view } = ladder;
  return (
    <section className="block ladder" aria-labelledby="misure">
      <h3 id="misure">{words.panel.title}</h3>
      {ladder.isPending ? <p className="muted">{words.panel.loading}</p> : null}
      {ladder.isError ? (
        <Fault title={words.panel.failed} error={ladder.error} onRetry={() => void ladder.refetch()} />
      ) : null}
      {view === undefined ? null : <Ladder body={body} detail={detail} readOnly={readOnly} view={view} />}
    </section>
  );
}

interface Props extends BesideProps {
  readonly view: LadderView;
}

function Ladder({ body, detail, readOnly, view }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const mandate = useMandate(body);
  const on = { body, id: detail.id };
  const close = () => setOpen(null);
  const ban = view.steps.find(({ measure }) => measure === 'ban');
  useShortcut(WARN_KEY, () => {
    if (view.steps.some((step) => step.measure === 'warn' && mayAct(step, readOnly))) setOpen('warn');
  });
  return (
    <>
      <History body={body} view={view} />
      {view.steps.length === 0 ? (
        <p>{words.panel.noSteps}</p>
      ) : (
        <>
          <p className="small">{words.panel.steps}</p>
          <ol className="ladder-steps">
            {view.steps.map((step) => (
              <Step key={step.measure} step={step} readOnly={readOnly} onAct={setOpen} />
            ))}
          </ol>
        </>
      )}
      <Violation on={on} view={view} readOnly={readOnly} onOpen={() => setOpen('violation')} />
      {view.minors === null ? null : <Minors body={body} view={view.minors} readOnly={readOnly} onOpen={setOpen} />}
      {view.measures.length + view.reports.length === 0 ? null : (
        <>
          <h4>{words.panel.taken}</h4>
          <ul className="ladder-list">
            {view.measures.map((measure) => (
              <Measure key={measure.id} body={body} readOnly={readOnly} measure={measure} view={view} />
            ))}
            {view.reports.map((report) => (
              <Report key={report.id} body={body} readOnly={readOnly} report={report} />
            ))}
          </ul>
        </>
      )}
      {open === 'warn' ? <WarnDialog on={on} view={view} onClose={close} /> : null}
      {open === 'ban' && ban !== undefined ? <BanDialog on={on} view={view} step={ban} onClose={close} /> : null}
      {open === 'report-platform' ? (
        <NoticeDialog on={on} detail={detail} view={view} notifier={mandate?.bodyName ?? ''} onClose={close} />
      ) : null}
      {open === 'violation' ? <ViolationDialog on={on} view={view} onClose={close} /> : null}
      {open === 'minor' && view.minors !== null ? <MinorDialog on={on} minors={view.minors} onClose={close} /> : null}
      {open === 'minor-data' || open === 'minor-data-stay' ? (
        <MinorDataDialog on={on} remove={open === 'minor-data'} onClose={close} />
      ) : null}
    </>
  );
}

function History({ body, view }: { readonly body: string; readonly view: LadderView }) {
  if (view.author === null) return <p>{words.panel.unknown}</p>;
  return (
    <>
      <p>
        {words.panel.counted(view.history)}.{' '}
        <Link to="/banco/$body/autori/$id" params={{ body, id: view.author.id }}>
          {words.panel.open(view.author.name)}
        </Link>
      </p>
      <p className="muted small">{words.panel.noProfile}</p>
    </>
  );
}

const mayAct = ({ allowed, measure }: LadderStep, readOnly: boolean): boolean =>
  allowed && !readOnly && ACTS.includes(measure);

interface StepProps {
  readonly step: LadderStep;
  readonly readOnly: boolean;
  readonly onAct: (open: Open) => void;
}

function Step({ step, readOnly, onAct }: StepProps) {
  const { measure, force, condition, allowed, reasons, asks, clauses, effect } = step;
  const acts = mayAct(step, readOnly);
  const [shortcuts] = usePreference('shortcuts');
  return (
    <li data-allowed={allowed}>
      <p>
        <Icon name={allowed ? 'it-check-circle' : 'it-ban'} /> <strong>{words.panel.measure[measure]}</strong>{' '}
        <span className="muted small">
          {words.panel.force[force]}
          {condition === null ? '' : `, ${condition}`}
          {clauses.length === 0 ? '' : ` · ${words.panel.clauses(clauses.map(({ id }) => id))}`} ·{' '}
          {allowed ? words.panel.allowed : words.panel.notAllowed}
        </span>
      </p>
      {reasons.map(({ text, clause }) => (
        <p key={text} className="small">
          {text}
          {clause === undefined ? '' : ` (${clause})`}
        </p>
      ))}
      {asks.includes('threshold') || asks.includes('window') ? <p className="small">{words.panel.choose}</p> : null}
      {measure === 'report-authorities' ? <p className="small">{words.panel.authorities}</p> : null}
      {allowed && effect !== null && measure !== 'remove' ? <p className="small">{effect}</p> : null}
      {acts && measure !== 'remove' && measure !== 'report-authorities' ? (
        <Button
          className="btn-sm"
          onClick={() => onAct(measure)}
          {...(shortcuts && measure === 'warn' ? { 'aria-keyshortcuts': WARN_KEY } : {})}
        >
          {words.act[measure]}
          {measure === 'warn' ? <KeyHint name={WARN_KEY.toUpperCase()} /> : null}
        </Button>
      ) : null}
    </li>
  );
}

interface ViolationProps {
  readonly on: { readonly body: string; readonly id: string };
  readonly view: LadderView;
  readonly readOnly: boolean;
  readonly onOpen: () => void;
}

function Violation({ on, view, readOnly, onOpen }: ViolationProps) {
  const queries = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: () => withdrawViolation(on, view.policyDigest),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cases', on.body, 'case'] }),
  });
  if (view.confirmed === null)
    return readOnly || view.confirmable.length === 0 ? null : (
      <div className="remedies">
        <Button className="btn-sm" onClick={onOpen}>
          {words.act.violation}
        </Button>
      </div>
    );
  const { clauses, by } = view.confirmed;
  return (
    <Notice>
      <p>
        {words.violation.standing(clauses, by)} {view.mustGo === null ? null : words.violation.mustGo(view.mustGo.id)}
      </p>
      {readOnly ? null : (
        <Button className="btn-sm" onClick={() => !withdrawing.isPending && withdrawing.mutate()}>
          {words.act.withdraw}
        </Button>
      )}
      {withdrawing.isError ? <Fault title={words.failed} error={withdrawing.error} /> : null}
    </Notice>
  );
}
