// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseStatements, StatementView } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Notice } from '../../ui/notice.tsx';
import { reviewWords } from '../../words/review.ts';
import type { BesideProps } from '../beside.ts';
import { EnforcementState } from '../tags.tsx';
import { ActForm } from './act-form.tsx';
import { EnterForm } from './enter-form.tsx';
import { correctStatement, giveStatement, refreshed, statementsQuery } from './reviews.ts';

const words = reviewWords.panel;

/** How the author will learn of a measure, in which words; how they did, and what they say against it. */
export function StatementPanel({ body, detail, readOnly }: BesideProps) {
  const statements = useQuery(statementsQuery(body, detail.id, detail.revision));
  const { data } = statements;
  return (
    <section className="block statements" aria-labelledby="motivazione-autore">
      <h3 id="motivazione-autore">{words.title}</h3>
      {statements.isPending ? <p className="muted">{words.loading}</p> : null}
      {statements.isError ? (
        <Fault title={words.failed} error={statements.error} onRetry={() => void statements.refetch()} />
      ) : null}
      {data === undefined ? null : (
        <>
          <Contests body={body} contests={data.contests} />
          {data.issued.map((statement) => (
            <Issued key={statement.id} body={body} statement={statement} readOnly={readOnly} />
          ))}
          <Beforehand body={body} statements={data} open={detail.state === 'open'} />
        </>
      )}
    </section>
  );
}

function Contests({ body, contests }: { readonly body: string; readonly contests: CaseStatements['contests'] }) {
  if (contests === null) return null;
  return (
    <Notice>
      <p>{words.contests(contests.number)}</p>
      <p>
        <Link to="/banco/$body/pratiche/$id" params={{ body, id: contests.case }}>
          {words.openCase}
        </Link>{' '}
        ·{' '}
        <Link to="/banco/$body/riesami" params={{ body }}>
          {words.choose}
        </Link>
      </p>
    </Notice>
  );
}

interface BeforeProps {
  readonly body: string;
  readonly statements: CaseStatements;
  readonly open: boolean;
}

function Beforehand({ body, statements: { beforehand, decisions, askTermMissing }, open }: BeforeProps) {
  if (!open) return null;
  if (beforehand.length === 0) return <p className="muted small">{words.nothing}</p>;
  return (
    <>
      <p className="small">{words.before}</p>
      <ul className="statement-ways">
        {beforehand.map(({ measure, told, effect, missing }) => (
          <li key={measure}>
            <p>
              <strong>{reviewWords.measure[measure]}</strong>: {reviewWords.told[told].toLowerCase()}.
            </p>
            <p className="small">{[effect, ...missing].join(' ')}</p>
          </li>
        ))}
      </ul>
      {decisions === 'final' ? <p className="small">{words.final}</p> : null}
      {askTermMissing ? (
        <p className="small">
          {words.noTerm}{' '}
          <Link to="/banco/$body/riesami" params={{ body }}>
            {words.choose}
          </Link>
        </p>
      ) : null}
    </>
  );
}

interface IssuedProps {
  readonly body: string;
  readonly statement: StatementView;
  readonly readOnly: boolean;
}

function Issued({ body, statement, readOnly }: IssuedProps) {
  const { measure, told, code, page, text, askBy, enforcements, review, withdrawnAt, state } = statement;
  return (
    <div className="statement">
      <p>
        <strong>{reviewWords.measure[measure]}</strong>: {reviewWords.told[told].toLowerCase()}{' '}
        {enforcements.map(({ id, state }) => (
          <EnforcementState key={id} state={state} />
        ))}
      </p>
      <p>{words.stage[state]}</p>
      <p className="small">
        {code === null ? words.erased : words.code(code)}
        {askBy === null || withdrawnAt !== null ? null : ` · ${words.askBy(askBy)}`}
        {review === null ? null : ` · ${words.state[review.state]}`}
      </p>
      {text === null ? null : (
        <details>
          <summary>{words.read}</summary>
          <p className="review-text">{text}</p>
        </details>
      )}
      {page === null || withdrawnAt !== null ? null : (
        <p className="small">
          <a href={page} target="_blank" rel="noreferrer">
            {words.page}
          </a>
        </p>
      )}
      {readOnly ? null : <Acts body={body} statement={statement} />}
    </div>
  );
}

function Acts({ body, statement }: Omit<IssuedProps, 'readOnly'>) {
  const { id, state, review, withdrawnAt } = statement;
  const queries = useQueryClient();
  const mandate = useMandate(body);
  const [open, setOpen] = useState<'enter' | 'correct' | null>(null);
  const giving = useMutation({
    mutationFn: () => giveStatement(body, id),
    onSuccess: async () => {
      await refreshed(queries, body);
      announce(words.gave);
    },
  });
  const close = () => setOpen(null);
  const untold = state === 'to-give';
  const { correctDialog } = reviewWords;
  return (
    <>
      {untold ? <p className="small">{words.giveDetail}</p> : null}
      <p className="statement-acts">
        {untold ? (
          <Button className="btn-sm" onClick={() => giving.mutate()} aria-disabled={giving.isPending}>
            {words.give}
          </Button>
        ) : null}
        {review === null && withdrawnAt === null && !statement.mine ? (
          <Button look="quiet" onClick={() => setOpen('enter')}>
            {words.enter}
          </Button>
        ) : null}
        {mandate?.role === 'head' && withdrawnAt === null && review?.state !== 'open' ? (
          <Button look="quiet" onClick={() => setOpen('correct')}>
            {words.correct}
          </Button>
        ) : null}
      </p>
      {giving.isError ? <Fault title={words.giveFailed} error={giving.error} /> : null}
      {open === 'enter' ? <EnterForm body={body} statement={id} onClose={close} /> : null}
      {open === 'correct' ? (
        <ActForm
          body={body}
          words={{ ...correctDialog, label: reviewWords.dialog.reasons, hint: reviewWords.dialog.reasonsHint }}
          act={(text) => correctStatement(body, id, text)}
          onClose={close}
        />
      ) : null}
    </>
  );
}
