// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseReferral } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Moment } from '../../ui/moment.tsx';
import { referralWords } from '../../words/referrals.ts';
import { caseQuery } from '../cases.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { actOn, boardKey, type ReferralAct } from './referrals.ts';

interface Props {
  readonly body: string;
  readonly id: string;
  readonly referral: CaseReferral;
  readonly readOnly: boolean;
}

const words = referralWords.one;

/** One request handed over: how far it has come, what came back, what is left to do. */
export function ReferralCard({ body, id, referral, readOnly }: Props) {
  const { office, state, note, words: carriesWords, answers, letter, fault } = referral;
  return (
    <article className="referral" data-state={state}>
      <h4>{words.to(office)}</h4>
      <p>
        <span className="tag">{referralWords.state[state]}</span> <span className="muted small">{referral.person}</span>{' '}
        <Moment iso={referral.at} />
      </p>
      {note === null || note === '' ? null : (
        <p>
          {words.note} «{note}»
        </p>
      )}
      {carriesWords ? null : <p className="muted small">{words.linkOnly}</p>}
      <Clock referral={referral} />
      {fault === null ? null : <p className="referral-missing">{fault}</p>}
      {letter === null ? null : (
        <details className="referral-letter">
          <summary>{words.letter}</summary>
          <p>{words.letterTo(letter.to)}</p>
          <p>
            <strong>{letter.subject}</strong>
          </p>
          <pre>{letter.text}</pre>
        </details>
      )}
      {answers.map(({ text, by, at }) => (
        <blockquote key={at}>
          {text ?? referralWords.answers.erased}
          <footer className="muted small">
            {referralWords.answers.from(office, by)} · <Moment iso={at} />
          </footer>
        </blockquote>
      ))}
      {readOnly || state === 'withdrawn' ? null : <Acts body={body} id={id} referral={referral} />}
    </article>
  );
}

function Clock({ referral: { lookAt, remindedAt, escalatedAt, link, state } }: Pick<Props, 'referral'>) {
  if (state === 'answered' || state === 'withdrawn') return null;
  return (
    <p className="muted small">
      {remindedAt === null ? null : (
        <>
          {words.reminded} <Moment iso={remindedAt} />
          {' · '}
        </>
      )}
      {escalatedAt === null ? null : `${words.escalated} · `}
      {lookAt === null ? (
        escalatedAt === null && remindedAt === null ? (
          `${words.noTerms} `
        ) : null
      ) : (
        <>
          {words.lookAt} <Moment iso={lookAt} />
          {' · '}
        </>
      )}
      {words.link[link.state]}
    </p>
  );
}

function Acts({ body, id, referral }: Pick<Props, 'body' | 'id' | 'referral'>) {
  const queries = useQueryClient();
  const [entering, setEntering] = useState(false);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: caseQuery(body, id).queryKey });
    void queries.invalidateQueries({ queryKey: boardKey(body) });
  };
  const acting = useMutation({
    mutationFn: (act: ReferralAct) => actOn(body, referral.id, act),
    onSettled: refresh,
  });
  const button = (act: ReferralAct, label: string) => (
    <Button className="btn-sm" aria-disabled={acting.isPending} onClick={() => acting.isPending || acting.mutate(act)}>
      {label}
    </Button>
  );
  const { state, link } = referral;
  return (
    <>
      {acting.isError ? <Fault title={words.failed} error={acting.error} /> : null}
      <div className="referral-acts">
        {referral.letter === null ? null : button('carried', words.carried)}
        {state === 'sent' ? button('receipt', words.receipt) : null}
        <Button className="btn-sm" onClick={() => setEntering(true)}>
          {words.enter}
        </Button>
        {link.state === 'open' ? button('link/revoke', words.revoke) : null}
        {link.state === 'open' || state === 'answered' ? null : button('link/renew', words.renew)}
      </div>
      {entering ? (
        <AnswerDialog body={body} referral={referral} onDone={refresh} onClose={() => setEntering(false)} />
      ) : null}
    </>
  );
}
