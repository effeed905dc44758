// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { AccountRegister, ImpostorView } from '#accounts/contract';
import { Button } from '../../ui/button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { impostorWords as words } from '../../words/impostors.ts';
import { FormDialog, isTicked, lineOf } from './form-dialog.tsx';
import { noteImpostor, reportImpostor, settleImpostor } from './register.ts';

interface Props {
  readonly body: string;
  readonly impostors: readonly ImpostorView[];
  readonly networks: AccountRegister['networks'];
  readonly mayAct: boolean;
}

/** Accounts that are not the body's own, each a case until it is gone. */
export function Impostors({ body, impostors, networks, mayAct }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="registro-non-ufficiali">
      <h2 id="registro-non-ufficiali">{words.title}</h2>
      <p>{words.intro}</p>
      {mayAct ? <Button onClick={() => setOpen(true)}>{words.note}</Button> : null}
      {impostors.length === 0 ? <p>{words.none}</p> : null}
      <ul className="register-list">
        {impostors.map((impostor) => (
          <One key={impostor.id} body={body} impostor={impostor} mayAct={mayAct} />
        ))}
      </ul>
      {isOpen ? (
        <FormDialog
          {...{ body, title: words.note, explain: words.explainNote, confirm: words.confirmNote, done: words.doneNote }}
          onClose={() => setOpen(false)}
          asked={[
            {
              ...{ name: 'social', label: words.network },
              options: networks.map(({ network: value, label }) => ({ value, label })),
            },
            { name: 'indirizzo', label: words.url, kind: 'url', least: 8 },
            { name: 'nome', label: words.name, least: 1 },
            { name: 'personale', label: words.staff, kind: 'tick' },
            { name: 'note', label: words.words, kind: 'text' },
          ]}
          send={(typed) =>
            noteImpostor(body, {
              ...{ network: lineOf(typed, 'social'), url: lineOf(typed, 'indirizzo'), name: lineOf(typed, 'nome') },
              ...{ byStaff: isTicked(typed, 'personale'), note: lineOf(typed, 'note') },
            })
          }
        />
      ) : null}
    </section>
  );
}

interface OneProps {
  readonly body: string;
  readonly impostor: ImpostorView;
  readonly mayAct: boolean;
}

function One({ body, impostor, mayAct }: OneProps) {
  const [open, setOpen] = useState<'report' | 'settle' | null>(null);
  const { id, standing, label, name, url, state, byStaff, note, clause, noticedBy, noticedAt, reported, settled } =
    impostor;
  const isLive = state === 'to-report' || state === 'reported';
  const close = () => setOpen(null);
  return (
    <li>
      <h3>
        {name} ({label})
      </h3>
      <p>
        <span className="tag">{words.standing[standing]}</span>{' '}
        <span className="tag" data-state={state}>
          {words.state[state]}
        </span>{' '}
        {words.noticed(noticedBy)}, <Moment iso={noticedAt} />
        {byStaff ? `; ${words.byStaff}` : ''}
        {clause === null ? '' : `; ${words.clause(clause)}`}
      </p>
      <p>
        <a href={url} rel="noreferrer" target="_blank">
          {url}
        </a>
      </p>
      {note === '' ? null : <p>{note}</p>}
      {reported === null ? null : (
        <p>
          {words.reported(reported.reference, reported.by)}, <Moment iso={reported.at} />
        </p>
      )}
      {settled === null ? null : (
        <p>
          {words.settled(settled.note, settled.by)}, <Moment iso={settled.at} />
        </p>
      )}
      {isLive && mayAct ? (
        <div className="account-acts">
          {state === 'to-report' ? (
            <Button className="btn-sm" onClick={() => setOpen('report')}>
              {words.report}
            </Button>
          ) : null}
          <Button className="btn-sm" onClick={() => setOpen('settle')}>
            {words.settle}
          </Button>
        </div>
      ) : null}
      {open === 'report' ? (
        <FormDialog
          {...{ body, title: words.report, explain: words.explainReport, confirm: words.confirmNote }}
          {...{ done: words.doneReport, onClose: close }}
          asked={[{ name: 'riferimento', label: words.reference, hint: words.referenceHint, least: 1 }]}
          send={(typed) => reportImpostor(body, id, lineOf(typed, 'riferimento'))}
        />
      ) : null}
      {open === 'settle' ? (
        <FormDialog
          {...{ body, title: words.settle, explain: words.explainSettle, confirm: words.confirmNote }}
          {...{ done: words.doneSettle, onClose: close }}
          asked={[
            {
              ...{ name: 'esito', label: words.outcome },
              options: [
                { value: 'gone', label: words.state.gone },
                { value: 'mistaken', label: words.state.mistaken },
              ],
            },
            { name: 'note', label: words.settleNote, kind: 'text', least: 3 },
          ]}
          send={(typed) =>
            settleImpostor(body, id, {
              outcome: typed.esito === 'mistaken' ? 'mistaken' : 'gone',
              note: lineOf(typed, 'note'),
            })
          }
        />
      ) : null}
    </li>
  );
}
