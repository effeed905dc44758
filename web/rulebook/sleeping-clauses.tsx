// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SleepingClause } from '#rulebook/contract';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { sleepingWords as words } from '../words/sleeping.ts';
import { ActDialog } from './act-dialog.tsx';
import { dayWords } from './day-words.ts';
import { actsQuery } from './rulebook.ts';

/** A policy may have all its rules asleep: the page begins with some. */
const FIRST = 6;

/** Clauses that wait for an act, each with what it waits for; and the way to record the act, or its end. */
export function SleepingClauses({ body, mayRecord }: { readonly body: string; readonly mayRecord: boolean }) {
  const acts = useQuery(actsQuery(body));
  const [dialog, setDialog] = useState<{ readonly clause: SleepingClause; readonly what: 'wake' | 'end' }>();
  const [all, setAll] = useState(false);
  const sleeping = acts.data?.sleeping ?? [];
  const shown = all ? sleeping : sleeping.slice(0, FIRST);
  return (
    <section aria-labelledby="in-attesa">
      <h2 id="in-attesa">{words.title}</h2>
      <p className="muted">{acts.data !== undefined && sleeping.length === 0 ? words.none : words.intro}</p>
      {acts.isPending ? <Skeleton lines={3} /> : null}
      {acts.isError ? <Fault title={words.failed} error={acts.error} onRetry={() => void acts.refetch()} /> : null}
      {sleeping.length > 0 && !mayRecord ? <p className="small">{words.needsHead}</p> : null}
      <ul className="sleeping">
        {shown.map((clause) => {
          const { clause: id, title, what, waitsFor, awake } = clause;
          return (
            <li key={id} data-awake={awake !== null || undefined}>
              <div>
                <p>
                  <strong>{title}</strong> <span className="clause-id">{id}</span>
                </p>
                <p className="small">
                  {what === 'comments' ? words.comments : words.clause}.{' '}
                  {awake === null
                    ? waitsFor === null
                      ? words.waitsForSome
                      : `${words.waitsFor(waitsFor)}.`
                    : `${words.awake(awake.act.number, dayWords(awake.act.date))}.`}
                </p>
              </div>
              {mayRecord ? (
                <Button className="btn-sm" onClick={() => setDialog({ clause, what: awake === null ? 'wake' : 'end' })}>
                  {awake === null ? words.wake : words.end}
                  <span className="visually-hidden"> {id}</span>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {sleeping.length > shown.length ? (
        <Button look="quiet" icon="it-plus" onClick={() => setAll(true)}>
          {words.all(sleeping.length)}
        </Button>
      ) : null}
      {dialog === undefined ? null : (
        <ActDialog body={body} sleeping={sleeping} {...dialog} onClose={() => setDialog(undefined)} />
      )}
    </section>
  );
}
