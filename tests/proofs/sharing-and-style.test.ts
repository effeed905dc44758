// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { checklistFor, NETWORKS, ownTextsAsked, sharingTerms, stylesOn } from '#policy';
import { proofsOf } from '../support/proof.ts';
import { said } from './asking.ts';

// What the policies say of passing on what others wrote, and of how one writes on each network. That the desk keeps to it is shown
// by `tests/stories/editorial-shared.test.ts`.

proofsOf('regione-calabria', ({ proof }) => {
  proof('CAL-023', 'contents of others may be shared with their source, and stop without it', (world) => {
    assert.equal(sharingTerms(world.policy, ['facebook']).source, 'CAL-023');
    const { force, what, asks, check, seeks, outcome } = said(world, 'CAL-023', 'content');
    assert.deepEqual([force, check, seeks, outcome], ['may', 'person', ['source-missing'], 'block']);
    assert.deepEqual([what, asks], [['contenuti di altri di interesse e utilità pubblica'], ['fonte']]);
    const asked = checklistFor(world.policy, { networks: ['facebook'], ofOthers: true, kinds: [] });
    assert.ok(asked.some((one) => one.clause === 'CAL-023' && one.asked === 'fonte' && one.outcome === 'block'));
  });
});

proofsOf('asst-crema', ({ proof }) => {
  proof('CRE-008', 'contents of others may be shared if who reads sees whose they are', (world) => {
    assert.equal(sharingTerms(world.policy, ['instagram']).source, 'CRE-008');
    const { force, what, asks, check, seeks, outcome } = said(world, 'CRE-008', 'content');
    assert.deepEqual([force, check, seeks, outcome], ['may', 'machine', ['source-missing'], 'block']);
    assert.deepEqual(what, ['contenuti di altri di pubblico interesse', 'messaggi di altri di pubblico interesse']);
    assert.deepEqual(asks, ['la fonte, in modo che chi legge la veda']);
  });

  proof(
    'CRE-005',
    'thematic pages on Facebook and Instagram, as many as there are, and one channel on YouTube',
    (world) => {
      const { force, what } = said(world, 'CRE-005', 'content');
      assert.deepEqual([force, what], ['may', ['novità', 'servizi', 'iniziative']]);
      const kinds = world.blocks('account').filter(({ clause }) => clause.id === 'CRE-005');
      assert.deepEqual(
        kinds.map(({ what: { sort, channels } }) => [sort, channels?.networks, channels?.except]),
        [
          [['pagine tematiche'], ['facebook', 'instagram'], false],
          [['canale ufficiale'], ['youtube'], false],
        ],
      );
    },
  );
});

proofsOf('il-mosaico', ({ proof }) => {
  proof('MOS-097', 'each network wants a text of its own, and is told how one writes there', (world) => {
    for (const network of ['facebook', 'linkedin'] as const) {
      assert.equal(ownTextsAsked(world.policy, network), 'MOS-097');
      assert.ok(stylesOn(world.policy, network).some(({ clause }) => clause === 'MOS-097'));
    }
    const { force, what, asks, check, outcome } = said(world, 'MOS-097', 'content');
    assert.deepEqual([force, check, outcome], ['style', 'person', 'advise']);
    assert.deepEqual(
      [what, asks],
      [['il modo di comunicare proprio di ciascun social'], ['un testo per ciascun social']],
    );
  });

  proof('MOS-098', 'on LinkedIn one writes as an institution, to people of the trade', (world) => {
    const [first] = stylesOn(world.policy, 'linkedin');
    assert.deepEqual(first, {
      words: ['più istituzionale', 'rivolto al mondo del lavoro', 'rivolto ai professionisti del settore'],
      clause: 'MOS-098',
    });
    for (const network of NETWORKS)
      assert.equal(
        stylesOn(world.policy, network).some(({ clause }) => clause === 'MOS-098'),
        network === 'linkedin',
        network,
      );
    const { force, seeks } = said(world, 'MOS-098', 'content');
    assert.deepEqual([force, seeks], ['style', ['institutional-tone']]);
    const { of, note } = said(world, 'MOS-098', 'defect');
    assert.deepEqual([of, note], ['typo', 'il testo ha «modo del lavoro»; si legge «mondo del lavoro»']);
  });

  proof('MOS-099', 'on Facebook one writes to everybody, who take part and answer', (world) => {
    const [first] = stylesOn(world.policy, 'facebook');
    assert.deepEqual(first, {
      words: ['rivolto al grande pubblico', 'partecipazione', 'interazione diretta'],
      clause: 'MOS-099',
    });
    for (const network of NETWORKS)
      assert.equal(
        stylesOn(world.policy, network).some(({ clause }) => clause === 'MOS-099'),
        network === 'facebook',
        network,
      );
    const { force, seeks } = said(world, 'MOS-099', 'content');
    assert.deepEqual([force, seeks], ['style', ['conversational-tone']]);
  });
});
