// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DraftContent, RELIABILITIES } from '#editorial/contract';
import { Field } from '../ui/field.tsx';
import { publishingWords as words } from '../words/publishing.ts';

interface Props {
  readonly shared: DraftContent['shared'];
  readonly onChange: (shared: DraftContent['shared']) => void;
}

/** Whether it is somebody else's content that is passed on, and how far its source can be trusted. */
export function SharedFields({ shared, onChange }: Props) {
  const choose = (chosen: string) => onChange({ reliability: RELIABILITIES.find((one) => one === chosen) ?? null });
  return (
    <>
      <label className="editorial-choice">
        <input
          type="checkbox"
          checked={shared !== null}
          onChange={(event) => onChange(event.target.checked ? { reliability: null } : null)}
        />
        <span>{words.shared}</span>
      </label>
      {shared === null ? null : (
        <div className="editorial-variant">
          <Field id="bozza-attendibile" label={words.reliability} hint={words.credit}>
            {(described) => (
              <select
                {...described}
                value={shared.reliability ?? 'none'}
                onChange={(event) => choose(event.target.value)}
              >
                {(['none', ...RELIABILITIES] as const).map((one) => (
                  <option key={one} value={one}>
                    {words.reliabilityWords[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
    </>
  );
}
