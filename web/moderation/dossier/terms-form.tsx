// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { EvidenceTerms } from '#moderation/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { dossierWords } from '../../words/dossier.ts';
import { ladderWords } from '../../words/ladder.ts';
import { TextField, tooShort } from '../ladder/fields.tsx';
import { chooseTerms, dossiersQuery } from './dossier.ts';

const words = dossierWords.page;
const MOST_DAYS = 3650;

interface Props {
  readonly body: string;
  readonly terms: EvidenceTerms;
  readonly mayChoose: boolean;
}

export function TermsForm({ body, terms, mayChoose }: Props) {
  const { chosen } = terms;
  return (
    <section aria-labelledby="termini">
      <h2 id="termini">{words.terms}</h2>
      <p>{words.standing(terms.originalDays, terms.dossierDays)}</p>
      <p className="muted small">{chosen === null ? words.own : words.chosen(chosen.act, chosen.by)}</p>
      {mayChoose ? <Form body={body} terms={terms} /> : null}
    </section>
  );
}

const isDays = (text: string): boolean => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_DAYS;

function Form({ body, terms }: Omit<Props, 'mayChoose'>) {
  const queries = useQueryClient();
  const [original, setOriginal] = useState(String(terms.originalDays));
  const [dossier, setDossier] = useState(String(terms.dossierDays));
  const [act, setAct] = useState('');
  const [asked, setAsked] = useState(false);
  const problems: Readonly<Record<string, string>> = {
    ...(!isDays(original) && { 'termini-originali': words.number }),
    ...(!isDays(dossier) && { 'termini-raccolte': words.number }),
    ...(tooShort(act, 3) && { 'termini-atto': words.actMissing }),
  };
  const shown = asked ? problems : {};
  const choosing = useMutation({
    mutationFn: () => chooseTerms(body, { originalDays: Number(original), dossierDays: Number(dossier), act }),
    onSuccess: async () => {
      await queries.invalidateQueries(dossiersQuery(body));
      announce(ladderWords.recorded);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const wrong = Object.keys(problems)[0];
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    else if (!choosing.isPending) choosing.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        {...{ id: 'termini-originali', label: words.originalDays, value: original, onChange: setOriginal }}
        type="number"
        error={shown['termini-originali']}
      />
      <TextField
        {...{ id: 'termini-raccolte', label: words.dossierDays, value: dossier, onChange: setDossier }}
        type="number"
        error={shown['termini-raccolte']}
      />
      <TextField
        {...{ id: 'termini-atto', label: words.act, value: act, onChange: setAct, type: 'text' as const }}
        error={shown['termini-atto']}
      />
      {choosing.isError ? <Fault title={words.failedToChoose} error={choosing.error} /> : null}
      <Button look="primary" type="submit" aria-disabled={choosing.isPending}>
        {words.choose}
      </Button>
    </form>
  );
}
