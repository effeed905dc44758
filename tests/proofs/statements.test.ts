// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { reviewTerms } from '#policy';
import { proofsOf } from '../support/proof.ts';

// What each policy says of looking again at a decision.

proofsOf('regione-calabria', ({ proof }) => {
  proof('CAL-079', 'an objection to a removal meets the finality clause, once it is awake', ({ under }) => {
    const { policy } = under({ acts: [{ clause: 'CAL-079', act: 'decreto di prova' }] });
    const { decisions, clause } = reviewTerms(policy, 'takedown', { askDays: 10 });
    assert.deepEqual([decisions, clause?.id], ['final', 'CAL-079']);
  });
  proof('CAL-079', 'only removals are final: what is done to an author is looked at again', ({ under }) => {
    const { policy } = under({ acts: [{ clause: 'CAL-079', act: 'decreto di prova' }] });
    assert.equal(reviewTerms(policy, 'author').decisions, 'open');
  });
});
