// SPDX-License-Identifier: AGPL-3.0-or-later

import { adapterOf } from '#channels';
import { type Actor, officesOf, roleMay } from '#governance';
import { type Item, isOnClock, itemById } from '#inbox';
import { dayIn } from '#kernel';
import type { Tx, Vault } from '#platform';
import { authoritiesAskedFor, clausesOn, groundsFor, VOCABULARY } from '#policy';
import { matterOf } from '../decide.ts';
import { moderationError } from '../errors.ts';
import { basisOn } from '../evidence-store.ts';
import { openWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { caseById } from '../store.ts';
import type {
  AuthorityReportView,
  DossierCase,
  DossierPage,
  DossierView,
  EvidenceTerms,
  HoldView,
} from './contract.ts';
import { hasToKeep } from './csam.ts';
import { isAside } from './csam-ending.ts';
import { signerOf } from './signing.ts';
import {
  concernOn,
  concernsOf,
  type Dossier,
  dossiersOf,
  dossiersOn,
  dutiesOn,
  evidenceOn,
  type Hold,
  holdOn,
  holdsOf,
  latestTerm,
  type Numbered,
  type Report,
  reportById,
  reportOn,
  reportsOf,
  termsOf,
} from './store.ts';

const AT_MOST = 100;

/** Evidence, authorities and holds of one case, as one person may see and act. */
export async function dossierCase(
  ports: ModerationPorts,
  { body, id, actor }: { readonly body: string; readonly id: string; readonly actor: Actor },
): Promise<DossierCase> {
  return ports.database.inBody(body, async (tx) => {
    const row = await caseById(tx, id);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const { item, matter } = await matterOf(ports, tx, row);
    const { policy, facts, judgement } = matter;
    const report = await reportOn(tx, id);
    const hold = await holdOn(tx, id);
    const concern = await concernOn(tx, { case: id });
    const seen = { tx, vault: ports.vault, today: dayIn(ports.clock.now()) };
    const onCsam = clausesOn(policy, 'csam');
    const asks = report === undefined ? authoritiesAskedFor(policy, judgement) : [];
    return {
      case: { id, number: Number(row.number) },
      asks: report?.state === 'asked' ? labelsOf(report.categories) : labelsOf(asks),
      report: report === undefined ? null : await reportView(seen, { ...report, number: row.number }),
      hold: hold === undefined ? null : await holdView(seen, { ...hold, number: row.number }),
      holdLimit: await holdLimit(tx, item),
      dossiers: (await dossiersOn(tx, id)).map(dossierView),
      evidence: (await evidenceOn(tx, id)).map((piece) => ({
        decision: piece.decision_id,
        at: piece.at.toISOString(),
        original: piece.purged_at !== null || piece.original_purged_at !== null ? 'gone' : 'kept',
        originalUntil: piece.original_until?.toISOString() ?? null,
        masked: piece.lasting !== null,
        wordless: piece.lasting === null && piece.purged_at === null && piece.original_until === null,
      })),
      csam:
        concern === undefined
          ? null
          : {
              ...{ id: concern.id, clauses: concern.clauses, law: concern.law, by: concern.person_name },
              ...{ at: concern.at.toISOString(), alert: concern.alert },
              policeTold: (await reportById(tx, concern.report_id))?.state === 'filed',
              setAside: isAside(concern),
            },
      csamClauses: groundsFor(policy, 'remove', { item: facts, judgement })
        .map(({ clause }) => clause.id)
        .filter((clause) => onCsam.includes(clause)),
      hasToKeep: await hasToKeep(tx, id, await dutiesOn(tx, id)),
      offices: (await officesOf(tx, body)).map(({ name }) => name),
      today: seen.today,
      may: {
        act: roleMay(actor.role, 'decide'),
        lead: roleMay(actor.role, 'lead'),
        endCsam: roleMay(actor.role, 'lead') && concern !== undefined && concern.person !== actor.id,
      },
    };
  });
}

/** What a hold keeps here, said before anybody relies on it. */
async function holdLimit(tx: Tx, { body, network }: Item): Promise<string> {
  const adapter = adapterOf(network);
  if (adapter === null || !isOnClock(adapter))
    return 'Il vincolo conserva originali, copie e raccolte finché non si toglie.';
  if ((await basisOn(tx, body, network)) !== undefined)
    return `Su ${adapter.label} il vincolo conserva le prove, perché l’ente ne ha registrato la base giuridica; l’intervento nella coda segue comunque i tempi del social.`;
  return `Il contratto di ${adapter.label} non lascia conservare i contenuti e l’ente non ha registrato una base giuridica: il vincolo conserva numeri, impronte e decisioni, non le parole.`;
}

const labelsOf = (categories: readonly string[]): string[] =>
  categories.map((slug) => VOCABULARY.find((category) => category.slug === slug)?.label ?? slug);

interface Seeing {
  readonly tx: Tx;
  readonly vault: Vault;
  readonly today: string;
}

async function reasonsOf(
  { tx, vault }: Seeing,
  on: { readonly body: string; readonly caseId: string; readonly row: string },
  sealed: Buffer | null,
): Promise<string | null> {
  const row = await caseById(tx, on.caseId);
  const item = row && (await itemById(tx, row.item_id));
  if (sealed === null || item === undefined) return null;
  const at = { body: on.body, subject: item.author_id ?? item.id, row: on.row };
  return (await openWords<{ reasons: string }>({ tx, vault }, at, sealed))?.reasons ?? null;
}

async function reportView(seeing: Seeing, report: Numbered<Report>): Promise<AuthorityReportView> {
  const { id, body, case_id, state, due_on } = report;
  return {
    ...{ id, case: { id: case_id, number: Number(report.number) }, state, about: labelsOf(report.categories) },
    reasons: await reasonsOf(seeing, { body, caseId: case_id, row: id }, report.sealed),
    ...{ course: report.course, office: report.office, knownOn: report.known_on, dueOn: due_on },
    overdue: state === 'due' && due_on !== null && due_on < seeing.today,
    ...{ answeredBy: report.answered_by_name, dossier: report.dossier_id, authority: report.authority },
    ...{ protocol: report.protocol, filedOn: report.filed_on, filedBy: report.filed_by_name },
    at: report.at.toISOString(),
  };
}

async function holdView(seeing: Seeing, hold: Numbered<Hold>): Promise<HoldView> {
  const on = { body: hold.body, caseId: hold.case_id, row: hold.id };
  const { lifted_act, lifted_by_name, lifted_at } = hold;
  const isLifted = lifted_act !== null && lifted_by_name !== null && lifted_at !== null;
  return {
    ...{ id: hold.id, case: { id: hold.case_id, number: Number(hold.number) }, act: hold.act },
    reasons: await reasonsOf(seeing, on, hold.sealed),
    ...{ by: hold.person_name, at: hold.at.toISOString() },
    lifted: isLifted
      ? {
          act: lifted_act,
          reasons: await reasonsOf(seeing, on, hold.lifted_sealed),
          ...{ by: lifted_by_name, at: lifted_at.toISOString() },
        }
      : null,
  };
}

const dossierView = (dossier: Omit<Dossier, 'sealed'>): DossierView => ({
  ...{ id: dossier.id, form: dossier.form, purpose: dossier.purpose, bytes: dossier.bytes, sha256: dossier.sha256 },
  ...{ by: dossier.person_name, at: dossier.at.toISOString(), keptUntil: dossier.kept_until.toISOString() },
  gone: dossier.purged_at !== null,
});

/** What waits for the authorities, what is held, what was handed over, for how long. */
export async function dossierPage(ports: ModerationPorts, body: string): Promise<DossierPage> {
  return ports.database.inBody(body, async (tx) => {
    const seen = { tx, vault: ports.vault, today: dayIn(ports.clock.now()) };
    const reports: AuthorityReportView[] = [];
    for (const report of await reportsOf(tx, body, AT_MOST)) reports.push(await reportView(seen, report));
    const holds: HoldView[] = [];
    for (const hold of await holdsOf(tx, body, AT_MOST)) holds.push(await holdView(seen, hold));
    return {
      reports,
      csam: (await concernsOf(tx, body)).map((one) => ({
        ...{ id: one.id, case: { id: one.case_id, number: Number(one.number) }, clauses: one.clauses, law: one.law },
        ...{
          by: one.person_name,
          at: one.at.toISOString(),
          alert: one.alert,
          policeTold: one.told,
          setAside: isAside(one),
        },
      })),
      holds,
      dossiers: (await dossiersOf(tx, body, AT_MOST)).map((one) => ({
        ...dossierView(one),
        case: { id: one.case_id, number: Number(one.number) },
      })),
      terms: await termsView(tx, body),
      publicKey: signerOf(ports.vault).publicKey,
    };
  });
}

export async function termsView(tx: Tx, body: string): Promise<EvidenceTerms> {
  const term = await latestTerm(tx, body);
  return {
    ...(await termsOf(tx, body)),
    chosen: term === undefined ? null : { act: term.act, by: term.person_name, at: term.at.toISOString() },
  };
}
