// SPDX-License-Identifier: AGPL-3.0-or-later
import '../accounts.scss';
import './register.scss';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { AccountRegister } from '#accounts/contract';
import { useMandate } from '../../governance/session.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { registerWords } from '../../words/register.ts';
import { askForAccount, registerQuery, useRegisterAct } from './register.ts';

const words = registerWords.ask;
const FEWEST = 3;

/** A service asks for an account: what the policy wants to read, then what the body does. */
export function AskPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const mandate = useMandate(body);
  const register = useQuery(registerQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  return (
    <div className="page accounts">
      <Link to="/banco/$body/account/registro" params={{ body }} className="account-back">
        <Icon name="it-arrow-left" /> {registerWords.back}
      </Link>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      {mandate?.role === 'auditor' ? (
        <Empty icon="it-info-circle" title={words.readOnly} />
      ) : register.isError ? (
        <Fault title={registerWords.failed} error={register.error} onRetry={() => void register.refetch()} />
      ) : register.data === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <AskForm body={body} register={register.data} />
      )}
    </div>
  );
}

function AskForm({ body, register }: { readonly body: string; readonly register: AccountRegister }) {
  const navigate = useNavigate();
  const [network, setNetwork] = useState('');
  const [service, setService] = useState('');
  const [sort, setSort] = useState('');
  const [keeper, setKeeper] = useState('');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [sent, setSent] = useState(false);
  const asking = useRegisterAct(body, (content: Parameters<typeof askForAccount>[1]) => askForAccount(body, content), {
    done: words.done,
    after: () => void navigate({ to: '/banco/$body/account/registro', params: { body } }),
  });
  const questions = register.questions.filter((one) => one.sort === null || one.sort === sort);
  const answerTo = (label: string) => (answers[label] ?? '').trim();
  const isShort = (text: string) => text.trim().length < FEWEST;
  const isLacking =
    network === '' || keeper === '' || isShort(service) || questions.some(({ label }) => isShort(answerTo(label)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (isLacking || asking.isPending) return;
    asking.mutate({
      ...{ network, service: service.trim(), sort: sort === '' ? null : sort, keeper },
      answers: questions.map(({ label }) => ({ label, value: answerTo(label) })),
    });
  };
  const missing = (is: boolean, text: string = registerWords.required) => (sent && is ? text : undefined);
  return (
    <form onSubmit={submit} noValidate className="account-step">
      <Field id="richiesta-social" label={words.network} error={missing(network === '')}>
        {(described) => (
          <select {...described} value={network} onChange={(event) => setNetwork(event.target.value)}>
            <option value="">{words.choose}</option>
            {register.networks.map(({ network: value, label, inPolicy }) => (
              <option key={value} value={value}>
                {inPolicy ? label : words.notInPolicy(label)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        id="richiesta-servizio"
        label={words.service}
        hint={words.serviceHint}
        error={missing(isShort(service), words.short)}
      >
        {(described) => (
          <input {...described} maxLength={200} value={service} onChange={(event) => setService(event.target.value)} />
        )}
      </Field>
      {register.sorts.length === 0 ? null : (
        <Field id="richiesta-tipo" label={words.sort}>
          {(described) => (
            <select {...described} value={sort} onChange={(event) => setSort(event.target.value)}>
              <option value="">{words.anySort}</option>
              {register.sorts.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field id="richiesta-cura" label={words.keeper} hint={words.keeperHint} error={missing(keeper === '')}>
        {(described) => (
          <select {...described} value={keeper} onChange={(event) => setKeeper(event.target.value)}>
            <option value="">{words.choose}</option>
            {register.people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {questions.map(({ label, clause, inSource }, index) => (
        <Field
          key={label}
          id={`richiesta-${index}`}
          label={label}
          hint={inSource ? words.inSource(clause) : words.notInSource(clause)}
          error={missing(isShort(answerTo(label)), words.short)}
        >
          {(described) => (
            <textarea
              {...described}
              rows={3}
              maxLength={4000}
              value={answers[label] ?? ''}
              onChange={(event) => setAnswers({ ...answers, [label]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {asking.isError ? <Fault title={registerWords.notSent} error={asking.error} /> : null}
      <div className="account-acts">
        <Button look="primary" type="submit" aria-disabled={asking.isPending}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
