// SPDX-License-Identifier: AGPL-3.0-or-later
import './notice.scss';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Icon } from '../ui/icon.tsx';
import { accountWords } from '../words/accounts.ts';
import { accountsQuery } from './accounts.ts';

/** Above the queue, for who answers for the accounts: that some of them want to be seen to. The line is always there to be read. */
export function WarningsNotice({ body }: { readonly body: string }) {
  const accounts = useQuery(accountsQuery(body)).data?.items ?? [];
  const warned = accounts.filter(({ warnings }) => warnings.length > 0);
  const count = warned.reduce((sum, { warnings }) => sum + warnings.length, 0);
  const [first] = warned;
  return (
    <div role="status" className="accounts-notice">
      {first === undefined ? null : (
        <p>
          <Icon name="it-warning-circle" />
          <span>
            {count === 1 ? `${first.name}: ${first.warnings[0]?.text ?? ''}.` : accountWords.notice.text(count)}
          </span>
          <Link to="/banco/$body/account" params={{ body }}>
            {accountWords.notice.link}
          </Link>
        </p>
      )}
    </div>
  );
}
