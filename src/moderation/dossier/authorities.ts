// SPDX-License-Identifier: AGPL-3.0-or-later

import { record } from '#audit';
import { fingerprintOf } from '#inbox';
import { dayIn } from '#kernel';
import type { Tx } from '#platform';
import { matterOf } from '../decide.ts';
import { sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import type { Case } from '../store.ts';
import type { AuthorityAnswer, AuthorityFiled } from './contract.ts';
import { dossierError } from './errors.ts';
import { blankReport } from './follow.ts';
import { type Acting, actOn } from './on-case.ts';
import { changeReport, dossierById, insertReport, type Report, reportOn } from './store.ts';
import { dueOn } from './terms.ts';

/**
 * The reasoned answer to «segnalare alle autorità?», asked by a decision or given by a person on their own. Yes opens the course:
 * which office signs, and by when. A no may be followed by another answer. Throws AUTHORITIES_ANSWERED, AUTHORITIES_DATE.
 */
export const answerAuthorities = (
  ports: ModerationPorts,
  answering: Acting & { readonly request: AuthorityAnswer },
): Promise<void> =>
  actOn(ports, answering, async ({ tx, row, item, subject, now }) => {
    const { body, actor, request } = answering;
    const known = await reportOn(tx, row.id);
    if (known?.state === 'due' || known?.state === 'filed') throw dossierError('AUTHORITIES_ANSWERED');
    if (request.tell && request.knownOn > dayIn(now)) throw dossierError('AUTHORITIES_DATE');
    const { matter, version } = await matterOf(ports, tx, row);
    const report =
      known?.state === 'asked'
        ? known
        : { ...blankReport({ body, case_id: row.id, item_id: item.id, at: now }), policy_version: version };
    const { reasons } = request;
    const answer: Partial<Report> = {
      state: request.tell ? 'due' : 'declined',
      sealed: await sealWords({ tx, vault: ports.vault }, { body, subject, row: report.id }, { reasons }),
      ...(request.tell && courseOf(request)),
      ...{ answered_by: actor.id, answered_by_name: actor.name, answered_at: now },
    };
    if (known?.state === 'asked') await changeReport(tx, report.id, answer);
    else await insertReport(tx, { ...report, ...answer });
    await record(tx, body, now, {
      kind: request.tell ? 'authorities.to-be-told' : 'authorities.not-told',
      subject: item.id,
      person: actor,
      grounds: matter.judgement.clauses.map(({ id }) => id),
      policyVersion: version,
      summary: answerSummary(row, request),
      facts: { case: row.id, report: report.id, tell: request.tell, reasons: fingerprintOf(ports.vault, reasons) },
    });
  });

const courseOf = ({ course, office, knownOn }: Extract<AuthorityAnswer, { tell: true }>): Partial<Report> => ({
  course,
  office,
  known_on: knownOn,
  due_on: dueOn(course, knownOn),
});

function answerSummary({ number }: Case, request: AuthorityAnswer): string {
  if (!request.tell) return `Pratica n. ${number}: si è valutato di non segnalare alle autorità`;
  const how = request.course === 'ex-officio' ? 'denuncia d’ufficio, senza ritardo' : 'querela, entro tre mesi';
  return `Pratica n. ${number}: si segnala alle autorità (${how}), firma: ${request.office}`;
}

/**
 * The authorities were told: whom, when, under which number, with which dossier. Of child-abuse content no dossier is asked.
 * Throws AUTHORITIES_NOT_DUE, AUTHORITIES_DATE, DOSSIER_FIRST.
 */
export const authoritiesTold = (
  ports: ModerationPorts,
  telling: Acting & { readonly request: AuthorityFiled },
): Promise<void> =>
  actOn(ports, telling, async ({ tx, row, item, now }) => {
    const { body, actor, request } = telling;
    const report = await reportOn(tx, row.id);
    if (report?.state !== 'due') throw dossierError('AUTHORITIES_NOT_DUE');
    if (request.on > dayIn(now)) throw dossierError('AUTHORITIES_DATE');
    if (!report.police && !(await isWholeOf(tx, request.dossier, row.id))) throw dossierError('DOSSIER_FIRST');
    await changeReport(tx, report.id, {
      ...{ state: 'filed', authority: request.authority, protocol: request.protocol, filed_on: request.on },
      ...{
        dossier_id: report.police ? null : request.dossier,
        filed_by: actor.id,
        filed_by_name: actor.name,
        filed_at: now,
      },
    });
    await record(tx, body, now, {
      kind: 'authorities.told',
      subject: item.id,
      person: actor,
      grounds: [],
      policyVersion: report.policy_version,
      summary: `Pratica n. ${row.number}: segnalata a ${request.authority} il ${request.on.split('-').reverse().join('/')}, protocollo annotato`,
      facts: { case: row.id, report: report.id, on: request.on, protocol: request.protocol, dossier: request.dossier },
    });
  });

async function isWholeOf(tx: Tx, id: string | null, caseId: string): Promise<boolean> {
  const dossier = id === null ? undefined : await dossierById(tx, id);
  return dossier?.case_id === caseId && dossier.form === 'whole' && dossier.purged_at === null;
}
