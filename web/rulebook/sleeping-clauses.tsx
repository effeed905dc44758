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
import { type SleepingGroup, sleepingGroups } from './sleeping-groups.ts';

interface Asked {
  readonly clauses: SleepingGroup;
  readonly what: 'wake' | 'end';
}

/** Clauses that wait for an act, each with what it waits for; and the way to record the act, or its end. */
export function SleepingClauses({ body, mayRecord }: { readonly body: string; readonly mayRecord: boolean }) {
  const acts = useQuery(actsQuery(body));
  const [dialog, setDialog] = useState<Asked>();
  const sleeping = acts.data?.sleeping ?? [];
  return (
    <section aria-labelledby="in-attesa">
      <h2 id="in-attesa">{words.title}</h2>
      <p className="muted">{acts.data !== undefined && sleeping.length === 0 ? words.none : words.intro}</p>
      {acts.isPending ? <Skeleton lines={3} /> : null}
      {acts.isError ? <Fault title={words.failed} error={acts.error} onRetry={() => void acts.refetch()} /> : null}
      {sleeping.length > 0 && !mayRecord ? <p className="small">{words.needsHead}</p> : null}
      <ul className="sleeping">
        {sleepingGroups(sleeping).map((group) => (
          <Group key={group[0].clause} group={group} onAsk={mayRecord ? setDialog : undefined} />
        ))}
      </ul>
      {dialog === undefined ? null : (
        <ActDialog body={body} sleeping={sleeping} {...dialog} onClose={() => setDialog(undefined)} />
      )}
    </section>
  );
}

interface GroupProps {
  readonly group: SleepingGroup;
  readonly onAsk: ((asked: Asked) => void) | undefined;
}

function Group({ group, onAsk }: GroupProps) {
  const [first] = group;
  const { awake } = first;
  const alone = group.length === 1;
  return (
    <li data-awake={awake !== null || undefined}>
      <div>
        <p>{alone ? <Name clause={first} /> : <strong>{words.group(group.length)}</strong>}</p>
        <p className="small">{standing(group)}</p>
      </div>
      {onAsk === undefined || (awake !== null && !alone) ? null : (
        <Button className="btn-sm" onClick={() => onAsk({ clauses: group, what: awake === null ? 'wake' : 'end' })}>
          {awake === null ? words.wake : words.end}
          <span className="visually-hidden"> {alone ? first.clause : words.group(group.length)}</span>
        </Button>
      )}
      {alone ? null : (
        <details>
          <summary>{words.members(group.length)}</summary>
          <ul>
            {group.map((clause) => (
              <li key={clause.clause}>
                <Name clause={clause} />
                {onAsk === undefined || awake === null ? null : (
                  <Button look="quiet" onClick={() => onAsk({ clauses: [clause], what: 'end' })}>
                    {words.end}
                    <span className="visually-hidden"> {clause.clause}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Name({ clause: { title, clause } }: { readonly clause: SleepingClause }) {
  return (
    <>
      <strong>{title}</strong> <span className="clause-id">{clause}</span>
    </>
  );
}

/** What keeps them asleep, or what woke them. */
function standing(group: SleepingGroup): string {
  const [{ what, waitsFor, awake }] = group;
  if (awake === null) {
    const why = what === 'comments' ? words.closes(group.length) : words.asleep;
    return `${why} ${words.waits(waitsFor, group.length)}`;
  }
  const act = words.act(awake.act.number, dayWords(awake.act.date));
  return what === 'comments' ? words.opened(act) : words.awake(act, group.length);
}
