// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftDetail } from '../contract.ts';
import type { RulebookPorts } from '../ports.ts';
import { checkText, obstaclesTo } from './checks.ts';
import { heldDraft, type Turning, turnDraft } from './turn.ts';

/** Puts a draft before who approves. Refused with the first obstacle: mistakes, examples that fail, a version already taken. */
export async function propose(ports: RulebookPorts, turning: Turning): Promise<DraftDetail> {
  return ports.database.inBody(turning.body, async (tx) => {
    const draft = await heldDraft(tx, turning, 'open');
    const [first] = await obstaclesTo(tx, draft, checkText(ports.analyse, draft.source, draft.name));
    if (first !== undefined) throw first;
    return turnDraft(ports, tx, { turning, step: 'proposed', reasons: null });
  });
}
