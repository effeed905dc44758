// SPDX-License-Identifier: AGPL-3.0-or-later
import { Problem } from '#governance/contract';
import { DraftConflict, DraftDetail, type DraftSaving } from '#rulebook/contract';
import { reportConnection } from '../../client/connection.ts';
import { NoAnswer, Refusal } from '../../client/request.ts';
import { rulebookAddress } from '../rulebook.ts';

const PATIENCE_MS = 20_000;

/** Someone else saved meanwhile, or the draft is no longer open: the server says what stands now. */
export class MovedOn extends Error {
  readonly conflict: DraftConflict;
  constructor(conflict: DraftConflict) {
    super(conflict.code);
    this.name = 'MovedOn';
    this.conflict = conflict;
  }
}

/** Saves a draft. Throws `MovedOn`, `Refusal` or `NoAnswer`. */
export async function putDraft(body: string, id: string, saving: DraftSaving): Promise<DraftDetail> {
  const response = await sent(`${rulebookAddress(body)}/drafts/${encodeURIComponent(id)}`, saving);
  const content: unknown = await response.json().catch(() => undefined);
  if (response.ok) return DraftDetail.parse(content);
  const conflict = DraftConflict.safeParse(content);
  if (response.status === 409 && conflict.success) throw new MovedOn(conflict.data);
  const problem = Problem.safeParse(content);
  const { status } = response;
  throw new Refusal(
    problem.success
      ? problem.data
      : { type: 'about:blank', title: 'Il server non ha salvato la bozza', status, code: 'UNEXPLAINED' },
  );
}

async function sent(address: string, saving: DraftSaving): Promise<Response> {
  try {
    const response = await fetch(address, {
      method: 'PUT',
      credentials: 'same-origin',
      headers: { accept: 'application/json, application/problem+json', 'content-type': 'application/json' },
      body: JSON.stringify(saving),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    reportConnection(true);
    return response;
  } catch (cause) {
    reportConnection(false);
    throw new NoAnswer({ cause });
  }
}
