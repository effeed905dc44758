// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Moment } from '../../ui/moment.tsx';
import { bulkWords, crisisWords } from '../../words/crisis.ts';
import { networkName } from '../channels.ts';
import type { OnCrisis } from './crisis-page.tsx';
import { useCrisisAct } from './use-crisis-act.ts';

const words = crisisWords.waiting;

/** What waits because sending is stopped; a person lets it go, one thing at a time. */
export function WaitingList({ body, view, mayDecide }: OnCrisis) {
  const acting = useCrisisAct(body);
  if (view.stopped === null) return null;
  return (
    <section aria-labelledby="aspettano">
      <h2 id="aspettano">{words.title}</h2>
      {view.waiting.length === 0 ? <p className="muted">{words.none}</p> : null}
      {acting.isError ? <Fault title={crisisWords.actFailed} error={acting.error} /> : null}
      {view.waiting.map(({ id, what, network, at, text, case: row }) => (
        <div key={id} className="crisis-entry">
          <p>
            <strong>{what}</strong> · {networkName(network)} · <Moment iso={at} />
          </p>
          {row === null ? null : (
            <p>
              <Link to="/banco/$body/pratiche/$id" params={{ body, id: row.id }}>
                {bulkWords.case(row.number)}
              </Link>{' '}
              <span className="muted">{row.excerpt}</span>
            </p>
          )}
          {text === null ? null : <p>«{text}»</p>}
          {mayDecide ? (
            <Button
              className="btn-sm"
              aria-label={`${words.letGo}: ${words.letGoOf(what, row?.number ?? null)}`}
              onClick={() => {
                if (!acting.isPending) acting.mutate({ path: `/waiting/${encodeURIComponent(id)}/let-go` });
              }}
            >
              {words.letGo}
            </Button>
          ) : null}
        </div>
      ))}
    </section>
  );
}
