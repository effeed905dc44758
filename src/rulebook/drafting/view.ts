// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, roleMay } from '#governance';
import type { Tx } from '#platform';
import type {
  DRAFT_ACTS,
  DraftDetail,
  DraftState,
  DraftSummary,
  RevisionDetail,
  RevisionSummary,
} from '../contract.ts';
import { hasVersions } from '../store.ts';
import { type Draft, type DraftFacts, type Revision, type RevisionFacts, stepsOf, writersOf } from './store.ts';

type DraftAct = (typeof DRAFT_ACTS)[number];

export function summaryOf(draft: DraftFacts): DraftSummary {
  const { proposed_by, proposed_by_name } = draft;
  return {
    id: draft.id,
    name: draft.name,
    basedOn: draft.based_on,
    state: draft.state,
    revision: draft.revision,
    createdBy: { id: draft.created_by, name: draft.created_by_name },
    createdAt: draft.created_at.toISOString(),
    updatedBy: { id: draft.updated_by, name: draft.updated_by_name },
    updatedAt: draft.updated_at.toISOString(),
    proposedBy: proposed_by === null ? null : { id: proposed_by, name: proposed_by_name ?? '' },
    version: draft.version,
  };
}

/** The draft as one person sees it, with what they may do. */
export async function detailOf(tx: Tx, draft: Draft, actor: Actor): Promise<DraftDetail> {
  const writers = await writersOf(tx, draft.id);
  const steps = await stepsOf(tx, draft.id);
  return {
    ...summaryOf(draft),
    source: draft.source,
    changeNote: draft.change_note,
    writers,
    steps: steps.map(({ step, person, person_name, at, revision, reasons }) => ({
      step,
      by: { id: person, name: person_name },
      at: at.toISOString(),
      revision,
      reasons,
    })),
    may: permissionsOf(draft, actor, writers),
    changeNoteNeeded: await hasVersions(tx, draft.body),
  };
}

/** Which acts a state allows, and what a role has to allow for each. */
const ACTS: Readonly<
  Record<DraftAct, { readonly from: DraftState; readonly needs: 'write-policy' | 'approve-policy' }>
> = {
  save: { from: 'open', needs: 'write-policy' },
  propose: { from: 'open', needs: 'write-policy' },
  withdraw: { from: 'proposed', needs: 'write-policy' },
  approve: { from: 'proposed', needs: 'approve-policy' },
  return: { from: 'proposed', needs: 'approve-policy' },
  discard: { from: 'open', needs: 'write-policy' },
  reopen: { from: 'discarded', needs: 'write-policy' },
};

const STATE_WORDS: Readonly<Record<DraftState, string>> = {
  open: 'La bozza è in scrittura',
  proposed: 'La bozza è proposta e attende l’approvazione',
  approved: 'La bozza è già approvata',
  discarded: 'La bozza è stata messa da parte',
};

function permissionsOf(draft: Draft, actor: Actor, writers: readonly { readonly id: string }[]): DraftDetail['may'] {
  const why = (act: DraftAct): string | null => {
    const { from, needs } = ACTS[act];
    if (!roleMay(actor.role, needs))
      return needs === 'approve-policy'
        ? 'Serve l’incarico di responsabile'
        : 'Serve l’incarico di moderazione o di responsabile';
    if (draft.state !== from) return STATE_WORDS[draft.state];
    if (act === 'approve' && isAuthor(draft, actor, writers))
      return 'Hai scritto o proposto questa bozza: l’approva un’altra persona';
    return null;
  };
  const entries = (Object.keys(ACTS) as DraftAct[]).map((act) => {
    const reason = why(act);
    return [act, { allowed: reason === null, why: reason }] as const;
  });
  return Object.fromEntries(entries) as DraftDetail['may'];
}

/** Whoever wrote any of its texts, or proposed it: not the eyes that approve it. */
export const isAuthor = (
  { created_by, proposed_by }: Pick<Draft, 'created_by' | 'proposed_by'>,
  { id }: Pick<Actor, 'id'>,
  writers: readonly { readonly id: string }[],
): boolean => created_by === id || proposed_by === id || writers.some((writer) => writer.id === id);

export const revisionSummary = (revision: RevisionFacts): RevisionSummary => ({
  revision: revision.revision,
  by: { id: revision.written_by, name: revision.written_by_name },
  at: revision.at.toISOString(),
  digest: revision.digest,
  aside: revision.aside,
  writtenOn: revision.written_on,
});

export const revisionDetail = (revision: Revision): RevisionDetail => ({
  ...revisionSummary(revision),
  name: revision.name,
  source: revision.source,
  changeNote: revision.change_note,
});
