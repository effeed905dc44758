// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { z } from 'zod';
import { establishBody } from '#governance';
import { manualClock } from '#kernel';
import { adopt } from '#rulebook';
import { ActList, HoursChoices } from '#rulebook/contract';
import {
  AccountsView,
  ConductView,
  DirectoryView,
  HoursView,
  PolicyView,
  VersionsView,
} from '../../src/rulebook/pages/contract.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { anotherPerson, type RulebookHand, read, rulebookHand, smallPolicy } from '../support/rulebook-hand.ts';

// What citizens read of a policy, without signing in and without scripts; and what only staff read.

const ASL = BODIES.asl.slug;
const COMUNE = BODIES.comune.slug;
const CALABRIA = 'regione-calabria';
const CLOSED = 'CAL-021';
const INSULTS = 'CAL-063';
const NOTE = 'Si aggiunge la regola sui messaggi ripetuti.';

/** A Monday morning in Rome: nine o'clock. */
const clock = manualClock('2026-11-23T08:00:00Z');
let desk: Desk;
let calabria: RulebookHand;
before(async () => {
  desk = await startDesk({ clock });
  const { ports } = desk.portavoce;
  await establishBody(ports.database, clock, { slug: CALABRIA, name: 'Regione Calabria' });
  const source = await readFile(join(import.meta.dirname, '../../policies', `${CALABRIA}.policy.md`), 'utf8');
  await adopt(ports, { source, file: CALABRIA, act: 'atto di prova', person: null });
  const head = await anotherPerson(desk.portavoce, CALABRIA, { name: 'Responsabile Inventata', role: 'head' });
  calabria = rulebookHand(desk.url, CALABRIA, head);
});
after(() => desk.close());

const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${desk.url}${path}`, { headers, redirect: 'manual' });
async function page(path: string): Promise<string> {
  const response = await ask(path);
  assert.equal(response.status, 200, path);
  assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
  return response.text();
}
async function data<Shape extends z.ZodType>(shape: Shape, path: string): Promise<z.infer<Shape>> {
  const response = await ask(path);
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  return read(shape, response);
}
const articlesIn = (markup: string): string[] =>
  [...markup.matchAll(/<article id="([^"]+)"/g)].map(([, id = '']) => id);
/** What is read; a link in the middle of a sentence parts no words. */
const words = (markup: string): string =>
  markup
    .replace(/<\/?a\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

test('the policy is one page and one document of data that say the same', async () => {
  const markup = await page(`/policy/${ASL}`);
  const view = await data(PolicyView, `/policy/${ASL}.json`);
  const clauses = view.sections.flatMap((section) => section.clauses);
  assert.deepEqual(
    articlesIn(markup),
    clauses.map(({ id }) => id),
  );
  const read = words(markup);
  for (const { id, title, prose, blocks } of clauses)
    for (const line of [title, ...prose.map(({ text }) => text), ...blocks.flatMap(({ lines }) => lines)])
      assert.ok(read.includes(line.replace(/\s+/g, ' ')), `${id}: ${line}`);
  assert.deepEqual(view.about.licence, { name: 'CC BY-ND 3.0', clause: 'RM1-014' });
  assert.match(read, /Licenza dei testi CC BY-ND 3\.0 \(punto RM1-014\)/);
  assert.match(read, /Dichiarazione di accessibilità dato mancante/);
  assert.match(read, /Ultimo aggiornamento 23 novembre 2026/);
  assert.ok(!markup.includes('<script'), 'no script');
});

test('every link within the pages of a body leads somewhere', async () => {
  const start = [`/policy/${ASL}`, `/policy/${COMUNE}`, `/policy/${CALABRIA}`];
  const seen = new Map<string, string>();
  const queue = [...start];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    const markup = path.endsWith('.json') ? await (await ask(path)).text() : await page(path);
    seen.set(path, markup);
    for (const [, href = ''] of markup.matchAll(/ href="(\/policy\/[^"#]+)/g)) queue.push(href);
  }
  assert.ok(seen.size > 25, `${seen.size} pages`);
  for (const [path, markup] of seen) {
    for (const [, there = path, anchor = ''] of markup.matchAll(/<a[^>]* href="(\/policy\/[^"#]+)?#([^"]+)"/g))
      assert.ok(seen.get(there)?.includes(` id="${anchor}"`), `${path}: ${there}#${anchor}`);
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, `${path}: an id twice`);
    assert.ok(!markup.includes('/interna'), `${path}: nothing tells of the internal part`);
  }
});

