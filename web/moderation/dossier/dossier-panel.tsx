// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DossierCase, DossierRequest } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { fullMoment } from '../../ui/moment-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { dossierWords as words } from '../../words/dossier.ts';
import type { BesideProps } from '../beside.ts';
import { AnswerDialog, FiledDialog } from './answer-dialog.tsx';
import { CsamDialog } from './csam-dialogs.tsx';
import { dossierQuery, makeDossier } from './dossier.ts';
import { DossierFiles } from './dossier-files.tsx';
import { HoldDialog } from './hold-dialog.tsx';

type Open = 'answer' | 'filed' | 'hold' | 'csam' | null;

/** What is kept of this case, what is handed over, and whether the authorities have to know. */
export function DossierPanel({ body, detail }: BesideProps) {
  const room = useQuery(dossierQuery(body, detail.id, detail.revision));
  const [open, setOpen] = useState<Open>(null);
  const { data: view } = room;
  const on = { body, id: detail.id };
  const close = () => setOpen(null);
  return (
    <section className="block dossier" aria-labelledby="prove">
      <h3 id="prove">{words.panel.title}</h3>
      {room.isPending ? <p className="muted">{words.panel.loading}</p> : null}
      {room.isError ? (
        <Fault title={words.panel.failed} error={room.error} onRetry={() => void room.refetch()} />
      ) : null}
      {view === undefined ? null : (
        <>
          <Authorities view={view} onOpen={setOpen} />
          <Kept view={view} />
          <Hold view={view} onOpen={setOpen} />
          <Files body={body} view={view} />
          {view.csam === null && view.may.act ? (
            <div className="remedies">
              <Button className="btn-sm" onClick={() => setOpen('csam')}>
                {words.act.csam}
              </Button>
            </div>
          ) : null}
          {open === 'answer' ? <AnswerDialog on={on} view={view} onClose={close} /> : null}
          {open === 'filed' ? <FiledDialog on={on} view={view} onClose={close} /> : null}
          {open === 'hold' ? <HoldDialog on={on} view={view} onClose={close} /> : null}
          {open === 'csam' ? <CsamDialog on={on} view={view} onClose={close} /> : null}
        </>
      )}
    </section>
  );
}

interface Props {
  readonly view: DossierCase;
  readonly onOpen: (open: Open) => void;
}

/** What was answered; while nobody did, the question stands above the decision. */
function Authorities({ view: { report, asks, may }, onOpen }: Props) {
  const button = (open: Open, label: string) =>
    may.act ? (
      <div className="remedies">
        <Button className="btn-sm" onClick={() => onOpen(open)}>
          {label}
        </Button>
      </div>
    ) : null;
  if (report === null || report.state === 'asked')
    return asks.length > 0 ? null : (
      <>
        <p className="small">{words.panel.unasked}</p>
        {button('answer', words.act.report)}
      </>
    );
  return (
    <>
      <p>
        <Icon name={report.state === 'filed' ? 'it-check-circle' : 'it-info-circle'} />{' '}
        {report.state === 'declined'
          ? words.panel.declined(report.answeredBy ?? '')
          : report.state === 'due'
            ? words.panel.due(report)
            : words.panel.filed(report)}
      </p>
      <p className="muted small">{report.reasons ?? words.panel.erased}</p>
      {report.state === 'due' ? button('filed', words.act.filed) : null}
      {report.state === 'declined' ? button('answer', words.act.rethink) : null}
    </>
  );
}

function Kept({ view: { evidence } }: Pick<Props, 'view'>) {
  if (evidence.length === 0) return <p className="muted small">{words.panel.noEvidence}</p>;
  return (
    <>
      <h4>{words.panel.evidence}</h4>
      <ul className="dossier-list">
        {evidence.map((piece) => (
          <li key={piece.decision}>
            {fullMoment(piece.at)}: {keptWords(piece)}
          </li>
        ))}
      </ul>
    </>
  );
}

function keptWords({ wordless, original, originalUntil, masked }: DossierCase['evidence'][number]): string {
  if (wordless) return words.panel.wordless;
  if (original === 'kept' && originalUntil !== null) return words.panel.original(fullMoment(originalUntil));
  return masked ? words.panel.originalGone : words.panel.allGone;
}

function Hold({ view: { hold, may }, onOpen }: Props) {
  return (
    <>
      {hold === null ? null : (
        <Notice>
          <p>
            <Icon name="it-locked" /> {words.panel.held(hold.act, hold.by)}
          </p>
          <p className="small">{hold.reasons ?? words.panel.erased}</p>
        </Notice>
      )}
      {may.lead ? (
        <div className="remedies">
          <Button className="btn-sm" onClick={() => onOpen('hold')}>
            {hold === null ? words.act.hold : words.act.lift}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Files({ body, view }: { readonly body: string; readonly view: DossierCase }) {
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: (content: DossierRequest) => makeDossier({ body, id: view.case.id }, content),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cases', body, 'case'] }),
  });
  const make = (content: DossierRequest) => () => void (making.isPending || making.mutate(content));
  return (
    <>
      {view.dossiers.length === 0 ? null : <h4>{words.panel.files}</h4>}
      <DossierFiles body={body} files={view.dossiers} mayWhole={view.may.lead} />
      {view.may.act && view.csam === null ? (
        <div className="remedies">
          {view.may.lead ? (
            <Button className="btn-sm" onClick={make({ form: 'whole', purpose: 'authorities' })}>
              {words.act.whole}
            </Button>
          ) : null}
          <Button className="btn-sm" onClick={make({ form: 'masked', purpose: 'records-request' })}>
            {words.act.masked}
          </Button>
        </div>
      ) : null}
      {making.isError ? <Fault title={words.failed} error={making.error} /> : null}
    </>
  );
}
