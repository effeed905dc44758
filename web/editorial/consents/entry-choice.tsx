// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConsentView } from '#editorial/contract';
import { Field } from '../../ui/field.tsx';
import { consentWords } from '../../words/consents.ts';
import { calledOf, found, ledgerQuery } from './consents.ts';

const words = consentWords.grounds;
const MOST_SHOWN = 12;

interface Props {
  readonly body: string;
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly may: (entry: ConsentView) => boolean;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** Entries of the ledger, ticked: those chosen, and those that the search finds. */
export function EntryChoice({ body, id, legend, hint, may, chosen, onChange }: Props) {
  const { data } = useQuery(ledgerQuery(body));
  const [typed, setTyped] = useState('');
  const items = data?.items ?? [];
  const picked = items.filter((one) => chosen.includes(one.id));
  const offered = found(items, typed).filter((one) => !chosen.includes(one.id) && isGood(one) && may(one));
  return (
    <fieldset className="editorial-part">
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="field-hint">{hint}</p>}
      {data !== undefined && typed === '' && picked.length + offered.length === 0 ? (
        <p className="small">{words.noEntries}</p>
      ) : null}
      {offered.length > MOST_SHOWN || typed !== '' ? (
        <Field id={`${id}-cerca`} label={words.find}>
          {(described) => (
            <input {...described} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
      ) : null}
      {[...picked, ...offered.slice(0, MOST_SHOWN)].map((entry) => (
        <label key={entry.id} className="editorial-choice">
          <input
            type="checkbox"
            checked={chosen.includes(entry.id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, entry.id] : chosen.filter((one) => one !== entry.id))
            }
          />
          <span>
            {calledOf(entry)} · {entry.age === null ? consentWords.kinds[entry.kind] : consentWords.age[entry.age]} ·{' '}
            {consentWords.state[entry.state]}
          </span>
        </label>
      ))}
      {offered.length > MOST_SHOWN ? <p className="small">{words.more(offered.length - MOST_SHOWN)}</p> : null}
    </fieldset>
  );
}

const isGood = ({ state }: ConsentView): boolean =>
  state === 'valid' || state === 'expiring' || state === 'not-yet' || state === 'lacking';