test('the table of contents nests as the sections do', async () => {
  const markup = await page(`/policy/${ASL}`);
  const index = markup.slice(markup.indexOf('policy-index'), markup.indexOf('</nav>', markup.indexOf('policy-index')));
  assert.equal(index.split('Sezione 4. Dove siamo').length, 2, 'said once');
  assert.match(
    index.replace(/\s+/g, ' '),
    /Dove siamo<\/a> <ol><li><a href="#sezione-5-1">X<\/a> <ol><li><a href="#sezione-5-1-1">Messaggi diretti/,
  );
  assert.match(markup, /<h4 id="sezione-5-1-1">Messaggi diretti<\/h4>/);
});

describe('a clause by its number', () => {
  const leads = async (path: string, headers = {}): Promise<string> => {
    const response = await ask(path, headers);
    return `${response.status} ${response.headers.get('location')}`;
  };

  test('leads to its place, on the page in force or in a version', async () => {
    assert.equal(await leads(`/policy/${ASL}/RM1-024`), `302 /policy/${ASL}#RM1-024`);
    assert.equal(await leads(`/policy/${ASL}/versioni/1/RM1-024`), `302 /policy/${ASL}/versioni/1#RM1-024`);
    for (const nowhere of ['RM1-999', 'ESE-001', 'versioni/1/RM1-138', 'versioni/9/RM1-024', 'rm1-024'])
      assert.equal((await ask(`/policy/${ASL}/${nowhere}`)).status, 404, nowhere);
  });

  test('of the internal part leads staff alone', async () => {
    const { cookie } = await desk.signIn('auditor');
    assert.equal(await leads(`/policy/${ASL}/RM1-141`, { cookie }), `302 /policy/${ASL}/interna#RM1-141`);
    assert.equal((await ask(`/policy/${ASL}/RM1-141`)).status, 404);
  });
});

describe('the internal part', () => {
  test('is read by who has a mandate there, and kept by nobody between', async () => {
    const { cookie } = await desk.signIn('auditor');
    const response = await ask(`/policy/${ASL}/interna`, { cookie });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'private, no-store');
    const articles = articlesIn(await response.text());
    assert.ok(articles.includes('RM1-141') && !articles.includes('RM1-024'));
    const view = await read(PolicyView, await ask(`/policy/${ASL}/interna.json`, { cookie }));
    assert.deepEqual(
      view.sections.flatMap(({ clauses }) => clauses.map(({ id }) => id)),
      articles,
    );
  });

  test('is not there for others, exactly as what never was', async () => {
    const { cookie } = await desk.signIn('moderator', 'comune');
    const never = await ask(`/policy/${ASL}/non-esiste`);
    const expected = { status: 404, body: await never.text() };
    for (const headers of [{}, { cookie }, { cookie: 'better-auth.session_token=falso' }] as Record<string, string>[]) {
      const refused = await ask(`/policy/${ASL}/interna`, headers);
      assert.deepEqual({ status: refused.status, body: await refused.text() }, expected);
      assert.equal((await ask(`/policy/${ASL}/interna.json`, headers)).status, 404);
    }
  });
});

test('the netiquette has the rules of conduct and nothing else', async () => {
  const view = await data(ConductView, `/policy/${COMUNE}/netiquette.json`);
  const markup = await page(`/policy/${COMUNE}/netiquette`);
  assert.deepEqual(
    articlesIn(markup),
    view.groups.flatMap(({ clauses }) => clauses.map(({ id }) => id)),
  );
  const kinds = new Set(
    view.groups.flatMap(({ clauses }) => clauses.flatMap(({ blocks }) => blocks.map((one) => one.kind))),
  );
  assert.deepEqual([...kinds].toSorted(), ['discretion', 'ladder', 'rule']);
  const groups = view.groups.map(({ group }) => group);
  assert.ok(groups.includes('protected') && groups.includes('must-remove') && groups.at(-1) === 'next', groups.join());
});

test('the official accounts are those of the policy and of the register', async () => {
  const view = await data(AccountsView, `/policy/${ASL}/account.json`);
  const facebook = view.networks.find(({ network }) => network === 'facebook');
  assert.ok(facebook?.policy?.some(({ label, clause }) => label === 'indirizzo' && clause?.startsWith('RM1-')));
  assert.deepEqual(
    facebook?.registered.map(({ handle, act }) => [handle, act]),
    [[BODIES.asl.page.handle, 'atto di prova']],
  );
  const youtube = view.networks.find(({ network }) => network === 'youtube');
  assert.deepEqual(youtube?.registered, []);
  assert.ok(youtube?.policy?.some(({ label, value }) => label === 'indirizzo' && value === 'dato mancante'));
  assert.match(
    words(await page(`/policy/${ASL}/account`)),
    /AslDiProva.*Nel registro degli account nessun account attivo/,
  );
});

