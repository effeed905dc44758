// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { automaticPublishing, initiativeApprover, NETWORKS, type NetworkName } from '#policy';
import { type Check, proofsOf } from '../support/proof.ts';
import { said } from './asking.ts';

// What the policies say of publishing by program, and of what is authorised first. That the desk keeps to it is shown on the
// simulated networks by the stories `tests/stories/editorial*.test.ts`.

/** No program publishes on the network, by that clause and no other; the clause says nothing of the others. */
const isNeverAutomatic =
  (network: NetworkName, id: string): Check =>
  ({ policy }) => {
    assert.deepEqual(automaticPublishing(policy, network), { rule: 'forbidden', clause: id });
    for (const other of NETWORKS)
      if (other !== network) assert.notEqual(automaticPublishing(policy, other).clause, id, other);
  };

proofsOf('il-mosaico', ({ proof }) => {
  proof('MOS-014', 'a program publishes nothing on Facebook', isNeverAutomatic('facebook', 'MOS-014'));
  proof('MOS-024', 'a program publishes nothing on LinkedIn', isNeverAutomatic('linkedin', 'MOS-024'));
});

proofsOf('asl-roma-1', ({ proof }) => {
  proof('RM1-036', 'a program publishes nothing on X', isNeverAutomatic('x', 'RM1-036'));
  proof('RM1-065', 'a program publishes nothing on Instagram', isNeverAutomatic('instagram', 'RM1-065'));
  proof('RM1-096', 'a program publishes nothing on TikTok', isNeverAutomatic('tiktok', 'RM1-096'));
  proof('RM1-109', 'a program publishes nothing on Threads, though the source names another network', (world) => {
    isNeverAutomatic('threads', 'RM1-109')(world);
    const slip = said(world, 'RM1-109', 'defect');
    assert.equal(slip.of, 'typo');
    assert.match(slip.note, /^La frase nomina Instagram; .* si legge Threads\.$/);
  });
});

proofsOf('regione-calabria', ({ proof }) => {
  proof('CAL-041', 'chats, polls and discussions are authorised before, by whom is not said', (world) => {
    assert.deepEqual(initiativeApprover(world.policy), { by: null, clause: 'CAL-041' });
    const conflict = said(world, 'CAL-041', 'defect');
    assert.deepEqual([conflict.of, conflict.against], ['contradiction', ['CAL-021']]);
    assert.match(conflict.note, /autorizzazione preventiva/);
  });
});
