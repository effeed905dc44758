// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { StatementChoices } from '#moderation/contract';
import { it } from '../../it.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { reviewWords } from '../../words/review.ts';
import { choicesQuery, choose } from './reviews.ts';

const words = reviewWords.choices;

/** By when one asks and is answered: from the policy, from the body's act, or missing. */
export function Choices({ body, mayChoose }: { readonly body: string; readonly mayChoose: boolean }) {
  const choices = useQuery(choicesQuery(body));
  const [changing, setChanging] = useState(false);
  const { data } = choices;
  return (
    <section className="review-choices" aria-labelledby="termini">
      <h2 id="termini">{words.title}</h2>
      {choices.isError ? (
        <Fault title={words.failed} error={choices.error} onRetry={() => void choices.refetch()} />
      ) : null}
      {data === undefined ? null : (
        <>
          {data.decisions === 'final' && data.clause !== null ? <p>{words.final(data.clause.id)}</p> : null}
          <dl className="review-terms">
            <dt>{words.ask}</dt>
            <dd>{termWords(data.ask)}</dd>
            <dt>{words.answer}</dt>
            <dd>{termWords(data.answer)}</dd>
            <dt>{words.notice}</dt>
            <dd>{data.publicNotice ? words.on : words.off}</dd>
          </dl>
          {data.chosen === null ? null : <p className="muted small">{words.act(data.chosen.act, data.chosen.by)}</p>}
          {mayChoose ? (
            <Button className="btn-sm" onClick={() => setChanging(true)}>
              {words.change}
            </Button>
          ) : null}
          {changing ? <ChoicesDialog body={body} choices={data} onClose={() => setChanging(false)} /> : null}
        </>
      )}
    </section>
  );
}

const termWords = (term: StatementChoices['ask']): string =>
  term === null
    ? words.missing
    : `${words.term(term.days, term.working)}, ${term.chosen ? words.chosen : words.written}`;

const MOST_DAYS = 365;
const isDays = (written: string): boolean =>
  /^\d+$/.test(written) && Number(written) >= 1 && Number(written) <= MOST_DAYS;

interface DialogProps {
  readonly body: string;
  readonly choices: StatementChoices;
  readonly onClose: () => void;
}

function ChoicesDialog({ body, choices, onClose }: DialogProps) {
  const queries = useQueryClient();
  const written = (term: StatementChoices['ask']) => (term === null || !term.chosen ? '' : String(term.days));
  const [ask, setAsk] = useState(written(choices.ask));
  const [answer, setAnswer] = useState(written(choices.answer));
  const [notice, setNotice] = useState(choices.publicNotice);
  const [act, setAct] = useState('');
  const [asked, setAsked] = useState(false);
  const ofPolicy = (term: StatementChoices['ask']) => term !== null && !term.chosen;
  const wrong = {
    ask: !ofPolicy(choices.ask) && ask !== '' && !isDays(ask),
    answer: !ofPolicy(choices.answer) && answer !== '' && !isDays(answer),
    act: act.trim().length < 3,
  };
  const choosing = useMutation({
    mutationFn: () =>
      choose(body, {
        askDays: ofPolicy(choices.ask) || ask === '' ? null : Number(ask),
        answerDays: ofPolicy(choices.answer) || answer === '' ? null : Number(answer),
        ...{ publicNotice: notice, act: act.trim() },
      }),
    onSuccess: async (data) => {
      queries.setQueryData(choicesQuery(body).queryKey, data);
      await queries.invalidateQueries({ queryKey: ['statements', body] });
      announce(words.recorded);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong.ask) document.getElementById('giorni-chiedere')?.focus();
    else if (wrong.answer) document.getElementById('giorni-decidere')?.focus();
    else if (wrong.act) document.getElementById('atto-termini')?.focus();
    else if (!choosing.isPending) choosing.mutate();
  };
  const days = (id: string, label: string, value: string, set: (written: string) => void, isWrong: boolean) => (
    <Field id={id} label={label} error={asked && isWrong ? words.daysWrong : undefined}>
      {(described) => (
        <input {...described} inputMode="numeric" value={value} onChange={(event) => set(event.target.value.trim())} />
      )}
    </Field>
  );
  return (
    <Dialog title={words.dialogTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {ofPolicy(choices.ask) ? null : days('giorni-chiedere', words.askDays, ask, setAsk, wrong.ask)}
        {ofPolicy(choices.answer) ? null : days('giorni-decidere', words.answerDays, answer, setAnswer, wrong.answer)}
        <label className="review-notice">
          <input type="checkbox" checked={notice} onChange={(event) => setNotice(event.target.checked)} />{' '}
          {words.noticeLabel}
        </label>
        <Field id="atto-termini" label={words.actLabel} error={asked && wrong.act ? words.actMissing : undefined}>
          {(described) => (
            <input {...described} maxLength={300} value={act} onChange={(event) => setAct(event.target.value)} />
          )}
        </Field>
        {choosing.isError ? <Fault title={words.changeFailed} error={choosing.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={choosing.isPending}>
            {words.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
