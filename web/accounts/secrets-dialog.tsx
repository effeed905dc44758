// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountView } from '#accounts/contract';
import { announce } from '../ui/announcer.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fault } from '../ui/fault.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { accountWords } from '../words/accounts.ts';
import { accountsQuery, networksQuery, writeSecrets } from './accounts.ts';
import { SecretsForm } from './secrets-form.tsx';

const words = accountWords.secrets;

interface Props {
  readonly body: string;
  readonly account: AccountView;
  readonly onClose: () => void;
}

/** Writes the secrets of an account down, anew or over those already there. */
export function SecretsDialog({ body, account, onClose }: Props) {
  const queries = useQueryClient();
  const networks = useQuery(networksQuery);
  const network = networks.data?.items.find((one) => one.network === account.network);
  const names = Object.keys(network?.secrets ?? {});
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.explain}</p>
      {networks.isPending ? <Skeleton lines={4} /> : null}
      {networks.isError ? <Fault title={accountWords.failed} error={networks.error} /> : null}
      {network === undefined ? null : (
        <SecretsForm
          secrets={network.secrets}
          baseUrl={account.baseUrl ?? network.address ?? ''}
          kept={account.baseUrl === null ? [] : names}
          words={words}
          send={(secrets) => writeSecrets(body, account.id, secrets)}
          onSaved={(list) => {
            queries.setQueryData(accountsQuery(body).queryKey, list);
            announce(words.done);
            onClose();
          }}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}
