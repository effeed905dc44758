// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { type Grounds, type MediaUse, NO_GROUNDS } from '#editorial/contract';
import { Field } from '../../ui/field.tsx';
import { consentWords } from '../../words/consents.ts';
import { optionsOf } from './choices.tsx';
import { ledgerQuery } from './consents.ts';
import { EntryChoice } from './entry-choice.tsx';

const words = consentWords.grounds;

interface Props {
  readonly body: string;
  readonly index: number;
  readonly use: MediaUse;
  readonly onChange: (part: Partial<MediaUse>) => void;
}

interface PartProps {
  readonly id: (part: string) => string;
  readonly grounds: Grounds;
  readonly onChange: (part: Partial<Grounds>) => void;
}

/** Beside a picture: whom it shows and by whose leave, and whose it is. */
export function GroundsFields({ body, index, use, onChange }: Props) {
  const grounds = use.grounds ?? NO_GROUNDS;
  const change = (part: Partial<Grounds>) => onChange({ grounds: { ...grounds, ...part } });
  const id = (part: string) => `bozza-${part}-${index}`;
  return (
    <>
      <PeopleFields id={id} grounds={grounds} onChange={change} />
      <PlaceFields body={body} id={id} grounds={grounds} onChange={change} />
      {(grounds.seen ?? 0) > 0 || grounds.premises === true ? (
        <EntryChoice
          body={body}
          id={id('basi')}
          legend={words.bases}
          may={({ kind, covers }) => kind === 'premises' || covers.includes('image')}
          chosen={grounds.bases}
          onChange={(bases) => change({ bases })}
        />
      ) : null}
      <RightsFields id={id} grounds={grounds} onChange={change} />
    </>
  );
}

const countOf = (typed: string): number | null => {
  const count = Number.parseInt(typed, 10);
  return Number.isNaN(count) || count < 0 ? null : Math.min(count, 999);
};

function PeopleFields({ id, grounds: { seen, minors, purpose }, onChange }: PartProps) {
  const some = (seen ?? 0) > 0;
  return (
    <div className="consent-days">
      <Field id={id('quante')} label={words.seen} hint={words.seenHint}>
        {(described) => (
          <input
            {...described}
            type="number"
            min={0}
            max={999}
            inputMode="numeric"
            value={seen ?? ''}
            onChange={(event) => onChange({ seen: countOf(event.target.value) })}
          />
        )}
      </Field>
      {some ? (
        <Field id={id('minori')} label={words.minors}>
          {(described) => (
            <input
              {...described}
              type="number"
              min={0}
              max={999}
              inputMode="numeric"
              value={minors ?? ''}
              onChange={(event) => onChange({ minors: countOf(event.target.value) })}
            />
          )}
        </Field>
      ) : null}
      {some ? (
        <Field id={id('scopo')} label={words.purpose}>
          {(described) => (
            <select
              {...described}
              value={purpose ?? ''}
              onChange={(event) =>
                onChange({ purpose: event.target.value === '' ? null : (event.target.value as Grounds['purpose']) })
              }
            >
              <option value="">{words.unsaid}</option>
              {optionsOf(consentWords.purposes).map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
    </div>
  );
}

/** Only where the policy speaks of places, or of circumstances in which nobody is asked. */
function PlaceFields({ body, id, grounds, onChange }: PartProps & { readonly body: string }) {
  const { data } = useQuery(ledgerQuery(body));
  const { premises, circumstance, event } = grounds;
  const exceptions = data?.asks.exceptions ?? [];
  return (
    <>
      {data === undefined || data.asks.premises === null ? null : (
        <Field id={id('luogo')} label={words.premises}>
          {(described) => (
            <select
              {...described}
              value={premises === null ? '' : premises ? 'sì' : 'no'}
              onChange={({ target: { value } }) => onChange({ premises: value === '' ? null : value === 'sì' })}
            >
              <option value="">{words.unsaid}</option>
              <option value="sì">{words.yes}</option>
              <option value="no">{words.no}</option>
            </select>
          )}
        </Field>
      )}
      {exceptions.length === 0 ? null : (
        <Field id={id('eccezione')} label={words.circumstance}>
          {(described) => (
            <select
              {...described}
              value={circumstance}
              onChange={({ target: { value } }) => onChange({ circumstance: value })}
            >
              <option value="">{words.noCircumstance}</option>
              {exceptions.map((one) => (
                <option key={one.words} value={one.words}>
                  {one.words} ({one.clause})
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {circumstance === '' ? null : (
        <Line id={id('evento')} label={words.event} value={event} onChange={(said) => onChange({ event: said })} />
      )}
    </>
  );
}

function RightsFields({ id, grounds: { rights, holder, licence, proof, internal }, onChange }: PartProps) {
  return (
    <>
      <Field id={id('diritti')} label={words.rights}>
        {(described) => (
          <select
            {...described}
            value={rights ?? ''}
            onChange={(event) =>
              onChange({ rights: event.target.value === '' ? null : (event.target.value as Grounds['rights']) })
            }
          >
            <option value="">{words.unsaid}</option>
            {optionsOf(words.right).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Line
        id={id('titolare')}
        label={words.holder}
        hint={words.holderHint}
        value={holder}
        onChange={(said) => onChange({ holder: said })}
      />
      {rights === 'creative-commons' || rights === 'licensed' ? (
        <Line
          id={id('licenza')}
          label={words.licence}
          hint={words.licenceHint}
          value={licence}
          onChange={(said) => onChange({ licence: said })}
        />
      ) : null}
      {rights === 'licensed' ? (
        <Line id={id('prova')} label={words.proof} value={proof} onChange={(said) => onChange({ proof: said })} />
      ) : null}
      <label className="editorial-choice">
        <input type="checkbox" checked={internal} onChange={(event) => onChange({ internal: event.target.checked })} />
        <span>{words.internal}</span>
      </label>
    </>
  );
}

interface LineProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Line({ id, label, hint, value, onChange }: LineProps) {
  return (
    <Field id={id} label={label} hint={hint}>
      {(described) => (
        <input
          {...described}
          type="text"
          maxLength={120}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
