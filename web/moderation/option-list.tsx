// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DecisionKind, Option } from '#moderation/contract';
import { it } from '../it.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { usePreference } from '../ui/preferences.ts';
import { DECISION_KEYS } from './decision-keys.ts';
import { decisionName } from './decision-name.ts';

interface Props {
  readonly options: readonly Option[];
  readonly chosen: DecisionKind | null;
  readonly onChoose: (option: Option) => void;
}

const words = it.deciding;

/** The decisions, each with what it will do on this network before it is taken. */
export function OptionList({ options, chosen, onChoose }: Props) {
  const [shortcuts] = usePreference('shortcuts');
  return (
    <fieldset className="options">
      <legend>{words.choose}</legend>
      {options.map((option) => (
        <div key={option.kind} className="option" data-available={option.available}>
          <label>
            <input
              type="radio"
              name="decisione"
              value={option.kind}
              checked={option.kind === chosen && option.available}
              disabled={!option.available}
              aria-describedby={`effetto-${option.kind}`}
              onChange={() => onChoose(option)}
              {...(shortcuts ? { 'aria-keyshortcuts': DECISION_KEYS[option.kind] } : {})}
            />
            <span className="option-name">{decisionName(option)}</span>
            <Remark option={option} />
            {option.available ? <KeyHint name={DECISION_KEYS[option.kind].toUpperCase()} /> : null}
          </label>
          <p id={`effetto-${option.kind}`} hidden={option.available && option.kind !== chosen}>
            {option.effect}
          </p>
        </div>
      ))}
    </fieldset>
  );
}

function Remark({ option }: { readonly option: Option }) {
  if (!option.available) return <span className="tag">{words.unavailable}</span>;
  if (option.how === 'by-hand') return <span className="tag">{words.byHand}</span>;
  return option.undoable || option.how === 'none' ? null : <span className="tag">{words.final}</span>;
}
