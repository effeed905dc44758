// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, type Office, officesOf, roleMay } from '#governance';
import type { Tx } from '#platform';
import { officesFor } from '#policy';
import { matterOf } from '../decide.ts';
import { moderationError } from '../errors.ts';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, caseById } from '../store.ts';
import { DESK } from './assign.ts';
import { carrying } from './carrying.ts';
import type { CaseReferral, CaseReferrals, PolicyOffice } from './contract.ts';
import { isNamed } from './hand-over.ts';
import { noteOf } from './note-outcome.ts';
import { letterFor, onReferral } from './on-referral.ts';
import { owedOn } from './outcome.ts';
import {
  type Answer,
  answersOf,
  isCarried,
  officesOfCase,
  outcomeOf,
  type Referral,
  referralsOfCase,
} from './store.ts';
import { answerView, referralView } from './view.ts';

interface Asking {
  readonly body: string;
  readonly id: string;
  /** Who looks: a letter to be carried has the link in it, which is not for who only reads. */
  readonly actor: Actor;
}

/** Whose a case is, where it can go, what went and what came back. Throws CASE_NOT_FOUND. */
export async function caseReferrals(ports: ModerationPorts, { body, id, actor }: Asking): Promise<CaseReferrals> {
  return ports.database.inBody(body, async (tx) => {
    const row = await caseById(tx, id);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const { item, text, matter, signals } = await matterOf(ports, tx, row);
    const kept = await officesOf(tx, body);
    const referrals = await referralsOfCase(tx, id);
    const answers = await answersOf(
      tx,
      referrals.map((one) => one.id),
    );
    const viewed: CaseReferral[] = [];
    for (const referral of referrals) viewed.push(await referralOn(ports, tx, { referral, row, answers, actor }));
    return {
      owner: await ownerOn(tx, id),
      routes: routesOn(matter, kept),
      offices: kept.map((office) => ({
        ...{ id: office.id, name: office.name, kind: office.kind },
        byMail: ports.mail.possible && office.email !== null,
      })),
      carries: await carrying(tx, { item, text, signals, now: ports.clock.now() }),
      owed: [...owedOn(matter)],
      outcome: await outcomeOn(ports, tx, id),
      referrals: viewed,
    };
  });
}

async function ownerOn(tx: Tx, caseId: string): Promise<CaseReferrals['owner']> {
  const owner = (await officesOfCase(tx, caseId)).find(({ role }) => role === 'owner');
  return { office: owner?.office ?? DESK, clause: owner?.clause ?? null };
}

const routesOn = ({ policy, facts, judgement }: Matter, kept: readonly Office[]): PolicyOffice[] =>
  officesFor(policy, { item: facts, judgement }).map(({ name, clause, address }) => ({
    ...{ name, clause, address: address ?? null },
    office: kept.find((office) => isNamed(office, name))?.id ?? null,
  }));

async function outcomeOn({ vault }: ModerationPorts, tx: Tx, caseId: string): Promise<CaseReferrals['outcome']> {
  const found = await outcomeOf(tx, caseId);
  if (found === undefined) return null;
  const { outcome, office_name: office, person_name: by, at } = found;
  const note = await noteOf({ tx, vault }, found);
  return { outcome, office, note, by, at: at.toISOString() };
}

interface Viewing {
  readonly referral: Referral;
  readonly row: Case;
  readonly answers: readonly Answer[];
  readonly actor: Actor;
}

async function referralOn(ports: ModerationPorts, tx: Tx, viewing: Viewing): Promise<CaseReferral> {
  const { referral, row, answers, actor } = viewing;
  const { vault, clock } = ports;
  const { note } = await onReferral(ports, tx, referral);
  const own = answers.filter(({ referral_id }) => referral_id === referral.id);
  const shown = [];
  for (const answer of own) shown.push(await answerView({ tx, vault }, answer));
  const carried = isCarried(referral) && roleMay(actor.role, 'decide');
  const office = carried ? (await officesOf(tx, row.body)).find(({ id }) => id === referral.office_id) : undefined;
  return {
    ...referralView(referral, { number: Number(row.number), now: clock.now() }),
    note,
    words: referral.words,
    answers: shown,
    letter: carried
      ? { to: office?.email ?? null, ...(await letterFor(ports, tx, { referral, letter: 'request' })) }
      : null,
  };
}
