// SPDX-License-Identifier: AGPL-3.0-or-later
import { useId, useState } from 'react';
import type { BusyThread } from '#moderation/contract';
import { useIdempotencyKey } from '../../client/idempotency.ts';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Moment } from '../../ui/moment.tsx';
import { crisisWords } from '../../words/crisis.ts';
import { networkName } from '../channels.ts';
import type { OnCrisis } from './crisis-page.tsx';
import { useCrisisAct } from './use-crisis-act.ts';

const words = crisisWords.threads;
const SHORTEST_REASON = 5;

/** Posts under which most waits, and those whose comments were closed. */
export function ThreadsList({ body, view, mayDecide }: OnCrisis) {
  const on = view.current !== null;
  return (
    <section aria-labelledby="post">
      <h2 id="post">{words.title}</h2>
      {view.threads.length === 0 ? <p className="muted">{words.none}</p> : null}
      {on || view.threads.length === 0 ? null : <p className="muted">{words.onlyInCrisis}</p>}
      {view.threads.map((thread) => (
        <div key={`${thread.account} ${thread.post}`} className="crisis-entry">
          <p>
            <strong>{words.open(thread.open)}</strong> · {networkName(thread.network)} · {thread.text ?? words.noText}
          </p>
          {on ? <p className="small muted">{thread.effect}</p> : null}
          {on && mayDecide && thread.how !== 'none' ? <Close body={body} thread={thread} /> : null}
        </div>
      ))}
      {view.closed.length === 0 ? null : <h3>{words.closed}</h3>}
      {view.closed.map((closed) => (
        <Closed key={closed.id} body={body} closed={closed} mayDecide={mayDecide} />
      ))}
    </section>
  );
}

function Close({ body, thread: { account, post } }: { readonly body: string; readonly thread: BusyThread }) {
  const acting = useCrisisAct(body);
  const keyFor = useIdempotencyKey();
  const id = useId();
  const [reason, setReason] = useState('');
  const ready = reason.trim().length >= SHORTEST_REASON;
  const close = () => {
    const content = { account, post, reason: reason.trim() };
    if (ready && !acting.isPending) acting.mutate({ path: '/threads', content, key: keyFor(content) });
  };
  return (
    <>
      <Field id={id} label={words.reason}>
        {(described) => (
          <input {...described} type="text" value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      {acting.isError ? <Fault title={crisisWords.actFailed} error={acting.error} /> : null}
      <Button className="btn-sm" aria-disabled={!ready || acting.isPending} onClick={close}>
        {words.close}
      </Button>
    </>
  );
}

interface ClosedProps extends Pick<OnCrisis, 'body' | 'mayDecide'> {
  readonly closed: OnCrisis['view']['closed'][number];
}

function Closed({ body, closed, mayDecide }: ClosedProps) {
  const acting = useCrisisAct(body);
  const act = (what: 'reopen' | 'done') => {
    if (!acting.isPending) acting.mutate({ path: `/threads/${encodeURIComponent(closed.id)}/${what}` });
  };
  const byHand = closed.state === 'by-hand' || closed.state === 'failed';
  return (
    <div className="crisis-entry">
      <p>
        {networkName(closed.network)} · <Moment iso={closed.at} /> · {closed.person}: «{closed.reason}»
      </p>
      <p>
        <span className="tag">{stateWords[closed.state] ?? closed.state}</span>{' '}
        {closed.reopenedAt === null ? null : words.reopened}
      </p>
      {acting.isError ? <Fault title={crisisWords.actFailed} error={acting.error} /> : null}
      {mayDecide ? (
        <p className="crisis-acts">
          {byHand ? (
            <Button className="btn-sm" onClick={() => act('done')}>
              {words.done}
            </Button>
          ) : null}
          {closed.reopenedAt === null ? (
            <Button className="btn-sm" onClick={() => act('reopen')}>
              {words.reopen}
            </Button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

const stateWords: Readonly<Record<string, string>> = it.enforcement;
