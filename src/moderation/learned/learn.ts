// SPDX-License-Identifier: AGPL-3.0-or-later
import { learnFrom, MODEL_DIGEST } from '#triage';
import type { ModerationPorts } from '../ports.ts';
import { lessonsOf } from './lessons.ts';
import { keepOwnLines } from './own-lines.ts';
import { rankOpen } from './rank.ts';
import { chosenBy } from './state.ts';
import { linesFacts } from './store.ts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Fewer say too little to correct anything. */
const FEWEST_DECISIONS = 5;

/**
 * Once a day, where the body chose so: what its decisions teach, from the beginning and from all of them, so that what was
 * undone or erased meanwhile is gone. True when something was learned.
 */
export async function learnDaily(ports: ModerationPorts, body: string): Promise<boolean> {
  const now = ports.clock.now();
  const lessons = await ports.database.inBody(body, async (tx) => {
    const chosen = await chosenBy(tx, body);
    if (!chosen.ownDecisions) return undefined;
    const facts = await linesFacts(tx, body);
    const isFresh = facts?.model === MODEL_DIGEST && facts.at.getTime() > now.getTime() - DAY_MILLISECONDS;
    return isFresh
      ? undefined
      : { since: chosen.since, decided: await lessonsOf(tx, body, { since: chosen.since, now }) };
  });
  if (lessons === undefined) return false;
  const { decided, since } = lessons;
  const taught = decided.length < FEWEST_DECISIONS ? [] : decided;
  const lines = learnFrom(taught);
  return ports.database.inBody(body, async (tx) => {
    // Turned off or reset while it was learning: what was learned is not kept.
    const chosen = await chosenBy(tx, body);
    if (!chosen.ownDecisions || chosen.since?.getTime() !== since?.getTime()) return false;
    // Kept also when nothing was learned: it was looked at today.
    await keepOwnLines(tx, ports.vault, { body, lines, decisions: taught.length, at: now });
    await rankOpen(ports, tx, body);
    return taught.length > 0;
  });
}
