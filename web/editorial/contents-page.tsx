// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { DraftSummary } from '#editorial/contract';
import { useMandate } from '../governance/session.ts';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { Moment } from '../ui/moment.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { editorialWords as words } from '../words/editorial.ts';
import { ElectoralBanner } from './cautions/electoral-banner.tsx';
import { contentsQuery, emptyContent, keep, openContent } from './editorial.ts';
import { Stop } from './stop.tsx';
import { UnratifiedList } from './unratified.tsx';
import { Unsettled } from './unsettled.tsx';
import { UrgencyRules } from './urgency-rules.tsx';

/** What the body is about to publish, and what it published. */
export function ContentsPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const contents = useQuery(contentsQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page editorial">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      <ElectoralBanner body={body} />
      <Stop body={body} leads={mandate?.role === 'head'} />
      {mandate?.role === 'auditor' ? <Notice>{words.readOnly}</Notice> : <NewContent body={body} />}
      <UnratifiedList body={body} />
      <Unsettled body={body} />
      <h2>{words.list}</h2>
      {contents.isPending ? <Skeleton lines={6} /> : null}
      {contents.isError ? (
        <Fault title={words.failed} error={contents.error} onRetry={() => void contents.refetch()} />
      ) : null}
      {contents.data?.items.length === 0 ? <p>{words.none}</p> : null}
      <ul className="editorial-list">
        {contents.data?.items.map((summary) => (
          <Row key={summary.id} body={body} summary={summary} />
        ))}
      </ul>
      {mandate?.role === 'head' ? <UrgencyRules body={body} /> : null}
    </div>
  );
}

function Row({ body, summary }: { readonly body: string; readonly summary: DraftSummary }) {
  const { id, title, state, correcting, version, at, author, updatedAt } = summary;
  return (
    <li>
      <p>
        <Link to="/banco/$body/bozze/$id" params={{ body, id }}>
          {title}
        </Link>
      </p>
      <p className="small">
        <strong>{correcting ? words.correcting : words.state[state]}</strong> · {words.version(version)} ·{' '}
        {words.byAuthor(author.name)} · <Moment iso={updatedAt} />
      </p>
      {at === null ? null : (
        <p className="small">
          {words.planned} <Moment iso={at} />
        </p>
      )}
    </li>
  );
}

function NewContent({ body }: { readonly body: string }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [asked, setAsked] = useState(false);
  const opening = useMutation({
    mutationFn: () => openContent(body, emptyContent(title.trim())),
    onSuccess: (detail) => {
      keep(queries, body, detail);
      void navigate({ to: '/banco/$body/bozze/$id', params: { body, id: detail.id } });
    },
  });
  const missing = title.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) document.getElementById('bozza-titolo')?.focus();
    else if (!opening.isPending) opening.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field
        id="bozza-titolo"
        label={words.newTitle}
        hint={words.newTitleHint}
        error={asked && missing ? words.missing : undefined}
      >
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      {opening.isError ? <Fault title={words.notDone} error={opening.error} /> : null}
      <Button look="primary" type="submit" aria-disabled={opening.isPending}>
        {words.newDo}
      </Button>
    </form>
  );
}
