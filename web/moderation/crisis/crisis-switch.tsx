// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
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

const PATHS = { resume: '/resume', end: '/end' } as const;

function Acts({ body, view: { current, stopped, counts } }: Pick<OnCrisis, 'body' | 'view'>) {
  const acting = useCrisisAct(body);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const [lettingGo, setLettingGo] = useState<keyof typeof PATHS>();
  const wrong = current === null && text.trim().length < SHORTEST_REASON;
  const begin = (stop: boolean) => {
    setAsked(true);
    if (wrong) document.getElementById('crisi-testo')?.focus();
    else if (!acting.isPending) acting.mutate({ path: '', content: { reason: text.trim(), stop } });
  };
  const act = (path: string, content = {}) => {
    setLettingGo(undefined);
    if (!acting.isPending) acting.mutate({ path, content });
  };
  const end = () => act(PATHS.end, { note: text.trim() });
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
              <Button onClick={() => setLettingGo('resume')}>{words.resume}</Button>
            )}
            <Button onClick={() => (stopped === null ? end() : setLettingGo('end'))}>{words.end}</Button>
          </>
        )}
      </p>
      <p className="muted small">{words.already}</p>
      {lettingGo === undefined ? null : (
        <Dialog title={words.twice.title[lettingGo]} onClose={() => setLettingGo(undefined)}>
          <p>{words.twice.leaving(counts.waiting)}</p>
          <p>{words.twice.oneByOne}</p>
          <div className="dialog-actions">
            <Button onClick={() => setLettingGo(undefined)}>{it.cancel}</Button>
            <Button look="primary" onClick={() => (lettingGo === 'end' ? end() : act(PATHS.resume))}>
              {words.twice.confirm[lettingGo]}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
