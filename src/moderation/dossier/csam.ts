// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { adapterOf } from '#channels';
import { order, withdraw } from '#delivery';
import { fingerprintOf, type Item, withhold } from '#inbox';
import { newId } from '#kernel';
import { jobKind } from '#platform';
import { clausesOn, groundsFor } from '#policy';
import { matterOf } from '../decide.ts';
import { placeOf, targetOf } from '../enforce.ts';
import { blankCases, blankJudgements } from '../evidence-store.ts';
import { dayIn } from '../ladder/follow.ts';
import { sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { updateCase } from '../store.ts';
import { undoingCause } from '../undo.ts';
import type { CsamRequest } from './contract.ts';
import { dossierError } from './errors.ts';
import { blankReport } from './follow.ts';
import { type Acting, actOn, type OnCase } from './on-case.ts';
import {
  type Concern,
  changeConcern,
  changeReport,
  concernOn,
  insertConcern,
  insertReport,
  purgeDossiersOn,
  purgeWithheld,
  reportOn,
} from './store.ts';

export const csamAlertJob = jobKind<{ body: string; concern: string }>('moderation.csam-alert', 8);

const hidingCause = (concern: string): string => `csam:${concern}`;

/**
 * A person says that an item may be child-abuse content. Everything the desk held of it goes at once and for good, the item is
 * hidden where the network allows, the people in charge are written to, and the police is to be told before the case can be
 * closed. Throws CSAM_OPEN, CSAM_GROUND.
 */
export const raiseCsam = (ports: ModerationPorts, raising: Acting & { readonly request: CsamRequest }): Promise<void> =>
  actOn(ports, raising, async (on) => {
    const { tx, row, item, now } = on;
    const { body, actor, request } = raising;
    if ((await concernOn(tx, { case: row.id })) !== undefined) throw dossierError('CSAM_OPEN');
    const { matter, version } = await matterOf(ports, tx, row);
    const offered = groundsFor(matter.policy, 'remove', { item: matter.facts, judgement: matter.judgement });
    const onCsam = clausesOn(matter.policy, 'csam');
    const clauses = offered.map(({ clause }) => clause.id).filter((id) => onCsam.includes(id));
    const law = request.law ?? null;
    if (clauses.length === 0 && law === null) throw dossierError('CSAM_GROUND');
    const report_id = await oweReport(ports, on, { raising, version });
    const id = newId();
    await insertConcern(tx, {
      ...{ id, body, case_id: row.id, item_id: item.id, account_id: item.account_id, report_id, clauses, law },
      ...{ item_external_id: item.external_id, policy_version: version, state: 'open', at: now },
      ...{ alert: ports.mail.possible ? 'promised' : 'by-hand', alerted_at: null },
      ...{ person: actor.id, person_name: actor.name },
      ...{ dismissed_by: null, dismissed_by_name: null, dismissed_sealed: null, dismissed_at: null },
    });
    await forgetAll(ports, on);
    await hideAtOnce(ports, on, { id, person: actor.id });
    if (ports.mail.possible) await ports.jobs.promise(tx, csamAlertJob, { body, concern: id });
    await record(tx, body, now, {
      kind: 'csam.raised',
      subject: item.id,
      person: actor,
      grounds: [...clauses, ...(law === null ? [] : [law])],
      policyVersion: version,
      summary: `Pratica n. ${row.number}: avviato il percorso per i contenuti pedopornografici; nulla se ne conserva, la Polizia va avvisata`,
      facts: { case: row.id, concern: id, report: report_id },
    });
  });

/** The police step; a question that waited is no longer asked. */
async function oweReport(
  ports: ModerationPorts,
  { tx, row, item, subject, now }: OnCase,
  { raising, version }: { readonly raising: Acting & { readonly request: CsamRequest }; readonly version: string },
): Promise<string> {
  const { body, actor, request } = raising;
  const known = await reportOn(tx, row.id);
  if (known?.state === 'asked' || known?.state === 'due') await changeReport(tx, known.id, { state: 'void' });
  const report = blankReport({ body, case_id: row.id, item_id: item.id, at: now });
  const words = { reasons: 'Contenuto pedopornografico: la segnalazione alla Polizia è obbligatoria.' };
  const today = dayIn(now);
  await insertReport(tx, {
    ...report,
    ...{ categories: ['csam'], policy_version: version, state: 'due', course: 'ex-officio', office: request.office },
    sealed: await sealWords({ tx, vault: ports.vault }, { body, subject, row: report.id }, words),
    ...{ known_on: today, due_on: today },
    ...{ answered_by: actor.id, answered_by_name: actor.name, answered_at: now },
  });
  return report.id;
}

async function forgetAll(ports: ModerationPorts, { tx, row, item, now }: OnCase): Promise<void> {
  await withhold({ tx, clock: ports.clock, vault: ports.vault }, item.id);
  await blankJudgements(tx, [item.id]);
  await blankCases(tx, [item.id]);
  await purgeWithheld(tx, item.id, now);
  await purgeDossiersOn(tx, row.id, now);
  await updateCase(tx, row.id, {
    ...{ state: 'open', decision: null, decided_at: null, priority: 0, due_rank: now, must_look: true },
    // Who wrote it is no content, and the police asks.
    author_name: row.author_name,
    revision: row.revision + 1,
  });
}

/** First aid: what can be hidden by a call is hidden before anybody goes on. */
async function hideAtOnce(
  ports: ModerationPorts,
  { tx, item }: OnCase,
  { id, person }: { readonly id: string; readonly person: string },
): Promise<void> {
  if (!canHide(item)) return;
  const place = placeOf(item, { cause: hidingCause(id), person });
  await order({ ...ports, tx }, { ...place, command: { type: 'hide', ...targetOf(item) } });
}

const BY_CALL: readonly (string | undefined)[] = ['api', 'limited'];
const canHide = ({ kind, visibility, network }: Item): boolean =>
  kind !== 'message' && visibility === 'visible' && BY_CALL.includes(adapterOf(network)?.capabilities.hide.how);

/** The people in charge looked: it is not what was feared. What was forgotten does not come back. Throws CSAM_NOT_OPEN. */
export const dismissCsam = (ports: ModerationPorts, dismissing: Acting & { readonly reasons: string }): Promise<void> =>
  actOn(ports, dismissing, async ({ tx, row, item, subject, now }) => {
    const { body, actor, reasons } = dismissing;
    const concern = await concernOn(tx, { case: row.id });
    if (concern === undefined) throw dossierError('CSAM_NOT_OPEN');
    await changeConcern(tx, concern.id, {
      ...{ state: 'dismissed', dismissed_by: actor.id, dismissed_by_name: actor.name, dismissed_at: now },
      dismissed_sealed: await sealWords({ tx, vault: ports.vault }, { body, subject, row: concern.id }, { reasons }),
    });
    const report = await reportOn(tx, row.id);
    if (report?.id === concern.report_id && report.state === 'due')
      await changeReport(tx, report.id, { state: 'void' });
    await showAgain(ports, { tx, item, concern, person: actor.id });
    await updateCase(tx, row.id, { revision: row.revision + 1 });
    await record(tx, body, now, {
      kind: 'csam.dismissed',
      subject: item.id,
      person: actor,
      grounds: concern.clauses,
      policyVersion: concern.policy_version,
      summary: `Pratica n. ${row.number}: chiuso il percorso per i contenuti pedopornografici, non ce n’erano`,
      facts: { case: row.id, concern: concern.id, reasons: fingerprintOf(ports.vault, reasons) },
    });
  });

async function showAgain(
  ports: ModerationPorts,
  on: Pick<OnCase, 'tx' | 'item'> & { readonly concern: Concern; readonly person: string },
): Promise<void> {
  const { tx, item, concern, person } = on;
  const cause = hidingCause(concern.id);
  const standing = await withdraw({ ...ports, tx }, cause);
  if (!standing.includes('hide')) return;
  const place = placeOf(item, { cause: undoingCause(cause), person });
  await order({ ...ports, tx }, { ...place, command: { type: 'unhide', ...targetOf(item) } });
}
