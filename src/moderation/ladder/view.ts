// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Account, accountById } from '#accounts';
import { commandsOf, type StoredCommand } from '#delivery';
import { type Item, itemsByIds } from '#inbox';
import { dayIn } from '#kernel';
import type { Tx, Vault } from '#platform';
import type { EnforcementView } from '../contract.ts';
import { enforcementView, guideFor } from '../detail.ts';
import type { ModerationPorts } from '../ports.ts';
import type { AuthorMeasureView, PlatformReportView } from './contract.ts';
import { openAll } from './sealing.ts';
import type { Measure, Report } from './store.ts';
import type { MeasureWords } from './take.ts';
import { isUntold } from './tell.ts';

type Numbered<Row> = Row & { readonly number: string };
type ViewPorts = Pick<ModerationPorts, 'vault' | 'clock'>;

/** Measures of a body as they are shown, with their words opened and the writes they asked for. */
export async function measureViews(
  { vault, clock }: ViewPorts,
  tx: Tx,
  measures: readonly Numbered<Measure>[],
): Promise<AuthorMeasureView[]> {
  const body = measures[0]?.body;
  if (body === undefined) return [];
  const sealed = measures.map(({ id, author_id, sealed: bytes }) => ({ row: id, subject: author_id, sealed: bytes }));
  const words = await openAll<MeasureWords>({ tx, vault }, body, sealed);
  const written = await writesOf(vault, tx, measures);
  const today = dayIn(clock.now());
  return measures.map((measure) => {
    const { id, review_on: reviewOn, ended_at } = measure;
    const own = words.get(id);
    return {
      ...{ id, kind: measure.kind, case: { id: measure.case_id, number: Number(measure.number) } },
      ...{ clauses: measure.clauses, policyVersion: measure.policy_version, told: measure.told, reviewOn },
      ...{
        reasons: own?.reasons ?? null,
        text: own?.text ?? null,
        whyNoWarning: own?.whyNoWarning ?? null,
        ways: own?.ways ?? null,
      },
      untold: isUntold(measure),
      givenAt: measure.given_at?.toISOString() ?? null,
      reviewDue: ended_at === null && reviewOn !== null && reviewOn <= today,
      endedAt: ended_at?.toISOString() ?? null,
      by: measure.person_name,
      at: measure.at.toISOString(),
      enforcements: written([id], measure.item_id),
    };
  });
}

/** Reports of a body as they are shown. */
export async function reportViews(
  { vault }: ViewPorts,
  tx: Tx,
  reports: readonly Numbered<Report>[],
): Promise<PlatformReportView[]> {
  const body = reports[0]?.body;
  if (body === undefined) return [];
  const sealed = reports.flatMap(({ id, author_id, item_id, sealed: bytes }) =>
    bytes === null ? [] : [{ row: id, subject: author_id ?? item_id, sealed: bytes }],
  );
  const words = await openAll<{ text: string }>({ tx, vault }, body, sealed);
  const written = await writesOf(vault, tx, reports);
  return reports.map((report) => {
    const { id, decision_id, item_id } = report;
    const causes = decision_id === null ? [id] : [id, decision_id];
    return {
      ...{ id, case: { id: report.case_id, number: Number(report.number) }, duty: decision_id !== null },
      ...{ clauses: report.clauses, state: report.state, reference: report.reference, by: report.person_name },
      ...{ reportedOn: report.reported_on, doneBy: report.done_by_name, notice: words.get(id)?.text ?? null },
      at: report.at.toISOString(),
      enforcements: written(causes, item_id).filter(({ type }) => type === 'report'),
    };
  });
}

interface Asking {
  readonly id: string;
  readonly item_id: string;
  readonly decision_id?: string | null;
}

/** The writes of many acts, read at once; for each what a person is told who does it by hand. */
async function writesOf(vault: Vault, tx: Tx, rows: readonly Asking[]) {
  const commands = await commandsOf(tx, {
    causes: rows.flatMap(({ id, decision_id }) => [id, decision_id ?? []].flat()),
  });
  const items = await itemsByIds(
    tx,
    rows.map(({ item_id }) => item_id),
  );
  const byId = new Map<string, Item>(items.map((item) => [item.id, item]));
  const accounts = new Map<string, Account | undefined>();
  for (const account of new Set(items.map(({ account_id }) => account_id)))
    accounts.set(account, await accountById(tx, account));
  const byCause = Map.groupBy(commands, ({ cause }) => cause);
  return (causes: readonly string[], itemId: string): EnforcementView[] => {
    const item = byId.get(itemId);
    if (item === undefined) return [];
    const own: StoredCommand[] = causes.flatMap((cause) => byCause.get(cause) ?? []);
    const account = accounts.get(item.account_id);
    return own.map((command) => enforcementView(command, guideFor(vault, command, { item, account })));
  };
}
