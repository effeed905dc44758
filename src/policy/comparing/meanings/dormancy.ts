// SPDX-License-Identifier: AGPL-3.0-or-later
import { meaning, type Reader } from '../side.ts';

/** Clauses that fell asleep, or that no longer wait for an act. */
export const dormancy: Reader = (sides) =>
  sides.differing.flatMap(({ before, after, title }) => {
    const clauses = {
      before: before === undefined ? [] : [before.clause.id],
      after: after === undefined ? [] : [after.clause.id],
    };
    const slept = before !== undefined && sides.before.clauses.get(before.clause.id)?.dormant === true;
    const sleeps = after !== undefined && sides.after.clauses.get(after.clause.id)?.dormant === true;
    if (sleeps && !slept)
      return [meaning(sides, `Il punto «${title}» è sospeso: vale solo dopo un atto che lo mette in vigore.`, clauses)];
    if (slept && after !== undefined && !sleeps)
      return [meaning(sides, `Il punto «${title}» non aspetta più un atto: è in vigore.`, clauses)];
    return [];
  });

/** Clauses that citizens could read and now only the staff does, or the contrary. */
export const audience: Reader = (sides) =>
  sides.differing.flatMap(({ before, after, title }) => {
    if (before === undefined || after === undefined || before.audience === after.audience) return [];
    const text =
      after.audience === 'internal'
        ? `Il punto «${title}» passa alla policy interna: ai cittadini non si applica più.`
        : `Il punto «${title}» passa alla policy esterna: si applica anche ai cittadini.`;
    return [meaning(sides, text, { before: [before.clause.id], after: [after.clause.id] })];
  });
