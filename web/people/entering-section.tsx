// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccessPage, Role } from '#governance/contract';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { accessWords } from '../words/access.ts';
import { peopleWords } from '../words/people.ts';
import { chooseByEmail, enteringQuery } from './entering.ts';
import { RuleDialog } from './entering-dialogs.tsx';

const words = accessWords.people;
const ROLES = ['head', 'moderator', 'auditor'] as const satisfies readonly Role[];

interface Props {
  readonly body: string;
  readonly isHead: boolean;
}

/** By what people of the body are known on entering: the body's own service, and of whom a second factor is wanted. */
export function EnteringSection({ body, isHead }: Props) {
  const entering = useQuery(enteringQuery(body));
  return (
    <>
      <h2>{words.title}</h2>
      {entering.isPending ? <Skeleton lines={3} /> : null}
      {entering.isError ? (
        <Fault title={peopleWords.failed} error={entering.error} onRetry={() => void entering.refetch()} />
      ) : null}
      {entering.data === undefined ? null : (
        <>
          <Provider {...{ body, isHead, provider: entering.data.provider }} />
          <Rules {...{ body, isHead, page: entering.data }} />
        </>
      )}
    </>
  );
}

function Provider({ body, isHead, provider }: Props & Pick<AccessPage, 'provider'>) {
  const queries = useQueryClient();
  const choosing = useMutation({
    mutationFn: (byEmail: boolean) => chooseByEmail(body, byEmail),
    onSuccess: (page) => queries.setQueryData(enteringQuery(body).queryKey, page),
  });
  if (provider === null)
    return (
      <dl className="people-rules">
        <div>
          <dt>{words.provider}</dt>
          <dd>{words.noProvider}</dd>
        </div>
      </dl>
    );
  const { name, issuer, redirect, acrValues, amrValues, byEmail } = provider;
  const lines = [
    { what: words.provider, says: words.providerOf(name, issuer) },
    { what: words.redirect, says: redirect },
    { what: words.shows, says: [...acrValues, ...amrValues].join(', ') },
    { what: words.byEmail, says: byEmail ? words.byEmailYes : words.byEmailNo },
  ];
  return (
    <>
      <dl className="people-rules">
        {lines.map(({ what, says }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      {isHead ? (
        <Button className="btn-sm" onClick={() => !choosing.isPending && choosing.mutate(!byEmail)}>
          {byEmail ? words.denyEmail : words.allowEmail}
        </Button>
      ) : null}
      {choosing.isError ? <Fault title={peopleWords.notDone} error={choosing.error} /> : null}
    </>
  );
}

function Rules({ body, isHead, page }: Props & { readonly page: AccessPage }) {
  const [open, setOpen] = useState<Role | null>(null);
  const sinceOf = (role: Role) => page.rules.find((rule) => rule.role === role)?.since ?? null;
  return (
    <>
      <h3>{words.rules}</h3>
      <dl className="people-rules">
        {ROLES.map((role) => {
          const since = sinceOf(role);
          return (
            <div key={role}>
              <dt>{words.roles[role]}</dt>
              <dd>
                {since === null ? words.notWanted : words.wantedFrom(since)}{' '}
                {isHead ? (
                  <Button
                    className="btn-sm"
                    aria-label={words.chooseOf(words.roles[role])}
                    onClick={() => setOpen(role)}
                  >
                    {words.choose}
                  </Button>
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
      {open === null ? null : (
        <RuleDialog {...{ body, role: open, since: sinceOf(open), onClose: () => setOpen(null) }} />
      )}
    </>
  );
}
