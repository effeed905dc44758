// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type {
  DraftChecks,
  DraftDetail,
  DraftState,
  DraftSummary,
  RevisionDetail,
  RevisionSummary,
} from '../contract.ts';
import { rulebookError } from '../errors.ts';
import type { Acting, RulebookPorts } from '../ports.ts';
import { checksOf, checkText } from './checks.ts';
import { type Draft, draftById, draftsOf, revisionOf, revisionsOf } from './store.ts';
import { detailOf, revisionDetail, revisionSummary, summaryOf } from './view.ts';

type Reading = Pick<RulebookPorts, 'database'>;

async function known(tx: Tx, id: string): Promise<Draft> {
  const draft = await draftById(tx, id);
  if (draft === undefined) throw rulebookError('DRAFT_NOT_FOUND');
  return draft;
}

/** The latest touched first. */
export async function draftList(
  { database }: Reading,
  body: string,
  state: DraftState | undefined,
): Promise<DraftSummary[]> {
  const drafts = await database.inBody(body, (tx) => draftsOf(tx, body, state));
  return drafts.map(summaryOf);
}

export async function draftDetail(
  { database }: Reading,
  { body, actor, id }: Acting & { readonly id: string },
): Promise<DraftDetail> {
  return database.inBody(body, async (tx) => detailOf(tx, await known(tx, id), actor));
}

export async function draftChecks(ports: RulebookPorts, body: string, id: string): Promise<DraftChecks> {
  const { database, analyse } = ports;
  const draft = await database.inBody(body, (tx) => known(tx, id));
  const checks = await checkText(analyse, draft.source, draft.name);
  return database.inBody(body, (tx) => checksOf(tx, draft, checks));
}

/** The newest first. */
export async function draftRevisions({ database }: Reading, body: string, id: string): Promise<RevisionSummary[]> {
  return database.inBody(body, async (tx) => (await revisionsOf(tx, (await known(tx, id)).id)).map(revisionSummary));
}

export async function draftRevision(
  { database }: Reading,
  body: string,
  { id, revision }: { readonly id: string; readonly revision: number },
): Promise<RevisionDetail> {
  return database.inBody(body, async (tx) => {
    const found = await revisionOf(tx, (await known(tx, id)).id, revision);
    if (found === undefined) throw rulebookError('REVISION_NOT_FOUND', String(revision));
    return revisionDetail(found);
  });
}
