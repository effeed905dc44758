// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordAbout } from '#audit';
import { publishDue } from '#editorial';
import { CautionsView, type ContentDetail, type DraftContent } from '#editorial/contract';
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

// What a body is careful about: in an electoral period nothing goes out undeclared, nothing goes out of a matter that is still
// open, and what a clause blocks stays where it is.

const BODIES = ['asst-crema', 'il-mosaico', 'ats-milano', 'regione-calabria', 'asl-roma-1'] as const;
type Body = (typeof BODIES)[number];
const DAY_MILLISECONDS = 86_400_000;
const HOUR_MILLISECONDS = 3_600_000;
const TEXT = 'Da giovedì lo sportello di prova apre alle 9.';
const LINK = { url: 'https://ente.example/avvisi', title: 'Avvisi', description: '' };

let desk: NetworksDesk;
const hands = new Map<Body, EditorialHand>();
before(async () => {
  desk = await startNetworksDesk(BODIES);
  for (const [index, body] of BODIES.entries()) hands.set(body, await editorialHand(desk, desk.towns[index] as Town));
});
after(() => desk?.close());

const inDays = (days: number): Date => new Date(desk.clock.now().getTime() + days * DAY_MILLISECONDS);
const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' }).format(at);

async function cautions(client: Client, path = 'cautions', request?: object): Promise<CautionsView> {
  const response = await (request === undefined
    ? client.get(`editorial/${path}`)
    : client.post(`editorial/${path}`, request));
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return CautionsView.parse(await response.json());
}

async function draftOf(body: Body, more: Partial<DraftContent> = {}) {
  const hand = hands.get(body);
  assert.ok(hand);
  const [author, head] = [await desk.signIn('moderator', body), await desk.signIn('head', body)];
  const variants = [variantOn(hand.on('facebook').account)];
  const leftOut =
    body === 'regione-calabria'
      ? ['instagram', 'linkedin', 'youtube'].map((network) => ({ network, reason: 'Avviso locale.' }))
      : [];
  const opened = await hand.opens(
    author,
    contentWith({ text: TEXT, links: [LINK], variants, leftOut, ...ASKED_OF_EVERY[body], ...more }),
  );
  return { hand, author, head, opened: await hand.answers(author, opened) };
}

async function saved(hand: EditorialHand, author: Client, detail: ContentDetail, more: Partial<DraftContent>) {
  const response = await hand.saves(author, detail, { ...detail.content, ...more });
  assert.equal(response.status, 200);
  return hand.read(author, detail.id);
}

const clausesStopping = ({ obstacles }: ContentDetail) => obstacles.map(({ clause }) => clause);

