// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { replayWords } from '../../words/replay.ts';
import { choicesIn, clausesOf, filtered, noFilter, type ReplayFilter, turnOf } from './filter.ts';
import { Replayed } from './replayed.tsx';
import type { ReplayedItem } from './run.ts';

const words = replayWords.filter;
const PAGE = 50;

type Action = ReplayedItem['before']['action'];

const turnWords = (turn: string): string => {
  const [before, after] = turn.split('>') as [Action, Action];
  return words.turnWords(it.proposal[before], it.proposal[after]);
};

/** The items found, those that one asks for; a page at a time. */
export function ReplayedList({ body, items }: { readonly body: string; readonly items: readonly ReplayedItem[] }) {
  const [filter, setFilter] = useState<ReplayFilter>(noFilter);
  const [length, setLength] = useState(PAGE);
  const found = filtered(items, filter);
  const titles = new Map(
    items.flatMap(({ before, after }) => [...before.clauses, ...after.clauses].map(({ id, title }) => [id, title])),
  );
  const change = (next: Partial<ReplayFilter>) => {
    setFilter({ ...filter, ...next });
    setLength(PAGE);
  };
  const choose = (
    name: keyof ReplayFilter,
    wordsOf: (item: ReplayedItem) => readonly string[],
    label: (value: string) => string,
  ) => (
    <Field id={`filtro-${name}`} label={words[name]}>
      {(described) => (
        <select {...described} value={filter[name]} onChange={(event) => change({ [name]: event.target.value })}>
          <option value="">{words.all}</option>
          {choicesIn(items, wordsOf).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {words.count(label(choice.value), choice.items)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <>
      <search className="replay-filters" aria-label={words.label}>
        {choose('turn', (item) => [turnOf(item)], turnWords)}
        {choose(
          'network',
          (item) => [item.network],
          (network) => it.network[network] ?? network,
        )}
        {choose('clause', clausesOf, (id) => `${id} ${titles.get(id) ?? ''}`.trim())}
      </search>
      <p className="small muted" role="status">
        {words.shown(found.length, items.length)}
      </p>
      {found.length === 0 ? (
        <p>
          {words.none}{' '}
          <Button look="quiet" onClick={() => change(noFilter)}>
            {words.clear}
          </Button>
        </p>
      ) : null}
      <ul className="replayed">
        {found.slice(0, length).map((item) => (
          <Replayed key={item.case} body={body} item={item} />
        ))}
      </ul>
      {found.length > length ? (
        <Button className="btn-sm" onClick={() => setLength(length + PAGE)}>
          {replayWords.more}
        </Button>
      ) : null}
    </>
  );
}
