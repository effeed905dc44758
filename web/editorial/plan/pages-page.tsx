// SPDX-License-Identifier: AGPL-3.0-or-later
import './plan.scss';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { FreshnessList, FreshnessView } from '#editorial/contract';
import { useMandate } from '../../governance/session.ts';
import { networkName } from '../../moderation/channels.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { planWords } from '../../words/plan.ts';
import { ActDialog } from './act-dialog.tsx';
import { freshnessQuery, freshnessStep } from './plan.ts';
import { dayAfter, dayWords } from './plan-dates.ts';

const words = planWords.pages;

/** What stays in sight and has to be true: by when it is looked at, and what was done. */
export function PagesPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const found = useQuery(freshnessQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  const writes = mandate !== undefined && mandate.role !== 'auditor';
  return (
    <div className="page plan">
      <p>
        <Link to="/banco/$body/piano" params={{ body }}>
          {planWords.back}
        </Link>
      </p>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {found.isPending ? <Skeleton lines={6} /> : null}
      {found.isError ? <Fault title={words.failed} error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : <Pages body={body} list={found.data} writes={writes} />}
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly list: FreshnessList;
  readonly writes: boolean;
}

function Pages({ body, list, writes }: Props) {
  const { items, clause, today } = list;
  const isDue = ({ due, done, reviewOn }: FreshnessView) => done === null && (due || reviewOn <= today);
  const groups = [
    [words.due, items.filter(isDue)],
    [words.ahead, items.filter((one) => one.done === null && !isDue(one))],
    [words.past, items.filter(({ done }) => done !== null)],
  ] as const;
  return (
    <>
      <p>{clause === null ? words.silent : words.by(clause)}</p>
      {groups.map(([title, some]) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          {some.length === 0 ? <p>{words.none}</p> : null}
          <ul className="plan-slots">
            {some.map((item) => (
              <Item key={item.id} body={body} item={item} today={today} writes={writes} />
            ))}
          </ul>
        </section>
      ))}
      {writes ? <SetDay key={items.length} body={body} list={list} /> : null}
    </>
  );
}

interface ItemProps {
  readonly body: string;
  readonly item: FreshnessView;
  readonly today: string;
  readonly writes: boolean;
}

function Item({ body, item, today, writes }: ItemProps) {
  const [closing, setClosing] = useState(false);
  const { what, content, account, reviewOn, setBy, done } = item;
  return (
    <li>
      <p>
        <strong>{what}</strong> ·{' '}
        {content === null ? (
          `${account?.name ?? ''} (${networkName(account?.network ?? 'other')})`
        ) : (
          <Link to="/banco/$body/bozze/$id" params={{ body, id: content.id }}>
            {content.title}
          </Link>
        )}
      </p>
      <p className="small">
        {words.on} {dayWords(reviewOn)}, {words.setBy(setBy)}
      </p>
      {done === null ? null : (
        <p className="small">
          {done.outcome} {words.doneBy(done.by)} <Moment iso={done.at} />
        </p>
      )}
      {done === null && writes ? (
        <Button className="btn-sm" onClick={() => setClosing(true)}>
          {words.close}
          <span className="visually-hidden"> {what}</span>
        </Button>
      ) : null}
      {closing ? <Closing body={body} id={item.id} today={today} onClose={() => setClosing(false)} /> : null}
    </li>
  );
}

interface ClosingProps {
  readonly body: string;
  readonly id: string;
  readonly today: string;
  readonly onClose: () => void;
}

function Closing({ body, id, today, onClose }: ClosingProps) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ outcome: '', again: '' });
  const [asked, setAsked] = useState(false);
  const short = typed.outcome.trim().length < 5;
  return (
    <ActDialog
      {...{ title: words.closeTitle, confirm: words.closeDo, done: words.closed, onClose }}
      wrong={() => {
        setAsked(true);
        return short ? 'pagina-esito' : undefined;
      }}
      act={() =>
        freshnessStep(body, `/${id}/outcome`, {
          outcome: typed.outcome.trim(),
          again: typed.again === '' ? null : typed.again,
        })
      }
      onDone={(list) => {
        queries.setQueryData(freshnessQuery(body).queryKey, list);
        void queries.invalidateQueries({ queryKey: ['to-do', body] });
      }}
    >
      <Field
        id="pagina-esito"
        label={words.outcome}
        hint={words.outcomeHint}
        error={asked && short ? planWords.doc.short : undefined}
      >
        {(described) => (
          <textarea
            {...described}
            rows={3}
            maxLength={1000}
            value={typed.outcome}
            onChange={(event) => setTyped({ ...typed, outcome: event.target.value })}
          />
        )}
      </Field>
      <Field id="pagina-ancora" label={words.again} hint={words.againHint}>
        {(described) => (
          <input
            {...described}
            type="date"
            min={dayAfter(today, 1)}
            value={typed.again}
            onChange={(event) => setTyped({ ...typed, again: event.target.value })}
          />
        )}
      </Field>
    </ActDialog>
  );
}

function SetDay({ body, list }: Pick<Props, 'body' | 'list'>) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ subject: '', what: '', reviewOn: dayAfter(list.today, 90) });
  const [asked, setAsked] = useState(false);
  const [kind, id = ''] = typed.subject.split(':');
  const setting = useMutation({
    mutationFn: () =>
      freshnessStep(body, '', {
        ...{ what: typed.what.trim(), reviewOn: typed.reviewOn },
        ...{ content: kind === 'content' ? id : null, account: kind === 'account' ? id : null },
      }),
    onSuccess: (next) => {
      queries.setQueryData(freshnessQuery(body).queryKey, next);
      announce(words.saved);
    },
  });
  const fields = ['subject', 'what', 'reviewOn'] as const;
  const wrong = fields.find((field) => typed[field].trim() === '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong !== undefined) document.getElementById(`pagina-${wrong}`)?.focus();
    else if (!setting.isPending) setting.mutate();
  };
  const errorOf = (field: (typeof fields)[number]) =>
    asked && typed[field].trim() === '' ? planWords.missing : undefined;
  const change = (part: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...part }));
  return (
    <form onSubmit={submit} noValidate aria-label={words.add}>
      <h2>{words.add}</h2>
      <Field id="pagina-subject" label={words.subject} error={errorOf('subject')}>
        {(described) => (
          <select {...described} value={typed.subject} onChange={(event) => change({ subject: event.target.value })}>
            <option value="">{words.choose}</option>
            <optgroup label={words.accounts}>
              {list.accounts.map(({ id: account, name, network }) => (
                <option key={account} value={`account:${account}`}>
                  {name} ({networkName(network)})
                </option>
              ))}
            </optgroup>
            <optgroup label={words.contents}>
              {list.contents.map(({ id: content, title }) => (
                <option key={content} value={`content:${content}`}>
                  {title}
                </option>
              ))}
            </optgroup>
          </select>
        )}
      </Field>
      <Field id="pagina-what" label={words.what} hint={words.whatHint} error={errorOf('what')}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={300}
            value={typed.what}
            onChange={(event) => change({ what: event.target.value })}
          />
        )}
      </Field>
      <Field id="pagina-reviewOn" label={words.on} error={errorOf('reviewOn')}>
        {(described) => (
          <input
            {...described}
            type="date"
            value={typed.reviewOn}
            onChange={(event) => change({ reviewOn: event.target.value })}
          />
        )}
      </Field>
      {setting.isError ? <Fault title={planWords.notDone} error={setting.error} /> : null}
      <Button look="primary" type="submit" aria-disabled={setting.isPending}>
        {words.set}
      </Button>
    </form>
  );
}
