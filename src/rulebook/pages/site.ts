// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Html, Tx } from '#platform';
import type { HolidayCalendar } from '#policy';
import { accountsView } from './accounts.ts';
import { policyView } from './clauses.ts';
import { conductView } from './conduct.ts';
import type { RegisteredAccount } from './contract.ts';
import { hoursView } from './hours.ts';
import { accountsPage } from './html/accounts-page.ts';
import { conductPage } from './html/conduct-page.ts';
import type { Look } from './html/frame.ts';
import { hoursPage } from './html/hours-page.ts';
import { policyPage } from './html/policy-page.ts';
import { versionsPage } from './html/versions-page.ts';
import { type Asked, publishedNow } from './load.ts';
import { versionsView } from './versions.ts';

/** A page, as data and as what people read. */
export interface Page {
  readonly data: object;
  readonly markup: (look: Look) => Html;
  /** Absent for what changes by itself. */
  readonly modified?: Date;
}

/** What the pages are made from besides the rulebook. */
export interface PageSources {
  readonly holidays: HolidayCalendar;
  /** A body's accounts that the desk follows, in the order to show them. */
  readonly accountsOf: (tx: Tx, body: string) => Promise<readonly RegisteredAccount[]>;
}

export type MakePage = (tx: Tx, asked: Asked, sources: PageSources) => Promise<Page>;

/** The policy in force; throws NO_POLICY, as all of these do. */
export const externalPage: MakePage = async (tx, asked) => {
  const { edition } = await publishedNow(tx, asked);
  const view = policyView(edition, 'external');
  return { data: view, markup: (look) => policyPage(view, look), modified: edition.changedAt };
};

/** For staff alone: whoever asks for it must have been let in. */
export const internalPage: MakePage = async (tx, asked) => {
  const { edition } = await publishedNow(tx, asked);
  const view = policyView(edition, 'internal');
  return { data: view, markup: (look) => policyPage(view, look) };
};

/** The public pages below the policy's own, by the last part of their address. */
export const PAGES_BELOW: Readonly<Record<string, MakePage>> = {
  netiquette: async (tx, asked) => {
    const { edition } = await publishedNow(tx, asked);
    const view = conductView(edition);
    return { data: view, markup: (look) => conductPage(view, look), modified: edition.changedAt };
  },
  account: async (tx, asked, { accountsOf }) => {
    const { edition } = await publishedNow(tx, asked);
    const view = accountsView(edition, await accountsOf(tx, asked.body));
    return { data: view, markup: (look) => accountsPage(view, look) };
  },
  'orari-e-contatti': async (tx, asked, { holidays }) => {
    const { edition, hoursAct, covers } = await publishedNow(tx, asked);
    const view = hoursView(edition, { now: asked.now, holidays, hoursAct, covers });
    return { data: view, markup: (look) => hoursPage(view, look) };
  },
  versioni: async (tx, asked) => {
    const { edition, history } = await publishedNow(tx, asked);
    const view = versionsView(edition, history);
    return { data: view, markup: (look) => versionsPage(view, look), modified: edition.changedAt };
  },
};
