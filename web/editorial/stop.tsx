// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { LateOne, StopView } from '#editorial/contract';
import { it } from '../it.ts';
import { networkName } from '../moderation/channels.ts';
import { NetworkMark } from '../moderation/network-mark.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { Moment } from '../ui/moment.tsx';
import { Notice } from '../ui/notice.tsx';
import { editorialWords } from '../words/editorial.ts';
import { publishingWords as words } from '../words/publishing.ts';
import { liftStop, stopOutings, stopQuery } from './editorial.ts';
import { OutingLine } from './unsettled.tsx';

interface Props {
  readonly body: string;
  readonly leads: boolean;
}

/** «Ferma tutte le uscite», and what is stopped where it was done. */
export function Stop({ body, leads }: Props) {
  const { data: view } = useQuery(stopQuery(body));
  const [asking, setAsking] = useState(false);
  if (view === undefined || (view.stopped === null && !leads)) return null;
  const onClose = () => setAsking(false);
  return (
    <section className="editorial-stop" aria-label={words.all}>
      {view.stopped === null ? null : <Stopped body={body} view={view} stopped={view.stopped} />}
      {leads ? (
        <Button onClick={() => setAsking(true)}>{view.stopped === null ? words.stop : words.lift}</Button>
      ) : null}
      {!asking ? null : view.stopped === null ? (
        <StopDialog body={body} onClose={onClose} />
      ) : (
        <LiftDialog body={body} late={view.late} onClose={onClose} />
      )}
    </section>
  );
}

interface StoppedProps {
  readonly body: string;
  readonly view: StopView;
  readonly stopped: NonNullable<StopView['stopped']>;
}

function Stopped({ body, view: { sent, late, planned, others }, stopped }: StoppedProps) {
  return (
    <Notice tone="warning" title={words.stopped}>
      <p>
        {words.stoppedBy(stopped.name)} {stopped.reasons} (<Moment iso={stopped.at} />)
      </p>
      {late.length === 0 ? <p>{words.noneLate}</p> : <p>{words.late}</p>}
      <ul>
        {late.map((one) => (
          <li key={one.id}>
            <Late one={one} />
          </li>
        ))}
      </ul>
      {planned === 0 ? null : <p>{words.planned(planned)}</p>}
      {others === 0 ? null : <p>{words.others(others)}</p>}
      {sent.length === 0 ? null : (
        <>
          <p>{words.sent}</p>
          <ul className="editorial-list">
            {sent.map((outing) => (
              <OutingLine key={outing.id} body={body} outing={outing} />
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function Late({ one: { title, network, account, at } }: { readonly one: LateOne }) {
  return (
    <>
      {title} ·{' '}
      {network === null ? (
        words.everywhere
      ) : (
        <>
          <NetworkMark network={network} /> {account}
        </>
      )}{' '}
      · {words.due} <Moment iso={at} />
    </>
  );
}

interface DialogProps {
  readonly body: string;
  readonly title: string;
  readonly confirm: string;
  readonly act: (reasons: string) => Promise<StopView>;
  /** Where something is still to be said. */
  readonly wrong?: () => string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One act on all that goes out, with the reason that it asks for. */
function OnAllDialog({ body, title, confirm, act, wrong, onClose, children }: DialogProps) {
  const queries = useQueryClient();
  const [reasons, setReasons] = useState('');
  const [asked, setAsked] = useState(false);
  const short = reasons.trim().length < 5;
  const acting = useMutation({
    mutationFn: () => act(reasons.trim()),
    onSuccess: (view) => {
      queries.setQueryData(stopQuery(body).queryKey, view);
      void queries.invalidateQueries({ queryKey: ['contents', body] });
      onClose();
    },
    // What waits may have changed since the page was read.
    onError: () => void queries.invalidateQueries({ queryKey: stopQuery(body).queryKey }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const field = wrong?.() ?? (short ? 'uscite-motivo' : undefined);
    if (field !== undefined) document.getElementById(field)?.focus();
    else if (!acting.isPending) acting.mutate();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {children}
        <Field
          id="uscite-motivo"
          label={editorialWords.reasons}
          error={asked && short ? editorialWords.short : undefined}
        >
          {(described) => (
            <textarea {...described} rows={3} value={reasons} onChange={(event) => setReasons(event.target.value)} />
          )}
        </Field>
        {acting.isError ? <Fault title={editorialWords.notDone} error={acting.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={acting.isPending}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function StopDialog({ body, onClose }: Pick<DialogProps, 'body' | 'onClose'>) {
  return (
    <OnAllDialog
      {...{ body, onClose, title: words.stopTitle, confirm: words.stopDo }}
      act={(reasons) => stopOutings(body, { reasons })}
    >
      <p>{words.stopDetail}</p>
    </OnAllDialog>
  );
}

type What = 'go' | 'drop';

interface LiftProps extends Pick<DialogProps, 'body' | 'onClose'> {
  readonly late: readonly LateOne[];
}

function LiftDialog({ body, late, onClose }: LiftProps) {
  const [chosen, setChosen] = useState<Readonly<Record<string, What>>>({});
  const [asked, setAsked] = useState(false);
  const left = late.find(({ id }) => chosen[id] === undefined);
  const wrong = () => {
    setAsked(true);
    return left === undefined ? undefined : `uscita-${left.id}`;
  };
  const choices = late.flatMap(({ kind, id }) => {
    const what = chosen[id];
    return what === undefined ? [] : [{ kind, id, what }];
  });
  const choose = (id: string, value: string) =>
    setChosen(({ [id]: _, ...others }) => (value === 'go' || value === 'drop' ? { ...others, [id]: value } : others));
  return (
    <OnAllDialog
      {...{ body, onClose, wrong, title: words.liftTitle, confirm: words.liftDo }}
      act={(reasons) => liftStop(body, { reasons, choices })}
    >
      <p>{late.length === 0 ? words.noneLate : words.late}</p>
      {late.map((one) => (
        <Field
          key={one.id}
          id={`uscita-${one.id}`}
          label={`${one.title} · ${one.network === null ? words.everywhere : `${networkName(one.network)} ${one.account}`}`}
          error={asked && chosen[one.id] === undefined ? words.chooseAll : undefined}
        >
          {(described) => (
            <select
              {...described}
              value={chosen[one.id] ?? ''}
              onChange={(event) => choose(one.id, event.target.value)}
            >
              <option value="">{words.choose}</option>
              <option value="go">{words.go}</option>
              <option value="drop">{words.drop}</option>
            </select>
          )}
        </Field>
      ))}
    </OnAllDialog>
  );
}
