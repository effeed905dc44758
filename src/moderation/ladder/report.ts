// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { commandsOf, doneByHand, order } from '#delivery';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { placeOf, reportingOn, targetOf } from '../enforce.ts';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { reportReason } from '../report-reason.ts';
import type { NoticeRequest, ReportDoneRequest } from './contract.ts';
import { ladderError } from './errors.ts';
import { dayIn } from './follow.ts';
import { type ActingOnCase, allowedOr, caseToActOn, ladderOn, type OnCase } from './on-case.ts';
import { sealWords } from './sealing.ts';
import { changeReport, insertReport, lockReport, type Report, reportsWhere } from './store.ts';
import { noticeText } from './texts.ts';

export interface Reporting extends ActingOnCase {
  readonly request: NoticeRequest;
}

/**
 * Reports an item to its platform: the step that the policy makes a duty of, where one waits, else one by choice. On networks
 * without an interface it becomes a task by hand with the whole notice. One open report a case: the same again changes nothing.
 */
export async function reportToPlatform(ports: ModerationPorts, reporting: Reporting): Promise<void> {
  const { body, actor, request } = reporting;
  await ports.database.inBody(body, async (tx) => {
    const where = await caseToActOn(ports, tx, reporting);
    const open = (await reportsWhere(tx, { case: where.row.id })).filter(
      ({ state }) => state === 'due' || state === 'sent',
    );
    if (open.some(({ state }) => state === 'sent')) return;
    const answer = allowedOr((await ladderOn(tx, where)).answers, 'report-platform');
    if (reportingOn(where.item.network) === null) throw moderationError('DECISION_NOT_POSSIBLE');
    const report =
      open[0] ??
      newReport(
        where,
        answer.clauses.map(({ id }) => id),
      );
    const text = noticeText(request);
    const subject = where.item.author_id ?? where.item.id;
    const sealed = await sealWords({ tx, vault: ports.vault }, { body, subject, row: report.id }, { text });
    const sent = { state: 'sent' as const, sealed, person: actor.id, person_name: actor.name };
    if (open[0] === undefined) await insertReport(tx, { ...report, ...sent });
    else await changeReport(tx, report.id, sent);
    await send(ports, tx, { where, report, actor, text });
  });
}

function newReport({ row, item, version, now }: OnCase, clauses: string[]): Report {
  return {
    ...{ id: newId(), body: row.body, case_id: row.id, item_id: item.id, author_id: item.author_id, decision_id: null },
    ...{ clauses, policy_version: version, state: 'due', sealed: null, reference: null, reported_on: null, at: now },
    ...{ person: null, person_name: null, done_by: null, done_by_name: null, done_at: null },
  };
}

interface Sending {
  readonly where: OnCase;
  readonly report: Report;
  readonly actor: Actor;
  readonly text: string;
}

async function send(ports: ModerationPorts, tx: Tx, { where, report, actor, text }: Sending): Promise<void> {
  const { row, item, matter, now, version } = where;
  const command = { type: 'report' as const, reason: reportReason(matter.judgement), text, ...targetOf(item) };
  await order({ ...ports, tx }, { ...placeOf(item, { cause: report.id, person: actor.id }), command });
  await record(tx, row.body, now, {
    kind: 'platform-report.sent',
    subject: item.id,
    person: actor,
    grounds: report.clauses,
    policyVersion: version,
    summary: `Segnalazione alla piattaforma avviata (pratica n. ${row.number})`,
    facts: { case: row.id, report: report.id, notice: fingerprintOf(ports.vault, text) },
  });
  await ports.news.tell(tx, row.body, { id: row.id, change: 'changed' });
}

export interface ReportDone {
  readonly body: string;
  readonly report: string;
  readonly actor: Actor;
  readonly request: ReportDoneRequest;
}

/** The report was made: its date and the platform's reference are noted. Throws REPORT_NOT_OPEN. */
export async function reportDone(
  ports: ModerationPorts,
  { body, report: id, actor, request }: ReportDone,
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const report = await lockReport(tx, id);
    if (report === undefined || report.state !== 'sent') throw ladderError('REPORT_NOT_OPEN');
    const now = ports.clock.now();
    if (request.on > dayIn(now)) throw ladderError('REPORT_NOT_OPEN', 'la data è nel futuro');
    for (const command of await reportCommands(tx, report))
      if (command.state === 'by-hand' || command.state === 'failed')
        await doneByHand({ ...ports, tx }, { body, command: command.id, actor, note: request.reference });
    await changeReport(tx, id, {
      ...{ state: 'done', reference: request.reference, reported_on: request.on },
      ...{ done_by: actor.id, done_by_name: actor.name, done_at: now },
    });
    await record(tx, body, now, {
      kind: 'platform-report.done',
      subject: report.item_id,
      person: actor,
      grounds: report.clauses,
      policyVersion: report.policy_version,
      summary: `Segnalazione alla piattaforma fatta il ${request.on.split('-').reverse().join('/')}, riferimento annotato`,
      facts: { case: report.case_id, report: id, on: request.on, reference: request.reference },
    });
    await ports.news.tell(tx, body, { id: report.case_id, change: 'changed' });
  });
}

/** What was asked of the platform, by this step or together with the decision that made it a duty. */
export const reportCommands = async (tx: Tx, { id, decision_id }: Pick<Report, 'id' | 'decision_id'>) =>
  (await commandsOf(tx, { causes: decision_id === null ? [id] : [id, decision_id] })).filter(
    ({ type }) => type === 'report',
  );
