// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { CrisisView } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { Fault } from '../../ui/fault.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { crisisWords as words } from '../../words/crisis.ts';
import { crisisQuery } from './crisis.ts';
import { CrisisSwitch } from './crisis-switch.tsx';
import { TextsList } from './texts-list.tsx';
import { ThreadsList } from './threads-list.tsx';
import { WaitingList } from './waiting-list.tsx';
import { WavesList } from './waves-list.tsx';

/** What an act on this page may be done by. */
export interface OnCrisis {
  readonly body: string;
  readonly view: CrisisView;
  readonly mayDecide: boolean;
  readonly leads: boolean;
}

/** What comes all at once, and everything that is done about it. */
export function CrisisPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const crisis = useQuery(crisisQuery(body));
  const { data: view } = crisis;
  useTitle(words.title, mandate?.bodyName ?? body);
  const leads = mandate?.role === 'head';
  const mayDecide = leads || mandate?.role === 'moderator';
  return (
    <div className="page crisis-page">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {crisis.isPending ? <Skeleton lines={8} /> : null}
      {crisis.isError && view === undefined ? (
        <Fault title={words.failed} error={crisis.error} onRetry={() => void crisis.refetch()} />
      ) : null}
      {view === undefined ? null : (
        <>
          <Counts counts={view.counts} />
          <CrisisSwitch body={body} view={view} mayDecide={mayDecide} leads={leads} />
          <WavesList body={body} mayDecide={mayDecide} crisis={view} />
          <WaitingList body={body} view={view} mayDecide={mayDecide} leads={leads} />
          <ThreadsList body={body} view={view} mayDecide={mayDecide} leads={leads} />
          <TextsList body={body} view={view} mayDecide={mayDecide} leads={leads} />
          <Past past={view.past} />
        </>
      )}
    </div>
  );
}

function Counts({ counts }: Pick<CrisisView, 'counts'>) {
  const { title, ...labels } = words.counts;
  return (
    <section aria-labelledby="adesso">
      <h2 id="adesso">{title}</h2>
      <dl className="crisis-counts">
        {(Object.keys(labels) as (keyof typeof labels)[]).map((name) => (
          <div key={name}>
            <dt>{labels[name]}</dt>
            <dd>{counts[name].toLocaleString('it-IT')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Past({ past }: Pick<CrisisView, 'past'>) {
  if (past.length === 0) return null;
  const labels = words.past.report;
  return (
    <section aria-labelledby="passate">
      <h2 id="passate">{words.past.title}</h2>
      {past.map(({ id, reason, started, ended, note, report }) => (
        <details key={id} className="crisis-entry">
          <summary>
            <Moment iso={started.at} /> · {reason}
          </summary>
          {ended === null ? null : (
            <p>
              {ended.name}, <Moment iso={ended.at} />
              {note === null || note === '' ? null : `: ${note}`}
            </p>
          )}
          {report === null ? null : (
            <dl className="crisis-counts">
              {(Object.keys(labels) as (keyof typeof labels)[]).map((name) => (
                <div key={name}>
                  <dt>{labels[name]}</dt>
                  <dd>{report[name].toLocaleString('it-IT')}</dd>
                </div>
              ))}
            </dl>
          )}
        </details>
      ))}
    </section>
  );
}
