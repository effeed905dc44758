// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { NetworkName } from '#channels';
import type { Role } from '#governance/contract';
import { credentialsOf } from '../support/body.ts';
import { launchChromium } from '../support/chromium.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';
import { DESKTOP, decisionOf, newProfile, PHONE, rowOf, signInAs } from './browsing.ts';

// A story in two browsers: citizens on the simulated networks' own screens, the press office at the desk.

const SHOTS = process.env.PORTAVOCE_SHOTS;

export interface StoryDesk {
  readonly desk: NetworksDesk;
  presence(body: string, network?: NetworkName): Presence;
  /** Somebody of the body, signed in by the form, before the queue: a browser of their own. */
  officer(body: string, role?: Role, options?: BrowserContextOptions): Promise<Page>;
  /** Somebody of an invented name, before the body's account on a network. */
  citizen(body: string, author: string, network?: NetworkName): Promise<Citizen>;
  /** What was written on the network is read and judged, as the poller would. */
  reads(body: string, network?: NetworkName): Promise<void>;
  close(): Promise<void>;
}

/** A person on a simulated network's own pages. */
export interface Citizen {
  readonly page: Page;
  /** Under the body's one post. */
  comments(text: string): Promise<void>;
  /** A post of their own on the body's page. */
  posts(text: string): Promise<void>;
  /** Elsewhere, naming the body. */
  mentions(text: string): Promise<void>;
  messages(text: string): Promise<void>;
  /** The body's page as this person finds it, or as anybody does. */
  looks(as?: 'author' | 'public'): Promise<void>;
  /** What the body wrote in private to this person, oldest first. */
  received(): Promise<readonly string[]>;
}

export async function startStoryDesk(
  bodies: readonly [string, ...string[]],
  options: { readonly mailServer?: string } = {},
): Promise<StoryDesk> {
  const desk = await startNetworksDesk(bodies, options);
  let browser: Browser;
  try {
    browser = await launchChromium();
  } catch (error) {
    await desk.close();
    throw error;
  }
  const townOf = (body: string) => {
    const town = desk.towns.find((one) => one.body === body);
    assert.ok(town, body);
    return town;
  };
  const presence: StoryDesk['presence'] = (body, network = 'facebook') => {
    const found = townOf(body).presences.find((one) => one.network === network);
    assert.ok(found, `${body} ${network}`);
    return found;
  };
  const profile = (baseURL: string, more?: BrowserContextOptions): Promise<BrowserContext> =>
    newProfile(browser, baseURL, more);
  return {
    desk,
    presence,
    officer: async (body, role = 'moderator', more = {}) => {
      const page = await (await profile(desk.portavoce.url, more)).newPage();
      await signInAs(page, credentialsOf(body, role));
      return page;
    },
    citizen: async (body, author, network = 'facebook') => {
      const page = await (await profile(townOf(body).sandbox.url)).newPage();
      await page.goto(`/${network}`);
      await page.getByRole('main').getByRole('link').first().click();
      await page.getByRole('group').first().waitFor();
      return citizenOn(page, author);
    },
    reads: async (body, network = 'facebook') => {
      desk.clock.advance(60_000);
      await presence(body, network).poll();
      await desk.drain();
    },
    close: async () => {
      await browser.close();
      await desk.close();
    },
  };
}

function citizenOn(page: Page, author: string): Citizen {
  const { pathname: wall } = new URL(page.url());
  const fill = async (form: Locator, text: string, button: string) => {
    await form.locator('summary').click();
    await form.getByLabel('Nome inventato').fill(author);
    await form.getByLabel('Testo').fill(text);
    await form.getByRole('button', { name: button }).click();
    await page.locator('main p').filter({ hasText: text }).last().waitFor();
  };
  const form = (title: RegExp) =>
    page
      .getByRole('group')
      .filter({ has: page.getByText(title) })
      .first();
  const as = `?autore=${encodeURIComponent(author)}`;
  return {
    page,
    comments: async (text) => {
      await page.goto(wall);
      await fill(form(/^Scrivi una? (commento|risposta)$/), text, 'Pubblica');
    },
    posts: async (text) => {
      await page.goto(wall);
      await fill(form(/^Scrivi sulla pagina$/), text, 'Pubblica');
    },
    mentions: async (text) => {
      await page.goto(`${wall}/mentions`);
      await fill(form(/^Scrivi altrove/), text, 'Pubblica');
    },
    messages: async (text) => {
      await page.goto(`${wall}/messages`);
      await fill(form(/^Scrivi un messaggio privato$/), text, 'Invia');
    },
    looks: async (who = 'public') => {
      await page.goto(`${wall}${who === 'author' ? as : ''}`);
    },
    received: async () => {
      await page.goto(`${wall}/messages${as}`);
      return page.locator('.bubble.own > p').allInnerTexts();
    },
  };
}

