// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftConflict, DraftDetail, DraftSaving } from '#rulebook/contract';

/** What a person writes of a draft. */
export interface Written {
  readonly name: string;
  readonly source: string;
  readonly changeNote: string;
}

export const writtenIn = ({ name, source, changeNote }: Written): Written => ({ name, source, changeNote });
export const sameWords = (one: Written, other: Written): boolean =>
  one.name === other.name && one.source === other.source && one.changeNote === other.changeNote;

/** `waiting`: written and soon to be sent. `unsent`: it could not be sent, and is tried again. */
export type Saving =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'unsent'; readonly error: Error; readonly again: boolean }
  | { readonly kind: 'conflict'; readonly conflict: DraftConflict };

export interface SaverPorts {
  send(saving: DraftSaving): Promise<DraftDetail>;
  /** Keeps on this computer what the server has not got yet; null when it has it all. */
  keep(unsaved: { readonly revision: number; readonly written: Written } | null): void;
  /** Runs later; gives how to take it back. */
  after(milliseconds: number, run: () => void): () => void;
  onChange(saving: Saving, saved: DraftDetail | null): void;
  /** What stands now, when another person has saved; null for any other error. */
  conflictIn(error: unknown): DraftConflict | null;
  /** Whether trying again may help. */
  isPassing(error: unknown): boolean;
}

export interface Saver {
  write(written: Written): void;
  /** Sends now what waits. */
  flush(): void;
  /** After a conflict: goes on from what stands on the server, with this text. */
  settle(revision: number, written: Written): void;
  stop(): void;
}

const QUIET_MS = 1200;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 30_000;

/** One save at a time, each on the revision that the one before gave; nothing typed is forgotten before it is there. */
export function saverOf(start: { revision: number; written: Written }, ports: SaverPorts): Saver {
  let revision = start.revision;
  let there = start.written;
  let mine = start.written;
  let state: Saving = { kind: 'saved', at: null };
  let retry = FIRST_RETRY_MS;
  let cancel = () => {};
  let stopped = false;

  const set = (next: Saving, saved: DraftDetail | null = null) => {
    state = next;
    // What is saved on the way out is news all the same.
    if (!stopped || saved !== null) ports.onChange(next, saved);
  };
  const later = (milliseconds: number) => {
    cancel();
    if (!stopped) cancel = ports.after(milliseconds, () => void send());
  };
  const wait = () => {
    set({ kind: 'waiting' });
    later(QUIET_MS);
  };

  async function send(): Promise<void> {
    cancel();
    if (state.kind === 'sending' || state.kind === 'conflict' || sameWords(mine, there)) return;
    const sending = mine;
    set({ kind: 'sending' });
    try {
      const saved = await ports.send({ revision, ...sending });
      revision = saved.revision;
      there = sending;
      retry = FIRST_RETRY_MS;
      const all = sameWords(mine, there);
      ports.keep(all ? null : { revision, written: mine });
      set(all ? { kind: 'saved', at: saved.updatedAt } : { kind: 'waiting' }, saved);
      if (!all) later(QUIET_MS);
    } catch (error) {
      failed(error);
    }
  }

  function failed(error: unknown): void {
    const conflict = ports.conflictIn(error);
    if (conflict !== null) {
      set({ kind: 'conflict', conflict });
      return;
    }
    const again = ports.isPassing(error);
    set({ kind: 'unsent', error: error instanceof Error ? error : new Error(String(error)), again });
    if (!again) return;
    later(retry);
    retry = Math.min(retry * 2, LONGEST_RETRY_MS);
  }

  return {
    write: (written) => {
      mine = written;
      if (sameWords(mine, there) && state.kind !== 'sending') {
        ports.keep(null);
        if (state.kind === 'waiting' || state.kind === 'unsent') {
          cancel();
          set({ kind: 'saved', at: null });
        }
        return;
      }
      ports.keep({ revision, written });
      if (state.kind === 'saved' || state.kind === 'waiting') wait();
      // What was refused for good may be right now.
      else if (state.kind === 'unsent' && !state.again) wait();
    },
    flush: () => {
      if (state.kind === 'waiting' || state.kind === 'unsent') void send();
    },
    settle: (from, written) => {
      revision = from;
      mine = written;
      // Whatever stands there is not ours: it is sent even where it says the same.
      there = { name: '', source: '', changeNote: '' };
      ports.keep({ revision, written });
      set({ kind: 'waiting' });
      void send();
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
