// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { adapterOf } from '#channels';
import { holdWritesOn } from '#delivery';
import { type Item, type Withheld, withhold } from '#inbox';
import { dayIn, newId } from '#kernel';
import { jobKind, type Tx } from '#platform';
import { clausesOn, groundsFor } from '#policy';
import { matterOf } from '../decide.ts';
import { unquoteEvidence } from '../evidence.ts';
import { blankCases, blankJudgements } from '../evidence-store.ts';
import { lockWith } from '../followers.ts';
import { keepingTerm } from '../keeping-basis.ts';
import { sealWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { changeReferral, referralsOfCase } from '../referrals/store.ts';
import { updateCase } from '../store.ts';
import { pushAlert } from './alert.ts';
import type { CsamRequest } from './contract.ts';
import { hideAtOnce, withdrawPromised } from './csam-writes.ts';
import { dossierError } from './errors.ts';
import { blankReport } from './follow.ts';
import { type Acting, actOn, type OnCase } from './on-case.ts';
import {
  changeConcern,
  changeReport,
  concernOn,
  dutiesOn,
  holdOn,
  insertConcern,
  insertReport,
  purgeDossiersOn,
  type Report,
} from './store.ts';
import { evidenceQuoting, purgeDossiersQuoting, purgeWithheld } from './withheld-store.ts';

export const csamAlertJob = jobKind<{ body: string; concern: string }>('moderation.csam-alert', 8);

type Raising = Acting & { readonly request: CsamRequest };

/**
 * A person says that an item may be child-abuse content. Everything the desk held of it goes at once and for good; where a hold or
 * a duty to report stands, it is sealed apart for another person to say so. What was promised is withdrawn, the item is hidden
 * where the network allows, offices see it no more, the people in charge are written to, and the police is to be told before the
 * case can be closed. Throws CSAM_OPEN, CSAM_GROUND.
 */
export const raiseCsam = (ports: ModerationPorts, raising: Raising): Promise<void> =>
  actOn(ports, raising, async (on) => {
    const { tx, row, item, now } = on;
    const { body, actor, request } = raising;
    if ((await concernOn(tx, { case: row.id })) !== undefined) throw dossierError('CSAM_OPEN');
    await lockWith(tx, row);
    await holdWritesOn(tx, item.id);
    const { matter, version } = await matterOf(ports, tx, row);
    const offered = groundsFor(matter.policy, 'remove', { item: matter.facts, judgement: matter.judgement });
    const onCsam = clausesOn(matter.policy, 'csam');
    const clauses = offered.map(({ clause }) => clause.id).filter((id) => onCsam.includes(id));
    const law = request.law ?? null;
    if (clauses.length === 0 && law === null) throw dossierError('CSAM_GROUND');
    const owed = await dutiesOn(tx, row.id);
    const isHeld = await hasToKeep(tx, row.id, owed);
    const report_id = await oweReport(ports, on, { raising, version, owed });
    const id = newId();
    await insertConcern(tx, {
      ...{ id, body, case_id: row.id, item_id: item.id, account_id: item.account_id, report_id, clauses, law },
      ...{ item_external_id: item.external_id, policy_version: version, state: 'open', at: now },
      ...{ alert: ports.mail.possible ? 'promised' : 'by-hand', alerted_at: null },
      ...{ person: actor.id, person_name: actor.name, person_role: actor.role },
      ...{
        set_aside: isHeld,
        withheld: null,
        with_item: false,
        destroyed_by: null,
        destroyed_by_name: null,
        destroyed_at: null,
      },
      ...{ dismissed_by: null, dismissed_by_name: null, dismissed_sealed: null, dismissed_at: null },
    });
    const words = await takeOutOfSight(ports, on);
    const others = await forgetQuotations(ports, tx, { item, now });
    if (isHeld) await setAside(ports, on, { concern: id, words });
    else await forgetForGood(tx, { item, caseId: row.id, now });
    if (others && !isHeld) await changeConcern(tx, id, { set_aside: true });
    const referrals = await endReferrals(on);
    await withdrawPromised(ports, tx, item);
    await hideAtOnce(ports, tx, { item, concern: id, actor });
    if (ports.mail.possible) await ports.jobs.promise(tx, csamAlertJob, { body, concern: id });
    await pushAlert(ports, tx, { body, concern: id });
    await record(tx, body, now, {
      kind: 'csam.raised',
      subject: item.id,
      person: actor,
      grounds: [...clauses, ...(law === null ? [] : [law])],
      policyVersion: version,
      summary: `Pratica n. ${row.number}: avviato il percorso per i contenuti pedopornografici; ${isHeld ? 'ciò che si conservava è sigillato e nessuno lo legge' : 'nulla se ne conserva'}, la Polizia va avvisata`,
      facts: { case: row.id, concern: id, report: report_id, setAside: isHeld, referrals },
    });
  });

/** A hold stands, or the authorities are to be told or were: one person alone destroys nothing. */
export const hasToKeep = async (tx: Tx, caseId: string, owed: readonly Report[]): Promise<boolean> =>
  (await holdOn(tx, caseId)) !== undefined || owed.some((report) => !isSameDuty(report));

/** Asked, and not yet answered, about this very thing: the police step takes its place. */
const isSameDuty = ({ state, categories }: Report): boolean => state === 'asked' && categories.includes('csam');

/** The police step, beside whatever else is owed. */
async function oweReport(
  ports: ModerationPorts,
  { tx, row, item, subject, now }: OnCase,
  owing: { readonly raising: Raising; readonly version: string; readonly owed: readonly Report[] },
): Promise<string> {
  const { body, actor, request } = owing.raising;
  for (const { id } of owing.owed.filter(isSameDuty)) await changeReport(tx, id, { state: 'void' });
  const report = blankReport({ body, case_id: row.id, item_id: item.id, at: now });
  const words = { reasons: 'Contenuto pedopornografico: la segnalazione alla Polizia è obbligatoria.' };
  const today = dayIn(now);
  await insertReport(tx, {
    ...report,
    ...{ categories: ['csam'], policy_version: owing.version, state: 'due', course: 'ex-officio', police: true },
    ...{ office: request.office, known_on: today, due_on: today },
    sealed: await sealWords({ tx, vault: ports.vault }, { body, subject, row: report.id }, words),
    ...{ answered_by: actor.id, answered_by_name: actor.name, answered_at: now },
  });
  return report.id;
}

/** From here on no screen, list, search or page has a word of it. Returns the words. */
async function takeOutOfSight(ports: ModerationPorts, { tx, row, item, now }: OnCase): Promise<readonly Withheld[]> {
  const words = await withhold({ tx, clock: ports.clock, vault: ports.vault }, item.id);
  await blankJudgements(tx, [item.id]);
  await blankCases(tx, [item.id]);
  await updateCase(tx, row.id, {
    ...{ state: 'open', decision: null, decided_at: null, priority: 0, due_rank: now, must_look: true },
    // Who wrote it is no content, and the police asks.
    author_name: row.author_name,
    revision: row.revision + 1,
  });
  return words;
}

/** What others' evidence and files repeat of it. True where files that somebody has to keep are left, which nobody may open. */
async function forgetQuotations(
  ports: ModerationPorts,
  tx: Tx,
  { item, now }: { readonly item: Item; readonly now: Date },
): Promise<boolean> {
  for (const quoting of await evidenceQuoting(tx, item)) await unquoteEvidence(tx, ports.vault, quoting);
  return purgeDossiersQuoting(tx, item, { now, all: false });
}

/** The words, sealed where nothing reads them; not where the network's contract forbids keeping them. */
async function setAside(
  ports: ModerationPorts,
  { tx, item, subject, now }: OnCase,
  { concern, words }: { readonly concern: string; readonly words: readonly Withheld[] },
): Promise<void> {
  const { body, network } = item;
  const term = await keepingTerm(tx, { body, adapter: adapterOf(network), now });
  if (words.length === 0 || !term.words) return;
  const withheld = await sealWords({ tx, vault: ports.vault }, { body, subject, row: concern }, { words });
  await changeConcern(tx, concern, { withheld, with_item: term.withItem });
}

interface Forgetting {
  readonly item: Item;
  readonly caseId: string;
  readonly now: Date;
}

export async function forgetForGood(tx: Tx, { item, caseId, now }: Forgetting): Promise<void> {
  await purgeWithheld(tx, item.id, now);
  await purgeDossiersOn(tx, caseId, now);
}

/** No office goes on looking at it, nor is written to again. Returns how many. */
async function endReferrals({ tx, row, now }: OnCase): Promise<number> {
  const open = (await referralsOfCase(tx, row.id)).filter(({ state }) => state !== 'withdrawn');
  for (const { id, state, link_revoked_at } of open)
    await changeReferral(tx, id, {
      ...(state !== 'answered' && { state: 'withdrawn' as const, withdrawn_at: now }),
      link_revoked_at: link_revoked_at ?? now,
      look_at: null,
    });
  return open.length;
}
