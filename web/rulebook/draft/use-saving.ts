// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftConflict, DraftDetail } from '#rulebook/contract';
import { NoAnswer, Refusal } from '../../client/request.ts';
import { reportExpiry, useExpiry } from '../../governance/expiry.ts';
import { draftKey } from '../rulebook.ts';
import { MovedOn, putDraft } from './put-draft.ts';
import { type Saver, type Saving, sameWords, saverOf, type Written, writtenIn } from './saver.ts';
import { type Unsaved, type UnsavedShelf, unsavedShelf } from './unsaved.ts';

/** A draft under a person's hands. */
export interface HeldDraft {
  /** What the fields begin with: the server's, or what this browser still had. */
  readonly start: Written;
  readonly recovered: boolean;
  readonly saving: Saving;
  /** What the server last had from this person: the common ground of a merge. */
  readonly base: () => string;
  readonly write: (written: Written) => void;
  readonly flush: () => void;
  readonly settle: (current: DraftDetail, written: Written) => void;
}

interface Place {
  readonly person: string;
  readonly body: string;
  readonly draft: DraftDetail;
}

const isSignedOut = (error: unknown): boolean => error instanceof Refusal && error.problem.status === 401;

/** A text kept here that was begun on an older revision meets what others saved meanwhile. */
function conflictAtStart(unsaved: Unsaved | null, draft: DraftDetail): DraftConflict | null {
  if (unsaved === null || unsaved.revision === draft.revision) return null;
  return { type: 'about:blank', title: '', status: 409, code: 'DRAFT_MOVED_ON', current: draft, kept: null };
}

export function useSaving({ person, body, draft }: Place): HeldDraft {
  const queries = useQueryClient();
  const { id } = draft;
  const shelf = useMemo<UnsavedShelf>(() => unsavedShelf({ person, body, id }), [person, body, id]);
  const [found] = useState(() => {
    const unsaved = draft.may.save.allowed ? shelf.read() : null;
    return unsaved !== null && sameWords(unsaved.written, draft) ? null : unsaved;
  });
  const atStart = conflictAtStart(found, draft);
  const [saving, setSaving] = useState<Saving>(
    atStart === null ? { kind: 'saved', at: null } : { kind: 'conflict', conflict: atStart },
  );
  const base = useRef(found?.base ?? draft.source);
  const first = useRef({ draft, found, inConflict: atStart !== null });
  const saver = useRef<Saver | null>(null);
  useEffect(() => {
    const { draft: begun, found: kept, inConflict } = first.current;
    const started = saverOf(
      { revision: begun.revision, written: writtenIn(begun) },
      {
        send: (content) => putDraft(body, id, content),
        keep: (unsaved) => shelf.keep(unsaved === null ? null : { ...unsaved, base: base.current }),
        after: (milliseconds, run) => {
          const timer = setTimeout(run, milliseconds);
          return () => clearTimeout(timer);
        },
        onChange: (next, saved) => {
          if (saved !== null) {
            base.current = saved.source;
            queries.setQueryData(draftKey(body, id), saved);
          }
          if (next.kind === 'unsent' && isSignedOut(next.error)) reportExpiry('asking');
          setSaving(next);
        },
        conflictIn: (error) => (error instanceof MovedOn ? error.conflict : null),
        isPassing: (error) =>
          error instanceof NoAnswer ||
          isSignedOut(error) ||
          (error instanceof Refusal && (error.problem.status >= 500 || error.problem.status === 429)),
      },
    );
    saver.current = started;
    if (kept !== null && !inConflict) started.write(kept.written);
    const flush = () => started.flush();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      // What waits is sent on the way out; should it not arrive, it is on the shelf.
      started.flush();
      started.stop();
      saver.current = null;
    };
  }, [body, id, shelf, queries]);
  useSignedInAgain(() => saver.current?.flush());
  return {
    start: found?.written ?? writtenIn(draft),
    recovered: found !== null,
    saving,
    base: () => base.current,
    write: (written) => saver.current?.write(written),
    flush: () => saver.current?.flush(),
    settle: (current, written) => {
      base.current = current.source;
      saver.current?.settle(current.revision, written);
    },
  };
}

/** Runs when the person has signed in again. */
function useSignedInAgain(run: () => void): void {
  const expiry = useExpiry();
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (expiry === 'no') latest.current();
  }, [expiry]);
}
