// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { turnsWords } from '../../words/turns.ts';
import { type Row, row } from './plan-draft.ts';

export interface RowProps<What> {
  readonly id: string;
  readonly value: What;
  readonly onChange: (value: What) => void;
}

interface Props<What> {
  readonly title: string;
  readonly name: (nth: number) => string;
  readonly add: string;
  readonly rows: readonly Row<What>[];
  readonly make: () => What;
  readonly onChange: (rows: readonly Row<What>[]) => void;
  readonly children: (one: RowProps<What>) => ReactNode;
}

/** Rows that can be added, written and taken away; each is a group with a name. */
export function RowList<What>({ title, name, add, rows, make, onChange, children }: Props<What>) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {rows.map(({ key, value }, index) => (
        <fieldset key={key} className="plan-row">
          <legend>{name(index + 1)}</legend>
          {children({
            id: key,
            value,
            onChange: (changed) => onChange(rows.map((one) => (one.key === key ? { key, value: changed } : one))),
          })}
          <Button
            look="quiet"
            icon="it-close"
            aria-label={turnsWords.page.remove(name(index + 1))}
            onClick={() => onChange(rows.filter((one) => one.key !== key))}
          >
            {turnsWords.page.remove(name(index + 1))}
          </Button>
        </fieldset>
      ))}
      <Button icon="it-plus" className="btn-sm" onClick={() => onChange([...rows, row(make())])}>
        {add}
      </Button>
    </section>
  );
}
