// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '#governance/contract';
import { manualClock } from '#kernel';
import { turnsDue } from '#moderation';
import { launchChromium } from '../support/chromium.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { assertAccessible } from './accessibility.ts';
import { decisionOf, goTo, newProfile, openCase, PHONE, queueOf, rowOf, signInAs } from './browsing.ts';

// Two people on one queue, the head of the desk at the turns, and whoever is called at night with a telephone in hand.

const BODY = BODIES.asl.slug;
// A Thursday, at work.
const clock = manualClock('2026-11-19T09:00:00+01:00');

let desk: Desk;
let browser: Browser;
let anna: Page;
let head: Page;
before(async () => {
  desk = await startDesk({ clock });
  browser = await launchChromium();
  await arrives('Ugo Inventato', 'A che ora apre lo sportello di prova?');
  anna = await pageOf('moderator');
  head = await pageOf('head');
});
after(async () => {
  await browser?.close();
  await desk?.close();
});

const complaints: string[] = [];
async function pageOf(role: Role): Promise<Page> {
  const context = await newProfile(browser, desk.url);
  context.on('weberror', (error) => complaints.push(error.error().message));
  const page = await context.newPage();
  await signInAs(page, desk.credentials(role));
  return page;
}

async function arrives(author: string, text: string): Promise<void> {
  await desk.facebook.comment({ page: BODIES.asl.page.id, post: desk.posts.asl, author, text });
  await desk.drain();
}

