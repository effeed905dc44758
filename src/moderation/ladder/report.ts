// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { order } from '#delivery';
import type { Actor } from '#governance';
import { fingerprintOf } from '#inbox';
import { dayIn, newId } from '#kernel';
import type { Tx } from '#platform';
import { placeOf, reportingOn, targetOf } from '../enforce.ts';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { reportReason } from '../report-reason.ts';
import { settleByHand } from '../statements/given.ts';
import { lockCase } from '../store.ts';
import type { NoticeRequest, ReportDoneRequest } from './contract.ts';
import { ladderError } from './errors.ts';
import { type ActingOnCase, allowedOr, caseToActOn, ladderOn, type OnCase } from './on-case.ts';
import { openWords, sealWords } from './sealing.ts';
import { changeReport, insertReport, lockReport, type Report, reportById, reportsWhere } from './store.ts';
import { noticeText } from './texts.ts';

export interface Reporting extends ActingOnCase {
  readonly request: NoticeRequest;
}

/**
 * Reports an item to its platform: the step that the policy makes a duty of, where one waits, else one by choice. On networks
 * without an interface it becomes a task by hand with the whole notice. What a decision had sent without a notice is given one. One
 * open report a case: the same again changes nothing, another is refused. Throws MEASURE_NOT_ALLOWED, REPORT_ALREADY_SENT.
 */
export async function reportToPlatform(ports: ModerationPorts, reporting: Reporting): Promise<void> {
  const { body, actor, request } = reporting;
  await ports.database.inBody(body, async (tx) => {
    const where = await caseToActOn(ports, tx, reporting);
    const text = noticeText(request);
    const open = (await reportsWhere(tx, { case: where.row.id })).filter(isOpen);
    const sent = open.find(({ state }) => state === 'sent');
    if (sent?.sealed != null) {
      if ((await noticeOf(ports, tx, sent)) === text) return;
      throw ladderError('REPORT_ALREADY_SENT');
    }
    const answer = allowedOr((await ladderOn(tx, where)).answers, 'report-platform');
    if (reportingOn(where.item.network) === null) throw moderationError('DECISION_NOT_POSSIBLE');
    const waiting = sent ?? open[0];
    const clauses = answer.clauses.map(({ id }) => id);
    const report = waiting ?? newReport(where, clauses);
    const sealed = await sealWords({ tx, vault: ports.vault }, placeOfNotice(report), { text });
    const change = { state: 'sent' as const, sealed, person: actor.id, person_name: actor.name };
    if (waiting === undefined) await insertReport(tx, { ...report, ...change });
    else await changeReport(tx, report.id, change);
    if (sent === undefined) await send(ports, tx, { where, report, actor, text });
    else await recordNotice(ports, tx, { where, report, actor, text });
  });
}

const isOpen = ({ state }: Pick<Report, 'state'>): boolean => state === 'due' || state === 'sent';

const placeOfNotice = ({ id, body, author_id, item_id }: Report) => ({ body, subject: author_id ?? item_id, row: id });

async function noticeOf({ vault }: ModerationPorts, tx: Tx, report: Report): Promise<string | undefined> {
  if (report.sealed === null) return undefined;
  return (await openWords<{ text: string }>({ tx, vault }, placeOfNotice(report), report.sealed))?.text;
}

/** The network was told when the item was taken down: only the notice's elements were missing from the papers. */
async function recordNotice(ports: ModerationPorts, tx: Tx, { where, report, actor, text }: Sending): Promise<void> {
  const { row, item, now, version } = where;
  await record(tx, row.body, now, {
    kind: 'platform-report.noted',
    subject: item.id,
    person: actor,
    grounds: report.clauses,
    policyVersion: version,
    summary: `Aggiunti gli elementi della segnalazione già partita con la decisione (pratica n. ${row.number})`,
    facts: { case: row.id, report: report.id, notice: fingerprintOf(ports.vault, text) },
  });
  await ports.news.tell(tx, row.body, { id: row.id, change: 'changed' });
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
    const known = await reportById(tx, id);
    const row = known && (await lockCase(tx, known.case_id));
    const report = row && (await lockReport(tx, id));
    if (report === undefined || report.state !== 'sent') throw ladderError('REPORT_NOT_OPEN');
    const now = ports.clock.now();
    if (request.on > dayIn(now)) throw ladderError('REPORT_NOT_OPEN', 'la data è nel futuro');
    // What was asked of the platform, by this step or together with the decision that made it a duty.
    const causes = [id, report.decision_id].filter((one) => one !== null);
    await settleByHand(ports, tx, { body, causes, actor, note: request.reference, types: ['report'] });
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
