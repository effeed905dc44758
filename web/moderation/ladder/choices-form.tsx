// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { LadderChoices } from '#moderation/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { ladderWords } from '../../words/ladder.ts';
import { TextField, tooShort } from './fields.tsx';
import { choicesQuery, chooseLadder } from './ladder.ts';

const words = ladderWords.choices;
type FigureView = LadderChoices['threshold'];

/** The numbers of the ladder: those of the policy, and those that the body gives by an act where it is silent. */
export function ChoicesForm({ body, mayChoose }: { readonly body: string; readonly mayChoose: boolean }) {
  const { data } = useQuery(choicesQuery(body));
  if (data === undefined) return null;
  const { threshold, windowDays, notesDays, latest } = data;
  return (
    <section aria-labelledby="numeri">
      <h2 id="numeri">{words.title}</h2>
      <dl className="ladder-facts">
        <Figure label={words.threshold} figure={threshold} />
        <Figure label={words.windowDays} figure={windowDays} />
        <div>
          <dt>{words.notesDays}</dt>
          <dd>{notesDays === null ? words.missing : words.chosen(notesDays)}</dd>
        </div>
      </dl>
      {latest === null ? null : <p className="muted small">{words.latest(latest.act, latest.by)}</p>}
      {mayChoose ? <Form key={latest?.at ?? ''} body={body} choices={data} /> : null}
    </section>
  );
}

function Figure({ label, figure }: { readonly label: string; readonly figure: FigureView }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{figure === null ? words.notAsked : written(figure)}</dd>
    </div>
  );
}

function written({ value, clause, chosen }: NonNullable<FigureView>): string {
  if (value === null) return words.missing;
  return chosen ? words.chosen(value) : words.given(value, clause);
}

const isOpen = (figure: FigureView): boolean => figure !== null && (figure.value === null || figure.chosen);
const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));
const isWrong = (text: string, least: number): boolean => {
  const number = numberOf(text);
  return number !== null && (!Number.isInteger(number) || number < least);
};

function Form({ body, choices }: { readonly body: string; readonly choices: LadderChoices }) {
  const queries = useQueryClient();
  const first = (figure: FigureView) => (figure?.chosen === true ? String(figure.value) : '');
  const [threshold, setThreshold] = useState(first(choices.threshold));
  const [windowDays, setWindowDays] = useState(first(choices.windowDays));
  const [notesDays, setNotesDays] = useState(choices.notesDays === null ? '' : String(choices.notesDays));
  const [act, setAct] = useState('');
  const [asked, setAsked] = useState(false);
  const problems: Readonly<Record<string, string>> = {
    ...(isWrong(threshold, 2) && { 'numeri-soglia': words.wrong }),
    ...(isWrong(windowDays, 1) && { 'numeri-finestra': words.wrong }),
    ...(isWrong(notesDays, 1) && { 'numeri-note': words.wrong }),
    ...(tooShort(act, 3) && { 'numeri-atto': words.actWrong }),
  };
  const choosing = useMutation({
    mutationFn: () =>
      chooseLadder(body, {
        threshold: isOpen(choices.threshold) ? numberOf(threshold) : null,
        windowDays: isOpen(choices.windowDays) ? numberOf(windowDays) : null,
        notesDays: numberOf(notesDays),
        act,
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['authors', body] });
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
  const shown = asked ? problems : {};
  const field = (id: string, label: string, value: string) => ({ id, label, value, error: shown[id] });
  return (
    <form onSubmit={submit} noValidate>
      {isOpen(choices.threshold) ? (
        <TextField {...field('numeri-soglia', words.threshold, threshold)} type="number" onChange={setThreshold} />
      ) : null}
      {isOpen(choices.windowDays) ? (
        <TextField {...field('numeri-finestra', words.windowDays, windowDays)} type="number" onChange={setWindowDays} />
      ) : null}
      <TextField {...field('numeri-note', words.notesDays, notesDays)} type="number" onChange={setNotesDays} />
      <TextField {...field('numeri-atto', words.act, act)} type="text" onChange={setAct} />
      {choosing.isError ? <Fault title={ladderWords.failed} error={choosing.error} /> : null}
      <Button look="primary" type="submit" aria-disabled={choosing.isPending}>
        {words.confirm}
      </Button>
    </form>
  );
}
