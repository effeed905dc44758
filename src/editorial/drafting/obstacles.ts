// SPDX-License-Identifier: AGPL-3.0-or-later
import { automaticPublishing, initiativeApprover, NETWORK_LABELS } from '#policy';
import { ofElectoral } from '../cautions/obstacles.ts';
import type { Finding } from '../checking/index.ts';
import { ofConsents } from '../consents/obstacles.ts';
import { ofFiles } from '../media/obstacles.ts';
import { ofPlan, ofTheme } from '../planning/obstacles.ts';
import { ofClosing } from './closing.ts';
import type { DraftContent, Variant } from './contract.ts';
import type { Reading, VariantReading } from './reading.ts';
import { ofShared } from './sharing.ts';
import type { Obstacle } from './view-contract.ts';

// What keeps a content from being proposed, approved and let out. One more kind of obstacle is one function and its line in SOURCES.

export type Bare = Omit<Reading, 'obstacles'>;

export const obstacle = (what: string, account: string | null = null, clause: string | null = null): Obstacle => ({
  ...{ what, account, clause },
});

/** In the order in which they are looked at. */
const SOURCES: readonly ((reading: Bare) => readonly Obstacle[])[] = [
  ofAccounts,
  ofMedia,
  ofFiles,
  ofVariants,
  ofTime,
  ofLacking,
  ofInitiative,
  ofAnswers,
  ofShared,
  ofClosing,
  ofConsents,
  ofPlan,
  ofTheme,
  ofElectoral,
];

export const obstaclesOf = (reading: Bare): Obstacle[] => SOURCES.flatMap((source) => source(reading));

function ofAccounts({ content, variants }: Bare): Obstacle[] {
  if (content.variants.length === 0) return [obstacle('Scegli almeno un account.')];
  const active = new Set(variants.map(({ account }) => account.id));
  return content.variants
    .filter(({ account }) => !active.has(account))
    .map(({ account }) => obstacle('Una variante è per un account che non è attivo.', account));
}

function ofMedia({ content, media }: Bare): Obstacle[] {
  return content.media.flatMap(({ media: id, alt, licence }, index) => [
    ...(media.has(id) ? [] : [obstacle(`Il file ${index + 1} non è più qui: va caricato di nuovo.`)]),
    ...(alt.trim() === '' ? [obstacle(`Al file ${index + 1} manca il testo alternativo.`)] : []),
    ...(licence.trim() === '' ? [obstacle(`Del file ${index + 1} manca la nota sui diritti.`)] : []),
  ]);
}

function ofVariants(reading: Bare): Obstacle[] {
  const ofEach = reading.variants.flatMap((one) => [
    ...one.fit.problems.map((what) => obstacle(`${one.account.name}: ${what}`, one.account.id)),
    ...ofReplica(reading, one),
  ]);
  return [...ofEach, ...ofFindings(reading)];
}

function ofReplica({ content }: Bare, { variant, account, original, edge }: VariantReading): Obstacle[] {
  if (variant.repeats === null) return [];
  if (original === null) return [obstacle(`${account.name}: manca l’originale da ripetere.`, account.id)];
  if (comesBack(content, variant)) return [obstacle(`${account.name}: la ripetizione gira in tondo.`, account.id)];
  if (edge !== null) return [];
  const way = `da ${NETWORK_LABELS[original.network]} a ${NETWORK_LABELS[account.network]}`;
  return [obstacle(`${account.name}: la policy non prevede di ripetere i post ${way}.`, account.id)];
}

/** Whether following originals from here never ends. */
function comesBack({ variants }: DraftContent, start: Variant): boolean {
  const seen = new Set<string>();
  let at: Variant | undefined = start;
  while (at !== undefined && at.repeats !== null) {
    if (seen.has(at.account)) return true;
    seen.add(at.account);
    const { repeats }: Variant = at;
    at = variants.find(({ account }) => account === repeats);
  }
  return false;
}

/** What the checks notice is said once: of the content where every account has it, else of the accounts that do. */
function ofFindings({ content, variants }: Bare): Obstacle[] {
  const noticed = new Map<string, { readonly finding: Finding; readonly on: VariantReading[] }>();
  for (const one of variants)
    for (const finding of one.findings.filter((each) => stops(content, each))) {
      const key = JSON.stringify([finding.check, finding.clause, finding.severity, finding.reason]);
      const same = noticed.get(key) ?? { finding, on: [] };
      if (!same.on.includes(one)) same.on.push(one);
      noticed.set(key, same);
    }
  return [...noticed.values()].map(({ finding: { severity, reason, clause }, on }) => {
    const asks = severity === 'block' ? '' : ' Serve un motivo scritto.';
    const isEverywhere = on.length === variants.length && variants.length > 1;
    const where = on.map(({ account }) => `${NETWORK_LABELS[account.network]} ${account.name}`).join(', ');
    const [only] = on;
    const account = on.length === 1 && only !== undefined ? only.account.id : null;
    return obstacle(`${isEverywhere ? '' : `${where}: `}${reason}${asks}`, account, clause);
  });
}

const stops = (content: DraftContent, finding: Finding): boolean =>
  finding.severity === 'block' || (finding.severity === 'justify' && justificationOf(content, finding) === null);

function ofTime({ content, policy, variants }: Bare): Obstacle[] {
  if (content.goes === 'fired') return [];
  if (content.at === null) return [obstacle('Manca l’ora a cui deve uscire da sola.')];
  return variants.flatMap(({ variant, account }) => {
    const { rule, clause } = automaticPublishing(policy, account.network);
    if (variant.repeats !== null || rule !== 'forbidden') return [];
    const what = `${account.name}: la policy vieta la pubblicazione automatica, deve farla partire una persona.`;
    return [obstacle(what, account.id, clause)];
  });
}

function ofLacking({ lacking }: Bare): Obstacle[] {
  return lacking
    .filter(({ asked, reason }) => asked && reason === null)
    .map(({ network, clause }) =>
      obstacle(`Manca il motivo per cui non esce su ${NETWORK_LABELS[network]}.`, null, clause),
    );
}

function ofInitiative({ content: { initiative }, policy }: Bare): Obstacle[] {
  const approver = initiativeApprover(policy);
  if (initiative === null || approver === undefined || initiative.authorisation.trim() !== '') return [];
  const by = approver.by === null ? '' : `, da ${approver.by}`;
  const what = `Chat, sondaggi e discussioni aperte vanno autorizzati prima${by}: indica con quale atto.`;
  return [obstacle(what, null, approver.clause)];
}

const IS_NO = /^\s*no(?![\p{L}\p{N}])/iu;

/** What only advises is asked and stops nothing. */
function ofAnswers({ asked }: Bare): Obstacle[] {
  return asked.flatMap(({ asked: what, answer, clause, outcome, mustBeNo }) => {
    if (outcome === 'advise') return [];
    if (answer === null) return [obstacle(`Manca una risposta: ${what}.`, null, clause)];
    return mustBeNo && !IS_NO.test(answer) ? [obstacle(`La risposta non è «no»: ${what}.`, null, clause)] : [];
  });
}

export const justificationOf = ({ justifications }: DraftContent, { check, clause }: Finding): string | null =>
  justifications.find((one) => one.check === check && one.clause === clause)?.reason ?? null;
