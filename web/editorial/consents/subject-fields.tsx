// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NewConsent } from '#editorial/contract';
import { Field } from '../../ui/field.tsx';
import { consentWords } from '../../words/consents.ts';
import { optionsOf } from './choices.tsx';
import { today } from './consents.ts';
import { signaturesFor } from './signature-rows.ts';

const words = consentWords.entry;

interface Props {
  readonly entry: NewConsent;
  readonly known: readonly { readonly id: string; readonly kind: NewConsent['kind']; readonly called: string }[];
  readonly errorOf: (id: string) => string | undefined;
  readonly onChange: (part: Partial<NewConsent>) => void;
}

/** Whom or what the entry is about. */
export function SubjectFields({ entry, known, errorOf, onChange }: Props) {
  const { kind, subject, name, age } = entry;
  const ofKind = known.filter((one) => one.kind === kind);
  const become = (next: NewConsent['kind'], nextAge: NewConsent['age']) =>
    onChange({
      ...{ kind: next, age: nextAge, signatures: signaturesFor(next, nextAge, today()) },
      ...(next === kind ? {} : { subject: null, name: '', covers: ['image'] }),
      ...(next === 'event' && entry.basis === 'consent' ? { basis: 'public-event', release: 'not-needed' } : {}),
    });
  return (
    <>
      <Field id="liberatoria-tipo" label={words.kind}>
        {(described) => (
          <select
            {...described}
            value={kind}
            onChange={(event) => {
              const next = event.target.value as NewConsent['kind'];
              become(next, next === 'person' ? 'adult' : null);
            }}
          >
            {optionsOf(consentWords.kinds).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {ofKind.length === 0 ? null : (
        <Field id="liberatoria-di" label={words.known}>
          {(described) => (
            <select
              {...described}
              value={subject ?? ''}
              onChange={(event) => onChange({ subject: event.target.value === '' ? null : event.target.value })}
            >
              <option value="">{words.someoneNew}</option>
              {ofKind.map(({ id, called }) => (
                <option key={id} value={id}>
                  {called}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {subject === null ? (
        <Field id="liberatoria-nome" label={words.name[kind]} hint={words.nameHint} error={errorOf('liberatoria-nome')}>
          {(described) => (
            <input
              {...described}
              type="text"
              maxLength={200}
              value={name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {kind === 'person' ? (
        <Field id="liberatoria-eta" label={words.age}>
          {(described) => (
            <select
              {...described}
              value={age ?? 'adult'}
              onChange={(event) => become(kind, event.target.value as NewConsent['age'])}
            >
              {optionsOf(consentWords.age).map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
    </>
  );
}
