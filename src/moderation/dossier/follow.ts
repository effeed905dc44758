// SPDX-License-Identifier: AGPL-3.0-or-later
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { authoritiesAskedFor, clausesOn } from '#policy';
import type { Follower, Taken, TakenBack } from '../followers.ts';
import { optionFor } from '../options.ts';
import { dossierError } from './errors.ts';
import { changeReport, concernOn, insertReport, type Report, reportById, reportOn } from './store.ts';

const LEAST_OWN_WORDS = 20;

/** With each decision: what has a course of its own keeps to it, and the authorities are asked about. */
export const dossierFollower: Follower = {
  taken: async (_ports, tx, taken) => {
    await keepToTheCourse(tx, taken);
    wantOwnWords(taken);
    await ask(tx, taken);
  },
  takenBack: async (_ports, tx, taken) => stopAsking(tx, taken),
};

const citedIn = ({ grounds }: Taken['decision']): string[] =>
  grounds.flatMap((ground) => (ground.kind === 'clause' ? [ground.clause] : []));

/** Nothing is shown again while it may be child-abuse content: whoever looked has to say that it is not. */
export const mayBeShown = async (tx: Tx, caseId: string): Promise<boolean> =>
  (await concernOn(tx, { case: caseId })) === undefined;

/** Child-abuse content is closed by nobody before the police knows. */
async function keepToTheCourse(tx: Tx, { row, decision, matter: { policy } }: Taken): Promise<void> {
  const concern = await concernOn(tx, { case: row.id });
  if (concern === undefined) {
    const onlyOnCsam = clausesOn(policy, 'csam').filter((id) =>
      policy.rules.every(({ clause, categories }) => clause.id !== id || categories.length === 1),
    );
    if (citedIn(decision).some((id) => onlyOnCsam.includes(id))) throw dossierError('CSAM_RAISE_FIRST');
    return;
  }
  const report = await reportById(tx, concern.report_id);
  if (report?.state !== 'filed') throw dossierError('CSAM_POLICE_FIRST');
}

/**
 * The category that names no fault: beside another clause it is only the reservation that lets it be taken down. By itself a
 * person says which rule of law is broken, and in their own words what is wrong.
 */
function wantOwnWords({ decision, matter }: Taken): void {
  if (decision.kind !== 'hide' && decision.kind !== 'remove') return;
  const vague = clausesOn(matter.policy, 'other-violation');
  const cited = citedIn(decision);
  if (cited.length === 0 || !cited.every((id) => vague.includes(id))) return;
  const named = decision.grounds.some(({ kind }) => kind !== 'clause');
  const ready = optionFor(decision.kind, matter).reasons.trim();
  const own = decision.reasons !== ready && decision.reasons.length >= LEAST_OWN_WORDS;
  if (!named || !own) throw dossierError('OTHER_VIOLATION_NEEDS', cited.join(', '));
}

/** «Segnalare alle autorità?»: once a case, until somebody answers. */
async function ask(tx: Tx, { row, item, decision, matter }: Taken): Promise<void> {
  const categories = authoritiesAskedFor(matter.policy, matter.judgement, citedIn(decision));
  if (categories.length === 0 || (await reportOn(tx, row.id)) !== undefined) return;
  await insertReport(tx, {
    ...blankReport({ body: row.body, case_id: row.id, item_id: item.id, at: decision.at }),
    decision_id: decision.id,
    categories: [...categories],
    policy_version: decision.policy_version,
  });
}

/** Asked, and nothing more. */
export const blankReport = (on: Pick<Report, 'body' | 'case_id' | 'item_id' | 'at'>): Report => ({
  ...on,
  ...{
    id: newId(),
    decision_id: null,
    categories: [],
    policy_version: '',
    state: 'asked',
    sealed: null,
    police: false,
  },
  ...{ course: null, office: null, known_on: null, due_on: null, dossier_id: null },
  ...{ answered_by: null, answered_by_name: null, answered_at: null },
  ...{ authority: null, protocol: null, filed_on: null, filed_by: null, filed_by_name: null, filed_at: null },
});

async function stopAsking(tx: Tx, { row, decision }: TakenBack): Promise<void> {
  const report = await reportOn(tx, row.id);
  if (report?.state === 'asked' && report.decision_id === decision.id)
    await changeReport(tx, report.id, { state: 'void' });
}
