// SPDX-License-Identifier: AGPL-3.0-or-later
import '../accounts.scss';
import './register.scss';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { AccountRegister, RegisteredView } from '#accounts/contract';
import { useMandate } from '../../governance/session.ts';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { registerWords as words } from '../../words/register.ts';
import { dayWords } from './day-words.ts';
import { Impostors } from './impostors.tsx';
import { registerQuery } from './register.ts';
import { Requests } from './requests.tsx';
import { Terms } from './terms.tsx';

/** The register of the body's accounts: requests, accounts, impostors, and what the policy wants of them. */
export function RegisterPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const register = useQuery(registerQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  const role = mandate?.role ?? 'auditor';
  return (
    <div className="page accounts">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <p>
          <a href={`/policy/${body}/account`} className="account-out">
            {words.publicList}
          </a>{' '}
          <a href={`/policy/${body}/account.json`} className="account-out">
            {words.publicData}
          </a>
        </p>
      </div>
      {role === 'auditor' ? null : (
        <Link to="/banco/$body/account/registro/richiesta" params={{ body }} className="btn btn-primary">
          <Icon name="it-plus" />
          {words.ask.link}
        </Link>
      )}
      {register.isPending ? <Skeleton lines={8} /> : null}
      {register.isError ? (
        <Fault title={words.failed} error={register.error} onRetry={() => void register.refetch()} />
      ) : null}
      {register.data === undefined ? null : <Register body={body} register={register.data} role={role} />}
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly register: AccountRegister;
  readonly role: 'auditor' | 'moderator' | 'head';
}

function Register({ body, register, role }: Props) {
  const { accounts, impostors, networks, requests } = register;
  return (
    <>
      <Requests body={body} requests={requests} role={role} />
      <section aria-labelledby="registro-account">
        <h2 id="registro-account">{words.accounts.title}</h2>
        {accounts.length === 0 ? <p>{words.accounts.none}</p> : <Accounts body={body} accounts={accounts} />}
      </section>
      <Impostors body={body} impostors={impostors} networks={networks} mayAct={role !== 'auditor'} />
      <Terms body={body} register={register} isHead={role === 'head'} />
    </>
  );
}

function Accounts({ body, accounts }: { readonly body: string; readonly accounts: readonly RegisteredView[] }) {
  const { columns, ...said } = words.accounts;
  return (
    <table className="record">
      <caption className="visually-hidden">{said.title}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ id, name, label, state, keepers, faults, supervision }) => (
          <tr key={id}>
            <td>
              <Link to="/banco/$body/account/registro/$id" params={{ body, id }} className="account-name">
                {name}
              </Link>
              <span className="muted small"> {label}</span>
            </td>
            <td>
              <span className="tag" data-state={state}>
                {said.state[state]}
              </span>
            </td>
            <td data-column={columns.keepers}>
              {keepers.length === 0 ? said.nobody : keepers.map((one) => one.name).join(', ')}
            </td>
            <td data-column={columns.check}>
              {state === 'closed'
                ? '–'
                : supervision.nextOn === null
                  ? said.noInterval
                  : supervision.isDue
                    ? said.due(dayWords(supervision.nextOn))
                    : dayWords(supervision.nextOn)}
            </td>
            <td data-column={columns.order}>
              {faults.length === 0 && !supervision.isSilent ? said.inOrder : null}
              {faults.length === 0 ? null : (
                <span className="account-watch">
                  <Icon name="it-warning-circle" />
                  {said.faults(faults.length)}
                </span>
              )}
              {supervision.isSilent && supervision.silentDays !== null ? (
                <span className="account-watch">
                  <Icon name="it-warning-circle" />
                  {said.silent(supervision.silentDays)}
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
