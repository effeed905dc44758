// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { AccountView } from '#accounts/contract';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { accountWords } from '../words/accounts.ts';
import { beginConnection } from './accounts.ts';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { SecretsDialog } from './secrets-dialog.tsx';

const words = accountWords.one;

interface Props {
  readonly body: string;
  readonly account: AccountView;
}

/** What the head may do with an account. */
export function AccountActs({ body, account }: Props) {
  const { id, network, state, connecting, baseUrl, warnings } = account;
  const [dialog, setDialog] = useState<'secrets' | 'disconnect'>();
  const leaving = useMutation({
    mutationFn: () => beginConnection(body, { network, account: id }),
    onSuccess: (address) => location.assign(address),
  });
  const needsWork = state !== 'connected' || warnings.length > 0;
  useHeadingWhenGone(baseUrl !== null);
  if (state === 'by-hand') return null;
  if (state === 'declaration-missing')
    return (
      <Link to="/banco/$body/account/nuovo" params={{ body }} search={{ social: network }} className="btn btn-primary">
        {words.declare}
      </Link>
    );
  return (
    <div className="account-acts">
      {connecting === 'sign-in' ? (
        <Button
          look={needsWork ? 'primary' : 'outline'}
          icon="it-refresh"
          aria-disabled={leaving.isPending}
          onClick={() => leaving.isPending || leaving.mutate()}
        >
          {words.reconnect}
        </Button>
      ) : (
        <Button look={needsWork ? 'primary' : 'outline'} onClick={() => setDialog('secrets')}>
          {baseUrl === null ? words.writeSecrets : words.rewriteSecrets}
        </Button>
      )}
      {baseUrl === null ? null : (
        <Button look="quiet" icon="it-close" onClick={() => setDialog('disconnect')}>
          {words.disconnect}
        </Button>
      )}
      {leaving.isError ? <Fault title={words.notNow} error={leaving.error} /> : null}
      {dialog === 'disconnect' ? (
        <DisconnectDialog body={body} account={id} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'secrets' ? (
        <SecretsDialog body={body} account={account} onClose={() => setDialog(undefined)} />
      ) : null}
    </div>
  );
}

/** The button that disconnects goes with the connection: the focus it had is given to the page's heading. */
function useHeadingWhenGone(isConnected: boolean): void {
  const was = useRef(isConnected);
  useEffect(() => {
    if (was.current && !isConnected) document.getElementById('account')?.focus();
    was.current = isConnected;
  }, [isConnected]);
}
