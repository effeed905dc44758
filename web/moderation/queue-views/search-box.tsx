// SPDX-License-Identifier: AGPL-3.0-or-later
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { usePreference } from '../../ui/preferences.ts';
import { queueWords as words } from '../../words/queue.ts';
import { type QueueFilter, searchOf } from '../filter.ts';
import { useShortcut } from '../shortcuts.ts';

/** Words to look for; sent with Enter or the button, never while they are typed. */
export function SearchBox({ body, filter }: { readonly body: string; readonly filter: QueueFilter }) {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [shortcuts] = usePreference('shortcuts');
  const [text, setText] = useState(filter.words ?? '');
  useEffect(() => setText(filter.words ?? ''), [filter.words]);
  useShortcut('/', () => field.current?.focus());
  const look = (asked: string) => {
    const found = asked.trim() === '' ? undefined : asked.trim();
    void navigate({ to: '/banco/$body', params: { body }, search: searchOf({ ...filter, words: found }) });
  };
  return (
    <search className="queue-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          look(text);
        }}
      >
        <label htmlFor="cerca" className="visually-hidden">
          {words.search}
        </label>
        <input
          id="cerca"
          ref={field}
          type="text"
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          placeholder={words.searchShort}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setText(filter.words ?? '');
          }}
          {...(shortcuts ? { 'aria-keyshortcuts': '/' } : {})}
        />
        <Button type="submit" className="btn-sm">
          {words.find}
        </Button>
        {filter.words === undefined ? null : (
          <Button look="quiet" onClick={() => look('')}>
            {words.stopSearching}
          </Button>
        )}
      </form>
    </search>
  );
}
