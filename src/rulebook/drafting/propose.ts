// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftDetail } from '../contract.ts';
import type { RulebookPorts } from '../ports.ts';
import { checkText, obstaclesTo } from './checks.ts';
import { heldDraft, type Turning, turnDraft } from './turn.ts';

/** Puts a draft before who approves. Refused with the first obstacle: mistakes, examples that fail, a version already taken. */
export async function propose(ports: RulebookPorts, turning: Turning): Promise<DraftDetail> {
  const { database, analyse } = ports;
  const read = await database.inBody(turning.body, (tx) => heldDraft(tx, turning, 'open'));
  const checks = await checkText(analyse, read.source, read.name);
  return database.inBody(turning.body, async (tx) => {
    // The same revision is the same text.
    const draft = await heldDraft(tx, turning, 'open');
    const [first] = await obstaclesTo(tx, draft, checks);
    if (first !== undefined) throw first;
    return turnDraft(ports, tx, { turning, step: 'proposed', reasons: null });
  });
}