const claimOf = (page: Page) => page.getByRole('region', { name: 'Presa in carico' });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
/** Where pictures of the states are wanted. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.PORTAVOCE_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/turns-${name}.png`, fullPage: true });
};

test('what one takes in hand the other sees at once, on the row and on the case; and takes over openly', async () => {
  await openCase(head, 'Ugo Inventato');
  await claimOf(head).getByText('Nessuno l’ha in carico.').waitFor();
  await openCase(anna, 'Ugo Inventato');
  await claimOf(head)
    .getByText(/La guarda anche Persona moderator/)
    .waitFor();
  await button(anna, 'Prendi in carico').click();
  await claimOf(anna)
    .getByText(/L’hai in carico tu/)
    .waitFor();
  await rowOf(head, 'Ugo Inventato')
    .getByText(/in carico a Persona moderator/)
    .waitFor();
  await claimOf(head)
    .getByText(/L’ha in carico Persona moderator/)
    .waitFor();
  await picture(head, 'claimed');
  await assertAccessible(head);

  await button(head, 'Prendi al suo posto…').click();
  await head
    .getByRole('dialog')
    .getByText(/resta scritto nel registro/)
    .waitFor();
  await assertAccessible(head);
  await button(head, 'Prendila al suo posto').click();
  await claimOf(head)
    .getByText(/L’hai in carico tu/)
    .waitFor();
  await claimOf(anna)
    .getByText(/L’ha in carico Persona head/)
    .waitFor();
});

test('handed over with a note that the other reads; opening the form takes in hand, walking away lets go', async () => {
  await button(head, 'Consegna…').click();
  await button(head, /^Consegna$/).click();
  await head.getByText('Scegli a chi consegnarla').waitFor();
  await assertAccessible(head);
  await head.getByLabel('A chi').selectOption({ label: `Persona moderator ${BODY}` });
  await head.getByLabel('Nota per chi la riceve').fill('Ho chiesto allo sportello: rispondono domattina.');
  await button(head, /^Consegna$/).click();
  await claimOf(anna)
    .getByText(/Ti è stata consegnata/)
    .waitFor();
  await claimOf(anna).getByText('rispondono domattina').waitFor();
  await picture(anna, 'handed-over');
  await button(anna, 'Lascia').click();
  await claimOf(anna).getByText('Nessuno l’ha in carico.').waitFor();
  await decisionOf(anna)
    .getByRole('radio', { name: /Archivia/ })
    .check();
  await claimOf(anna)
    .getByText(/L’hai aperta per decidere/)
    .waitFor();
  await claimOf(head)
    .getByText(/L’ha in carico Persona moderator/)
    .waitFor();
  await goTo(anna, 'Turni');
  await claimOf(head).getByText('Nessuno l’ha in carico.').waitFor();
});

test('the head sets the turns; others read them', async () => {
  await anna.getByRole('heading', { level: 1, name: 'Turni e reperibilità' }).waitFor();
  await anna.getByText('Li stabilisce chi ha l’incarico di responsabile.').waitFor();
  assert.equal(await button(anna, 'Modifica').count(), 0);
  await goTo(head, 'Turni');
  await head.getByText(/Dato mancante: nessuno è indicato/).waitFor();
  await assertAccessible(head);
  await button(head, 'Modifica').click();
  await button(head, 'Aggiungi un turno').click();
  await button(head, 'Salva i turni').click();
  await head.getByText(/Completa ogni riga/).waitFor();
  const turn = head.getByRole('group', { name: 'Turno 1' });
  await turn.getByLabel('Persona').selectOption({ label: `Persona moderator ${BODY}` });
  await turn.getByLabel('Alle', { exact: true }).fill('14:00');
  await button(head, 'Aggiungi una fascia').click();
  const rota = head.getByRole('group', { name: 'Reperibilità 1' });
  await rota.getByLabel('Prima persona').selectOption({ label: `Persona moderator ${BODY}` });
  await rota.getByLabel('Se non risponde').selectOption({ label: `Persona head ${BODY}` });
  await button(head, 'Aggiungi un’assenza').click();
  const absence = head.getByRole('group', { name: 'Assenza 1' });
  await absence.getByLabel('Persona').selectOption({ label: `Persona head ${BODY}` });
  await head.getByLabel(/Minuti senza risposta/).fill('10');
  await picture(head, 'form');
  await assertAccessible(head);
  await button(head, 'Salva i turni').click();
  await head.getByText(/lunedì, martedì, mercoledì, giovedì, venerdì, dalle 09:00 alle 14:00/).waitFor();
  await head.getByText(/Senza risposta per 10 minuti/).waitFor();
  await picture(head, 'turns');
  await assertAccessible(head);
});

test('at the end of the turn the sheet is there for who comes next, and says when it was read', async () => {
  const insult = 'Siete dei cialtroni incapaci';
  await arrives('Ezio Inventato', insult);
  const client = await desk.signIn('moderator');
  const id = (await client.queue('?limit=100')).items.find(({ excerpt }) => excerpt === insult)?.id ?? '';
  await client.decide(id, { kind: 'hide' });
  await desk.drain();
  clock.set('2026-11-19T14:01:00+01:00');
  await turnsDue(desk.portavoce.ports, BODY);
  await head.goto(`/banco/${BODY}`);
  await head.getByText('C’è il foglio consegne del turno precedente.').waitFor();
  await assertAccessible(head);
  await head.getByRole('link', { name: 'Leggilo' }).click();
  await head.getByRole('heading', { name: 'Gravi ancora aperte: 0' }).waitFor();
  await head.getByRole('heading', { name: 'Da fare, fuori dalla coda' }).waitFor();
  await head.locator('.handover-sheet').getByRole('link', { name: '1 motivazione da dare' }).waitFor();
  await picture(head, 'sheet');
  await assertAccessible(head);
  await button(head, 'Ho letto').click();
  await head.getByText('Letto da: Persona head').waitFor();
  await head.getByRole('link', { name: 'Coda' }).first().click();
  await queueOf(head).waitFor();
  await head.getByText('C’è il foglio consegne').waitFor({ state: 'detached' });
});

test('what cannot wait is taken, telephoned about and hidden from a telephone', async () => {
  clock.set('2026-11-19T23:00:00+01:00');
  await arrives('Ira Inventata', 'Domani vengo lì e vi ammazzo tutti');
  await head.getByText('C’è un’urgenza:').waitFor();
  await assertAccessible(head);
  const address = await head.getByRole('link', { name: /^pratica n\. \d+$/ }).getAttribute('href');
  assert.ok(address);
  await anna.setViewportSize(PHONE);
  await anna.goto(address);
  await anna.getByText('Nessuno l’ha ancora presa').waitFor();
  await anna.getByText('vi ammazzo tutti').waitFor();
  assert.equal(await anna.getByRole('link', { name: 'Chiama il 112' }).getAttribute('href'), 'tel:112');
  await picture(anna, 'urgent');
  await assertAccessible(anna);
  await anna.setViewportSize(PHONE);
  await button(anna, 'Prendi in carico').click();
  await anna.getByText('L’hai in carico tu: le chiamate sono ferme.').waitFor();
  await button(anna, 'Registra la telefonata').click();
  await anna.getByText('Scegli chi hai chiamato').waitFor();
  await anna.getByLabel('Chi hai chiamato').selectOption('112');
  await button(anna, 'Registra la telefonata').click();
  await anna
    .getByRole('listitem')
    .filter({ hasText: /^112, Persona moderator/ })
    .waitFor();
  await assertAccessible(anna);
  await anna.setViewportSize(PHONE);
  await button(anna, 'Nascondi intanto').click();
  await assertAccessible(anna);
  await anna.setViewportSize(PHONE);
  await anna.getByRole('dialog').getByRole('button', { name: 'Nascondi' }).click();
  await anna.getByText('Finita', { exact: true }).waitFor();
  await anna
    .getByRole('region', { name: 'Che cosa ne ha fatto il social' })
    .getByText('Nascosto', { exact: true })
    .waitFor();
  await head.getByText('C’è un’urgenza:').waitFor({ state: 'detached' });
  // What is hidden may have to go: for good, so it is asked twice.
  await button(anna, 'Rimuovi').click();
  await anna.getByRole('dialog').getByRole('button', { name: 'Rimuovi', exact: true }).click();
  await anna.getByRole('dialog').getByRole('button', { name: 'Sì, rimuovi' }).waitFor();
  await assertAccessible(anna);
  await anna.setViewportSize(PHONE);
  await anna.getByRole('dialog').getByRole('button', { name: 'Sì, rimuovi' }).click();
  await anna
    .getByRole('region', { name: 'Che cosa ne ha fatto il social' })
    .getByText('Rimosso', { exact: true })
    .waitFor();
  await picture(anna, 'urgent-done');
  assert.deepEqual(complaints, []);
});
