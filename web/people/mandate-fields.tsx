// SPDX-License-Identifier: AGPL-3.0-or-later
import { CAPACITIES, type Capacity, type PeoplePage, ROLE_OF } from '#governance/contract';
import { it } from '../it.ts';
import { Field, FieldError } from '../ui/field.tsx';
import { peopleWords } from '../words/people.ts';
import type { ActDraft, MandateDraft, Wrong } from './mandate-draft.ts';

const words = peopleWords.mandate;

interface ActProps {
  readonly draft: ActDraft;
  readonly wrong: Wrong;
  /** Who gives mandates, as the policy calls them. */
  readonly authorities: readonly string[];
  readonly onChange: (draft: ActDraft) => void;
}

/** The act: number, day, and whose it is. */
export function ActFields({ draft, wrong, authorities, onChange }: ActProps) {
  const fields = [
    { id: 'atto-numero', key: 'number', label: words.number, type: 'text' },
    { id: 'atto-data', key: 'on', label: words.on, type: 'date' },
    { id: 'atto-autorita', key: 'authority', label: words.authority, type: 'text' },
  ] as const;
  return (
    <>
      {fields.map(({ id, key, label, type }) => (
        <Field
          key={id}
          id={id}
          label={label}
          error={wrong[id]}
          hint={key === 'authority' && authorities.length > 0 ? words.authorityHint(authorities) : undefined}
        >
          {(described) => (
            <input
              {...described}
              type={type}
              maxLength={120}
              value={draft[key]}
              onChange={({ target }) => onChange({ ...draft, [key]: target.value })}
            />
          )}
        </Field>
      ))}
    </>
  );
}

interface Props {
  readonly page: Pick<PeoplePage, 'accounts' | 'rules'>;
  readonly draft: MandateDraft;
  readonly wrong: Wrong;
  readonly onChange: (draft: MandateDraft) => void;
}

/** In which part, by which act, until when and where. */
export function MandateFields({ page, draft, wrong, onChange }: Props) {
  const { capacity } = draft;
  const offices = [...new Set([...page.rules.owners, ...page.rules.enabledBy].map(({ office }) => office))];
  const set = (change: Partial<MandateDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <Field id="incarico-veste" label={words.capacity} hint={peopleWords.can[capacity]}>
        {(described) => (
          <select
            {...described}
            value={capacity}
            onChange={({ target }) => set({ capacity: target.value as Capacity })}
          >
            {CAPACITIES.map((one) => (
              <option key={one} value={one}>
                {peopleWords.role[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="incarico-ufficio" label={words.office} error={wrong['incarico-ufficio']}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={120}
            list="incarico-uffici"
            value={draft.office}
            onChange={({ target }) => set({ office: target.value })}
          />
        )}
      </Field>
      <datalist id="incarico-uffici">
        {offices.map((office) => (
          <option key={office} value={office} />
        ))}
      </datalist>
      <fieldset className="ladder-choices">
        <legend className="visually-hidden">{words.capacity}</legend>
        {capacity === 'supplier' ? null : (
          <Tick label={words.external} checked={draft.external} onChange={(external) => set({ external })} />
        )}
        {capacity === 'director' ? (
          <>
            <Tick label={words.delegate} checked={draft.delegate} onChange={(delegate) => set({ delegate })} />
            <Tick
              label={words.coordinates}
              checked={draft.coordinates}
              onChange={(coordinates) => set({ coordinates })}
            />
          </>
        ) : null}
        <Tick label={words.waiting} checked={draft.waiting} onChange={(waiting) => set({ waiting })} />
      </fieldset>
      {draft.waiting ? null : (
        <ActFields
          draft={draft.act}
          wrong={wrong}
          authorities={page.rules.authorities.map(({ by }) => by)}
          onChange={(act) => set({ act })}
        />
      )}
      <Field id="incarico-fine" label={words.until} hint={words.untilHint} error={wrong['incarico-fine']}>
        {(described) => (
          <input
            {...described}
            type="datetime-local"
            value={draft.until}
            onChange={({ target }) => set({ until: target.value })}
          />
        )}
      </Field>
      {ROLE_OF[capacity] === 'head' ? null : <Where page={page} draft={draft} wrong={wrong} onChange={onChange} />}
    </>
  );
}

function Where({ page: { accounts }, draft, wrong, onChange }: Props) {
  const error = wrong['incarico-dove'];
  const networks = [...new Set(accounts.map(({ network }) => network))];
  if (accounts.length === 0) return null;
  return (
    <fieldset
      className="ladder-choices"
      {...(error === undefined ? {} : { 'aria-describedby': 'incarico-dove-error' })}
    >
      <legend>{words.where}</legend>
      {[false, true].map((limited) => (
        <label key={String(limited)}>
          <input
            type="radio"
            name="incarico-dove"
            id={limited ? 'incarico-dove' : 'incarico-ovunque'}
            checked={draft.limited === limited}
            onChange={() => onChange({ ...draft, limited })}
          />
          <span>{limited ? words.whereSome : words.whereAll}</span>
        </label>
      ))}
      {draft.limited
        ? networks.map((network) => (
            <Tick
              key={network}
              label={words.wholeNetwork(it.network[network] ?? network)}
              checked={draft.networks.includes(network)}
              onChange={() => onChange({ ...draft, networks: toggled(draft.networks, network) })}
            />
          ))
        : null}
      {draft.limited
        ? accounts.map(({ id, network, name }) => (
            <Tick
              key={id}
              label={`${name} (${it.network[network] ?? network})`}
              checked={draft.accounts.includes(id)}
              onChange={() => onChange({ ...draft, accounts: toggled(draft.accounts, id) })}
            />
          ))
        : null}
      {error === undefined ? null : <FieldError id="incarico-dove-error" text={error} />}
    </fieldset>
  );
}

const toggled = (all: readonly string[], one: string): readonly string[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  );
}
