// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountList, NetworkView } from '#accounts/contract';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { accountWords } from '../words/accounts.ts';
import { accountsQuery, setApplication } from './accounts.ts';
import { SecretsForm } from './secrets-form.tsx';

const words = accountWords.connecting.application;

interface Props {
  readonly body: string;
  readonly network: NetworkView;
  /** What is kept of it; null: nothing yet. */
  readonly application: AccountList['networks'][number]['application'];
  /** Where the network sends people back to. */
  readonly returnAddress: string;
}

/** What the network knows the desk by. */
export function ApplicationStep({ body, network, application, returnAddress }: Props) {
  const queries = useQueryClient();
  const [changing, setChanging] = useState(false);
  return (
    <section className="account-step" aria-labelledby="applicazione">
      <h2 id="applicazione">{words.title}</h2>
      <p>{words.explain}</p>
      <dl className="account-facts">
        <div>
          <dt>{words.returnAddress}</dt>
          <dd>
            <code>{returnAddress}</code>
          </dd>
        </div>
      </dl>
      {application !== null && !changing ? (
        <p>
          {words.ready}{' '}
          <Button look="quiet" onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        </p>
      ) : (
        <SecretsForm
          secrets={network.secrets}
          baseUrl={application?.baseUrl ?? network.address ?? ''}
          kept={application?.set ?? []}
          words={words}
          send={(secrets) => setApplication(body, network.network, secrets)}
          onSaved={(list) => {
            queries.setQueryData(accountsQuery(body).queryKey, list);
            setChanging(false);
            announce(words.done);
          }}
        />
      )}
    </section>
  );
}
