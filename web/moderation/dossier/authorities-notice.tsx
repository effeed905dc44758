// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DossierCase } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { asksOf, dossierWords as words } from '../../words/dossier.ts';
import type { BesideProps } from '../beside.ts';
import { AnswerDialog, FiledDialog } from './answer-dialog.tsx';
import { DestroyDialog, DismissDialog } from './csam-dialogs.tsx';
import { dossierQuery, type OnCase } from './dossier.ts';

/** What has to be answered, or done first, before anything else about a case. */
export function AuthoritiesNotice({ body, detail }: BesideProps) {
  const { data: view } = useQuery(dossierQuery(body, detail.id, detail.revision));
  const on = { body, id: detail.id };
  if (view === undefined) return null;
  if (view.csam !== null) return <Csam on={on} view={view} csam={view.csam} />;
  return asksOf(view) ? <Question on={on} view={view} /> : null;
}

interface Props {
  readonly on: OnCase;
  readonly view: DossierCase;
}

function Question({ on, view }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Notice tone="warning" title={words.panel.question}>
        <p>{words.panel.why(view.asks)}</p>
        {view.may.act ? (
          <Button className="btn-sm" onClick={() => setOpen(true)}>
            {words.act.answer}
          </Button>
        ) : null}
      </Notice>
      {open ? <AnswerDialog on={on} view={view} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Csam({ on, view, csam }: Props & { readonly csam: NonNullable<DossierCase['csam']> }) {
  const [open, setOpen] = useState<'filed' | 'dismiss' | 'destroy' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Notice tone="danger" title={words.csam.open}>
        <p>{csam.policeTold ? words.csam.told : words.csam.steps}</p>
        <p>{words.csam.alert[csam.alert]}</p>
        <p>{csam.setAside ? words.csam.setAside : words.csam.nothingKept}</p>
        <p className="small">{words.csam.grounds(csam.clauses, csam.law)}</p>
        <div className="remedies">
          {view.may.act && !csam.policeTold ? (
            <Button className="btn-sm" onClick={() => setOpen('filed')}>
              {words.act.filed}
            </Button>
          ) : null}
          {view.may.endCsam ? (
            <Button className="btn-sm" onClick={() => setOpen('dismiss')}>
              {words.act.dismiss}
            </Button>
          ) : null}
          {view.may.endCsam && csam.setAside ? (
            <Button className="btn-sm" onClick={() => setOpen('destroy')}>
              {words.act.destroy}
            </Button>
          ) : null}
        </div>
      </Notice>
      {open === 'filed' ? <FiledDialog on={on} view={view} onClose={close} /> : null}
      {open === 'dismiss' ? <DismissDialog on={on} setAside={csam.setAside} onClose={close} /> : null}
      {open === 'destroy' ? <DestroyDialog on={on} onClose={close} /> : null}
    </>
  );
}
