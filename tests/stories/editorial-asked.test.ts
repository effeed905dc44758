// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DraftContent } from '#editorial/contract';
import type { NetworkName } from '#policy';
import type { Client } from '../support/client.ts';
import {
  ASKED_OF_EVERY,
  contentWith,
  type EditorialHand,
  editorialHand,
  FOR_READERS,
  variantOn,
} from '../support/editorial-hand.ts';
import { type NetworksDesk, startNetworksDesk, type Town } from '../support/networks-desk.ts';
import { proves } from '../support/proves.ts';

// What no program can see is asked of a person, clause by clause; without the answer a draft goes nowhere.

const BODIES = ['asl-roma-1', 'asst-crema', 'ats-milano', 'il-mosaico', 'regione-calabria'] as const;
type Body = (typeof BODIES)[number];
const TEXT = 'Da giovedì lo sportello di prova apre alle 9.';
const LINK = { url: 'https://ente.example/avvisi', title: 'Avvisi', description: 'Gli avvisi dell’ente.' };
const OTHERS = 'Comune di Prova';

let desk: NetworksDesk;
const hands = new Map<Body, EditorialHand>();
before(async () => {
  desk = await startNetworksDesk(BODIES);
  for (const [index, body] of BODIES.entries()) hands.set(body, await editorialHand(desk, desk.towns[index] as Town));
});
after(() => desk?.close());

const NETWORK: NetworkName = 'facebook';
/** Of Calabria, whose channels are tied to each other. */
const leftOut = ['instagram', 'linkedin', 'youtube'].map((network) => ({ network, reason: 'Avviso locale.' }));

async function draftOf(body: Body, more: Partial<DraftContent> = {}) {
  const hand = hands.get(body);
  assert.ok(hand);
  const author: Client = await desk.signIn('moderator', body);
  const content = contentWith({
    text: TEXT,
    links: [LINK],
    variants: [variantOn(hand.on(NETWORK).account)],
    ...ASKED_OF_EVERY[body],
    ...more,
  });
  const opened = await hand.opens(author, body === 'regione-calabria' ? { ...content, leftOut } : content);
  return { hand, author, opened };
}

interface Question {
  readonly body: Body;
  readonly clause: string;
  readonly asked: string;
}

/** Unanswered it stops the draft, before anybody is asked to approve it; answered it does not. */
async function stopsUntilAnswered({ body, clause, asked }: Question, more: Partial<DraftContent>) {
  const { hand, author, opened } = await draftOf(body, more);
  assert.ok(opened.asked.some((item) => item.clause === clause && item.asked === asked && item.answer === null));
  assert.ok(opened.obstacles.some((one) => one.clause === clause));
  assert.deepEqual(await hand.tries(author, opened, 'proposal'), { status: 422, code: 'NOT_READY' });
  const answered = await hand.answers(author, opened);
  assert.deepEqual(answered.obstacles, []);
  assert.equal((await hand.does(author, answered, 'proposal')).state, 'proposed');
}

const VERIFIED: readonly Question[] = [
  { body: 'asl-roma-1', clause: 'RM1-012', asked: 'fonte verificata' },
  { body: 'asst-crema', clause: 'CRE-009', asked: 'chi ha verificato la fonte' },
  { body: 'ats-milano', clause: 'MIL-008', asked: 'chi ha verificato la fonte' },
  { body: 'il-mosaico', clause: 'MOS-034', asked: 'verifica dell’attendibilità' },
  { body: 'regione-calabria', clause: 'CAL-024', asked: 'verifica della fonte' },
];
for (const question of VERIFIED)
  test(proves(question.clause, 'what comes from others waits for whoever verified the source'), async () => {
    await stopsUntilAnswered(question, { source: OTHERS });
    const { opened } = await draftOf(question.body);
    assert.ok(
      opened.asked.every(({ clause }) => clause !== question.clause),
      'not of what is the body’s own',
    );
  });

test(proves('MIL-007', 'what comes from others says of which kind the source is'), () =>
  stopsUntilAnswered({ body: 'ats-milano', clause: 'MIL-007', asked: 'il tipo di fonte' }, { source: OTHERS }),
);

const AGAINST: readonly Question[] = [
  { body: 'asst-crema', clause: 'CRE-016', asked: 'la risposta alla domanda se si possa usare contro l’azienda' },
  { body: 'ats-milano', clause: 'MIL-014', asked: 'la risposta alla domanda se si possa usare contro l’agenzia' },
  { body: 'il-mosaico', clause: 'MOS-039', asked: 'la risposta alla domanda se si possa usare contro la cooperativa' },
];
for (const question of AGAINST)
  test(
    proves(question.clause, 'every draft says that it cannot be used against the body: yes, or nothing, stops it'),
    async () => {
      await stopsUntilAnswered(question, {});
      const { body, clause, asked } = question;
      const { hand, author, opened } = await draftOf(body, { answers: [{ clause, asked, answer: 'sì' }] });
      assert.ok(opened.obstacles.some((one) => one.clause === clause));
      assert.equal((await hand.tries(author, opened, 'proposal')).code, 'NOT_READY');
    },
  );

test(proves('MOS-093', 'whether the style is that of the traditional channels has to be said'), () => {
  const asked = 'la risposta alla domanda se lo stile è coerente con i canali tradizionali';
  return stopsUntilAnswered({ body: 'il-mosaico', clause: 'MOS-093', asked }, {});
});

test(proves('CAL-039', 'every draft says whether it starts from what its readers need'), () =>
  stopsUntilAnswered({ ...FOR_READERS, body: 'regione-calabria' }, { answers: [] }),
);

test(proves('CAL-010', 'of notices and calls the address of the official publication is asked for'), async () => {
  const kind = 'avvisi e bandi rimandano alla pubblicazione ufficiale';
  const plain = await draftOf('regione-calabria');
  assert.ok(plain.opened.kinds.includes(kind));
  const asked = ({ opened }: typeof plain) => opened.asked.filter(({ clause }) => clause === 'CAL-010');
  assert.deepEqual(asked(plain), []);
  const notice = await draftOf('regione-calabria', { kinds: [kind] });
  assert.deepEqual(
    asked(notice).map((item) => [item.asked, item.outcome]),
    [['indirizzo della pubblicazione ufficiale', 'advise']],
  );
  assert.deepEqual(notice.opened.obstacles, [], 'the clause only advises');
});
