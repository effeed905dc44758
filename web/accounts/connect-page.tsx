// SPDX-License-Identifier: AGPL-3.0-or-later
import './accounts.scss';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { AccountList, AccountRequestView, NetworkList, NetworkView } from '#accounts/contract';
import { useMandate } from '../governance/session.ts';
import { Empty } from '../ui/empty.tsx';
import { Fault } from '../ui/fault.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { accountWords } from '../words/accounts.ts';
import { accountsQuery, networksQuery } from './accounts.ts';
import { ApplicationStep } from './application-step.tsx';
import { DeclarationStep } from './declaration-step.tsx';
import { GoStep } from './go-step.tsx';
import { readyFor, registerQuery } from './register/register.ts';
import { RegistrationStep } from './registration-step.tsx';

const words = accountWords.connecting;

/** Connects an account, a step at a time: each shows what the one before it made possible. */
export function ConnectPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const { social, richiesta } = useSearch({ from: '/banco/$body/account/nuovo' });
  const mandate = useMandate(body);
  const networks = useQuery(networksQuery);
  const accounts = useQuery(accountsQuery(body));
  const register = useQuery(registerQuery(body));
  const failed = [networks, accounts, register].find(({ isError }) => isError);
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page accounts">
      <Link to="/banco/$body/account" params={{ body }} className="account-back">
        <Icon name="it-arrow-left" /> {accountWords.one.back}
      </Link>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {mandate !== undefined && mandate.role !== 'head' ? (
        <Empty icon="it-info-circle" title={accountWords.one.needsHead} />
      ) : failed?.error ? (
        <Fault title={accountWords.failed} error={failed.error} onRetry={() => void failed.refetch()} />
      ) : networks.data === undefined || accounts.data === undefined || register.data === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <Steps
          body={body}
          social={social}
          networks={networks.data}
          accounts={accounts.data}
          requests={readyFor(register.data, social, richiesta)}
        />
      )}
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly social: string | undefined;
  readonly networks: NetworkList;
  readonly accounts: AccountList;
  readonly requests: readonly AccountRequestView[];
}

function Steps({ body, social, networks, accounts, requests }: Props) {
  const navigate = useNavigate();
  const { items, returnAddress } = networks;
  const network = items.find((one) => one.network === social);
  return (
    <>
      <div className="account-step">
        <Field id="social-da-collegare" label={words.network} hint={words.networkHint}>
          {(described) => (
            <select
              {...described}
              value={network?.network ?? ''}
              onChange={(event) =>
                void navigate({
                  to: '/banco/$body/account/nuovo',
                  params: { body },
                  search: event.target.value === '' ? {} : { social: event.target.value },
                  replace: true,
                })
              }
            >
              <option value="">{words.choose}</option>
              {items.map((one) => (
                <option key={one.network} value={one.network}>
                  {one.label}
                </option>
              ))}
            </select>
          )}
        </Field>
        {network === undefined ? null : <p className="account-way">{words.way[network.connecting]}</p>}
      </div>
      {network === undefined ? null : (
        <OnNetwork
          key={network.network}
          body={body}
          network={network}
          ready={accounts.networks.find((one) => one.network === network.network)}
          returnAddress={returnAddress}
          requests={requests}
        />
      )}
    </>
  );
}

interface OnNetworkProps {
  readonly body: string;
  readonly network: NetworkView;
  readonly ready: AccountList['networks'][number] | undefined;
  readonly returnAddress: string;
  readonly requests: readonly AccountRequestView[];
}

function OnNetwork({ body, network, ready, returnAddress, requests }: OnNetworkProps) {
  if (network.declaration !== null && ready?.declared == null)
    return <DeclarationStep body={body} network={network.network} text={network.declaration} />;
  if (network.connecting !== 'sign-in') return <RegistrationStep body={body} network={network} requests={requests} />;
  const application = ready?.application ?? null;
  return (
    <>
      <ApplicationStep body={body} network={network} application={application} returnAddress={returnAddress} />
      {application === null ? null : <GoStep body={body} network={network} />}
    </>
  );
}
