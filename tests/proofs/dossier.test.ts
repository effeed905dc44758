// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { authoritiesAskedFor, clausesOn, type Modality, measuresFor } from '#policy';
import { waitingIn } from '../../src/rulebook/choices.ts';
import { proofsOf } from '../support/proof.ts';
import type { World } from '../support/world.ts';

// What each policy says of child-abuse content, of violations it does not name and of telling the authorities, as pure questions.

const NETWORKS = ['facebook', 'instagram', 'linkedin', 'youtube'] as const;
const KINDS = ['comment', 'reply', 'visitor-post', 'mention'] as const;

interface Touching {
  readonly category: string;
  readonly modality: Modality;
  readonly networks?: readonly (typeof NETWORKS)[number][];
}

const ONCE = { breaches: 1, warnings: 0, banned: false, brokenHere: ['here'], broken: [] };

/** Cited awake for that category at any strength that counts, on every network and public kind; it grounds the removal. */
function takesDown(world: World, id: string, { category, modality, networks = NETWORKS }: Touching): void {
  for (const channel of networks)
    for (const kind of KINDS) {
      const item = { text: 'Guardate l’allegato', channel, kind, signals: { [category]: 0.5 } };
      const touched = world.judge(item).clauses.find((clause) => clause.id === id);
      assert.deepEqual([touched?.modality, touched?.categories, touched?.dormant], [modality, [category], false]);
      assert.ok(world.grounds('remove', item).includes(id), `${id} grounds nothing on ${channel}, ${kind}`);
      const weak = world.judge({ ...item, signals: { [category]: 0.49 } });
      assert.ok(weak.clauses.every((clause) => clause.id !== id));
    }
}

/** The category is the clause’s alone: a person who cites it is led to its own path. */
const alone = (world: World, id: string, category: string) => assert.deepEqual(clausesOn(world.policy, category), [id]);

const opened = (world: World): World =>
  world.under({ acts: waitingIn(world.document).map(({ clause }) => ({ clause, act: 'decreto di prova n. 7' })) });

proofsOf('ats-milano', ({ proof }) => {
  proof(
    'MIL-047',
    'child-abuse content has a clause of its own, that takes it down and asks for the police',
    (world) => {
      takesDown(world, 'MIL-047', { category: 'csam', modality: 'must-remove' });
      alone(world, 'MIL-047', 'csam');
      const judgement = world.judge({ text: 'Guardate l’allegato', signals: ['csam'] });
      assert.deepEqual(authoritiesAskedFor(world.policy, judgement), ['csam']);
    },
  );
});

proofsOf('regione-calabria', ({ proof }) => {
  proof(
    'CAL-078',
    'child-abuse content has a clause of its own; asleep it grounds nothing, and still asks for the police',
    (world) => {
      alone(world, 'CAL-078', 'csam');
      const item = { text: 'Guardate l’allegato', signals: ['csam'] };
      assert.ok(!world.grounds('remove', item).includes('CAL-078'));
      assert.deepEqual(authoritiesAskedFor(world.policy, world.judge(item)), ['csam']);
      takesDown(opened(world), 'CAL-078', { category: 'csam', modality: 'must-remove' });
    },
  );

  proof('CAL-082', 'what no other clause names may be removed, once awake, by this clause alone', (world) => {
    alone(world, 'CAL-082', 'other-violation');
    const awake = opened(world);
    takesDown(awake, 'CAL-082', { category: 'other-violation', modality: 'may-remove' });
    const item = { text: 'Vi mostro come aggirare il blocco della pagina', signals: ['other-violation'] };
    assert.ok(!world.grounds('remove', item).includes('CAL-082'));
    // What netiquette only asks is taken down under this reservation.
    const [asked] = awake.policy.rules.filter(({ modality }) => modality === 'asked');
    const [category] = asked?.categories ?? [];
    assert.ok(category);
    const removing = awake.judge({ text: 'Prova', signals: [category] });
    assert.ok(removing.clauses.some(({ id }) => id === asked?.clause.id));
    assert.ok(awake.grounds('remove', { text: 'Prova', signals: [category] }).includes(asked?.clause.id ?? ''));
    const reserved = awake.blocks('discretion').find(({ clause }) => clause.id === 'CAL-082');
    assert.equal(reserved?.what.effect, 'may-remove');
    const on = { item: { channel: 'facebook', kind: 'comment' } as const, judgement: removing };
    const rung = measuresFor(awake.policy, on, { history: ONCE, choices: {} }).find(
      ({ measure }) => measure === 'remove',
    );
    assert.ok(rung?.clauses.some(({ id }) => id === 'CAL-082'));
    assert.equal(rung?.force, 'may');
  });
});

proofsOf('il-mosaico', ({ proof }) => {
  proof('MOS-072', 'what breaks the rules is told to the authorities where the case calls for it', (world) => {
    const item = { text: 'Vi ammazzo tutti', signals: ['threat'] };
    const judgement = world.judge(item);
    assert.deepEqual(authoritiesAskedFor(world.policy, judgement), ['threat']);
    assert.deepEqual(authoritiesAskedFor(world.policy, world.judge({ ...item, signals: ['illegal'] })), ['illegal']);
    const on = { item: { channel: 'facebook', kind: 'comment' } as const, judgement };
    const step = measuresFor(world.policy, on, { history: ONCE, choices: {} }).find(
      ({ measure }) => measure === 'report-authorities',
    );
    assert.deepEqual(
      [step?.clauses[0]?.id, step?.force, step?.condition],
      ['MOS-072', 'must', 'se il caso lo richiede'],
    );
  });
});
