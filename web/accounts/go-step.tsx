// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import type { NetworkView } from '#accounts/contract';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { accountWords } from '../words/accounts.ts';
import { beginConnection } from './accounts.ts';

const words = accountWords.connecting.scopes;

/** What will be asked of the person on the network, and the way there. */
export function GoStep({ body, network }: { readonly body: string; readonly network: NetworkView }) {
  const leaving = useMutation({
    mutationFn: () => beginConnection(body, { network: network.network, account: null }),
    onSuccess: (address) => location.assign(address),
  });
  return (
    <section className="account-step" aria-labelledby="permessi">
      <h2 id="permessi">{words.title}</h2>
      <p>{words.explain}</p>
      <dl className="account-scopes">
        {Object.entries(network.scopes).map(([scope, why]) => (
          <div key={scope}>
            <dt>
              <code>{scope}</code>
            </dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
      {leaving.isError ? <Fault title={words.failed} error={leaving.error} /> : null}
      <div className="account-acts">
        <Button
          look="primary"
          icon="it-external-link"
          aria-disabled={leaving.isPending}
          onClick={() => leaving.isPending || leaving.mutate()}
        >
          {words.go(network.label)}
        </Button>
      </div>
    </section>
  );
}
