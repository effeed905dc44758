// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountRequestView } from '#accounts/contract';
import { Button } from '../../ui/button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { registerWords } from '../../words/register.ts';
import { FormDialog, lineOf } from './form-dialog.tsx';
import { giveOpinion, settleRequest } from './register.ts';

const words = registerWords.requests;

interface Props {
  readonly body: string;
  readonly requests: readonly AccountRequestView[];
  readonly role: 'auditor' | 'moderator' | 'head';
}

/** What services asked for, the newest first, each with whose step is next. */
export function Requests({ body, requests, role }: Props) {
  return (
    <section aria-labelledby="registro-richieste">
      <h2 id="registro-richieste">{words.title}</h2>
      {requests.length === 0 ? <p>{words.none}</p> : null}
      <ul className="register-list">
        {requests.map((request) => (
          <One key={request.id} body={body} request={request} role={role} />
        ))}
      </ul>
    </section>
  );
}

type Open = 'opinion' | 'authorise' | 'refuse' | null;

function One({ body, request, role }: Omit<Props, 'requests'> & { readonly request: AccountRequestView }) {
  const [open, setOpen] = useState<Open>(null);
  const { id, label, service, state, askedBy, askedAt, opinion, settled, account } = request;
  const close = () => setOpen(null);
  return (
    <li>
      <h3>{words.heading(label, service)}</h3>
      <p>
        <span className="tag" data-state={state}>
          {words.state[state]}
        </span>{' '}
        {words.by(askedBy)}, <Moment iso={askedAt} />
      </p>
      <Answers request={request} />
      {opinion === null ? null : (
        <p>
          {words.opinionOf(opinion.outcome, opinion.office ?? opinion.by)}: {opinion.note} (
          <Moment iso={opinion.at} />)
        </p>
      )}
      {settled === null ? null : (
        <p>
          {settled.act === null ? words.refused(settled.note) : words.authorisedWith(settled.authority, settled.act)}.{' '}
          {words.settledBy(settled.by)}, <Moment iso={settled.at} />
        </p>
      )}
      <Next body={body} request={request} role={role} onOpen={setOpen} />
      {account === null ? null : (
        <p>
          <Link to="/banco/$body/account/registro/$id" params={{ body, id: account }}>
            {words.open}
          </Link>
        </p>
      )}
      {open === 'opinion' ? <OpinionDialog body={body} id={id} onClose={close} /> : null}
      {open === 'authorise' ? <AuthoriseDialog body={body} request={request} onClose={close} /> : null}
      {open === 'refuse' ? <RefuseDialog body={body} id={id} onClose={close} /> : null}
    </li>
  );
}

function Answers({ request: { answers, keeper, sort } }: { readonly request: AccountRequestView }) {
  return (
    <dl className="account-facts">
      <div>
        <dt>{words.keeper}</dt>
        <dd>{keeper}</dd>
      </div>
      {sort === null ? null : (
        <div>
          <dt>{words.sort}</dt>
          <dd>{sort}</dd>
        </div>
      )}
      {answers.map(({ label, value, inSource, clause }) => (
        <div key={label}>
          <dt>
            {label} ({inSource ? words.fromClause(clause) : words.notInSource})
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface NextProps {
  readonly body: string;
  readonly request: AccountRequestView;
  readonly role: Props['role'];
  readonly onOpen: (open: Open) => void;
}

/** Whose step it is, and the buttons of whoever may take it. */
function Next({ body, request, role, onOpen }: NextProps) {
  const { network, state, isMine, opinionBy, authorisedBy, id } = request;
  if (state === 'authorised')
    return (
      <>
        <p>{words.waitsConnection}</p>
        {role === 'head' ? (
          <Link
            to="/banco/$body/account/nuovo"
            params={{ body }}
            search={{ social: network, richiesta: id }}
            className="btn btn-outline-primary btn-sm"
          >
            {words.connect}
          </Link>
        ) : null}
      </>
    );
  if (state !== 'asked' && state !== 'opined') return null;
  const wantsOpinion = state === 'asked' && opinionBy.clause !== null;
  const mayAct = role !== 'auditor' && !isMine;
  return (
    <>
      <p>
        {wantsOpinion
          ? words.waitsOpinion(opinionBy.value, opinionBy.clause)
          : words.waitsAuthority(authorisedBy.value, authorisedBy.clause)}
      </p>
      {isMine && role !== 'auditor' ? <p className="small muted">{words.mine}</p> : null}
      {mayAct ? (
        <div className="account-acts">
          {state === 'asked' ? (
            <Button className="btn-sm" onClick={() => onOpen('opinion')}>
              {words.opinion}
            </Button>
          ) : null}
          {role === 'head' && !wantsOpinion ? (
            <>
              <Button className="btn-sm" onClick={() => onOpen('authorise')}>
                {words.authorise}
              </Button>
              <Button className="btn-sm" onClick={() => onOpen('refuse')}>
                {words.refuse}
              </Button>
            </>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

interface DialogProps {
  readonly body: string;
  readonly id: string;
  readonly onClose: () => void;
}

function OpinionDialog({ body, id, onClose }: DialogProps) {
  const { title, explain, outcome, favourable, contrary, note, confirm, done } = registerWords.opinion;
  return (
    <FormDialog
      {...{ body, title, explain, confirm, done, onClose }}
      asked={[
        {
          ...{ name: 'parere', label: outcome },
          options: [
            { value: 'favourable', label: favourable },
            { value: 'contrary', label: contrary },
          ],
        },
        { name: 'perche', label: note, kind: 'text', least: 5 },
      ]}
      send={(typed) =>
        giveOpinion(body, id, {
          outcome: typed.parere === 'contrary' ? 'contrary' : 'favourable',
          note: lineOf(typed, 'perche'),
        })
      }
    />
  );
}

interface AuthoriseProps {
  readonly body: string;
  readonly request: AccountRequestView;
  readonly onClose: () => void;
}

function AuthoriseDialog({ body, request: { id, authorisedBy }, onClose }: AuthoriseProps) {
  const { title, explain, confirm, done, ...said } = registerWords.authorisation;
  return (
    <FormDialog
      {...{ body, title, explain, confirm, done, onClose }}
      asked={[
        {
          ...{ name: 'autorita', label: said.authority, hint: said.authorityHint(authorisedBy.value), least: 3 },
          start: authorisedBy.value ?? '',
        },
        { name: 'atto', label: said.number, hint: said.numberHint, least: 3 },
        { name: 'data', label: said.date, kind: 'date', least: 1 },
      ]}
      send={(typed) =>
        settleRequest(body, id, {
          outcome: 'authorised',
          authority: lineOf(typed, 'autorita'),
          act: { number: lineOf(typed, 'atto'), date: lineOf(typed, 'data') },
        })
      }
    />
  );
}

function RefuseDialog({ body, id, onClose }: DialogProps) {
  const { title, explain, note, confirm, done } = registerWords.refusal;
  return (
    <FormDialog
      {...{ body, title, explain, confirm, done, onClose }}
      asked={[{ name: 'perche', label: note, kind: 'text', least: 5 }]}
      send={(typed) => settleRequest(body, id, { outcome: 'refused', note: lineOf(typed, 'perche') })}
    />
  );
}
