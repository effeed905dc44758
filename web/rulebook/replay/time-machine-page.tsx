// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftDetail } from '#rulebook/contract';
import { Refusal } from '../../client/request.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { replayWords as words } from '../../words/replay.ts';
import { rulebookWords } from '../../words/rulebook.ts';
import { DraftFrame } from '../draft/draft-frame.tsx';
import { ReplayedList } from './replayed-list.tsx';
import { MOST_ITEMS, type Replaying, useReplay } from './use-replay.ts';

/** The time machine: what the draft would have made of the last days. */
export function TimeMachinePage() {
  const { body, id } = useParams({ from: '/banco/$body/policy/bozze/$id/prova' });
  return (
    <DraftFrame body={body} id={id} page="replay">
      {(draft) => <TimeMachine key={id} body={body} draft={draft} />}
    </DraftFrame>
  );
}

const DEFAULT_DAYS = 30;
const figure = (number: number): string => number.toLocaleString('it-IT');

function TimeMachine({ body, draft }: { readonly body: string; readonly draft: DraftDetail }) {
  const { replay, start, stop } = useReplay(body);
  const [days, setDays] = useState(DEFAULT_DAYS);
  const { state } = replay;
  return (
    <>
      <section className="sheet replay-start" aria-labelledby="prova">
        <h2 id="prova">{words.title}</h2>
        <p className="muted">{words.intro}</p>
        <div className="replay-controls">
          <Field id="prova-giorni" label={words.days}>
            {(described) => (
              <select
                {...described}
                value={days}
                disabled={state === 'running'}
                onChange={(event) => setDays(Number(event.target.value))}
              >
                {words.dayChoices.map((choice) => (
                  <option key={choice} value={choice}>
                    {words.day(choice)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {state === 'running' ? (
            <Button icon="it-close" onClick={stop}>
              {words.stop}
            </Button>
          ) : (
            <Button look="primary" icon="it-restore" onClick={() => start({ source: draft.source, days })}>
              {state === 'idle' ? words.start : words.again}
            </Button>
          )}
        </div>
        {state === 'running' ? (
          <div className="replay-progress">
            <progress aria-label={words.progressLabel} max={Math.max(replay.total, 1)} value={replay.seen} />
            <p>
              {words.progress(figure(replay.seen), figure(replay.total))}, {words.soFar(figure(replay.changed))}
            </p>
          </div>
        ) : null}
        <div role="status">
          {state === 'stopped' ? <Notice tone="warning" title={words.stopped} /> : null}
          {replay.end === null ? null : (
            <p className="replay-summary">{replay.total === 0 ? words.noItems : replay.end.summary}</p>
          )}
        </div>
        {replay.error === null ? null : <Trouble body={body} draft={draft} error={replay.error} />}
      </section>
      {state === 'idle' ? null : <Found body={body} replay={replay} />}
    </>
  );
}

function Found({ body, replay }: { readonly body: string; readonly replay: Replaying }) {
  const { items, state, end } = replay;
  if (items.length === 0) return state === 'done' && (end?.seen ?? 0) > 0 ? <p>{words.nothing}</p> : null;
  return (
    <section aria-labelledby="elenco-prova">
      <h2 id="elenco-prova">{words.list}</h2>
      {items.length >= MOST_ITEMS ? <p className="small muted">{words.most(MOST_ITEMS)}</p> : null}
      <ReplayedList body={body} items={items} />
    </section>
  );
}

function Trouble({
  body,
  draft,
  error,
}: {
  readonly body: string;
  readonly draft: DraftDetail;
  readonly error: Error;
}) {
  if (error instanceof Refusal && error.problem.code === 'DRAFT_UNREADABLE')
    return (
      <Notice tone="danger" title={words.mistakes}>
        <Link to="/banco/$body/policy/bozze/$id/testo" params={{ body, id: draft.id }}>
          {rulebookWords.draft.nav.text}
        </Link>
      </Notice>
    );
  return <Fault title={words.failed} error={error} />;
}
