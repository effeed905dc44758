// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DraftSummary } from '#rulebook/contract';
import { Fault } from '../ui/fault.tsx';
import { useNow } from '../ui/moment.tsx';
import { momentWords } from '../ui/moment-words.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { rulebookWords } from '../words/rulebook.ts';
import { draftsQuery } from './rulebook.ts';

const words = rulebookWords.drafts;

/** Drafts under way; those that are done with folded away. */
export function DraftLists({ body }: { readonly body: string }) {
  const drafts = useQuery(draftsQuery(body));
  if (drafts.isPending) return <Skeleton lines={3} />;
  if (drafts.isError)
    return <Fault title={rulebookWords.draft.failed} error={drafts.error} onRetry={() => void drafts.refetch()} />;
  const open = drafts.data.items.filter(({ state }) => state === 'open' || state === 'proposed');
  const closed = drafts.data.items.filter((draft) => !open.includes(draft));
  return (
    <>
      {open.length === 0 ? (
        <p className="muted">
          {words.none}. {words.noneDetail}
        </p>
      ) : (
        <Drafts body={body} drafts={open} />
      )}
      {closed.length === 0 ? null : (
        <details className="closed-drafts">
          <summary>
            {words.closed} ({closed.length})
          </summary>
          <Drafts body={body} drafts={closed} />
        </details>
      )}
    </>
  );
}

function Drafts({ body, drafts }: { readonly body: string; readonly drafts: readonly DraftSummary[] }) {
  const now = useNow();
  return (
    <ul className="drafts">
      {drafts.map(({ id, name, state, basedOn, version, updatedBy, updatedAt }) => (
        <li key={id}>
          <p className="draft-name">
            <Link to="/banco/$body/policy/bozze/$id" params={{ body, id }}>
              {name}
            </Link>
            <span className="tag" data-state={state}>
              {words.state[state]}
            </span>
          </p>
          <p className="small muted">
            {version === null ? (basedOn === null ? words.fromText : words.based(basedOn)) : words.became(version)};{' '}
            {words.by(updatedBy.name, momentWords(updatedAt, now))}
          </p>
        </li>
      ))}
    </ul>
  );
}
