// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { NetworkName } from '#policy';
import type { World } from '../support/world.ts';
import {
  isAsked,
  isOpen,
  isRead,
  isSentOn,
  keepsOutOfMessages,
  listsWords,
  MISSING,
  PUBLIC,
  reasonsOf,
  said,
  stays,
} from './asking.ts';

// Clauses that several bodies write alike: what such a clause must say and do, whoever wrote it. What differs is given.

type Channels = readonly NetworkName[];

export function namesPurposes(world: World, id: string): void {
  const { purposes, audience } = said(world, id, 'purpose');
  assert.deepEqual(audience, ['cittadini', 'utenti']);
  assert.deepEqual(purposes, [
    'informare',
    'comunicare',
    'ascoltare',
    'partecipazione',
    'confronto',
    'dialogo',
    'relazione diretta con gli utenti',
    'trasparenza',
    'condivisione',
  ]);
  isRead(world, id, [...purposes, 'finalità istituzionali e di interesse generale']);
}

interface Collected {
  readonly scope: string;
  readonly channels: Channels;
  /** A comment, a request, a question and a suggestion. */
  readonly texts: readonly [string, string, string, string];
}

/** Comments, requests, questions and suggestions are all welcome; the two that ask are answered. */
export function collects(world: World, id: string, { scope: asked, channels, texts }: Collected): void {
  const { purposes, scope } = said(world, id, 'purpose');
  assert.deepEqual(purposes, ['commenti', 'richieste', 'domande', 'suggerimenti']);
  assert.equal(scope, asked);
  isRead(world, id, ['commenti, richieste, domande e suggerimenti']);
  for (const channel of channels) {
    const proposed = texts.map((text) => world.judge({ channel, text }).proposal.action);
    assert.deepEqual(proposed, ['none', 'answer', 'answer', 'none']);
  }
}

export function opensComments(world: World, id: string, channels: Channels): void {
  for (const channel of channels) {
    const { comments } = world.card(channel);
    assert.deepEqual([comments?.what, comments?.clause.id], ['open', id]);
  }
}

/** What is the body's own may be reused freely, with credit given in these ways; no licence is invented. */
export function isReusedWithCredit(world: World, id: string, ways: readonly string[]): void {
  const { of, reuse, credit, how, name, address } = said(world, id, 'licence');
  assert.deepEqual([of, reuse, credit], ['own', 'free', 'required']);
  assert.deepEqual(how, ways);
  assert.deepEqual([name, address], [undefined, undefined]);
  assert.ok(!/\bCC\b|Creative Commons/.test(world.markup()));
}

/** Names and surnames are wished for; a text under another name breaks nothing. */
export function wishesRealNames(world: World, id: string, nameless: string): void {
  assert.equal(said(world, id, 'notice').about, 'users');
  isRead(world, id, ['nome e cognome', 'chi non lo segue non viola alcuna regola']);
  const { clauses, proposal } = world.judge(nameless);
  assert.deepEqual([clauses, proposal.action], [[], 'none']);
}

interface OfficeHours {
  readonly channels: Channels;
  /** Just before, at the opening, in the middle, just before the end and after it, local time in Rome. */
  readonly times: readonly [string, string, string, string, string];
  readonly noon: string;
}

/** Moderated from Monday to Friday; holidays are not spoken of. */
export function keepsOfficeHours(world: World, id: string, { channels, times, noon }: OfficeHours): void {
  for (const channel of channels) {
    for (const day of ['2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16'])
      assert.deepEqual(
        times.map((time) => isOpen(world, channel, `${day}T${time}`)),
        [false, true, true, true, false],
        day,
      );
    for (const day of ['2026-01-17', '2026-01-18']) assert.ok(!isOpen(world, channel, `${day}T${noon}`), day);
  }
  assert.deepEqual(said(world, id, 'hours').holidays, MISSING);
}

interface Due {
  readonly at?: string;
  /** The clause of the hours within which the item is to be looked at; absent where the hours are missing. */
  readonly hours?: string;
}

