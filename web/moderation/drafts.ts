// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { type Draft, emptyDraft } from './draft.ts';

// Kept in memory only: what is typed about a citizen must not stay on the computer after the page is closed.
const drafts = new Map<string, Draft>();

export interface KeptDraft {
  readonly draft: Draft;
  readonly update: (change: (draft: Draft) => Draft) => void;
  readonly forget: () => void;
}

/** The draft of one case; it survives a look at another case. */
export function useDraft(id: string): KeptDraft {
  const [draft, setDraft] = useState(() => drafts.get(id) ?? emptyDraft);
  return {
    draft,
    update: (change) =>
      setDraft((current) => {
        const next = change(current);
        drafts.set(id, next);
        return next;
      }),
    forget: () => {
      drafts.delete(id);
      setDraft(emptyDraft);
    },
  };
}