test('in an electoral period what is not declared impersonal and indispensable does not go out, nor what was approved before', async () => {
  const { hand, author, head, opened } = await draftOf('asst-crema', {
    ...{ at: inDays(10).toISOString(), goes: 'at-its-time' },
  });
  assert.deepEqual(opened.obstacles, []);
  const approved = await hand.approves(head, await hand.does(author, opened, 'proposal'), inDays(20));
  const bystander = await draftOf('asst-crema');

  const called = {
    ...{ election: 'elezioni regionali', decree: 'Decreto di prova n. 12', calledOn: dayOf(inDays(5)) },
    ...{ votesOn: dayOf(inDays(40)), closesAt: inDays(41).toISOString() },
  };
  const refused = await author.post('editorial/electoral-periods', called);
  assert.equal(refused.status, 403);
  await cautions(head, 'electoral-periods', called);
  const { periods } = await cautions(head, 'electoral-periods', called);
  assert.deepEqual(
    periods.map(({ election, now }) => [election, now]),
    [['elezioni regionali', 'to-come']],
    'told twice, recorded once',
  );
  assert.deepEqual((await hand.read(author, bystander.opened.id)).obstacles, [], 'what goes out before it is free');

  desk.clock.advance(10 * DAY_MILLISECONDS + HOUR_MILLISECONDS);
  assert.equal(await publishDue(desk.portavoce.ports, 'asst-crema'), 0);
  const stopped = await hand.read(author, approved.id);
  assert.equal(stopped.state, 'open', 'given back to be declared');
  assert.deepEqual(clausesStopping(stopped), ['art. 9 L. 28/2000']);
  assert.match(stopped.approval?.void ?? '', /non può ancora andare avanti/);
  assert.deepEqual(await hand.posts('facebook', TEXT), []);
  assert.equal((await cautions(author)).periods[0]?.now, 'running');
  assert.deepEqual(await hand.tries(author, stopped, 'proposal'), { status: 422, code: 'NOT_READY' });

  const half = await saved(hand, author, stopped, {
    electoral: { impersonal: true, indispensable: false, reason: 'Orario di un servizio.' },
  });
  assert.deepEqual(clausesStopping(half), ['art. 9 L. 28/2000']);
  const declared = await saved(hand, author, half, {
    electoral: { impersonal: true, indispensable: true, reason: 'Orario di un servizio sanitario.' },
  });
  assert.deepEqual(declared.obstacles, []);
  await hand.approves(head, await hand.does(author, declared, 'proposal'), inDays(20));
  assert.equal(await publishDue(desk.portavoce.ports, 'asst-crema'), 1);
  await hand.settles(author, approved.id);
  assert.equal((await hand.posts('facebook', TEXT)).length, 1);

  const praised = await draftOf('asst-crema', {
    text: 'Traguardo storico della nostra amministrazione: grazie al sindaco!',
  });
  const electoral = praised.opened.variants.flatMap(({ findings }) =>
    findings.filter(({ check }) => check === 'electoral'),
  );
  assert.equal(electoral[0]?.severity, 'justify', 'praise is noticed, and wants a reason of its own');

  const [period] = periods;
  assert.ok(period);
  const after = await cautions(head, `electoral-periods/${period.id}/withdrawal`, {
    why: 'Voto rinviato con decreto.',
  });
  assert.equal(after.periods[0]?.now, 'withdrawn');
  assert.deepEqual((await hand.read(author, bystander.opened.id)).obstacles, []);
  const { ports } = desk.portavoce;
  const recorded = await ports.database.inBody('asst-crema', (tx) => recordAbout(tx, 'asst-crema', period.id));
  assert.deepEqual(recorded.map(({ kind }) => kind).toSorted(), [
    'editorial.electoral-period',
    'editorial.electoral-period-withdrawn',
  ]);
});

test('a matter that somebody ties to a draft, or that its words name, stops it until an act ends the matter', async () => {
  const naming = 'I lavori al Centro di via Lago cominciano presto.';
  const { hand, author, head, opened } = await draftOf('il-mosaico', { text: naming, about: 'Centro diurno' });
  assert.deepEqual(opened.obstacles, []);
  const approved = await hand.approves(head, await hand.does(author, opened, 'proposal'));

  const listed = { title: 'Centro di via Lago', kind: 'proceeding', words: ['centro di via lago'] };
  assert.equal((await author.post('editorial/matters', listed)).status, 403);
  const { matters } = await cautions(head, 'matters', listed);
  const matter = matters.find(({ title }) => title === listed.title);
  assert.ok(matter);
  assert.equal(matter.open, true);
  assert.deepEqual(await hand.tries(author, approved, 'firing'), { status: 422, code: 'NOT_READY' });

  const tied = await draftOf('il-mosaico', { about: 'Centro diurno', matters: [matter.id] });
  assert.deepEqual(clausesStopping(tied.opened), ['MOS-043']);
  assert.deepEqual(await hand.tries(author, tied.opened, 'proposal'), { status: 422, code: 'NOT_READY' });

  const nothing = { settledOn: null, adoptedOn: null, notifiedOn: null, publicOn: null };
  const end = { revision: matter.revision, act: 'Delibera di prova n. 3', ...nothing };
  const without = await head.post(`editorial/matters/${matter.id}/end`, { ...end, publicOn: dayOf(inDays(0)) });
  assert.equal(without.status, 422, 'a proceeding ends when it is adopted or notified');
  const ended = await cautions(head, `matters/${matter.id}/end`, { ...end, notifiedOn: dayOf(inDays(0)) });
  assert.equal(ended.matters.find(({ id }) => id === matter.id)?.open, false);
  const stale = await head.post(`editorial/matters/${matter.id}/end`, { ...end, adoptedOn: dayOf(inDays(0)) });
  assert.equal(stale.status, 409);
  assert.deepEqual((await hand.read(author, tied.opened.id)).obstacles, []);
  assert.equal((await hand.does(author, approved, 'firing')).state, 'out');
});

