// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { EqualTreatment } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { it } from '../../it.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { useNow } from '../../ui/moment.tsx';
import { momentWords } from '../../ui/moment-words.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { crisisWords, precedentWords } from '../../words/crisis.ts';
import { chooseSmallest, equalQuery } from './precedents.ts';

const words = precedentWords.page;

/** Pairs alike decided differently, month by month. */
export function EqualPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const [month, setMonth] = useState('');
  const equal = useQuery(equalQuery(body, month));
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page crisis-page">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      <Field id="parita-mese" label={words.month}>
        {(described) => (
          <input
            {...described}
            type="month"
            value={month === '' ? (equal.data?.month ?? '') : month}
            onChange={(event) => setMonth(event.target.value)}
          />
        )}
      </Field>
      {equal.isPending ? <Skeleton lines={6} /> : null}
      {equal.isError ? <Fault title={words.failed} error={equal.error} onRetry={() => void equal.refetch()} /> : null}
      {equal.data === undefined ? null : <Pairs equal={equal.data} />}
      {equal.data === undefined ? null : <Smallest body={body} equal={equal.data} />}
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly equal: EqualTreatment;
}

function Pairs({ equal: { groups, notShown, since } }: Pick<Props, 'equal'>) {
  const now = useNow();
  return (
    <>
      {since === null ? null : <p>{words.since(momentWords(since, now))}</p>}
      {groups.length === 0 ? <p>{words.none}</p> : null}
      {groups.map(({ clause, title, decisions, pairs }) => (
        <section key={clause}>
          <h2>{words.group(clause, title, decisions)}</h2>
          {pairs.map(({ nearness, left, takenDown }) => (
            <div key={`${left.text} ${takenDown.text}`} className="crisis-entry">
              <p className="muted small">{precedentWords.near(nearness)}</p>
              <Side label={words.down} side={takenDown} />
              <Side label={words.left} side={left} />
            </div>
          ))}
        </section>
      ))}
      {notShown === 0 ? null : <p className="muted">{words.notShown(notShown)}</p>}
    </>
  );
}

interface SideProps {
  readonly label: string;
  readonly side: EqualTreatment['groups'][number]['pairs'][number]['left'];
}

function Side({ label, side: { decision, grounds, network, text } }: SideProps) {
  return (
    <p>
      <strong>{label}</strong> ({it.decided[decision].toLowerCase()}; {grounds.join(', ')};{' '}
      {it.network[network] ?? network}
      ): «{text}»
    </p>
  );
}

function Smallest({ body, equal: { smallestGroup } }: Props) {
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const [act, setAct] = useState('');
  const [asked, setAsked] = useState(false);
  const value = Number(number);
  const wrong = !Number.isInteger(value) || value < 3 || act.trim().length < 3;
  const choosing = useMutation({
    mutationFn: () => chooseSmallest(body, { smallestGroup: value, act: act.trim() }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['equal-treatment', body] });
      announce(crisisWords.done);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong) document.getElementById('parita-numero')?.focus();
    else if (!choosing.isPending) choosing.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <p>{words.smallest(smallestGroup.value, smallestGroup.chosen)}</p>
      <Field id="parita-numero" label={words.number} error={asked && wrong ? words.wrong : undefined}>
        {(described) => (
          <input {...described} type="number" value={number} onChange={(event) => setNumber(event.target.value)} />
        )}
      </Field>
      <Field id="parita-atto" label={words.act}>
        {(described) => (
          <input {...described} type="text" value={act} onChange={(event) => setAct(event.target.value)} />
        )}
      </Field>
      {choosing.isError ? <Fault title={crisisWords.actFailed} error={choosing.error} /> : null}
      <Button look="primary" type="submit" aria-disabled={choosing.isPending}>
        {words.choose}
      </Button>
    </form>
  );
}
