// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConsentLedger, ConsentView } from '#editorial/contract';
import { dayWords } from '../../accounts/register/day-words.ts';
import { useMandate } from '../../governance/session.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { consentWords as words } from '../../words/consents.ts';
import { calledOf, found, ledgerQuery, sayKind } from './consents.ts';
import { EntryForm } from './entry-form.tsx';
import { OwnPosting } from './own-posting.tsx';

/** On which grounds the body shows people and places. */
export function ConsentsPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const ledger = useQuery(ledgerQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page editorial">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {mandate?.role === 'auditor' ? <Notice>{words.readOnly}</Notice> : null}
      {ledger.isPending ? <Skeleton lines={8} /> : null}
      {ledger.isError ? (
        <Fault title={words.failed} error={ledger.error} onRetry={() => void ledger.refetch()} />
      ) : null}
      {ledger.data === undefined || mandate === undefined ? null : (
        <Ledger body={body} ledger={ledger.data} role={mandate.role} />
      )}
    </div>
  );
}

interface Props {
  readonly body: string;
  readonly ledger: ConsentLedger;
  readonly role: 'auditor' | 'moderator' | 'head';
}

function Ledger({ body, ledger, role }: Props) {
  const navigate = useNavigate();
  const [entering, setEntering] = useState(false);
  const writes = role !== 'auditor';
  return (
    <>
      <KindOfBody body={body} ledger={ledger} isHead={role === 'head'} />
      <Asks asks={ledger.asks} />
      {writes && !entering ? (
        <Button look="primary" icon="it-plus" onClick={() => setEntering(true)}>
          {words.add}
        </Button>
      ) : null}
      {entering ? (
        <EntryForm
          body={body}
          ledger={ledger}
          onEntered={({ id }) => void navigate({ to: '/banco/$body/liberatorie/$id', params: { body, id } })}
          onClose={() => setEntering(false)}
        />
      ) : (
        <Entries body={body} items={ledger.items} />
      )}
      {ledger.asks.own.shows.length === 0 || entering ? null : <OwnPosting body={body} asks={ledger.asks.own} />}
    </>
  );
}

function KindOfBody({ body, ledger: { kind }, isHead }: Omit<Props, 'role'> & { readonly isHead: boolean }) {
  const queries = useQueryClient();
  const saying = useMutation({
    mutationFn: (chosen: 'public' | 'private') => sayKind(body, chosen),
    onSuccess: (ledger) => queries.setQueryData(ledgerQuery(body).queryKey, ledger),
  });
  const say = (chosen: 'public' | 'private') => !saying.isPending && saying.mutate(chosen);
  const { kind: said } = words;
  return (
    <Notice tone={kind === null ? 'warning' : 'info'}>
      <p>{kind === null ? said.missing : `${said[kind.kind]} ${said.by(kind.by)}`}</p>
      {isHead ? (
        <div className="remedies">
          {kind?.kind === 'public' ? null : (
            <Button className="btn-sm" aria-disabled={saying.isPending} onClick={() => say('public')}>
              {said.sayPublic}
            </Button>
          )}
          {kind?.kind === 'private' ? null : (
            <Button className="btn-sm" aria-disabled={saying.isPending} onClick={() => say('private')}>
              {said.sayPrivate}
            </Button>
          )}
        </div>
      ) : null}
      {saying.isError ? <Fault title={words.notDone} error={saying.error} /> : null}
    </Notice>
  );
}

function Asks({ asks: { people, premises } }: { readonly asks: ConsentLedger['asks'] }) {
  const { asks: said, asked } = words;
  if (people === null && premises === null) return <p className="small">{said.nothing}</p>;
  return (
    <>
      {people === null ? null : (
        <p className="small">{said.people(people.of, asked[people.form ?? ''] ?? said.noForm, people.clause)}</p>
      )}
      {premises === null ? null : <p className="small">{said.premises(premises.of, premises.clause)}</p>}
    </>
  );
}

type Shown = keyof typeof words.shown;
const ENDED: readonly ConsentView['state'][] = ['withdrawn', 'expired', 'erased'];
const IS_SHOWN: Readonly<Record<Shown, (state: ConsentView['state']) => boolean>> = {
  all: () => true,
  soon: (state) => state === 'expiring',
  lacking: (state) => state === 'lacking',
  ended: (state) => ENDED.includes(state),
};

function Entries({ body, items }: { readonly body: string; readonly items: readonly ConsentView[] }) {
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const listed = found(items, typed).filter(({ state }) => IS_SHOWN[shown](state));
  return (
    <section aria-labelledby="liberatorie-voci">
      <h2 id="liberatorie-voci">{words.list}</h2>
      {items.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div className="consent-search">
          <Field id="liberatorie-cerca" label={words.search} hint={words.searchHint}>
            {(described) => (
              <input {...described} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
            )}
          </Field>
          <Field id="liberatorie-mostra" label={words.show}>
            {(described) => (
              <select {...described} value={shown} onChange={(event) => setShown(event.target.value as Shown)}>
                {Object.entries(words.shown).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      {items.length > 0 && listed.length === 0 ? <p>{words.noneFound}</p> : null}
      <ul className="editorial-list">
        {listed.map((entry) => (
          <Row key={entry.id} body={body} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function Row({ body, entry }: { readonly body: string; readonly entry: ConsentView }) {
  const { id, kind, age, state, until, lacks, warned } = entry;
  return (
    <li>
      <p>
        <Link to="/banco/$body/liberatorie/$id" params={{ body, id }}>
          {calledOf(entry)}
        </Link>
      </p>
      <p className="small">
        <strong>{words.state[state]}</strong> · {age === null ? words.kinds[kind] : words.age[age]} ·{' '}
        {until === null ? words.noEnd : words.until(dayWords(until))}
      </p>
      {state === 'lacking' && lacks !== null ? <p className="small">{words.lacks(lacks)}</p> : null}
      {state === 'expiring' && warned !== null ? (
        <p className="small">
          <Icon name="it-warning-circle" /> {words.warned(warned.copies)}
        </p>
      ) : null}
    </li>
  );
}