const OF_PUBLIC: readonly (readonly [Body, string])[] = [
  ['asst-crema', 'CRE-018'],
  ['ats-milano', 'MIL-016'],
];
for (const [body, clause] of OF_PUBLIC)
  test(proves(clause, 'a draft tied to what is not public yet goes nowhere until it is'), async () => {
    const head = await desk.signIn('head', body);
    const { matters } = await cautions(head, 'matters', { title: 'Nuovo padiglione', kind: 'not-public', words: [] });
    const [matter] = matters;
    assert.ok(matter);
    const { hand, author, opened } = await draftOf(body, { matters: [matter.id] });
    assert.deepEqual(clausesStopping(opened), [clause]);
    assert.deepEqual(await hand.tries(author, opened, 'proposal'), { status: 422, code: 'NOT_READY' });
    const nothing = { settledOn: null, adoptedOn: null, notifiedOn: null };
    const end = { revision: matter.revision, act: 'Pubblicato all’albo', ...nothing, publicOn: dayOf(inDays(0)) };
    await cautions(head, `matters/${matter.id}/end`, end);
    assert.deepEqual((await hand.read(author, opened.id)).obstacles, []);
  });

test(proves('MOS-044', 'what is reserved stops a draft once on each account, under both clauses'), async () => {
  const head = await desk.signIn('head', 'il-mosaico');
  const reserved = { title: 'Piano riservato', kind: 'reserved', words: ['piano riservato'] };
  await cautions(head, 'matters', reserved);
  const { opened } = await draftOf('il-mosaico', { text: `${TEXT} Presto il Piano Riservato.`, about: 'Sportello' });
  const [finding, second] = opened.variants.flatMap(({ findings }) =>
    findings.filter(({ check }) => check === 'open-matter'),
  );
  assert.deepEqual([finding?.clause, second], ['MOS-040', undefined]);
  assert.match(finding?.reason ?? '', /MOS-044/);
});

interface Blocked {
  readonly body: Body;
  readonly clause: string;
  readonly texts: readonly string[];
  readonly link?: string;
}

const FISCAL_CODE = 'Ha vinto il premio VRDNTN80A01H501Z.';
const DIAGNOSIS = 'La signora Ersilia Inventini, operata di tumore, è tornata a salutarci.';
const BLOCKED: readonly Blocked[] = [
  { body: 'asst-crema', clause: 'CRE-019', texts: [FISCAL_CODE, DIAGNOSIS] },
  { body: 'ats-milano', clause: 'MIL-017', texts: [FISCAL_CODE] },
  { body: 'asl-roma-1', clause: 'RM1-032', texts: [DIAGNOSIS] },
  {
    ...{ body: 'regione-calabria', clause: 'CAL-020' },
    texts: ['Scriveteci il vostro cv nei commenti.', 'Mandateci in privato nome, cognome e numero di telefono.'],
  },
  {
    ...{ body: 'regione-calabria', clause: 'CAL-029' },
    texts: ['Germano Inventini, il custode, è stato condannato in primo grado per furto.', DIAGNOSIS],
  },
];
for (const { body, clause, texts } of BLOCKED)
  test(proves(clause, 'a blocked draft cannot even be proposed, whatever reason is given'), async () => {
    for (const text of texts) {
      const { hand, author, opened } = await draftOf(body, { text });
      const findings = opened.variants.flatMap((one) => one.findings);
      const reasoned = await saved(hand, author, opened, {
        justifications: findings
          .filter(
            ({ check, clause: by }, nth) =>
              nth === findings.findIndex((one) => one.check === check && one.clause === by),
          )
          .map(({ check, clause: by }) => ({ check, clause: by, reason: 'Lo chiede il direttore.' })),
      });
      assert.ok(clausesStopping(reasoned).includes(clause), JSON.stringify(reasoned.obstacles));
      assert.deepEqual(await hand.tries(author, reasoned, 'proposal'), { status: 422, code: 'NOT_READY' });
    }
  });

