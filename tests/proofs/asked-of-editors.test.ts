// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { askedOf, consentsFor, contentsOn, lackingIn, NETWORKS, replicasOf } from '#policy';
import { proofsOf } from '../support/proof.ts';

// What a policy asks of those who publish, told before there is anything to publish.

const CALABRIA = ['facebook', 'instagram', 'linkedin', 'youtube'] as const;

proofsOf('asl-roma-1', ({ proof }) => {
  proof('RM1-097', 'one post on TikTok, though Facebook leads there twice', ({ policy, shown }) => {
    for (const origin of ['facebook', 'instagram'] as const) {
      const there = replicasOf(policy, origin).filter(({ network }) => network === 'tiktok');
      assert.deepEqual(there, [{ network: 'tiktok', from: origin, clause: 'RM1-097' }]);
    }
    const leading = NETWORKS.filter((origin) => replicasOf(policy, origin).some(({ network }) => network === 'tiktok'));
    assert.deepEqual(leading, ['facebook', 'instagram']);
    assert.deepEqual(policy.channels.get('tiktok')?.replicatedFrom?.what, ['facebook', 'instagram']);
    assert.match(shown('RM1-097'), /replicati su TikTok/);
  });

  proof('RM1-110', 'one post on Threads, from Instagram or from Facebook', ({ policy, shown }) => {
    for (const origin of ['facebook', 'instagram'] as const) {
      const there = replicasOf(policy, origin).filter(({ network }) => network === 'threads');
      assert.deepEqual(there, [{ network: 'threads', from: origin, clause: 'RM1-110' }]);
    }
    const leading = NETWORKS.filter((origin) =>
      replicasOf(policy, origin).some(({ network }) => network === 'threads'),
    );
    assert.deepEqual(leading, ['facebook', 'instagram']);
    assert.deepEqual(policy.channels.get('threads')?.replicatedFrom?.what, ['facebook', 'instagram']);
    assert.match(shown('RM1-110'), /replicati su Threads/);
  });
});

proofsOf('regione-calabria', ({ proof }) => {
  const asks = (policy: Parameters<typeof askedOf>[0], content: string) =>
    CALABRIA.map((channel) => askedOf(policy, { content, channel }));

  proof(
    'CAL-013',
    'how to reach a service is told to somebody: without a target group it stops',
    ({ policy, blocks }) => {
      for (const asked of asks(policy, 'modalità di accesso ai servizi'))
        assert.deepEqual(asked, [{ what: 'destinatari', clause: 'CAL-013', outcome: 'block' }]);
      const said = blocks('content').find(({ clause }) => clause.id === 'CAL-013')?.what;
      assert.deepEqual([said?.force, said?.check], ['may', 'person']);
    },
  );

  proof('CAL-017', 'a job offer carries the portal’s link and its expiry', ({ policy, blocks }) => {
    for (const asked of asks(policy, 'offerte di lavoro'))
      assert.deepEqual(asked, [
        { what: 'collegamento al portale', clause: 'CAL-017', outcome: 'advise' },
        { what: 'scadenza', clause: 'CAL-017', outcome: 'advise' },
      ]);
    const said = blocks('content').find(({ clause }) => clause.id === 'CAL-017')?.what;
    assert.deepEqual([said?.force, said?.check, said?.outcome], ['may', 'person', 'advise']);
  });

  proof(
    'CAL-018',
    'the list of contents is open, but what is not in it must be within remit',
    ({ policy, blocks, card }) => {
      const other = 'altri argomenti di competenza del Dipartimento e dei Centri per l’impiego';
      for (const channel of CALABRIA) {
        assert.ok(contentsOn(policy, channel).includes(other));
        assert.deepEqual(askedOf(policy, { content: other, channel }), [
          { what: 'conferma che l’argomento è di competenza', clause: 'CAL-018', outcome: 'block' },
        ]);
        const { contents } = card(channel);
        assert.equal(contents?.clause.id, 'CAL-018');
        assert.ok(Array.isArray(contents?.what) && contents.what.length === 8);
      }
      assert.equal(card('x').contents, undefined);
      const said = blocks('content').find(({ clause }) => clause.id === 'CAL-018')?.what;
      assert.deepEqual([said?.force, said?.check], ['may', 'person']);
    },
  );

  proof('CAL-042', 'what one channel lacks is told; nothing is repeated by itself', ({ policy }) => {
    for (const missing of CALABRIA) {
      const published = CALABRIA.filter((network) => network !== missing);
      assert.deepEqual(
        lackingIn(policy, published).map(({ network, clause }) => [network, clause]),
        [[missing, 'CAL-042']],
      );
      const others = lackingIn(policy, [missing]).map(({ network, from }) => [network, from]);
      assert.deepEqual(
        others,
        [...published].map((network) => [network, missing]),
      );
      assert.deepEqual(replicasOf(policy, missing), []);
    }
    assert.deepEqual(lackingIn(policy, CALABRIA), []);
  });

  proof('CAL-055', 'a public event needs no authorisation; anything else needs both', ({ policy, blocks }) => {
    const event = { by: 'staff', circumstance: 'eventi pubblici nella sede di lavoro o fuori' } as const;
    assert.deepEqual(consentsFor(policy, event), { needed: [], exemptedBy: 'CAL-055' });
    const office = consentsFor(policy, { by: 'staff', circumstance: 'riunione nell’ufficio' });
    assert.deepEqual(
      office.needed.map(({ of, form }) => [of, form]),
      [
        ['strutture coinvolte', 'explicit'],
        ['persone coinvolte', 'explicit'],
      ],
    );
    const exempted = blocks('consent').find(({ clause }) => clause.id === 'CAL-055')?.what;
    assert.deepEqual(exempted?.of, ['strutture coinvolte', 'persone coinvolte']);
    assert.equal(exempted?.form, 'explicit');
  });
});
