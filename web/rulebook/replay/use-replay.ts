// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, useState } from 'react';
import type { ReplayRequest } from '#moderation/contract';
import { Refusal } from '../../client/request.ts';
import { reportExpiry } from '../../governance/expiry.ts';
import { type ReplayEnd, type ReplayedItem, replayed } from './run.ts';

export type ReplayState = 'idle' | 'running' | 'done' | 'stopped' | 'failed';

export interface Replaying {
  readonly state: ReplayState;
  readonly total: number;
  readonly seen: number;
  readonly changed: number;
  /** Those found so far; no more than fit the memory of a page. */
  readonly items: readonly ReplayedItem[];
  readonly end: ReplayEnd | null;
  readonly error: Error | null;
}

const IDLE: Replaying = { state: 'idle', total: 0, seen: 0, changed: 0, items: [], end: null, error: null };
/** More than anyone reads; the count goes on. */
export const MOST_ITEMS = 5000;
const SHOW_EVERY_MS = 150;

export function useReplay(body: string): {
  readonly replay: Replaying;
  readonly start: (asked: ReplayRequest) => void;
  readonly stop: () => void;
} {
  const [replay, setReplay] = useState<Replaying>(IDLE);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = (asked: ReplayRequest) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    void run(body, asked, { signal: control.signal, show: setReplay });
  };
  return {
    replay,
    start,
    stop: () => {
      running.current?.abort();
      setReplay((found) => (found.state === 'running' ? { ...found, state: 'stopped' } : found));
    },
  };
}

interface Showing {
  readonly signal: AbortSignal;
  readonly show: (replay: Replaying) => void;
}

/** Lines come by the thousand: the page is shown anew a few times a second. */
async function run(body: string, asked: ReplayRequest, { signal, show }: Showing): Promise<void> {
  const items: ReplayedItem[] = [];
  let found: Replaying = { ...IDLE, state: 'running' };
  let shown = 0;
  const put = (change: Partial<Replaying>, atOnce = false) => {
    found = { ...found, ...change };
    const now = performance.now();
    if (signal.aborted || (!atOnce && now - shown < SHOW_EVERY_MS)) return;
    shown = now;
    show({ ...found, items: [...items] });
  };
  put({}, true);
  try {
    for await (const line of replayed(body, asked, signal)) {
      if (line.type === 'begin') put({ total: line.total }, true);
      else if (line.type === 'progress') put({ seen: line.seen, changed: line.changed });
      else if (line.type === 'item') {
        if (items.length < MOST_ITEMS) items.push(line);
      } else if (line.type === 'end') put({ state: 'done', end: line, seen: line.seen, changed: line.changed }, true);
      else throw new Refusal({ type: 'about:blank', status: 500, code: line.code, title: line.title, hint: line.hint });
    }
    // The connection may close without a word: then it is not done.
    if (found.state === 'running') put({ state: 'stopped' }, true);
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof Refusal && error.problem.status === 401) reportExpiry('asking');
    put({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) }, true);
  }
}
