// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContentDetail, UnratifiedView, UrgencyView } from '#editorial/contract';
import { sessionQuery, useMandate } from '../governance/session.ts';
import { networkName } from '../moderation/channels.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Moment } from '../ui/moment.tsx';
import { Notice } from '../ui/notice.tsx';
import { editorialWords } from '../words/editorial.ts';
import { urgencyWords as words } from '../words/urgency.ts';
import { step } from './editorial.ts';
import { ActDialog, ReasonsDialog } from './reasons-dialog.tsx';
import { urgencyQuery } from './urgency.ts';

interface Props {
  readonly body: string;
  readonly detail: ContentDetail;
  readonly writes: boolean;
}

/** Of one content: what was corrected at once and waits for somebody else; or the way to correct at once, where an act allows it. */
export function Urgent({ body, detail, writes }: Props) {
  const { data } = useQuery(urgencyQuery(body));
  if (data === undefined || detail.state !== 'out') return null;
  const pending = data.pending.find(({ draft }) => draft === detail.id);
  if (pending !== undefined) return <Waiting body={body} detail={detail} writes={writes} pending={pending} />;
  const out = detail.variants.filter(({ account }) =>
    detail.outings.some((one) => one.act === 'publish' && one.state === 'out' && one.account === account),
  );
  if (!writes || data.allowed === null || out.length === 0) return null;
  return <CorrectNow body={body} detail={detail} out={out} allowed={data.allowed} />;
}

function Waiting({ body, detail, writes, pending }: Props & { readonly pending: UnratifiedView }) {
  const [open, setOpen] = useState<'ratify' | 'undo' | null>(null);
  const session = useQuery(sessionQuery);
  const leads = useMandate(body)?.role === 'head';
  const me = session.data?.person.id;
  const isMine = detail.author.id === me || detail.writers.some(({ id }) => id === me);
  const onClose = () => setOpen(null);
  const { id, version, digest } = detail;
  return (
    <section className="editorial-turns" aria-label={words.waits}>
      <Notice tone="warning" title={words.waits}>
        <Unratified one={pending} />
        {writes && leads && isMine ? <p>{words.notYours}</p> : null}
      </Notice>
      {writes ? (
        <div className="remedies">
          {leads && !isMine ? (
            <Button look="primary" onClick={() => setOpen('ratify')}>
              {words.ratify}
            </Button>
          ) : null}
          <Button onClick={() => setOpen('undo')}>{words.undo}</Button>
        </div>
      ) : null}
      {open === 'ratify' ? (
        <ActDialog
          {...{ body, onClose, title: words.ratifyTitle, confirm: words.ratifyDo }}
          act={() => step(body, id, 'ratification', { version, digest })}
        >
          <p>{words.ratifyDetail}</p>
          <p className="editorial-text">{pending.after}</p>
        </ActDialog>
      ) : null}
      {open === 'undo' ? (
        <ReasonsDialog
          {...{ body, onClose, title: words.undoTitle, confirm: words.undoDo }}
          act={(reasons) => step(body, id, 'urgent-undoing', { reasons })}
        />
      ) : null}
    </section>
  );
}

/** What it said, what it says, who corrected it and until when it waits. */
function Unratified({ one }: { readonly one: UnratifiedView }) {
  const { person, network, name, reasons, before, after, due, overdue } = one;
  return (
    <>
      <p>
        {words.by(person.name, networkName(network), name)}
        {reasons}
      </p>
      <p>
        {overdue ? <strong>{words.overdue}</strong> : words.due} <Moment iso={due} />
      </p>
      <p className="small">{words.before}</p>
      <p className="editorial-text">{before}</p>
      <p className="small">{words.after}</p>
      <p className="editorial-text">{after}</p>
    </>
  );
}

interface CorrectProps extends Pick<Props, 'body' | 'detail'> {
  /** Where it is out. */
  readonly out: ContentDetail['variants'];
  readonly allowed: NonNullable<UrgencyView['allowed']>;
}

function CorrectNow(props: CorrectProps) {
  const [open, setOpen] = useState(false);
  return (
    <section className="editorial-turns" aria-label={words.correct}>
      <Button onClick={() => setOpen(true)}>{words.correct}</Button>
      {open ? <CorrectDialog {...props} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function CorrectDialog({ body, detail, out, allowed, onClose }: CorrectProps & { readonly onClose: () => void }) {
  const { content, id, version } = detail;
  const wordsOf = (account: string) => content.variants.find((one) => one.account === account)?.text ?? content.text;
  const [account, setAccount] = useState(out[0]?.account ?? '');
  const [text, setText] = useState(wordsOf(account));
  const [reasons, setReasons] = useState('');
  const [asked, setAsked] = useState(false);
  const empty = text.trim() === '';
  const short = reasons.trim().length < 5;
  const wrong = () => {
    setAsked(true);
    return empty ? 'urgente-testo' : short ? 'urgente-motivo' : undefined;
  };
  const choose = (chosen: string) => {
    setAccount(chosen);
    setText(wordsOf(chosen));
  };
  return (
    <ActDialog
      {...{ body, onClose, wrong, title: words.correctTitle, confirm: words.correctDo }}
      act={() => step(body, id, 'urgent-correction', { version, account, text, reasons: reasons.trim() })}
    >
      <p>{words.correctDetail(allowed.act, allowed.hours)}</p>
      <Field id="urgente-account" label={words.account}>
        {(described) => (
          <select {...described} value={account} onChange={(event) => choose(event.target.value)}>
            {out.map((one) => (
              <option key={one.account} value={one.account}>
                {networkName(one.network)} · {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="urgente-testo" label={words.text} error={asked && empty ? words.textEmpty : undefined}>
        {(described) => (
          <textarea {...described} rows={5} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Field
        id="urgente-motivo"
        label={editorialWords.reasons}
        hint={editorialWords.reasonsHint}
        error={asked && short ? editorialWords.short : undefined}
      >
        {(described) => (
          <textarea {...described} rows={2} value={reasons} onChange={(event) => setReasons(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  );
}

/** Of the whole body: what waits to be ratified, the first to be due first; nothing where there is none. */
export function UnratifiedList({ body }: { readonly body: string }) {
  const { data } = useQuery(urgencyQuery(body));
  if (data === undefined || data.pending.length === 0) return null;
  return (
    <section aria-labelledby="bozze-da-ratificare">
      <h2 id="bozze-da-ratificare">
        {words.pending} ({data.pending.length})
      </h2>
      <p>{words.pendingIntro}</p>
      <ul className="editorial-list">
        {data.pending.map(({ draft, title, person, network, name, reasons, due, overdue }) => (
          <li key={draft}>
            <p>
              <Link to="/banco/$body/bozze/$id" params={{ body, id: draft }}>
                {title}
              </Link>
            </p>
            <p className="small">
              {words.by(person.name, networkName(network), name)}
              {reasons}
            </p>
            <p className="small">
              {overdue ? <strong>{words.overdue}</strong> : words.due} <Moment iso={due} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
