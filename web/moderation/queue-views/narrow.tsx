// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { it } from '../../it.ts';
import { queueWords as words } from '../../words/queue.ts';
import { narrowings, type QueueFilter, searchOf } from '../filter.ts';
import { useShortcut } from '../shortcuts.ts';
import { SavedViews } from './saved-views.tsx';
import { authorNameQuery, choicesQuery } from './views.ts';

interface Props {
  readonly body: string;
  readonly filter: QueueFilter;
}

/** Everything that narrows the queue; each choice counts at once. */
export function Narrow({ body, filter }: Props) {
  const [open, setOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  useShortcut('f', () => {
    setOpen(true);
    summary.current?.focus();
  });
  const place = useRef<HTMLDetailsElement>(null);
  useEscape(place, () => {
    setOpen(false);
    summary.current?.focus();
  });
  return (
    <details className="queue-narrow" ref={place} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={summary}>{words.filters(narrowings(filter))}</summary>
      {open ? (
        <>
          <Choices body={body} filter={filter} />
          <SavedViews body={body} filter={filter} />
        </>
      ) : null}
    </details>
  );
}

function useEscape(place: { readonly current: HTMLElement | null }, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const element = place.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) latest.current();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [place]);
}

type Narrowing = Pick<QueueFilter, 'kind' | 'clause' | 'category' | 'due' | 'claimed'>;

function Choices({ body, filter }: Props) {
  const navigate = useNavigate();
  const choices = useQuery(choicesQuery(body)).data;
  const choose = (change: Partial<QueueFilter>) =>
    void navigate({ to: '/banco/$body', params: { body }, search: searchOf({ ...filter, ...change }) });
  const select = <Name extends keyof Narrowing>(
    name: Name,
    label: string,
    options: readonly (readonly [value: string, label: string])[],
  ) => (
    <div>
      <label htmlFor={`filtro-${name}`}>{label}</label>
      <select
        id={`filtro-${name}`}
        value={filter[name] ?? ''}
        onChange={({ target: { value } }) => choose({ [name]: value === '' ? undefined : value })}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  const check = (name: 'look' | 'held', label: string) => (
    <label className="queue-check">
      <input
        type="checkbox"
        checked={filter[name] === 'yes'}
        onChange={({ target: { checked } }) => choose({ [name]: checked ? 'yes' : undefined })}
      />
      {label}
    </label>
  );
  return (
    <div className="queue-choices">
      {select('kind', words.kind, [['', words.everyKind], ...Object.entries(it.kind)])}
      {select('category', words.category, [
        ['', words.everyCategory],
        ...(choices?.categories ?? []).map(({ slug, label }) => [slug, label] as const),
      ])}
      {select('clause', words.clause, [
        ['', words.everyClause],
        ...(choices?.clauses ?? []).map(({ id, title }) => [id, `${id}, ${title}`] as const),
      ])}
      {filter.state === 'open' ? (
        <>
          {select('due', words.due, [['', words.everyDue], ...Object.entries(words.dues)])}
          {select('claimed', words.claimed, [['', words.everyClaim], ...Object.entries(words.claims)])}
          {check('look', words.look)}
          {check('held', words.held)}
        </>
      ) : null}
      {filter.author === undefined ? null : <OfAuthor body={body} author={filter.author} filter={filter} />}
      {narrowings(filter) === 0 && filter.words === undefined ? null : (
        <Link
          to="/banco/$body"
          params={{ body }}
          search={searchOf({ state: filter.state, network: undefined })}
          className="queue-all"
        >
          {words.noFilters}
        </Link>
      )}
    </div>
  );
}

function OfAuthor({ body, author, filter }: Props & { readonly author: string }) {
  const name = useQuery(authorNameQuery(body, author)).data?.name ?? it.moderation.queue.unknownAuthor;
  return (
    <p className="queue-author">
      <span>{words.author(name)}</span>
      <Link to="/banco/$body/autori/$id" params={{ body, id: author }}>
        {words.authorPage}
      </Link>
      <Link to="/banco/$body" params={{ body }} search={searchOf({ ...filter, author: undefined })}>
        {words.anyAuthor}
      </Link>
    </p>
  );
}
