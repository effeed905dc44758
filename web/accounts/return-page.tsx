// SPDX-License-Identifier: AGPL-3.0-or-later
import './accounts.scss';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Returned } from '#accounts/contract';
import { announce } from '../ui/announcer.tsx';
import { Empty } from '../ui/empty.tsx';
import { Fault } from '../ui/fault.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { accountWords } from '../words/accounts.ts';
import { accountsQuery, finishConnection } from './accounts.ts';
import { ChooseAccount } from './choose-account.tsx';
import { readyFor, registerQuery } from './register/register.ts';

const words = accountWords.returning;

interface CameBack {
  readonly state: string;
  readonly code: string;
  readonly error: string;
}

/** What the network gave, out of the address at once: it is good for one use, and nobody should find it there. */
function takeCameBack(): CameBack {
  const came = new URLSearchParams(location.hash.slice(1));
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  return { state: came.get('state') ?? '', code: came.get('code') ?? '', error: came.get('error') ?? '' };
}

/** Where a person comes back to from the network. */
export function ReturnPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const register = useQuery(registerQuery(body));
  const [{ state, code, error }] = useState(takeCameBack);
  const [offered, setOffered] = useState<Extract<Returned, { choices: unknown }>>();
  useTitle(words.title, body);
  const connected = async (id: string) => {
    await queries.invalidateQueries({ queryKey: accountsQuery(body).queryKey });
    await queries.invalidateQueries({ queryKey: registerQuery(body).queryKey });
    announce(words.done);
    await navigate({ to: '/banco/$body/account/$id', params: { body, id }, replace: true });
  };
  const finishing = useMutation({
    mutationFn: () => finishConnection(body, { state, code }),
    onSuccess: (returned) => ('connected' in returned ? connected(returned.connected) : setOffered(returned)),
  });
  const { mutate } = finishing;
  useEffect(() => {
    if (code !== '') mutate();
  }, [code, mutate]);
  const again = (
    <Link to="/banco/$body/account" params={{ body }} className="btn btn-outline-primary">
      {words.again}
    </Link>
  );
  return (
    <div className="page accounts">
      <div className="page-head">
        <h1>{words.title}</h1>
      </div>
      {error !== '' ? (
        <Empty icon="it-close" title={words.refused} detail={words.refusedDetail}>
          {again}
        </Empty>
      ) : code === '' ? (
        <Empty icon="it-help-circle" title={words.nothing} detail={words.nothingDetail}>
          {again}
        </Empty>
      ) : finishing.isError ? (
        <>
          <Fault title={words.failed} error={finishing.error} />
          <p>{again}</p>
        </>
      ) : register.isError ? (
        <Fault title={words.failed} error={register.error} onRetry={() => void register.refetch()} />
      ) : offered === undefined || register.data === undefined ? (
        <>
          <p>{words.waiting}</p>
          <Skeleton lines={4} />
        </>
      ) : (
        <ChooseAccount
          body={body}
          state={state}
          choices={offered.choices}
          requests={readyFor(register.data, offered.network)}
          onConnected={connected}
        />
      )}
    </div>
  );
}