describe('hours and contacts', () => {
  test('of this week, by the clock, with the holidays', async () => {
    const view = await data(HoursView, `/policy/${COMUNE}/orari-e-contatti.json`);
    assert.equal(view.today, '2026-11-23');
    const [group] = view.moderation;
    assert.equal(group?.source, 'policy');
    assert.deepEqual(group?.week.map(({ date, weekday }) => `${weekday} ${date}`).slice(0, 2), [
      'lunedì 2026-11-23',
      'martedì 2026-11-24',
    ]);
    assert.equal(group?.week.length, 7);
    assert.deepEqual(view.holidays[0], { date: '2026-12-08', name: 'Immacolata Concezione' });
    assert.ok(view.contacts.length > 0 && view.offices.length > 0);
    const text = words(await page(`/policy/${COMUNE}/orari-e-contatti`));
    assert.match(text, group?.openNow === true ? /In questo momento i canali sono seguiti/ : /non sono seguiti/);
  });

  test('that the policy does not give are missing, until the body chooses them by an act', async () => {
    const client = await desk.signIn('head');
    const missing = await data(HoursView, `/policy/${ASL}/orari-e-contatti.json`);
    assert.ok(
      missing.moderation.every(
        ({ source, openNow, week }) => source === 'missing' && openNow === null && week.length === 0,
      ),
    );
    assert.match(words(await page(`/policy/${ASL}/orari-e-contatti`)), /canali sono seguiti: dato mancante/);
    await read(
      HoursChoices,
      await rulebookHand(desk.url, ASL, client).post('hours-choice', {
        hours: { days: [1, 2], ranges: [{ from: 540, to: 780 }], holidays: 'excluded' },
        basis: 'act',
        act: { number: 'decreto n. 3', date: '2026-11-20' },
        note: 'Si scelgono le ore del presidio.',
      }),
    );
    const text = words(await page(`/policy/${ASL}/orari-e-contatti`));
    assert.match(
      text,
      /La policy non dice le ore.*queste le ha indicate l’ente con decreto n\. 3 del 20 novembre 2026/,
    );
    assert.match(text, /In questo momento i canali sono seguiti\./);
    assert.match(text, /Lunedì 23 novembre oggi dalle 09:00 alle 13:00/);
    clock.set('2026-11-23T12:30:00Z');
    assert.match(words(await page(`/policy/${ASL}/orari-e-contatti`)), /In questo momento i canali non sono seguiti/);
    assert.ok(!text.includes('Persona head'), 'who recorded it is nobody’s outside');
  });
});

test('what sleeps says so, until an act wakes it', async () => {
  const articleOf = async (id: string) => {
    const markup = await page(`/policy/${CALABRIA}`);
    const start = markup.indexOf(`<article id="${id}"`);
    return words(markup.slice(start, markup.indexOf('</article>', start)));
  };
  assert.match(
    await articleOf(INSULTS),
    /Non ancora in vigore\. Questo punto non si applica finché non lo prevede un atto: provvedimento integrativo/,
  );
  assert.match(await articleOf(CLOSED), /I commenti restano chiusi finché un atto non li apre/);
  const etag = (await ask(`/policy/${CALABRIA}`)).headers.get('etag') ?? '';
  const act = {
    clauses: [INSULTS, CLOSED],
    act: { number: 'decreto n. 7', date: '2026-11-18' },
    note: 'Si aprono i commenti.',
  };
  await read(ActList, await calabria.post('acts', act));
  assert.match(await articleOf(INSULTS), /Questo punto si applica in base a: decreto n\. 7 del 18 novembre 2026/);
  assert.doesNotMatch(await articleOf(INSULTS), /Non ancora in vigore/);
  assert.match(await articleOf(CLOSED), /I commenti sono stati aperti con: decreto n\. 7/);
  assert.equal((await ask(`/policy/${CALABRIA}`, { 'if-none-match': etag })).status, 200, 'the page is another');

  const { ports } = desk.portavoce;
  const source = (await calabria.get('versions/1/source').then((file) => file.text())).replace(
    'versione: 1',
    'versione: 2',
  );
  clock.set('2026-11-23T15:00:00Z');
  await adopt(ports, { source, file: CALABRIA, act: 'altro atto di prova', person: null });
  const past = await data(PolicyView, `/policy/${CALABRIA}/versioni/1.json`);
  const insults = past.sections.flatMap(({ clauses }) => clauses).find(({ id }) => id === INSULTS);
  assert.equal(past.about.state, 'past');
  assert.equal(insults?.sleep?.act, 'decreto n. 7 del 18 novembre 2026', 'an earlier version is shown as it last held');
});

