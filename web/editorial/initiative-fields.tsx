// SPDX-License-Identifier: AGPL-3.0-or-later
import { INITIATIVES, type Initiative } from '#editorial/contract';
import { Field } from '../ui/field.tsx';
import { editorialWords as words } from '../words/editorial.ts';

interface Props {
  readonly initiative: Initiative | null;
  readonly onChange: (initiative: Initiative | null) => void;
}

/** Whether the content opens a poll, a chat or a discussion, and what authorised it. */
export function InitiativeFields({ initiative, onChange }: Props) {
  const choose = (chosen: string) => {
    const kind = INITIATIVES.find((one) => one === chosen);
    onChange(kind === undefined ? null : { kind, authorisation: initiative?.authorisation ?? '' });
  };
  return (
    <>
      <Field id="bozza-iniziativa" label={words.initiative}>
        {(described) => (
          <select {...described} value={initiative?.kind ?? 'none'} onChange={(event) => choose(event.target.value)}>
            {(['none', ...INITIATIVES] as const).map((kind) => (
              <option key={kind} value={kind}>
                {words.initiativeKind[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {initiative === null ? null : (
        <Field id="bozza-autorizzazione" label={words.authorisation}>
          {(described) => (
            <input
              {...described}
              type="text"
              maxLength={300}
              value={initiative.authorisation}
              onChange={(event) => onChange({ ...initiative, authorisation: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
