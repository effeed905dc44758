// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { AuthorView } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { ladderWords } from '../../words/ladder.ts';
import { AuthorLinks } from './author-links.tsx';
import { AuthorNotes } from './author-notes.tsx';
import { authorQuery } from './ladder.ts';
import { CaseLink, Measure, Report } from './measure-list.tsx';

const words = ladderWords.author;

/** One author: acts and counts, never a profile. */
export function AuthorPage() {
  const { body, id } = useParams({ from: '/banco/$body/autori/$id' });
  const mandate = useMandate(body);
  const author = useQuery(authorQuery(body, id));
  useTitle(words.title(author.data?.name ?? ''), mandate?.bodyName ?? body);
  return (
    <div className="page authors">
      <Link to="/banco/$body/autori" params={{ body }} className="ladder-back">
        <Icon name="it-arrow-left" />
        {words.back}
      </Link>
      {author.isPending ? <Skeleton lines={8} /> : null}
      {author.isError ? (
        <Fault title={ladderWords.authors.failed} error={author.error} onRetry={() => void author.refetch()} />
      ) : null}
      {author.data === undefined ? null : (
        <Author body={body} author={author.data} readOnly={mandate?.role === 'auditor'} />
      )}
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly author: AuthorView;
  readonly readOnly: boolean;
}

function Author({ body, author, readOnly }: Props) {
  const { name, network, items, history, measures, reports, retention } = author;
  return (
    <>
      <div className="page-head">
        <h1>{words.title(name)}</h1>
        <p>
          {words.on(network)}: {words.items(items)}, {ladderWords.panel.counted(history)}.
        </p>
        <p className="muted small">{ladderWords.panel.noProfile}</p>
      </div>
      <section aria-labelledby="violazioni">
        <h2 id="violazioni">{words.breaches}</h2>
        <Breaches body={body} breaches={author.breaches} />
      </section>
      <section aria-labelledby="misure-prese">
        <h2 id="misure-prese">{words.measures}</h2>
        {measures.length + reports.length === 0 ? <p>{words.noMeasures}</p> : null}
        <ul className="ladder-list">
          {measures.map((measure) => (
            <Measure key={measure.id} body={body} readOnly={readOnly} measure={measure} withCase />
          ))}
          {reports.map((report) => (
            <Report key={report.id} body={body} readOnly={readOnly} report={report} withCase />
          ))}
        </ul>
      </section>
      <AuthorNotes body={body} author={author} readOnly={readOnly} />
      <AuthorLinks body={body} author={author} readOnly={readOnly} />
      <section aria-labelledby="conservazione">
        <h2 id="conservazione">{words.retention}</h2>
        <ul>
          {retention.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Breaches({ body, breaches }: { readonly body: string; readonly breaches: AuthorView['breaches'] }) {
  if (breaches.length === 0) return <p>{words.noBreaches}</p>;
  return (
    <ul className="ladder-list">
      {breaches.map(({ case: of, clauses, decision, at, void: fell, spared, counted }) => (
        <li key={`${of.id} ${at}`}>
          <CaseLink body={body} of={of} /> · <Moment iso={at} /> · {words.decision[decision]} ·{' '}
          {ladderWords.panel.clauses(clauses)} ·{' '}
          <strong>{words[fell ? 'void' : spared ? 'spared' : counted ? 'counted' : 'old']}</strong>
        </li>
      ))}
    </ul>
  );
}
