// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, type Capability } from '#channels';
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import { dutyTo, ladderTerms, type MeasureAnswer, minorsOn } from '#policy';
import { matterOf } from '../decide.ts';
import { reportingOn } from '../enforce.ts';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { caseById } from '../store.ts';
import { authorById, youngAccountOn } from './author-store.ts';
import { confirmableOn } from './confirm.ts';
import type { LadderStep, LadderView } from './contract.ts';
import { draftsOn } from './drafts.ts';
import { dutyToKeep } from './empty.ts';
import { needsApproval } from './fit.ts';
import { choicesOf } from './history.ts';
import { ladderOn, type OnCase } from './on-case.ts';
import { measuresWhere, type Report, reportsWhere, violationOn } from './store.ts';
import { tellingOf } from './telling.ts';
import { waysWritten } from './texts.ts';
import { measureViews, reportViews } from './view.ts';
import { type YoungCase, youngCaseOn } from './young-store.ts';

const ref = ({ id, title }: { readonly id: string; readonly title: string }) => ({ id, title });

/** The ladder beside a case: what is counted, what may be done, what was done. Throws CASE_NOT_FOUND. */
export async function caseLadder(ports: ModerationPorts, body: string, id: string): Promise<LadderView> {
  return ports.database.inBody(body, async (tx) => {
    const row = await caseById(tx, id);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const { item, matter } = await matterOf(ports, tx, row);
    const now = ports.clock.now();
    const { history, answers } = await ladderOn(tx, { row, item, matter, now });
    const author = item.author_id === null ? undefined : await authorById(tx, item.author_id);
    const telling = await tellingOf(tx, { item, matter, now });
    const violation = await violationOn(tx, id);
    const terms = ladderTerms(matter.policy, await choicesOf(tx, body));
    const mustGo = dutyTo(matter.policy, 'remove');
    const { breaches, warnings, banned, windowDays, linked } = history;
    const reports = await reportsWhere(tx, { case: id });
    return {
      author: author === undefined ? null : { id: author.id, name: author.name, network: author.network },
      history: { breaches, warnings, banned, windowDays, linked },
      steps: answers.map((answer) => stepView(answer, item, reports)),
      confirmed:
        violation === undefined
          ? null
          : { clauses: violation.clauses, by: violation.person_name, at: violation.at.toISOString() },
      confirmable: confirmableOn(matter),
      texts: draftsOn(ports, { matter }, history.brokenHere, history.broken),
      ownWordsOnly: await needsApproval(tx, body),
      telling: telling.ways.map((way) => ({ ...way })),
      notTelling: [...telling.missing],
      ways: waysWritten(matter.policy),
      reviewDays: terms.reviewDays?.value ?? null,
      mustGo: mustGo === undefined ? null : ref(mustGo),
      measures: await measureViews(ports, tx, await measuresWhere(tx, { case: id })),
      reports: await reportViews(ports, tx, reports),
      minors: await minorsView(tx, { row, item, matter }),
      policyDigest: matter.policy.digest,
    };
  });
}

const CAPABILITY: Partial<Record<MeasureAnswer['measure'], Capability>> = { ban: 'ban', warn: 'reply' };

function stepView(
  { measure, force, condition, allowed, reasons, asks, clauses }: MeasureAnswer,
  item: Item,
  reports: readonly Report[],
): LadderStep {
  const reach = reachOf(measure, item, allowed);
  const sent = measure === 'report-platform' ? reports.find(({ state }) => state === 'sent') : undefined;
  return {
    ...{ measure, force, condition: condition ?? null, asks: [...asks], clauses: clauses.map(ref) },
    ...reach,
    ...(sent !== undefined && { allowed: reach.allowed && sent.sealed === null, effect: null }),
    reasons: [...reasons.map((reason) => ({ ...reason })), ...(sent === undefined ? [] : [sentWords(sent)])],
  };
}

const sentWords = ({ sealed }: Report): { text: string } => ({
  text:
    sealed === null
      ? 'È già partita con la decisione: qui si aggiungono i suoi quattro elementi, che restano agli atti.'
      : 'È già partita: mancano la data e il riferimento della piattaforma.',
});

/** What the network makes of it; a ban that it does not know is not allowed there. */
function reachOf(
  measure: MeasureAnswer['measure'],
  item: Item,
  allowed: boolean,
): Pick<LadderStep, 'allowed' | 'effect' | 'how'> {
  if (measure === 'report-platform') {
    const reporting = reportingOn(item.network);
    return { allowed: allowed && reporting !== null, effect: reporting?.effect ?? null, how: reporting?.how ?? 'none' };
  }
  const capability = CAPABILITY[measure];
  if (capability === undefined || measure === 'warn') return { allowed, effect: null, how: 'none' };
  const state = adapterOf(item.network)?.capabilities[capability];
  if (state === undefined) return { allowed, effect: 'Si fa a mano sul social, poi si conferma qui.', how: 'by-hand' };
  if (state.how === 'none') return { allowed: false, effect: state.effect, how: 'none' };
  return { allowed, effect: state.effect, how: state.how === 'by-hand' ? 'by-hand' : 'api' };
}

async function minorsView(
  tx: Tx,
  { row, item, matter }: Pick<OnCase, 'row' | 'item' | 'matter'>,
): Promise<LadderView['minors']> {
  const young = await youngAccountOn(tx, item.account_id);
  const rule = minorsOn(matter.policy, { young: young !== undefined });
  if (rule === undefined) return null;
  const known = await youngCaseOn(tx, row.id);
  return {
    ...{ clause: ref(rule.clause), age: rule.age ?? null, below: rule.below, consentOf: [...rule.consentOf] },
    authorisation:
      young === undefined ? null : { project: young.project, by: young.consent_by, document: young.document },
    ...{ seen: known !== undefined, emptied: known?.emptied_at != null },
    asked: known === undefined ? null : askedView(known),
    keptBecause: await dutyToKeep(tx, { row, item }),
  };
}

const askedView = ({ asked_by, asked_by_name, asked_at, emptied_at }: YoungCase) =>
  asked_by === null || asked_at === null || emptied_at !== null
    ? null
    : { person: asked_by, by: asked_by_name ?? '', at: asked_at.toISOString() };
