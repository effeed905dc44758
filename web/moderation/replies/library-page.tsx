// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReplyLibrary } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { Fault } from '../../ui/fault.tsx';
import { useNow } from '../../ui/moment.tsx';
import { momentWords } from '../../ui/moment-words.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { replyWords } from '../../words/replies.ts';
import { searchOf } from '../filter.ts';
import { ChoiceSection } from './choice-section.tsx';
import { libraryQuery } from './replies.ts';
import { TemplateSection } from './template-section.tsx';
import { TopicSection } from './topic-section.tsx';

const words = replyWords.library;

/** Texts and links kept ready for answering, and how the body chose to answer. */
export function LibraryPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const library = useQuery(libraryQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  const role = mandate?.role ?? 'auditor';
  return (
    <div className="page replies-page">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {library.isPending ? <Skeleton lines={8} /> : null}
      {library.isError ? (
        <Fault title={words.failed} error={library.error} onRetry={() => void library.refetch()} />
      ) : null}
      {library.data === undefined ? null : (
        <>
          <Waiting body={body} waiting={library.data.waiting} />
          <TemplateSection body={body} library={library.data} role={role} />
          <TopicSection body={body} topics={library.data.topics} mayWrite={role !== 'auditor'} />
          <ChoiceSection body={body} library={library.data} isHead={role === 'head'} />
        </>
      )}
    </div>
  );
}

function Waiting({ body, waiting }: { readonly body: string; readonly waiting: ReplyLibrary['waiting'] }) {
  const now = useNow();
  if (waiting.length === 0) return null;
  const search = searchOf({ state: 'open', network: undefined });
  return (
    <section aria-labelledby="da-approvare">
      <h2 id="da-approvare">{words.waiting.title}</h2>
      <ul className="reply-list">
        {waiting.map(({ case: { id, number }, by, at }) => (
          <li key={id}>
            <p>
              <Link to="/banco/$body/pratiche/$id" params={{ body, id }} search={search}>
                {words.waiting.line(number)}
              </Link>{' '}
              <span className="muted small">{words.waiting.by(by, momentWords(at, now))}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