/** Each type of request has its own time of answer, missing: nothing is late by it. */
export function answersWithinMissingTimes(world: World, id: string, { at, hours }: Due): void {
  const targets = world.blocks('reply').filter(({ clause }) => clause.id === id);
  const types = ['question', 'complaint', 'personal-case'];
  assert.deepEqual(
    targets.map(({ what: { by, within, categories } }) => [by, within, categories]),
    types.map((type) => ['staff', MISSING, [type]]),
  );
  for (const category of types) {
    const { due, missing } = world.judge({ signals: [category], ...(at !== undefined && { at }) });
    if (hours === undefined) assert.equal(due, undefined);
    else assert.equal(due?.reason.clause, hours, 'to be looked at within the hours, not answered by then');
    assert.ok(missing.some(({ what, clause }) => what === 'response-time' && clause === id));
  }
  assert.ok(!world.judge({ signals: ['thanks'] }).missing.some(({ what }) => what === 'response-time'));
}

/** A personal case gets what is of interest to all, with a link to the site. */
export function answersPersonalCases(
  world: World,
  id: string,
  { site, text: asked, channels }: { readonly site: string; readonly text: string; readonly channels: Channels },
): void {
  const { by, ways, text, categories } = said(world, id, 'reply');
  assert.deepEqual([by, categories], ['staff', ['personal-case']]);
  assert.deepEqual(ways, ['informazioni generali di interesse comune', 'rimando alle pagine del sito']);
  const template = `Sui social non si trattano casi personali. Le informazioni generali sono sul sito ${site}.`;
  assert.equal(text, template);
  isRead(world, id, [template]);
  for (const channel of channels) assert.ok(world.grounds('reply', { text: asked, channel }).includes(id));
}

/** Private messages are not offered; whoever writes one is sent elsewhere. */
export function offersNoMessages(
  world: World,
  id: string,
  { channels, question }: { readonly channels: Channels; readonly question: string },
): void {
  for (const channel of channels) {
    const { messages } = world.card(channel);
    assert.deepEqual([messages?.what, messages?.clause.id], ['not-possible', id]);
    const asked = { channel, kind: 'message', text: question } as const;
    assert.equal(world.judge(asked).proposal.action, 'route');
    assert.deepEqual(world.grounds('reply', asked), [], 'there is no answering in private');
    assert.ok(reasonsOf(world, id, { ...asked, signals: ['emergency'] }).length > 0);
  }
  keepsOutOfMessages(world);
  isRead(world, id, ['non si possono mandare messaggi privati']);
}

interface Office {
  readonly channels: Channels;
  /** The office as the clause names it, and as its answer tells citizens where to turn. */
  readonly to: string;
  readonly where: string;
}

/** Who asks to be called back is told of the office; `ward` is where the body's own words say to be called from. */
export function callsNobodyBack(world: World, id: string, { channels, to, where, ward }: Office & { ward: string }) {
  for (const channel of channels)
    for (const kind of [...PUBLIC, 'message'] as const)
      for (const text of ['Chiamatemi al 333 0000000', 'Scrivetemi a nome@posta.example']) {
        const item = { channel, kind, text };
        assert.ok(world.notice(item).some(({ category }) => category === 'personal-data'));
        isSentOn(world, id, { item, to });
        assert.equal(world.grounds('reply', item).includes(id), kind !== 'message');
      }
  isAsked(world, id, { item: { text: 'Vorrei essere ricontattata' }, as: 'richiesta-di-contatto' });
  const { route, priority } = world.judge('Mi potete richiamare domani');
  assert.ok(route?.reason.text.startsWith('Richiesta di essere ricontattati: '));
  assert.equal(priority, 2, 'ordinary');
  listsWords(world, id, [
    'Chiamatemi quando potete',
    'Richiamatemi dopo le cinque',
    'Telefonatemi a casa',
    'Scrivetemi a questa mail',
    'Contattatemi al telefono',
    'Mi potete chiamare domani',
    'Mi potete richiamare domani',
    'Potete contattarmi la sera',
    'Potete richiamarmi la sera',
    'Vorrei essere ricontattato',
    `Fatemi chiamare ${ward}`,
    `Fatemi richiamare ${ward}`,
    'Vi lascio il mio numero',
  ]);
  const { answer, address } = said(world, id, 'routing');
  const told = 'non possiamo ricontattare a un’e-mail o a un telefono personale; per la sua questione può rivolgersi';
  assert.equal(answer, `${told} ${where}`);
  assert.deepEqual(address, MISSING);
}