test(
  proves('MOS-092', 'below the threshold that the head chose, a hint for plainer words stands beside the draft'),
  async () => {
    const text =
      'Si rende noto che, ai sensi della vigente normativa, l’erogazione delle prestazioni sarà effettuata previo appuntamento telefonico da inoltrare entro e non oltre il giorno antecedente.';
    const { hand, author, head, opened } = await draftOf('il-mosaico', { text, about: 'Sportello' });
    const hints = ({ variants }: ContentDetail) =>
      variants.flatMap(({ findings }) => findings.filter(({ check }) => check === 'plain-writing'));
    assert.deepEqual(hints(opened), [], 'nobody chose a threshold');
    assert.equal((await cautions(head)).plain.clause, 'MOS-092');
    const { plain } = await cautions(head, 'plain-writing', { threshold: 60, act: 'Nota di prova n. 4' });
    assert.deepEqual([plain.threshold, plain.act], [60, 'Nota di prova n. 4']);
    const read = await hand.read(author, opened.id);
    assert.deepEqual(
      hints(read).map(({ clause, severity }) => [clause, severity]),
      [['MOS-092', 'advise']],
    );
    assert.deepEqual(read.obstacles, [], 'advice stops nothing');
    const short = await draftOf('il-mosaico', {
      ...{
        text: 'Lo sportello apre alle 9. Si entra su appuntamento. Per prenotare telefonate il giorno prima. Vi aspettiamo.',
      },
      about: 'Sportello',
    });
    assert.deepEqual(hints(short.opened), []);
  },
);

test(
  proves('MOS-033', 'a draft linked to none of our work is flagged, and goes on when somebody says to which'),
  async () => {
    const { hand, author, opened } = await draftOf('il-mosaico');
    const flags = ({ variants }: ContentDetail) =>
      variants.flatMap(({ findings }) =>
        findings.filter(({ check }) => check === 'off-scope').map(({ clause }) => clause),
      );
    assert.deepEqual(flags(opened), ['MOS-033']);
    assert.deepEqual(flags(await saved(hand, author, opened, { about: 'Sportello di ascolto' })), []);
  },
);

test(
  proves('CAL-019', 'once the portal is chosen a draft that does not lead there wants a written reason'),
  async () => {
    const { hand, author, head, opened } = await draftOf('regione-calabria');
    const missing = ({ variants }: ContentDetail) =>
      variants.flatMap(({ findings }) => findings.filter(({ clause }) => clause === 'CAL-019'));
    assert.deepEqual(missing(opened), [], 'the policy does not say the address, and nobody chose one');
    const portal = { clause: 'CAL-019', address: 'www.lavoro.ente.example', act: 'Nota di prova n. 5' };
    assert.equal((await author.post('editorial/portals', portal)).status, 403);
    assert.equal((await head.post('editorial/portals', { ...portal, clause: 'CAL-001' })).status, 422);
    const { portals } = await cautions(head, 'portals', portal);
    assert.equal(portals.find(({ clause }) => clause === 'CAL-019')?.address, portal.address);
    const stopped = await hand.read(author, opened.id);
    assert.deepEqual(clausesStopping(stopped), ['CAL-019']);
    assert.deepEqual(await hand.tries(author, stopped, 'proposal'), { status: 422, code: 'NOT_READY' });
    const linked = { url: 'https://www.lavoro.ente.example/avvisi', title: 'Avvisi', description: '' };
    const leading = await saved(hand, author, stopped, { links: [linked] });
    assert.deepEqual(leading.obstacles, []);
    const reasoned = await saved(hand, author, leading, {
      links: [LINK],
      justifications: [{ check: 'link-missing', clause: 'CAL-019', reason: 'La pagina del portale apre domani.' }],
    });
    assert.deepEqual(reasoned.obstacles, []);
  },
);
