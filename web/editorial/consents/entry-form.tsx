// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ConsentDetail, ConsentLedger, NewConsent } from '#editorial/contract';
import { networkName } from '../../moderation/channels.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { consentWords } from '../../words/consents.ts';
import { BasisFields } from './basis-fields.tsx';
import { Choices, optionsOf } from './choices.tsx';
import { calledOf, enter, keep, today } from './consents.ts';
import { signaturesFor } from './signature-rows.ts';
import { SubjectFields } from './subject-fields.tsx';

const words = consentWords.entry;

interface Props {
  readonly body: string;
  readonly ledger: ConsentLedger;
  readonly onEntered: (detail: ConsentDetail) => void;
  readonly onClose: () => void;
}

const begun = (isPublic: boolean): NewConsent => ({
  ...{ id: crypto.randomUUID(), subject: null, kind: 'person', name: '', age: 'adult', covers: ['image'] },
  ...{ purposes: [], channels: [], givenOn: today(), from: today(), until: null, form: 'written' },
  ...{ release: 'given', releaseWhy: '', basis: isPublic ? 'law' : 'consent', basisNote: '' },
  ...{ signatures: signaturesFor('person', 'adult', today()), aloneWhy: '', data: [], reference: '' },
});

/** A new ground for showing somebody, a place or an occasion. */
export function EntryForm({ body, ledger, onEntered, onClose }: Props) {
  const queries = useQueryClient();
  const isPublic = ledger.kind?.kind !== 'private';
  const [entry, setEntry] = useState(() => begun(isPublic));
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<NewConsent>) => setEntry((now) => ({ ...now, ...part }));
  const sending = useMutation({
    mutationFn: () => enter(body, cleaned(entry)),
    onSuccess: (detail) => {
      keep(queries, body, detail);
      onEntered(detail);
    },
  });
  const wrong = wrongIn(entry);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const [first] = wrong;
    if (first !== undefined) document.getElementById(first)?.focus();
    else if (!sending.isPending) sending.mutate();
  };
  const errorOf = (id: string, said: string = words.missing) => (asked && wrong.includes(id) ? said : undefined);
  return (
    <form onSubmit={submit} noValidate className="consent-form" aria-label={words.title}>
      <h2>{words.title}</h2>
      <SubjectFields entry={entry} known={knownIn(ledger)} errorOf={errorOf} onChange={change} />
      <Choices
        id="liberatoria-copre"
        legend={words.covers}
        hint={words.coversHint}
        error={errorOf('liberatoria-copre', words.chooseOne)}
        options={optionsOf(consentWords.covers).filter(
          ({ value }) => entry.kind === 'person' || (value !== 'name' && value !== 'data'),
        )}
        chosen={entry.covers}
        onChange={(covers) => change({ covers })}
      />
      {entry.covers.includes('data') ? (
        <Field id="liberatoria-dati" label={words.data} hint={words.dataHint} error={errorOf('liberatoria-dati')}>
          {(described) => (
            <textarea
              {...described}
              rows={2}
              value={entry.data.join('\n')}
              onChange={(event) => change({ data: event.target.value.split('\n') })}
            />
          )}
        </Field>
      ) : null}
      <Choices
        id="liberatoria-scopo"
        legend={words.purposes}
        error={errorOf('liberatoria-scopo', words.chooseOne)}
        options={optionsOf(consentWords.purposes)}
        chosen={entry.purposes}
        onChange={(purposes) => change({ purposes })}
      />
      <Choices
        id="liberatoria-canali"
        legend={words.channels}
        error={errorOf('liberatoria-canali', words.chooseOne)}
        options={channelsIn(ledger)}
        chosen={entry.channels}
        onChange={(channels) => change({ channels })}
      />
      <Days entry={entry} onChange={change} />
      <BasisFields entry={entry} isPublic={isPublic} onChange={change} />
      {sending.isError ? <Fault title={consentWords.notDone} error={sending.error} /> : null}
      <div className="remedies">
        <Button look="primary" type="submit" aria-disabled={sending.isPending}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}

const lines = (data: readonly string[]): string[] => data.map((line) => line.trim()).filter((line) => line !== '');

/** Ids of the parts that are not well filled, in the order of the page. */
const wrongIn = ({ subject, name, covers, data, purposes, channels }: NewConsent): readonly string[] => [
  ...(subject === null && name.trim().length < 2 ? ['liberatoria-nome'] : []),
  ...(covers.length === 0 ? ['liberatoria-copre'] : []),
  ...(covers.includes('data') && lines(data).length === 0 ? ['liberatoria-dati'] : []),
  ...(purposes.length === 0 ? ['liberatoria-scopo'] : []),
  ...(channels.length === 0 ? ['liberatoria-canali'] : []),
];

/** Without rows that nobody filled. */
const cleaned = (entry: NewConsent): NewConsent => ({
  ...entry,
  age: entry.kind === 'person' ? entry.age : null,
  data: entry.covers.includes('data') ? lines(entry.data) : [],
  signatures: entry.signatures.filter(({ name }) => name.trim().length > 1),
});

function knownIn({ items }: ConsentLedger) {
  const subjects = new Map(
    items
      .filter(({ state, name }) => state !== 'erased' && name !== null)
      .map((one) => [one.subject, { id: one.subject, kind: one.kind, called: one.name ?? calledOf(one) }]),
  );
  return [...subjects.values()];
}

/** Each network, then each of its accounts where it has several. */
function channelsIn({ accounts }: ConsentLedger): { value: string; label: string }[] {
  const networks = [...new Set(accounts.map(({ network }) => network))];
  return networks.flatMap((network) => {
    const own = accounts.filter((account) => account.network === network);
    const each = own.map(({ id, name }) => ({ value: id, label: `${networkName(network)} · ${name}` }));
    return [{ value: network, label: words.allOf(networkName(network)) }, ...(own.length > 1 ? each : [])];
  });
}

interface DaysProps {
  readonly entry: NewConsent;
  readonly onChange: (part: Partial<NewConsent>) => void;
}

function Days({ entry: { givenOn, from, until }, onChange }: DaysProps) {
  const days = [
    {
      ...{ id: 'liberatoria-raccolta', label: words.givenOn, hint: undefined, day: givenOn },
      part: (day: string) => ({ givenOn: day }),
    },
    {
      ...{ id: 'liberatoria-dal', label: words.from, hint: undefined, day: from },
      part: (day: string) => ({ from: day }),
    },
    {
      ...{ id: 'liberatoria-al', label: words.until, hint: words.untilHint, day: until ?? '' },
      part: (day: string) => ({ until: day === '' ? null : day }),
    },
  ];
  return (
    <div className="consent-days">
      {days.map(({ id, label, hint, day, part }) => (
        <Field key={id} id={id} label={label} hint={hint}>
          {(described) => (
            <input {...described} type="date" value={day} onChange={(event) => onChange(part(event.target.value))} />
          )}
        </Field>
      ))}
    </div>
  );
}
