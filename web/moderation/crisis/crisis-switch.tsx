// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { crisisWords } from '../../words/crisis.ts';
import type { OnCrisis } from './crisis-page.tsx';
import { useCrisisAct } from './use-crisis-act.ts';

const words = crisisWords.mode;
const SHORTEST_REASON = 5;

/** On and off, and the stop of everything that leaves. */
export function CrisisSwitch({ body, view, leads }: OnCrisis) {
  const { current, stopped } = view;
  return (
    <section aria-labelledby="modalita">
      <h2 id="modalita">{words.title}</h2>
      <p>{current === null ? words.off : words.on(current.started.name, current.reason)}</p>
      {current === null ? null : <p>{stopped === null ? words.flowing : words.stopped(stopped.name)}</p>}
      {leads ? <Acts key={current?.id ?? ''} body={body} view={view} /> : <p className="muted">{words.headOnly}</p>}
    </section>
  );
}

function Acts({ body, view: { current, stopped } }: Pick<OnCrisis, 'body' | 'view'>) {
  const acting = useCrisisAct(body);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const wrong = current === null && text.trim().length < SHORTEST_REASON;
  const begin = (stop: boolean) => {
    setAsked(true);
    if (wrong) document.getElementById('crisi-testo')?.focus();
    else if (!acting.isPending) acting.mutate({ path: '', content: { reason: text.trim(), stop } });
  };
  const act = (path: string, content = {}) => {
    if (!acting.isPending) acting.mutate({ path, content });
  };
  return (
    <>
      <Field
        id="crisi-testo"
        label={current === null ? words.reason : words.note}
        error={asked && wrong ? words.reasonMissing : undefined}
      >
        {(described) => (
          <textarea {...described} rows={2} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {acting.isError ? <Fault title={crisisWords.actFailed} error={acting.error} /> : null}
      <p className="crisis-acts">
        {current === null ? (
          <>
            <Button look="primary" onClick={() => begin(true)}>
              {words.stopAll}
            </Button>
            <Button onClick={() => begin(false)}>{words.begin}</Button>
          </>
        ) : (
          <>
            {stopped === null ? (
              <Button look="primary" onClick={() => act('/stop')}>
                {words.stop}
              </Button>
            ) : (
              <Button onClick={() => act('/resume')}>{words.resume}</Button>
            )}
            <Button onClick={() => act('/end', { note: text.trim() })}>{words.end}</Button>
          </>
        )}
      </p>
      <p className="muted small">{words.already}</p>
    </>
  );
}