test('every version stays readable, with its act and what it changed', async () => {
  const moderator = rulebookHand(desk.url, COMUNE, await desk.signIn('moderator', 'comune'));
  const head = rulebookHand(desk.url, COMUNE, await desk.signIn('head', 'comune'));
  const draft = await moderator.save(await moderator.open(smallPolicy('2')), { changeNote: NOTE });
  await moderator.post(`drafts/${draft.id}/proposal`, { revision: draft.revision });
  clock.set('2026-11-24T08:00:00Z');
  const act = { number: 'deliberazione n. 12', date: '2026-11-19' };
  const approved = await head.post(`drafts/${draft.id}/approval`, { revision: draft.revision, act, inForceFrom: null });
  assert.equal(approved.status, 200);

  const view = await data(VersionsView, `/policy/${COMUNE}/versioni.json`);
  assert.deepEqual(
    view.versions.map(({ version, state, adopted, changeNote }) => [version, state, adopted.date, changeNote]),
    [
      ['2', 'in-force', '2026-11-19', NOTE],
      ['1', 'past', null, null],
    ],
  );
  const list = words(await page(`/policy/${COMUNE}/versioni`));
  assert.match(
    list,
    /Versione 2 Stato In vigore dal 24 novembre 2026 Adottata con deliberazione n\. 12 del 19 novembre 2026/,
  );
  assert.match(list, /In vigore dal 23 novembre 2026 al 24 novembre 2026/);
  const current = words(await page(`/policy/${COMUNE}`));
  assert.ok(current.includes(`Che cosa cambia ${NOTE}`));
  assert.ok(current.includes(`Che cosa è cambiato Versione 2, dal 24 novembre 2026: ${NOTE}`));

  const past = await page(`/policy/${COMUNE}/versioni/1`);
  assert.match(past, /Versione non più in vigore/);
  assert.ok(articlesIn(past).length > articlesIn(await page(`/policy/${COMUNE}/versioni/2`)).length);
  assert.equal((await data(PolicyView, `/policy/${COMUNE}/versioni/1.json`)).about.state, 'past');
  const gone = articlesIn(past).find((id) => id === 'ESE-010') ?? '';
  const response = await ask(`/policy/${COMUNE}/${gone}`);
  assert.equal(response.headers.get('location'), `/policy/${COMUNE}/versioni/1#${gone}`, 'a number once cited stays');

  const everything = [list, past, await (await ask(`/policy/${COMUNE}/versioni.json`)).text()].join();
  for (const name of ['Persona moderator', 'Persona head']) assert.ok(!everything.includes(name), name);
});

test('who has a page already is not sent it again', async () => {
  const first = await ask(`/policy/${ASL}`);
  const { headers } = first;
  assert.equal(headers.get('cache-control'), 'public, no-cache');
  const [etag, modified] = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
  for (const known of [{ 'if-none-match': `"x", W/${etag}` }, { 'if-modified-since': modified }] as Record<
    string,
    string
  >[]) {
    const again = await ask(`/policy/${ASL}`, known);
    assert.deepEqual([again.status, await again.text()], [304, ''], JSON.stringify(known));
  }
  assert.equal((await ask(`/policy/${ASL}`, { 'if-none-match': '"x"', 'if-modified-since': modified })).status, 200);
  assert.equal(
    (await ask(`/policy/${ASL}.json`, { 'if-none-match': etag })).status,
    200,
    'the data have a tag of their own',
  );
  const hours = await ask(`/policy/${ASL}/orari-e-contatti`);
  assert.equal(hours.headers.get('last-modified'), null, 'what goes by the clock has no day of its own');
});

test('the directory lists the bodies, and what is nobody’s is not there', async () => {
  const { bodies } = await data(DirectoryView, '/policy.json');
  assert.ok(bodies.some(({ slug, links }) => slug === ASL && links.page === `/policy/${ASL}`));
  for (const path of [
    '/policy/nessuno',
    '/policy/nessuno.json',
    `/policy/${ASL}/constructor`,
    `/policy/${ASL}/versioni/%00`,
  ])
    assert.equal((await ask(path)).status, 404, path);
});
