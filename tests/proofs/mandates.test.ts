// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { checkMandates, type HeldByPerson } from '#governance';
import { isSameOffice, mandateTerms, type NetworkName } from '#policy';
import { type Check, proofsOf } from '../support/proof.ts';
import type { World } from '../support/world.ts';
import { said } from './asking.ts';

// Who a policy wants on its channels: the register of people is found wanting where they are not.

const held = (over: Partial<HeldByPerson> = {}): HeldByPerson => ({
  ...{ person: { id: 'p', name: 'Persona Inventata' }, role: 'moderator', capacity: 'communication', office: null },
  ...{ authority: null, networks: null, accounts: null, engagement: 'staff', coordinates: false, delegate: false },
  ...{ trained: false, ...over },
});

/** What one clause finds amiss, with an account on each of these networks and these people. */
const amiss = (
  world: World,
  clause: string,
  {
    networks = [],
    mandates,
  }: { readonly networks?: readonly NetworkName[]; readonly mandates: readonly HeldByPerson[] },
): readonly string[] =>
  checkMandates({
    ...{ terms: mandateTerms(world.policy), same: isSameOffice, mandates },
    accounts: networks.map((network) => ({ id: network, network, label: network, name: network, handle: network })),
  }).flatMap((defect) => (defect.clause === clause ? [defect.what] : []));

interface Managed {
  readonly id: string;
  readonly office: string;
  readonly networks: readonly NetworkName[];
  /** Whose card the clause itself fills. */
  readonly cards: readonly NetworkName[];
  readonly others: readonly NetworkName[];
}

/** Each of these networks has to have somebody of the office; somebody of another, or on another account, does not do. */
const isManagedBy =
  ({ id, office, networks, cards, others }: Managed): Check =>
  (world) => {
    assert.equal(amiss(world, id, { networks, mandates: [] }).length, networks.length);
    assert.equal(
      amiss(world, id, { networks, mandates: [held({ office: 'ufficio tecnico' })] }).length,
      networks.length,
    );
    assert.deepEqual(amiss(world, id, { networks, mandates: [held({ office })] }), []);
    const [one, ...rest] = networks;
    assert.ok(one);
    assert.equal(amiss(world, id, { networks, mandates: [held({ office, accounts: [one] })] }).length, rest.length);
    assert.deepEqual(amiss(world, id, { networks: others, mandates: [] }), [], 'the clause speaks of no other network');
    const said = mandateTerms(world.policy).owners.filter(({ clause }) => clause === id);
    assert.deepEqual(
      said.map((owner) => [owner.office, owner.networks]),
      [cards, networks].map((on) => [office, on]),
    );
  };

const SEVEN: readonly NetworkName[] = ['facebook', 'instagram', 'threads', 'x', 'linkedin', 'youtube', 'tiktok'];

/** Why a key may go unnoticed: what it names is what there is. */
const ALL_PRESENTED = { canali: 'without it the clause speaks of every network that the policy presents: the same' };

proofsOf('asl-roma-1', ({ proof, except }) => {
  proof(
    'RM1-008',
    'a channel without somebody of the press office is told',
    isManagedBy({ id: 'RM1-008', office: 'ufficio stampa', networks: SEVEN, cards: ['youtube'], others: ['mastodon'] }),
  );
  except('RM1-008', ALL_PRESENTED);
});

proofsOf('asst-crema', ({ proof }) => {
  const networks: readonly NetworkName[] = ['facebook', 'instagram', 'youtube'];
  proof(
    'CRE-004',
    'a channel without somebody of the Communication office is told',
    isManagedBy({ id: 'CRE-004', office: 'ufficio Comunicazione', networks, cards: networks, others: ['x'] }),
  );
});

proofsOf('il-mosaico', ({ proof, except }) => {
  const networks: readonly NetworkName[] = ['facebook', 'linkedin'];
  proof(
    'MOS-008',
    'a page without a member of the Communication office is told',
    isManagedBy({ id: 'MOS-008', office: 'ufficio Comunicazione', networks, cards: networks, others: ['x'] }),
  );
  except('MOS-008', ALL_PRESENTED);
});

proofsOf('regione-calabria', ({ proof }) => {
  const director = held({ role: 'head', capacity: 'director', coordinates: true });
  const member = held({ person: { id: 'm', name: 'Componente Inventata' }, capacity: 'working-group' });

  proof('CAL-038', 'exactly one person directs: the director general, or a recorded delegate', (world) => {
    const id = 'CAL-038';
    const [told, ...more] = amiss(world, id, { mandates: [member] });
    assert.equal(told, 'Nessuno dirige: serve «Dirigente generale o suo delegato»');
    assert.deepEqual(more, []);
    assert.deepEqual(amiss(world, id, { mandates: [director, member] }), []);
    assert.deepEqual(amiss(world, id, { mandates: [{ ...director, delegate: true }] }), []);
    const second = { ...director, person: { id: 'q', name: 'Altra Inventata' } };
    assert.equal(amiss(world, id, { mandates: [director, second] }).length, 1);
  });

  proof('CAL-089', 'the working group is of the department’s staff, under the director general', (world) => {
    const id = 'CAL-089';
    const networks: readonly NetworkName[] = ['facebook', 'instagram', 'linkedin', 'youtube'];
    assert.deepEqual(amiss(world, id, { networks, mandates: [director, member] }), []);
    assert.deepEqual(amiss(world, id, { mandates: [{ ...director, coordinates: false }, member] }), [
      'Il gruppo di lavoro deve essere coordinato da «Dirigente generale», e da nessun altro',
    ]);
    assert.equal(amiss(world, id, { mandates: [{ ...director, delegate: true }, member] }).length, 1);
    assert.deepEqual(amiss(world, id, { mandates: [director, { ...member, engagement: 'external' }] }), [
      'Componente Inventata è nel gruppo di lavoro e non è «personale in servizio presso il Dipartimento Lavoro»',
    ]);
    assert.equal(amiss(world, id, { networks, mandates: [director] }).length, 2 * networks.length);
    const owners = mandateTerms(world.policy).owners.filter(({ clause }) => clause === id);
    assert.deepEqual(
      owners.map(({ office }) => office),
      ['gruppo di lavoro del Dipartimento', 'gruppo di lavoro'],
    );
    for (const owner of owners) assert.deepEqual(owner.networks, networks);
    assert.deepEqual(said(world, id, 'mandate').tasks, ['presenza sui social', 'gestione dei canali']);
  });
});
