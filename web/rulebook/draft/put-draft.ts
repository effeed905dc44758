// SPDX-License-Identifier: AGPL-3.0-or-later
import { DraftConflict, DraftDetail, type DraftSaving } from '#rulebook/contract';
import { contentOf, refusalOf, send } from '../../client/request.ts';
import { rulebookAddress } from '../rulebook.ts';

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
  const address = `${rulebookAddress(body)}/drafts/${encodeURIComponent(id)}`;
  const response = await send(address, { method: 'PUT', body: saving });
  const content = await contentOf(response);
  if (response.ok) return DraftDetail.parse(content);
  const conflict = DraftConflict.safeParse(content);
  if (response.status === 409 && conflict.success) throw new MovedOn(conflict.data);
  throw refusalOf(content, response.status, 'Il server non ha salvato la bozza');
}
