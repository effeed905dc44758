// SPDX-License-Identifier: AGPL-3.0-or-later
import '../../style/rulebook.scss';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DraftDetail } from '#rulebook/contract';
import { Refusal } from '../../client/request.ts';
import { useMandate } from '../../governance/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { rulebookWords } from '../../words/rulebook.ts';
import { draftQuery } from '../rulebook.ts';

const words = rulebookWords.draft;

interface Props {
  readonly body: string;
  readonly id: string;
  /** Which of the draft's pages this is. */
  readonly page: keyof typeof words.nav;
  readonly children: (draft: DraftDetail) => ReactNode;
}

/** What the pages of one draft have in common: its name, its state, the way between them, and what can go wrong. */
export function DraftFrame({ body, id, page, children }: Props) {
  const draft = useQuery(draftQuery(body, id));
  const mandate = useMandate(body);
  useTitle(words.nav[page], draft.data?.name ?? rulebookWords.drafts.title, mandate?.bodyName ?? body);
  const params = { body, id };
  return (
    <div className={page === 'text' ? 'draft-page draft-writing' : 'page rulebook draft-page'}>
      <div className="draft-head">
        <Link to="/banco/$body/policy" params={{ body }} className="back">
          <Icon name="it-arrow-left" /> {words.back}
        </Link>
        <h1>{draft.data?.name ?? rulebookWords.drafts.title}</h1>
        {draft.data === undefined ? null : (
          <span className="tag" data-state={draft.data.state}>
            {rulebookWords.drafts.state[draft.data.state]}
          </span>
        )}
        <nav aria-label={words.sections}>
          <ul className="draft-nav">
            <li>
              <Link to="/banco/$body/policy/bozze/$id" params={params} activeOptions={{ exact: true }}>
                {words.nav.summary}
              </Link>
            </li>
            <li>
              <Link to="/banco/$body/policy/bozze/$id/testo" params={params}>
                {words.nav.text}
              </Link>
            </li>
            <li>
              <Link to="/banco/$body/policy/bozze/$id/prova" params={params}>
                {words.nav.replay}
              </Link>
            </li>
          </ul>
        </nav>
      </div>
      {draft.data !== undefined ? (
        children(draft.data)
      ) : draft.isError && isNowhere(draft.error) ? (
        <Empty icon="it-help-circle" title={words.missing} detail={words.missingDetail} />
      ) : draft.isError ? (
        <Fault title={words.failed} error={draft.error} onRetry={() => void draft.refetch()} />
      ) : (
        <Skeleton lines={9} />
      )}
    </div>
  );
}

const isNowhere = (error: Error): boolean =>
  error instanceof Refusal && (error.problem.status === 404 || error.problem.status === 422);
