// SPDX-License-Identifier: AGPL-3.0-or-later
import './accounts.scss';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { AccountView } from '#accounts/contract';
import { useMandate } from '../governance/session.ts';
import { Empty } from '../ui/empty.tsx';
import { Fault } from '../ui/fault.tsx';
import { Icon } from '../ui/icon.tsx';
import { useNow } from '../ui/moment.tsx';
import { momentWords } from '../ui/moment-words.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { accountWords as words } from '../words/accounts.ts';
import { accountsQuery } from './accounts.ts';

/** Every account of the body, with how it is doing at a glance. */
export function AccountsPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const accounts = useQuery(accountsQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page accounts">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {mandate?.role === 'head' ? (
        <Link to="/banco/$body/account/nuovo" params={{ body }} className="btn btn-primary">
          <Icon name="it-plus" />
          {words.connect}
        </Link>
      ) : null}
      {accounts.isPending ? <Skeleton lines={8} /> : null}
      {accounts.isError ? (
        <Fault title={words.failed} error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : null}
      {accounts.data === undefined ? null : accounts.data.items.length === 0 ? (
        <Empty icon="it-inbox" title={words.empty.title} detail={words.empty.detail} />
      ) : (
        <Accounts body={body} accounts={accounts.data.items} />
      )}
    </div>
  );
}

function Accounts({ body, accounts }: { readonly body: string; readonly accounts: readonly AccountView[] }) {
  const now = useNow();
  const moment = (iso: string | null) => (iso === null ? words.never : momentWords(iso, now));
  return (
    <table className="record">
      <caption className="visually-hidden">{words.title}</caption>
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
        {accounts.map(({ id, name, label, state, reading, writtenAt, warnings }) => (
          <tr key={id}>
            <td>
              <Link to="/banco/$body/account/$id" params={{ body, id }} className="account-name">
                {name}
              </Link>
              <span className="muted small"> {label}</span>
            </td>
            <td>
              <StateTag state={state} />
            </td>
            <td data-column={words.columns.reading}>
              {reading.everySeconds === null ? words.byHand : moment(reading.readAt)}
              {reading.failures === 0 ? null : (
                <span className="account-watch">
                  <Icon name="it-warning-circle" />
                  {words.unread(reading.failures)}
                </span>
              )}
            </td>
            <td data-column={words.columns.writing}>{moment(writtenAt)}</td>
            <td>
              {warnings.length === 0 ? (
                <span className="muted small account-nothing">{words.nothing}</span>
              ) : (
                warnings.map(({ what, text }) => (
                  <span key={what} className="account-watch">
                    <Icon name="it-warning-circle" />
                    {text}
                  </span>
                ))
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const StateTag = ({ state }: { readonly state: AccountView['state'] }) => (
  <span className="tag" data-state={state}>
    {words.state[state]}
  </span>
);
