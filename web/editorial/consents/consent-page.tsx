// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ConsentDetail, ConsentLedger } from '#editorial/contract';
import { dayWords } from '../../accounts/register/day-words.ts';
import { useMandate } from '../../governance/session.ts';
import { networkName } from '../../moderation/channels.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { copyWords, consentWords as words } from '../../words/consents.ts';
import { attach, calledOf, channelWords, consentQuery, documentAddress, keep, ledgerQuery } from './consents.ts';
import { EraseDialog, WithdrawDialog } from './end-dialogs.tsx';
import { SignDialog } from './sign-dialog.tsx';

/** One entry: what it covers, what leans on it, and taking it back. */
export function ConsentPage() {
  const { body, id } = useParams({ from: '/banco/$body/liberatorie/$id' });
  const mandate = useMandate(body);
  const consent = useQuery(consentQuery(body, id));
  const ledger = useQuery(ledgerQuery(body));
  useTitle(consent.data === undefined ? words.title : calledOf(consent.data), mandate?.bodyName ?? body);
  return (
    <div className="page editorial">
      <p>
        <Link to="/banco/$body/liberatorie" params={{ body }}>
          {words.back}
        </Link>
      </p>
      {consent.isPending ? <Skeleton lines={8} /> : null}
      {consent.isError ? (
        <Fault title={words.failed} error={consent.error} onRetry={() => void consent.refetch()} />
      ) : null}
      {consent.data === undefined || mandate === undefined ? null : (
        <Consent body={body} detail={consent.data} accounts={ledger.data?.accounts ?? []} role={mandate.role} />
      )}
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly detail: ConsentDetail;
  readonly accounts: ConsentLedger['accounts'];
  readonly role: 'auditor' | 'moderator' | 'head';
}

function Consent({ body, detail, accounts, role }: Props) {
  const [opened, setOpened] = useState<'sign' | 'withdraw' | 'erase' | null>(null);
  const { name, code, kind, age, state, lacks, withdrawal } = detail;
  const isOpen = withdrawal === null && state !== 'erased';
  return (
    <>
      <div className="page-head">
        <h1>{name ?? (state === 'erased' ? words.state.erased : words.hidden)}</h1>
        <p>
          {code} · <strong>{words.state[state]}</strong> · {age === null ? words.kinds[kind] : words.age[age]}
        </p>
      </div>
      {isOpen && lacks !== null ? <Notice tone="warning">{words.lacks(lacks)}</Notice> : null}
      {withdrawal === null ? null : <Withdrawn withdrawal={withdrawal} />}
      <Terms detail={detail} accounts={accounts} />
      <Paper body={body} detail={detail} mayRead={role !== 'auditor'} />
      <Leaning body={body} detail={detail} />
      {role === 'auditor' ? null : (
        <div className="remedies">
          {isOpen && state === 'lacking' && kind !== 'event' ? (
            <Button look="primary" onClick={() => setOpened('sign')}>
              {words.detail.sign}
            </Button>
          ) : null}
          {isOpen ? <Button onClick={() => setOpened('withdraw')}>{words.detail.withdraw}</Button> : null}
          {role === 'head' && state !== 'erased' ? (
            <Button onClick={() => setOpened('erase')}>{words.detail.erase}</Button>
          ) : null}
        </div>
      )}
      {opened === 'sign' ? <SignDialog body={body} detail={detail} onClose={() => setOpened(null)} /> : null}
      {opened === 'withdraw' ? <WithdrawDialog body={body} detail={detail} onClose={() => setOpened(null)} /> : null}
      {opened === 'erase' ? <EraseDialog body={body} detail={detail} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

function Withdrawn({ withdrawal }: { readonly withdrawal: NonNullable<ConsentDetail['withdrawal']> }) {
  const { askedBy, askedOn, how, by, at } = withdrawal;
  const { detail: said } = words;
  return (
    <Notice tone="warning">
      <p>
        {askedBy === null ? said.withdrawnHidden(dayWords(askedOn)) : said.withdrawn(askedBy, dayWords(askedOn))}{' '}
        {how === null ? null : said.how(how)}
      </p>
      <p className="small">
        {said.registered(by)} · <Moment iso={at} />
      </p>
    </Notice>
  );
}

function Terms({ detail, accounts }: Pick<Props, 'detail' | 'accounts'>) {
  const { detail: said } = words;
  const { covers, purposes, channels, givenOn, from, until, release, basis, signatures, said: written } = detail;
  const end = until === null ? words.noEnd : words.until(dayWords(until));
  const withNote = (what: string, note: string | undefined) =>
    note === undefined || note === '' ? what : `${what}: ${note}`;
  return (
    <dl className="consent-terms">
      <Term name={said.covers}>{covers.map((one) => words.covers[one]).join(', ')}</Term>
      {written === null || written.data.length === 0 ? null : <Term name={said.data}>{written.data.join('; ')}</Term>}
      <Term name={said.purposes}>{purposes.map((one) => words.purposes[one]).join(', ')}</Term>
      <Term name={said.channels}>{channelWords(channels, accounts)}</Term>
      <Term name={said.when}>{said.given(dayWords(givenOn), dayWords(from), end)}</Term>
      {detail.kind === 'premises' ? null : (
        <>
          <Term name={said.release}>{withNote(words.release[release], written?.releaseWhy)}</Term>
          <Term name={said.basis}>{withNote(words.basis[basis], written?.basisNote)}</Term>
        </>
      )}
      <Term name={said.signatures}>
        {signatures.length === 0
          ? said.noSignatures
          : signatures
              .map(({ by, name, on }) => `${words.signers[by]}${name === null ? '' : `, ${name}`}, ${dayWords(on)}`)
              .join('; ')}
        {written === null || written.aloneWhy === '' ? null : ` (${written.aloneWhy})`}
      </Term>
    </dl>
  );
}

const Term = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface PaperProps extends Pick<Props, 'body' | 'detail'> {
  readonly mayRead: boolean;
}

function Paper({ body, detail: { id, said, document: paper, state }, mayRead }: PaperProps) {
  const queries = useQueryClient();
  const attaching = useMutation({
    mutationFn: (file: File) => attach(body, id, file),
    onSuccess: (detail) => keep(queries, body, detail),
  });
  if (!mayRead || state === 'erased') return null;
  return (
    <>
      {said === null || said.reference === '' ? null : (
        <p>
          {words.detail.reference}: {said.reference}
        </p>
      )}
      {paper === null ? (
        <Field id="liberatoria-file" label={words.detail.attach}>
          {(described) => (
            <input
              {...described}
              type="file"
              accept="application/pdf,image/jpeg,image/png"
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = '';
                if (file !== undefined && !attaching.isPending) attaching.mutate(file);
              }}
            />
          )}
        </Field>
      ) : (
        <p>
          <a href={documentAddress(body, id)} download>
            {words.detail.document}
          </a>
        </p>
      )}
      {attaching.isError ? <Fault title={words.notDone} error={attaching.error} /> : null}
    </>
  );
}

function Leaning({ body, detail: { copies, drafts } }: Pick<Props, 'body' | 'detail'>) {
  const { detail: said } = words;
  return (
    <section aria-labelledby="liberatoria-copie">
      <h2 id="liberatoria-copie">{said.copies}</h2>
      {copies.length === 0 ? <p>{said.noCopies}</p> : null}
      <ul className="editorial-list">
        {copies.map((one) => (
          <li key={one.copy.id}>
            <p>
              <Link to="/banco/$body/bozze/$id" params={{ body, id: one.copy.draft }}>
                {one.title}
              </Link>{' '}
              · {networkName(one.copy.network)} · {one.copy.name}
            </p>
            <p className="small">
              <strong>{copyWords(one)}</strong>
            </p>
          </li>
        ))}
      </ul>
      {drafts.length === 0 ? null : (
        <>
          <h3>{said.drafts}</h3>
          <p className="small">{said.draftNote}</p>
          <ul>
            {drafts.map(({ id, title }) => (
              <li key={id}>
                <Link to="/banco/$body/bozze/$id" params={{ body, id }}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
