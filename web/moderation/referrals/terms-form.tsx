// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { OfficesPage } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { referralWords } from '../../words/referrals.ts';
import { chooseTerms, officesQuery } from './referrals.ts';

interface Props {
  readonly body: string;
  readonly terms: OfficesPage['terms'];
  readonly canChoose: boolean;
}

const words = referralWords.offices;
const MINUTES_OF_AN_HOUR = 60;

/** The times that the body chose, and, for the head, choosing others by an act. */
export function TermsForm({ body, terms, canChoose }: Props) {
  return (
    <>
      <h2>{words.terms}</h2>
      <p>{words.termsIntro}</p>
      {terms === null ? (
        <Notice tone="warning">{words.termsMissing}</Notice>
      ) : (
        <p>
          {words.termsNow(terms.remindMinutes, terms.escalateMinutes, terms.linkDays)}{' '}
          <span className="muted">{words.termsBy(terms.by, terms.act)}</span>
        </p>
      )}
      {canChoose ? <Choosing body={body} /> : null}
    </>
  );
}

function Choosing({ body }: Pick<Props, 'body'>) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ remind: '', escalate: '', days: '', act: '' });
  const choosing = useMutation({
    mutationFn: () =>
      chooseTerms(body, {
        remindMinutes: Math.round(Number(draft.remind) * MINUTES_OF_AN_HOUR),
        escalateMinutes: Math.round(Number(draft.escalate) * MINUTES_OF_AN_HOUR),
        linkDays: Number(draft.days),
        act: draft.act.trim(),
      }),
    onSuccess: (page) => {
      queries.setQueryData(officesQuery(body).queryKey, page);
      setDraft({ remind: '', escalate: '', days: '', act: '' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!choosing.isPending) choosing.mutate();
  };
  const number = (id: string, key: 'remind' | 'escalate' | 'days', label: string) => (
    <Field id={id} label={label}>
      {(described) => (
        <input
          {...described}
          type="number"
          min={1}
          step="any"
          required
          value={draft[key]}
          onChange={({ target }) => setDraft({ ...draft, [key]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className="referral-terms" onSubmit={submit}>
      {number('tempi-promemoria', 'remind', words.remind)}
      {number('tempi-avviso', 'escalate', words.escalate)}
      {number('tempi-collegamento', 'days', words.linkDays)}
      <Field id="tempi-atto" label={words.act}>
        {(described) => (
          <input
            {...described}
            type="text"
            required
            minLength={3}
            maxLength={300}
            value={draft.act}
            onChange={({ target }) => setDraft({ ...draft, act: target.value })}
          />
        )}
      </Field>
      {choosing.isError ? <Fault title={words.chooseFailed} error={choosing.error} /> : null}
      <Button type="submit" aria-disabled={choosing.isPending}>
        {words.choose}
      </Button>
    </form>
  );
}
