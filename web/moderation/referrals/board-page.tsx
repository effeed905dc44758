// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReferralBoard, ReferralView } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { Fault } from '../../ui/fault.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { referralWords } from '../../words/referrals.ts';
import { boardQuery, officeQueueQuery } from './referrals.ts';

const words = referralWords.board;

/** What waits at the offices, what came back, and what is whose. */
export function BoardPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const board = useQuery(boardQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page referral-board">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <p>
          <Link to="/banco/$body/uffici" params={{ body }}>
            {words.offices}
          </Link>
        </p>
      </div>
      {board.isPending ? <Skeleton lines={8} /> : null}
      {board.isError ? <Fault title={words.failed} error={board.error} onRetry={() => void board.refetch()} /> : null}
      {board.data === undefined ? null : <Board body={body} board={board.data} />}
    </div>
  );
}

function Board({ body, board }: { readonly body: string; readonly board: ReferralBoard }) {
  return (
    <>
      <h2>{words.answered}</h2>
      <Referrals body={body} referrals={board.answered} caption={words.answered} none={words.answeredNone} />
      <h2>{words.waiting}</h2>
      <Referrals body={body} referrals={board.waiting} caption={words.waiting} none={words.waitingNone} />
      <h2>{words.queues}</h2>
      <p>{words.queuesIntro}</p>
      <Queues body={body} queues={board.queues} />
    </>
  );
}

interface Listed {
  readonly body: string;
  readonly referrals: readonly ReferralView[];
  readonly caption: string;
  readonly none: string;
}

function Referrals({ body, referrals, caption, none }: Listed) {
  if (referrals.length === 0) return <p className="muted">{none}</p>;
  return (
    <table className="record">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {Object.values(words.columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {referrals.map(({ id, case: caseId, number, office, state, at, answeredAt, escalatedAt }) => (
          <tr key={id}>
            <td>
              <Link to="/banco/$body/pratiche/$id" params={{ body, id: caseId }}>
                {words.case(number)}
              </Link>
            </td>
            <td data-column={words.columns.office}>{office}</td>
            <td data-column={words.columns.state}>
              <span className="tag">{referralWords.state[state]}</span>
              {escalatedAt === null || state === 'answered' ? null : ` ${referralWords.one.escalated}`}
            </td>
            <td data-column={words.columns.since}>
              <Moment iso={answeredAt ?? at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Queues({ body, queues }: { readonly body: string } & Pick<ReferralBoard, 'queues'>) {
  if (queues.length === 0) return <p className="muted">{words.queuesNone}</p>;
  return (
    <ul className="office-queues">
      {queues.map(({ office, owned, sent }) => (
        <li key={office}>
          <OfficeCases body={body} office={office} counts={{ owned, sent }} />
        </li>
      ))}
    </ul>
  );
}

interface OfOffice {
  readonly body: string;
  readonly office: string;
  readonly counts: { readonly owned: number; readonly sent: number };
}

/** Its cases are read when they are asked for. */
function OfficeCases({ body, office, counts }: OfOffice) {
  const [open, setOpen] = useState(false);
  const queue = useQuery({ ...officeQueueQuery(body, office), enabled: open });
  const { owned, sent } = words.queueColumns;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {office}: {owned.toLowerCase()} {counts.owned}, {sent.toLowerCase()} {counts.sent}
      </summary>
      {open && queue.isPending ? <Skeleton lines={3} /> : null}
      {queue.isError ? <Fault title={words.failed} error={queue.error} /> : null}
      <ul>
        {queue.data?.items.map(({ id, number, excerpt, role, clause }) => (
          <li key={id}>
            <Link to="/banco/$body/pratiche/$id" params={{ body, id }}>
              {words.case(number)}
            </Link>{' '}
            <span className="tag">{words.role[role]}</span> {clause === null ? null : <span>{clause} </span>}
            <span className="muted">{excerpt}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
