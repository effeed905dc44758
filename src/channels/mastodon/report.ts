// SPDX-License-Identifier: AGPL-3.0-or-later
import type { mastodon } from 'masto';
import type { Command, ReadBack, WriteOutcome } from '../port.ts';
import { type Acting, readStatus, sent } from './acting.ts';
import { refused, reportsNotListed, tooLong } from './errors.ts';
import { REPORT_CHARACTERS } from './limits.ts';
import { Written } from './wire.ts';

type Report = Extract<Command, { type: 'report' }>;

const CATEGORIES: Readonly<Record<Report['reason'], mastodon.v1.ReportCategory>> = {
  spam: 'spam',
  violation: 'violation',
  misleading: 'other',
  sexual: 'other',
  rude: 'other',
  other: 'other',
};

/** Of somebody elsewhere, also to whoever runs that instance: only they can take the words away. */
export async function report(acting: Acting, { target, reason, text }: Report): Promise<WriteOutcome> {
  const length = [...text].length;
  if (length > REPORT_CHARACTERS) return refused(tooLong('La segnalazione', length, REPORT_CHARACTERS));
  const { id, account } = await readStatus(acting, target);
  const forward = account.acct.includes('@');
  const reporting = acting.client.v1.reports.create({
    accountId: account.id,
    statusIds: [id],
    comment: text,
    category: CATEGORIES[reason],
    ...(forward && { forward }),
  });
  const reported = await sent(acting, reporting, Written);
  return reported.done ? { state: 'accepted', externalId: reported.body.id } : reported.outcome;
}

/** The id is the only proof there is: nobody is shown their own reports. */
export function readReport({ target }: Report, writtenId: string | undefined): ReadBack {
  if (writtenId === undefined) return { state: 'pending', error: reportsNotListed };
  return { state: 'confirmed', proof: { reportId: writtenId, target } };
}
