// SPDX-License-Identifier: AGPL-3.0-or-later
import { MISSING_WORDS } from '#policy';
import { editorWords } from '../../words/policy-editor.ts';
import { type ControlProps, written } from './control.ts';
import {
  DAY_NAMES,
  KIND_NAMES,
  NETWORK_NAMES,
  type NetworkChoice,
  readCategories,
  readDays,
  readKinds,
  readNetworks,
  writeCategories,
  writeNames,
  writeNetworks,
} from './values.ts';

const words = editorWords.form;

export function ChoiceControl({ id, field, raw = '', onWrite, described }: ControlProps) {
  const options = field.field.kind === 'choice' ? field.field.options : [];
  const known = [...options, ...(field.mayBeMissing ? [MISSING_WORDS] : [])];
  return (
    <select id={id} {...described} value={raw} onChange={(event) => onWrite(written(field, event.target.value))}>
      {field.required && raw !== '' ? null : <option value="">{words.notSaid}</option>}
      {known.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
      {raw === '' || known.includes(raw) ? null : <option value={raw}>{words.unreadable(raw)}</option>}
    </select>
  );
}

interface Named {
  readonly name: string;
  readonly label: string;
}

/** Boxes to tick; names that nobody knows stay ticked as they are. */
function Boxes(props: {
  readonly id: string;
  readonly all: readonly Named[];
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
}) {
  const { id, all, chosen, onChoose } = props;
  const unknown = chosen.filter((name) => all.every((each) => each.name !== name));
  const shown = [...all, ...unknown.map((name) => ({ name, label: words.unreadable(name) }))];
  const toggle = (name: string, on: boolean) =>
    onChoose(on ? [...chosen, name] : chosen.filter((each) => each !== name));
  return (
    <div className="boxes">
      {shown.map(({ name, label }) => (
        <label key={name} className="check" htmlFor={`${id}-${name}`}>
          <input
            id={`${id}-${name}`}
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={(event) => toggle(name, event.target.checked)}
          />{' '}
          {label}
        </label>
      ))}
    </div>
  );
}

const plain = (names: readonly string[]): readonly Named[] => names.map((name) => ({ name, label: name }));

export function CategoriesControl({ id, field, raw = '', onWrite, categories }: ControlProps) {
  const chosen = readCategories(raw);
  return (
    <details className="categories">
      <summary>
        {chosen.length === 0
          ? words.notSaid
          : chosen.map((name) => categories.find((each) => each.name === name)?.label ?? name).join(', ')}
      </summary>
      <Boxes
        id={id}
        all={categories}
        chosen={chosen}
        onChoose={(names) => onWrite(written(field, writeCategories(names)))}
      />
    </details>
  );
}

/** Several of a closed list. */
export function NamesControl({ id, field, raw = '', onWrite }: ControlProps) {
  const options = field.field.kind === 'names' ? field.field.options : [];
  const chosen = readCategories(raw);
  const choose = (names: readonly string[]) => {
    const known = options.filter((name) => names.includes(name));
    onWrite(written(field, writeNames([...known, ...names.filter((name) => !options.includes(name))])));
  };
  return <Boxes id={id} all={plain(options)} chosen={chosen} onChoose={choose} />;
}

export function KindsControl({ id, field, raw = '', onWrite }: ControlProps) {
  const chosen = readKinds(raw) ?? [];
  const choose = (names: readonly string[]) =>
    onWrite(written(field, writeNames(KIND_NAMES.filter((name) => names.includes(name)))));
  return <Boxes id={id} all={plain(KIND_NAMES)} chosen={chosen} onChoose={choose} />;
}

export function DaysControl({ id, field, raw = '', onWrite }: ControlProps) {
  const chosen = readDays(raw) ?? [];
  const choose = (names: readonly string[]) => {
    const days = DAY_NAMES.filter((name) => names.includes(name));
    onWrite(written(field, days.length === DAY_NAMES.length ? 'tutti i giorni' : writeNames(days)));
  };
  return <Boxes id={id} all={plain(DAY_NAMES)} chosen={chosen} onChoose={choose} />;
}

export function NetworksControl({ id, field, raw, onWrite, described }: ControlProps) {
  const { field: kind } = field;
  const read = readNetworks(raw ?? '') ?? { mode: 'these', names: [] };
  const choice: NetworkChoice | null = raw === undefined ? null : read;
  const write = (next: NetworkChoice) => onWrite(written(field, writeNetworks(next)));
  const modes: readonly (readonly [string, string])[] = [
    ...(field.required ? [] : [['', words.notSaid] as const]),
    ...(kind.kind === 'networks' && kind.all ? [['all', words.allNetworks] as const] : []),
    ...(kind.kind === 'networks' && kind.none ? [['none', words.noNetwork] as const] : []),
    ['these', words.theseNetworks],
    ...(kind.kind === 'networks' && kind.all ? [['but', words.butNetworks] as const] : []),
  ];
  const choose = (mode: string) => {
    if (mode === '') onWrite(undefined);
    else if (mode === 'all' || mode === 'none') write({ mode, names: [] });
    // Something is ticked at once: an empty list could not be written.
    else if (mode === 'these' || mode === 'but')
      write({ mode, names: read.names.length > 0 ? read.names : ['Facebook'] });
  };
  return (
    <>
      <select
        id={id}
        {...described}
        aria-label={field.name}
        value={choice?.mode ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        {modes.map(([mode, label]) => (
          <option key={mode} value={mode}>
            {label}
          </option>
        ))}
      </select>
      {choice?.mode === 'these' || choice?.mode === 'but' ? (
        <Boxes
          id={id}
          all={plain(NETWORK_NAMES)}
          chosen={choice.names}
          onChoose={(names) =>
            write({ mode: choice.mode, names: NETWORK_NAMES.filter((name) => names.includes(name)) })
          }
        />
      ) : null}
    </>
  );
}
