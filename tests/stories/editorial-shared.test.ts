// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accountsOf, registerAccount } from '#accounts';
import { type ContentDetail, type DraftContent, NO_GROUNDS } from '#editorial/contract';
import type { NetworkName } from '#policy';
import type { Client } from '../support/client.ts';
import {
  ASKED_OF_EVERY,
  contentWith,
  type EditorialHand,
  editorialHand,
  variantOn,
} from '../support/editorial-hand.ts';
import { type NetworksDesk, startNetworksDesk, type Town } from '../support/networks-desk.ts';
import { proves } from '../support/proves.ts';

// What others wrote is passed on with their name under it; each network is written to in its own way, and comments are closed where
// the policy closes them.

const BODIES = ['regione-calabria', 'asst-crema', 'il-mosaico'] as const;
type Body = (typeof BODIES)[number];
const LINK = { url: 'https://ente.example/avvisi', title: 'Avvisi', description: 'Gli avvisi dell’ente.' };
const SOURCE = 'Comune di Prova';

let desk: NetworksDesk;
const hands = new Map<Body, EditorialHand>();
before(async () => {
  desk = await startNetworksDesk(BODIES);
  for (const [index, body] of BODIES.entries()) hands.set(body, await editorialHand(desk, desk.towns[index] as Town));
});
after(() => desk?.close());

async function opened(body: Body, networks: readonly NetworkName[], more: Partial<DraftContent>) {
  const hand = hands.get(body);
  assert.ok(hand);
  const [author, head] = [await desk.signIn('moderator', body), await desk.signIn('head', body)];
  const variants = networks.map((network) => variantOn(hand.on(network).account, { links: network !== 'instagram' }));
  const draft = await hand.opens(author, contentWith({ links: [LINK], variants, ...ASKED_OF_EVERY[body], ...more }));
  return { hand, author, head, draft };
}

interface Going {
  readonly hand: EditorialHand;
  readonly author: Client;
  readonly head: Client;
  readonly draft: ContentDetail;
}

async function goesOut({ hand, author, head, draft }: Going): Promise<ContentDetail> {
  const answered = await hand.answers(author, draft);
  assert.deepEqual(answered.obstacles, []);
  const approved = await hand.approves(head, await hand.does(author, answered, 'proposal'));
  await hand.does(author, approved, 'firing');
  return hand.settles(author, draft.id);
}

/** A content of others without its source goes nowhere, whoever asks; with it, whose it is stands in the post itself. */
async function isCredited(body: Body, clause: string, text: string, more: Partial<DraftContent> = {}) {
  const shared = { reliability: 'verified' } as const;
  const bare = await opened(body, ['facebook'], { text, shared, ...more });
  const { hand, author, head } = bare;
  const answered = await hand.answers(author, bare.draft);
  assert.deepEqual([...new Set(answered.obstacles.map((one) => one.clause))], [clause]);
  assert.deepEqual(await hand.tries(author, answered, 'proposal'), { status: 422, code: 'NOT_READY' });
  assert.deepEqual(await hand.tries(author, answered, 'firing'), { status: 409, code: 'APPROVAL_MISSING' });
  assert.equal((await hand.posts('facebook', text)).length, 0);

  assert.equal((await hand.saves(author, answered, { ...answered.content, source: SOURCE })).status, 200);
  const draft = await hand.read(author, answered.id);
  await goesOut({ hand, author, head, draft });
  const [post, ...others] = await hand.posts('facebook', text);
  assert.equal(others.length, 0);
  assert.match(post?.text ?? '', /\n\nFonte: Comune di Prova\. Contenuto non certificato dall’ente\./);
}

/** Why a post of Calabria is on Facebook alone. */
const leftOut = ['instagram', 'linkedin', 'youtube'].map((network) => ({ network, reason: 'Avviso locale.' }));

test(proves('CAL-023', 'what others wrote is not shared without its source, and is credited with it'), () =>
  isCredited('regione-calabria', 'CAL-023', 'Da lunedì la biblioteca di prova apre alle 9.', { leftOut }),
);

test(proves('CRE-008', 'a re-shared content whose source nobody can see is blocked; with it, it goes out'), () =>
  isCredited('asst-crema', 'CRE-008', 'Da martedì la biblioteca di prova apre alle 9.'),
);

test('how far a source can be trusted is said by a person; what is not verified stops where a clause wants it verified', async () => {
  const text = 'Da mercoledì la biblioteca di prova apre alle 9.';
  const { hand, author, draft } = await opened('asst-crema', ['facebook'], {
    ...{ text, source: SOURCE, shared: { reliability: null } },
  });
  const silent = await hand.answers(author, draft);
  assert.match(silent.obstacles.map(({ what }) => what).join(), /di’ se la fonte è verificata/);
  const doubtful = { ...silent.content, shared: { reliability: 'not-certified' as const } };
  assert.equal((await hand.saves(author, silent, doubtful)).status, 200);
  const stopped = await hand.read(author, draft.id);
  assert.deepEqual(
    stopped.obstacles.map(({ clause }) => clause),
    ['CRE-009'],
  );
  assert.equal((await hand.tries(author, stopped, 'proposal')).code, 'NOT_READY');
});