/** As the network has it. */
export async function writtenOn(presence: Presence, text: string) {
  const found = (await presence.writings()).find((one) => one.text === text);
  assert.ok(found, text);
  return found;
}

/** What the body answered in public under those words, oldest first. */
export async function answersUnder(presence: Presence, text: string): Promise<string[]> {
  const { id } = await writtenOn(presence, text);
  const written = await presence.writings();
  return written.filter(({ own, parent }) => own && parent === id).map((one) => one.text);
}

/** Goes back to the queue of the body and opens what has that text there; gives the address of the case. */
export async function opensFromQueue(page: Page, body: string, text: string): Promise<string> {
  await page.goto(`/banco/${body}`);
  await rowOf(page, text).first().click();
  await page
    .getByRole('heading', { level: 1, name: /^(Commento|Post di un visitatore|Menzione|Messaggio diretto) di / })
    .waitFor();
  await decisionOf(page).getByText('Che cosa decidi?').waitFor();
  return new URL(page.url()).pathname;
}

/** Takes a clause that the desk proposes as the ground of what was chosen. */
export async function takesGround(page: Page, clause: string): Promise<void> {
  const ground = decisionOf(page).getByLabel('In base a quale punto?');
  const value = `clause:${clause}`;
  const proposed = ground.locator('optgroup[label="Proposti per questo intervento"]');
  await proposed.locator(`option[value="${value}"]`).waitFor({ state: 'attached' });
  await ground.selectOption({ value });
}

/** Takes the decision that stands in the form, and waits until the desk has it. */
export async function confirms(page: Page, decision: string): Promise<void> {
  await decisionOf(page)
    .getByRole('button', { name: `Conferma: ${decision}` })
    .click();
  const sure = page.getByRole('dialog').getByRole('button', { name: `Sì, ${decision.toLowerCase()}` });
  const recorded = page.getByText(`«${decision}» registrata`).first();
  await sure.or(recorded).first().waitFor({ state: 'attached' });
  if (await sure.isVisible()) await sure.click();
  await recorded.waitFor({ state: 'attached' });
}

/** The page that the author's code opens, as a browser without an account reads it. */
export async function reasonsGiven(page: Page, reader: Page): Promise<string> {
  const link = statementOf(page).getByRole('link', { name: /^Pagina per l’autore/ });
  await reader.goto((await link.getAttribute('href')) ?? '');
  return (await reader.getByRole('main').textContent()) ?? '';
}

/** Goes back to a case that was left, and sees how it ended. */
export async function returnsTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await decisionOf(page).locator('.decision-card').first().waitFor();
}

export const dialogOf = (page: Page): Locator => page.getByRole('dialog');
export const proposalOf = (page: Page): Locator => page.getByRole('region', { name: /^Proposta automatica/ });
/** What the case says of one clause of the policy. */
export const clauseOf = (page: Page, id: string): Locator =>
  page.getByRole('region', { name: 'Punti della policy' }).locator('.clause').filter({ hasText: id });
/** Who wrote it, what is counted, and what the policy provides. */
export const authorPanelOf = (page: Page): Locator => page.getByRole('region', { name: 'Autore e misure' });
export const statementOf = (page: Page): Locator => page.getByRole('region', { name: 'Motivazione all’autore' });

/** Where asked for, what the person sees at that moment, wide and on a phone. */
export async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  for (const [width, size] of Object.entries({ 1440: DESKTOP, 390: PHONE })) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize(DESKTOP);
}
