// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContentDetail } from '#editorial/contract';
import { useMandate } from '../governance/session.ts';
import { Fault } from '../ui/fault.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { editorialWords as words } from '../words/editorial.ts';
import { ElectoralBanner } from './cautions/electoral-banner.tsx';
import { Checks } from './checks.tsx';
import { ContentForm } from './content-form.tsx';
import { contentQuery } from './editorial.ts';
import { FilesGiven } from './files-given.tsx';
import { History } from './history.tsx';
import { Outings } from './outings.tsx';
import { Turns } from './turns.tsx';
import { Urgent } from './unratified.tsx';

/** One content: what is written, what stands in its way, who approves it, and how far it has come. */
export function ContentPage() {
  const { body, id } = useParams({ from: '/banco/$body/bozze/$id' });
  const mandate = useMandate(body);
  const content = useQuery(contentQuery(body, id));
  useTitle(content.data?.title ?? words.title, mandate?.bodyName ?? body);
  return (
    <div className="page editorial">
      <p>
        <Link to="/banco/$body/bozze" params={{ body }}>
          {words.back}
        </Link>
      </p>
      <ElectoralBanner body={body} />
      {content.isPending ? <Skeleton lines={8} /> : null}
      {content.isError ? (
        <Fault title={words.failed} error={content.error} onRetry={() => void content.refetch()} />
      ) : null}
      {content.data === undefined ? null : (
        <Content body={body} detail={content.data} writes={mandate !== undefined && mandate.role !== 'auditor'} />
      )}
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly detail: ContentDetail;
  readonly writes: boolean;
}

function Content({ body, detail, writes }: Props) {
  const [dirty, setDirty] = useState(false);
  const editable = writes && detail.state !== 'out' && detail.state !== 'discarded';
  return (
    <>
      <div className="page-head">
        <h1>{detail.title}</h1>
        <p>
          <strong>{detail.correcting ? words.correcting : words.state[detail.state]}</strong> ·{' '}
          {words.version(detail.version)} · {words.byAuthor(detail.author.name)}
        </p>
      </div>
      <div className="editorial-sides">
        <section aria-label={words.writing}>
          {editable ? (
            <ContentForm key={detail.version} body={body} detail={detail} onDirty={setDirty} />
          ) : (
            <>
              <p className="editorial-text">{detail.content.text}</p>
              <FilesGiven body={body} detail={detail} />
            </>
          )}
        </section>
        <div>
          <Checks detail={detail} dirty={dirty} />
          <Turns body={body} detail={detail} dirty={dirty} writes={writes} />
          <Urgent body={body} detail={detail} writes={writes} />
          <Outings body={body} outings={detail.outings} writes={writes} />
          <History body={body} detail={detail} writes={writes} />
        </div>
      </div>
    </>
  );
}
