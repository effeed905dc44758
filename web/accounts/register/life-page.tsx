// SPDX-License-Identifier: AGPL-3.0-or-later
import '../accounts.scss';
import './register.scss';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RegisteredView } from '#accounts/contract';
import { useMandate } from '../../governance/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { registerWords } from '../../words/register.ts';
import { dayWords } from './day-words.ts';
import { Keepers } from './keepers.tsx';
import { ProfileTexts } from './profile-texts.tsx';
import { archiveAddress, registerQuery } from './register.ts';
import { StandingActs } from './standing-acts.tsx';

const words = registerWords.life;

/** One account in the register: whose it is, who runs it, what its profile says, what was done to it. */
export function LifePage() {
  const { body, id } = useParams({ from: '/banco/$body/account/registro/$id' });
  const mandate = useMandate(body);
  const register = useQuery(registerQuery(body));
  const account = register.data?.accounts.find((one) => one.id === id);
  useTitle(account?.name ?? registerWords.title, mandate?.bodyName ?? body);
  return (
    <div className="page accounts">
      <Link to="/banco/$body/account/registro" params={{ body }} className="account-back">
        <Icon name="it-arrow-left" /> {registerWords.back}
      </Link>
      {register.isPending ? <Skeleton lines={8} /> : null}
      {register.isError ? (
        <Fault title={registerWords.failed} error={register.error} onRetry={() => void register.refetch()} />
      ) : null}
      {register.data === undefined ? null : account === undefined ? (
        <Empty icon="it-help-circle" title={words.missing} />
      ) : (
        <Life
          body={body}
          account={account}
          people={register.data.people}
          isHead={mandate?.role === 'head'}
          mayCheck={mandate?.role !== 'auditor'}
        />
      )}
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly account: RegisteredView;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly isHead: boolean;
  readonly mayCheck: boolean;
}

function Life({ body, account, people, isHead, mayCheck }: Props) {
  const { id, name, label, handle, url, state, act, registeredAt, runBy, faults, archive } = account;
  return (
    <>
      <div className="page-head">
        <h1>{name}</h1>
        <p>
          {label}, {handle}{' '}
          <span className="tag" data-state={state}>
            {registerWords.accounts.state[state]}
          </span>{' '}
          <a href={url} rel="noreferrer" target="_blank" className="account-out">
            {words.open} <Icon name="it-external-link" />
          </a>{' '}
          {state === 'closed' ? null : (
            <Link to="/banco/$body/account/$id" params={{ body, id }}>
              {words.connection}
            </Link>
          )}
        </p>
      </div>
      {faults.length === 0 ? null : (
        <Notice tone="warning" title={words.faults}>
          <ul>
            {faults.map(({ text, clauses }) => (
              <li key={text}>
                {text}
                {clauses.length === 0 ? '' : ` (${words.clauses(clauses)})`}.
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <dl className="account-facts">
        <Fact name={words.act}>{act}</Fact>
        <Fact name={words.registered}>
          <Moment iso={registeredAt} />
        </Fact>
        <Fact name={words.runBy}>
          {runBy.value ?? registerWords.missing}
          {runBy.clause === null ? '' : ` (${words.clauses([runBy.clause])})`}
        </Fact>
      </dl>
      {archive === null ? null : (
        <p>
          {words.archived(archive.keptAt)}. <a href={archiveAddress(body, id)}>{words.archive}</a>
        </p>
      )}
      {state === 'closed' ? null : isHead ? (
        <StandingActs body={body} account={account} />
      ) : (
        <p className="small muted">{words.needsHead}</p>
      )}
      {state === 'closed' ? null : <Keepers body={body} account={account} people={people} mayAct={isHead} />}
      {state === 'closed' ? null : <ProfileTexts body={body} account={account} mayCheck={mayCheck} />}
      {state === 'closed' ? null : <Supervision account={account} />}
      <History account={account} />
    </>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Supervision({ account: { supervision } }: { readonly account: RegisteredView }) {
  const { lastCheck, nextOn, isDue, lastWrittenAt, silentDays, isSilent, followers } = supervision;
  return (
    <section aria-labelledby="vita-controlli">
      <h2 id="vita-controlli">{words.supervision}</h2>
      <dl className="account-facts">
        <Fact name={words.lastCheck}>
          {lastCheck === null ? (
            words.never
          ) : (
            <>
              <Moment iso={lastCheck.at} />, {lastCheck.by}
              {lastCheck.note === '' ? '' : `: ${lastCheck.note}`}
            </>
          )}
        </Fact>
        <Fact name={words.nextCheck}>
          {nextOn === null ? registerWords.missing : dayWords(nextOn)}
          {isDue ? `: ${words.due}` : ''}
        </Fact>
        <Fact name={words.lastWritten}>{lastWrittenAt === null ? words.never : <Moment iso={lastWrittenAt} />}</Fact>
        {silentDays === null ? null : (
          <Fact name={words.silence}>
            {silentDays}
            {isSilent ? `: ${words.tooSilent}` : ''}
          </Fact>
        )}
        <Fact name={words.followers}>
          {followers === null ? registerWords.missing : words.followersOn(followers.value, dayWords(followers.day))}
        </Fact>
      </dl>
    </section>
  );
}

function History({ account: { changes } }: { readonly account: RegisteredView }) {
  return (
    <section aria-labelledby="vita-storia">
      <h2 id="vita-storia">{words.history}</h2>
      {changes.length === 0 ? <p>{words.noHistory}</p> : null}
      <ul className="register-list">
        {changes.map(({ state, act, reason, by, at }) => (
          <li key={at}>
            <strong>{registerWords.accounts.state[state]}</strong>: {act}. {reason} ({by}, <Moment iso={at} />)
          </li>
        ))}
      </ul>
    </section>
  );
}
