// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountById } from '#accounts';
import type { Tx } from '#platform';
import { draftById, versionOf } from '../drafting/store.ts';
import type { EditorialPorts } from '../ports.ts';
import { publicationById } from '../publishing/store.ts';
import type { UnratifiedView, UrgencyView } from './contract.ts';
import { pendingIn, type RatificationRow, standingUrgency } from './store.ts';

export const urgencyView = (ports: EditorialPorts, body: string): Promise<UrgencyView> =>
  ports.database.inBody(body, (tx) => urgencyViewIn(ports, tx, body));

export async function urgencyViewIn(
  { clock }: Pick<EditorialPorts, 'clock'>,
  tx: Tx,
  body: string,
): Promise<UrgencyView> {
  const choice = await standingUrgency(tx, body);
  const pending: UnratifiedView[] = [];
  for (const row of await pendingIn(tx, body)) pending.push(...(await unratifiedView(tx, row, clock.now())));
  return {
    allowed:
      choice === undefined
        ? null
        : { act: choice.act, hours: choice.hours, name: choice.chosen_by_name, at: choice.at.toISOString() },
    pending,
  };
}

async function unratifiedView(tx: Tx, row: RatificationRow, now: Date): Promise<UnratifiedView[]> {
  const { draft_id: draft, account_id: account, reasons, corrected_by: id, corrected_by_name: name } = row;
  const publication = await publicationById(tx, row.publication_id);
  const shown = await accountById(tx, account);
  const version = publication && (await versionOf(tx, draft, publication.version));
  const before = await versionOf(tx, draft, row.before_version);
  if (version === undefined || before === undefined) return [];
  const wordsOf = ({ content }: typeof version): string =>
    content.variants.find((one) => one.account === account)?.text ?? content.text;
  return [
    {
      ...{ draft, title: (await draftById(tx, draft))?.title ?? '', version: version.version, digest: version.digest },
      ...{ account, network: shown?.network ?? '', name: shown?.name ?? '' },
      ...{ before: wordsOf(before), after: wordsOf(version), reasons, person: { id, name } },
      ...{ at: row.at.toISOString(), due: row.due_at.toISOString(), overdue: row.due_at <= now },
    },
  ];
}