/** Whatever cannot be dealt with here goes to an office whose address is missing. */
export function sendsElsewhere(world: World, id: string, { channels, to, where, text }: Office & { text: string }) {
  for (const channel of channels)
    for (const kind of [...PUBLIC, 'message'] as const) {
      const item = { channel, kind, text };
      assert.equal(world.judge(item).proposal.action, 'route');
      assert.ok(reasonsOf(world, id, item).length > 0);
      isSentOn(world, id, { item, to });
    }
  const answer = `per la sua questione può rivolgersi ${where}`;
  assert.equal(said(world, id, 'routing').answer, answer);
  const { purposes, address, phone, office } = said(world, id, 'contact');
  assert.deepEqual([purposes, office], [['ogni altra informazione'], to]);
  assert.deepEqual([address, phone], [MISSING, MISSING]);
  isRead(world, id, [answer, 'lì ogni questione si può trattare a fondo', 'dato mancante']);
}

/** The netiquette is a section, with its rules in it; the first of them opens it. */
export function hasNetiquette(world: World, ids: readonly [string, ...string[]], whom: string): void {
  const section = world.page().sections.find(({ title }) => title === 'Moderazione e netiquette');
  const found = section?.clauses.map(({ id }) => id) ?? [];
  for (const id of ids) assert.ok(found.includes(id));
  isRead(world, ids[0], [`chiede ${whom} di rispettare alcune semplici regole di netiquette`]);
}

/** What is of private interest only is reminded of, and stays. */
export function remindsOfInterest(world: World, id: string, text: string): void {
  const item = { signals: ['no-public-interest'], text };
  isAsked(world, id, { item, as: 'no-public-interest' });
  assert.equal(world.judge(item).proposal.action, 'none');
  assert.match(reasonsOf(world, id, item).join(), /chiede di evitarlo/);
}

interface Opinions {
  readonly channels: Channels;
  readonly polite: string;
  readonly rude: string;
}

/** Polite criticism raises nothing; an opinion without respect is only reminded of. */
export function remindsOfRespect(world: World, id: string, { channels, polite, rude }: Opinions): void {
  for (const channel of channels) {
    const { clauses, proposal } = world.judge({ channel, text: polite });
    assert.deepEqual([clauses, proposal.action], [[], 'none']);
  }
  const item = { signals: ['uncivil-opinion'], text: rude };
  isAsked(world, id, { item, as: 'uncivil-opinion' });
  assert.equal(world.judge(item).proposal.action, 'none');
  assert.equal(reasonsOf(world, id, item).length, 1);
}

/** Insults, foul language, threats and offences to dignity are not tolerated. */
export function toleratesNoOffence(world: World, id: string, undignified: string): void {
  isAsked(world, id, { item: { text: 'siete dei buffoni' }, as: 'insult' });
  isAsked(world, id, { item: { text: 'Ma che minchia avete scritto' }, as: 'vulgar' });
  isAsked(world, id, { item: { text: 'Vengo lì e vi spacco la faccia' }, as: 'threat' });
  isAsked(world, id, { item: { signals: ['dignity'], text: undignified }, as: 'dignity' });
  stays(world, id, 'Mi ammazzo di lavoro e poi trovo lo sportello chiuso');
  const whom = ['dignità della persona', 'diritti delle minoranze', 'diritti dei minori', 'libertà', 'uguaglianza'];
  protects(world, id, whom);
}

/** Whom the rule protects, as citizens read it. */
export function protects(world: World, id: string, whom: readonly string[]): void {
  assert.deepEqual(said(world, id, 'rule').protects, whom);
  isRead(world, id, whom);
}
