// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useMandate } from '../governance/session.ts';
import { Button } from '../ui/button.tsx';
import { enteringWords as words } from '../words/entering.ts';
import { EnterDialog } from './enter-dialog.tsx';
import type { Typed } from './entering.ts';

interface Around {
  /** How many arrived since the queue was last shown from its top. */
  readonly arrived: number;
  readonly show: () => Promise<void>;
  readonly list: RefObject<HTMLElement | null>;
}

interface Entering {
  /** Null for who may only look. */
  readonly button: ReactNode;
  readonly dialog: ReactNode;
}

/** Bringing to the queue what was seen elsewhere. Who does finds it there as soon as it has been judged, without asking. */
export function useEntering(body: string, { arrived, show, list }: Around): Entering {
  const mayDecide = useMandate(body)?.role !== 'auditor';
  const [open, setOpen] = useState(false);
  const [awaited, setAwaited] = useState<Typed | null>(null);
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (awaited === null || arrived === 0) return;
    setAwaited(null);
    void latest.current().then(() => setTimeout(() => rowOf(list.current, awaited)?.focus()));
  }, [awaited, arrived, list]);
  return {
    button: mayDecide ? (
      <Button look="quiet" icon="it-plus" className="enter-button" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
    ) : null,
    dialog: open ? <EnterDialog body={body} onEntered={setAwaited} onClose={() => setOpen(false)} /> : null,
  };
}

/** The row that shows those words; undefined where it stands further down than what is loaded. */
function rowOf(list: HTMLElement | null, { text }: Typed): HTMLElement | undefined {
  const begin = text.trim().replace(/\s+/g, ' ').slice(0, 60);
  const rows = list?.querySelectorAll<HTMLElement>('.queue-row') ?? [];
  return begin === '' ? undefined : [...rows].find((row) => row.textContent?.includes(begin));
}
