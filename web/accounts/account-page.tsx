// SPDX-License-Identifier: AGPL-3.0-or-later
import './accounts.scss';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { AccountView } from '#accounts/contract';
import { useMandate } from '../governance/session.ts';
import { Empty } from '../ui/empty.tsx';
import { Fault } from '../ui/fault.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { accountWords } from '../words/accounts.ts';
import { registerWords } from '../words/register.ts';
import { AccountActs } from './account-acts.tsx';
import { AccountCapabilities } from './account-capabilities.tsx';
import { AccountHealth } from './account-health.tsx';
import { accountsQuery } from './accounts.ts';
import { StateTag } from './accounts-page.tsx';

const words = accountWords.one;

/** One account: what is wrong, how it is doing, until when, and what it can do there. */
export function AccountPage() {
  const { body, id } = useParams({ from: '/banco/$body/account/$id' });
  const mandate = useMandate(body);
  const accounts = useQuery(accountsQuery(body));
  const account = accounts.data?.items.find((one) => one.id === id);
  useTitle(account?.name ?? accountWords.title, mandate?.bodyName ?? body);
  return (
    <div className="page accounts">
      <Link to="/banco/$body/account" params={{ body }} className="account-back">
        <Icon name="it-arrow-left" /> {words.back}
      </Link>
      {accounts.isPending ? <Skeleton lines={8} /> : null}
      {accounts.isError ? (
        <Fault title={accountWords.failed} error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : null}
      {accounts.data === undefined ? null : account === undefined ? (
        <Empty icon="it-help-circle" title={words.missing} />
      ) : (
        <Account body={body} account={account} isHead={mandate?.role === 'head'} />
      )}
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly account: AccountView;
  readonly isHead: boolean;
}

function Account({ body, account, isHead }: Props) {
  const { id, name, label, handle, url, state, trouble, warnings } = account;
  return (
    <>
      <div className="page-head">
        <h1 id="account" tabIndex={-1}>
          {name}
        </h1>
        <p>
          {words.onNetwork(label, handle)} <StateTag state={state} />{' '}
          <a href={url} rel="noreferrer" target="_blank" className="account-out">
            {words.open} <Icon name="it-external-link" />
          </a>{' '}
          <Link to="/banco/$body/account/registro/$id" params={{ body, id }} className="account-out">
            {registerWords.nav}
          </Link>
        </p>
      </div>
      {trouble === null ? null : (
        <Notice tone={state === 'lost' ? 'danger' : 'warning'} title={words.trouble}>
          <p>{trouble}</p>
        </Notice>
      )}
      {warnings.length === 0 ? null : (
        <Notice tone="warning" title={words.warnings}>
          <ul className="account-warnings">
            {warnings.map(({ what, text }) => (
              <li key={what}>{text}.</li>
            ))}
          </ul>
        </Notice>
      )}
      {isHead ? <AccountActs body={body} account={account} /> : <p className="small muted">{words.needsHead}</p>}
      <AccountHealth account={account} />
      <AccountCapabilities account={account} />
    </>
  );
}