test(
  proves(
    ['MOS-097', 'MOS-098', 'MOS-099'],
    'one content for two networks has a text for each, and each is told how one writes there',
  ),
  async () => {
    const text = 'Sabato la bottega è aperta dalle 9 alle 12.';
    const { hand, author, draft } = await opened('il-mosaico', ['facebook', 'linkedin'], { text });
    const on = (detail: ContentDetail, network: NetworkName) => {
      const found = detail.variants.find((one) => one.network === network);
      assert.ok(found, network);
      return found;
    };
    assert.deepEqual(on(draft, 'linkedin').style[0], {
      words: ['più istituzionale', 'rivolto al mondo del lavoro', 'rivolto ai professionisti del settore'],
      clause: 'MOS-098',
    });
    assert.deepEqual(on(draft, 'facebook').style[0], {
      words: ['rivolto al grande pubblico', 'partecipazione', 'interazione diretta'],
      clause: 'MOS-099',
    });
    for (const network of ['facebook', 'linkedin'] as const)
      assert.equal(on(draft, network).sameAs?.clause, 'MOS-097', 'the same words on both');
    const own = 'Sabato la bottega della cooperativa è aperta dalle 9 alle 12: accoglie tirocini e inserimenti.';
    const variants = draft.content.variants.map((one) =>
      one.account === hand.on('linkedin').account ? { ...one, text: own } : one,
    );
    assert.equal((await hand.saves(author, draft, { ...draft.content, variants })).status, 200);
    const adapted = await hand.read(author, draft.id);
    assert.deepEqual(
      adapted.variants.map(({ sameAs }) => sameAs),
      [null, null],
    );
    assert.ok(on(adapted, 'linkedin').text.startsWith(own));
    assert.ok(on(adapted, 'facebook').text.startsWith(text));
  },
);

test(proves('CRE-005', 'a second thematic page on Facebook is accepted under the same body'), async () => {
  const { ports } = desk.portavoce;
  const body = 'asst-crema';
  const page = (name: string) =>
    ({
      ...{ body, network: 'facebook' as const, externalId: name, handle: name, name, act: 'atto di prova' },
      url: `https://facebook.example/${name}`,
    }) as const;
  const ids = [
    await registerAccount(ports, page('pagina.cuore')),
    await registerAccount(ports, page('pagina.nascita')),
  ];
  const known = await ports.database.inBody(body, (tx) => accountsOf(tx, body));
  const pages = known.filter(({ network }) => network === 'facebook').map(({ id }) => id);
  assert.ok(ids.every((id) => pages.includes(id)));
  assert.equal(new Set(ids).size, 2);
});

test('where the policy closes comments posts come out closed, are closed as soon as they are out, or by a person', async () => {
  const text = 'Da giovedì lo sportello di prova apre alle 9.';
  const author = await desk.signIn('moderator', 'regione-calabria');
  const picture = (await hands.get('regione-calabria')?.picture(author))?.id ?? '';
  const grounds = { ...NO_GROUNDS, seen: 0, minors: 0, premises: false, rights: 'own' as const };
  const going = await opened('regione-calabria', ['facebook', 'linkedin', 'instagram'], {
    ...{ text, leftOut: leftOut.filter(({ network }) => network === 'youtube') },
    media: [
      { media: picture, alt: 'Lo sportello visto da fuori.', licence: 'Foto dell’ente', people: 'nessuno', grounds },
    ],
  });
  const { hand } = going;
  assert.deepEqual(
    going.draft.variants.map(({ network, closing }) => [network, closing?.how, closing?.clause]),
    [
      ['facebook', 'by-hand', 'CAL-021'],
      ['linkedin', 'after', 'CAL-021'],
      ['instagram', 'with', 'CAL-021'],
    ],
  );
  const out = await goesOut(going);
  const closing = (network: string) => out.outings.find((one) => one.act === 'close' && one.network === network);
  for (const network of ['facebook', 'linkedin', 'instagram'] as const)
    assert.equal((await hand.posts(network, text)).length, 1, `${network}: ${JSON.stringify(out.outings)}`);
  assert.equal(closing('linkedin')?.state, 'out', JSON.stringify(closing('linkedin')));
  assert.equal(closing('instagram'), undefined, 'its post came out closed');
  const byHand = closing('facebook');
  assert.ok((byHand?.byHand?.steps.length ?? 0) > 0, JSON.stringify(byHand));
  assert.equal((await author.post(`editorial/outings/${byHand?.id}/done`, { link: '' })).status, 200);
  await desk.drain();

  const taken = await hand.does(author, out, 'removal', { reasons: 'Lo sportello resta chiuso.' });
  assert.ok(taken.outings.every(({ act, state }) => act !== 'close' || state !== 'ordered'));
});
