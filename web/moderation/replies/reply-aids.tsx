// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import type { ReplyAids as Aids, CaseDetail, ReplyDraftView } from '#moderation/contract';
import { announce } from '../../ui/announcer.tsx';
import { Fault } from '../../ui/fault.tsx';
import { replyWords as words } from '../../words/replies.ts';
import { useShortcut } from '../shortcuts.ts';
import { Answered } from './answered.tsx';
import { Automatic } from './automatic.tsx';
import { focusAnswer, type Insert, withInserted } from './inserting.ts';
import { PersonalCase } from './personal-case.tsx';
import { aidsQuery } from './replies.ts';
import { ReplyChecks } from './reply-checks.tsx';
import { ReplyDrafts } from './reply-drafts.tsx';
import { Templates } from './templates.tsx';
import { Topics } from './topics.tsx';

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly reply: string;
  readonly onReply: (text: string) => void;
  /** Somebody else's answer comes into the form, to be approved by sending it. */
  readonly onTake: (draft: ReplyDraftView) => void;
}

/** Under the answer: what the checks say of it, and what helps to write it. */
export function ReplyAids({ body, detail, reply, onReply, onTake }: Props) {
  const aids = useQuery(aidsQuery(body, detail.id, detail.revision));
  const insert: Insert = (text) => {
    const written = withInserted(reply, text);
    flushSync(() => onReply(written));
    focusAnswer(written);
  };
  useShortcut('m', () => document.querySelector<HTMLElement>('.reply-aids button')?.focus());
  return (
    <div className="reply-aids">
      <ReplyChecks body={body} id={detail.id} text={reply} />
      {aids.isError ? <Fault title={words.failed} error={aids.error} onRetry={() => void aids.refetch()} /> : null}
      {aids.data === undefined ? null : (
        <Offers body={body} detail={detail} aids={aids.data} insert={insert} onTake={onTake} />
      )}
    </div>
  );
}

interface OffersProps extends Pick<Props, 'body' | 'detail' | 'onTake'> {
  readonly aids: Aids;
  readonly insert: Insert;
}

function Offers({ body, detail, aids, insert, onTake }: OffersProps) {
  const take = (draft: ReplyDraftView) => {
    flushSync(() => onTake(draft));
    focusAnswer(draft.text ?? '');
    announce(words.approval.taken);
  };
  return (
    <>
      <Automatic automatic={aids.automatic} />
      <ReplyDrafts body={body} detail={detail} aids={aids} onTake={take} />
      <PersonalCase regime={aids.regime} insert={insert} />
      <Topics topics={aids.topics} insert={insert} />
      <Templates templates={aids.templates} insert={insert} />
      <Answered answered={aids.answered} insert={insert} />
    </>
  );
}
