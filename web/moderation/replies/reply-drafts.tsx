// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseDetail, ReplyAids, ReplyDraftView } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { useNow } from '../../ui/moment.tsx';
import { momentWords } from '../../ui/moment-words.ts';
import { replyWords } from '../../words/replies.ts';
import { aidsQuery, giveBack } from './replies.ts';

const words = replyWords.approval;

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly aids: ReplyAids;
  readonly onTake: (draft: ReplyDraftView) => void;
}

/** Answers that waited, or wait, for another person. */
export function ReplyDrafts({ body, detail, aids, onTake }: Props) {
  const [latest] = aids.drafts;
  const now = useNow();
  if (!aids.approval && latest === undefined) return null;
  return (
    <section className="reply-offers" aria-labelledby="approvazione">
      <h3 id="approvazione">{words.title}</h3>
      {aids.approval ? <p className="muted small">{words.needed}</p> : null}
      {latest === undefined || latest.state === 'replaced' ? null : (
        <div className="reply-draft" data-state={latest.state}>
          <p className="reply-title">
            {words.state[latest.state]}{' '}
            <span className="muted small">{words.by(latest.by, momentWords(latest.at, now))}</span>
          </p>
          <p className="reply-words">{latest.text ?? words.gone}</p>
          {latest.note === null ? null : <p>{words.why(latest.settledBy ?? '', latest.note)}</p>}
          {latest.state !== 'waiting' || !aids.approval ? null : latest.mine ? (
            <p className="muted small">{words.mine}</p>
          ) : (
            <Reading body={body} detail={detail} draft={latest} onTake={onTake} />
          )}
        </div>
      )}
    </section>
  );
}

interface ReadingProps extends Pick<Props, 'body' | 'detail' | 'onTake'> {
  readonly draft: ReplyDraftView;
}

/** For another person: send it as it is, or send it back. */
function Reading({ body, detail, draft, onTake }: ReadingProps) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const returning = useMutation({
    mutationFn: () => giveBack(body, draft.id, note.trim()),
    onSuccess: (aids) => queries.setQueryData(aidsQuery(body, detail.id, detail.revision).queryKey, aids),
  });
  const short = note.trim().length < 3;
  const send = () => {
    setAsked(true);
    if (!short && !returning.isPending) returning.mutate();
  };
  return (
    <>
      {draft.text === null ? null : (
        <Button className="btn-sm" onClick={() => onTake(draft)}>
          {words.take}
        </Button>
      )}
      <Field
        id="rimanda"
        label={words.note}
        hint={words.noteHint}
        error={asked && short ? words.noteRequired : undefined}
      >
        {(described) => (
          <textarea {...described} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      {returning.error === null ? null : <Fault title={words.giveBackFailed} error={returning.error} />}
      <Button className="btn-sm" aria-disabled={returning.isPending} onClick={send}>
        {returning.isPending ? words.givingBack : words.giveBack}
      </Button>
    </>
  );
}
