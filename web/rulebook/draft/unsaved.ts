// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Written } from './saver.ts';

const Unsaved = z.object({
  revision: z.number().int(),
  written: z.object({ name: z.string(), source: z.string(), changeNote: z.string() }),
  /** What the server had when this was begun: where a merge starts from. */
  base: z.string(),
});
export type Unsaved = z.infer<typeof Unsaved>;

const keyOf = (person: string, body: string, id: string) => `portavoce.bozza.${body}.${id}.${person}`;

/** What was typed in a draft and has not reached the server, kept in this browser for this person. A policy is no secret. */
export interface UnsavedShelf {
  read(): Unsaved | null;
  keep(unsaved: { readonly revision: number; readonly written: Written; readonly base: string } | null): void;
}

export function unsavedShelf(place: { person: string; body: string; id: string }): UnsavedShelf {
  const key = keyOf(place.person, place.body, place.id);
  return {
    read: () => {
      try {
        const parsed = Unsaved.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
        return parsed.success ? parsed.data : null;
      } catch {
        return null;
      }
    },
    keep: (unsaved) => {
      try {
        if (unsaved === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(unsaved));
      } catch {
        // Storage may be full or forbidden: the text then lasts as long as the page.
      }
    },
  };
}
