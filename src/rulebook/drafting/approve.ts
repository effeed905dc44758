// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type { PolicyDocument } from '#policy';
import { digestOfText, wellFormed } from '../adopt.ts';
import type { Approval, DraftDetail } from '../contract.ts';
import { actWords, refuseActDate } from '../days.ts';
import { enterVersion } from '../enter-version.ts';
import { rulebookError } from '../errors.ts';
import type { RulebookPorts } from '../ports.ts';
import { insertAdoption, lockRulebook, type VersionFacts, versionsOf } from '../store.ts';
import { refuseVersionName } from '../version-name.ts';
import { type Draft, updateDraft, writersOf } from './store.ts';
import { heldDraft, noteStep, type Turning } from './turn.ts';
import { detailOf, isAuthor } from './view.ts';

const FURTHEST_MILLISECONDS = 2 * 366 * 24 * 60 * 60 * 1000;

/**
 * Adopts a proposed draft to the letter, under an act, by somebody who neither wrote nor proposed it: in one transaction the
 * version, who brought it about and the record; and the news too, where it is in force from now.
 */
export async function approve(ports: RulebookPorts, turning: Turning, approval: Approval): Promise<DraftDetail> {
  const { body, actor } = turning;
  return ports.database.inBody(body, async (tx) => {
    await lockRulebook(tx, body);
    const draft = await heldDraft(tx, turning, 'proposed');
    const writers = await writersOf(tx, draft.id);
    if (isAuthor(draft, actor, writers)) throw rulebookError('FOUR_EYES');
    const now = ports.clock.now();
    refuseActDate(approval.act, now);
    const document = wellFormed(draft.source, draft.name, 'DRAFT_HAS_MISTAKES');
    const inForceSince = await momentOf(tx, body, { approval, now });
    await refuseUnlessNew(tx, draft, document);
    return adoptDraft(ports, tx, { turning, approval, draft, writers, document, inForceSince });
  });
}

/** From now, or from a moment to come that no version already adopted would overtake. */
async function momentOf(
  tx: Tx,
  body: string,
  { approval, now }: { readonly approval: Approval; readonly now: Date },
): Promise<Date> {
  const moment = approval.inForceFrom === null ? now : new Date(approval.inForceFrom);
  if (moment < now || moment.getTime() > now.getTime() + FURTHEST_MILLISECONDS)
    throw rulebookError('IN_FORCE_WRONG', approval.inForceFrom ?? undefined);
  const [last] = await versionsOf(tx, body);
  if (last !== undefined && isOvertaken(last, moment, now))
    throw rulebookError('LATER_VERSION', `è la versione ${last.version}, dal ${last.in_force_since.toISOString()}`);
  return moment;
}

/** Of versions in force from the same moment the one adopted later holds: also where the clock was put back. */
const isOvertaken = ({ in_force_since, adopted_at }: VersionFacts, moment: Date, now: Date): boolean =>
  in_force_since > moment || (in_force_since.getTime() === moment.getTime() && adopted_at >= now);

async function refuseUnlessNew(tx: Tx, draft: Draft, { header }: PolicyDocument): Promise<void> {
  if (header.body !== draft.body) throw rulebookError('POLICY_OF_ANOTHER', header.body);
  refuseVersionName(header.version);
  const versions = await versionsOf(tx, draft.body);
  if (versions.some(({ version }) => version === header.version)) throw rulebookError('VERSION_TAKEN', header.version);
  if (versions.length > 0 && draft.change_note.trim() === '') throw rulebookError('CHANGE_NOTE_MISSING');
}

interface Adopting {
  readonly turning: Turning;
  readonly approval: Approval;
  readonly draft: Draft;
  readonly writers: readonly { readonly id: string }[];
  readonly document: PolicyDocument;
  readonly inForceSince: Date;
}

async function adoptDraft(
  ports: RulebookPorts,
  tx: Tx,
  { turning, approval, draft, writers, document, inForceSince }: Adopting,
): Promise<DraftDetail> {
  const { body, actor } = turning;
  const { version, title } = document.header;
  const note = draft.change_note.trim();
  await enterVersion(ports, tx, {
    version: {
      body,
      version,
      title,
      source: draft.source,
      digest: digestOfText(draft.source),
      choices: await choicesKept(tx, body),
      act: actWords(approval.act),
      act_date: approval.act.date,
      change_note: note === '' ? null : note,
      in_force_since: inForceSince,
    },
    person: actor,
    facts: {
      draft: draft.id,
      revision: draft.revision,
      proposedBy: draft.proposed_by,
      writtenBy: writers.map(({ id }) => id),
      changeNote: note,
    },
  });
  const change = { state: 'approved' as const, approved_by: actor.id, version };
  await updateDraft(tx, draft.id, change);
  await insertAdoption(tx, {
    body,
    version,
    draft_id: draft.id,
    proposed_by: draft.proposed_by ?? '',
    proposed_by_name: draft.proposed_by_name ?? '',
    approved_by: actor.id,
    approved_by_name: actor.name,
  });
  await noteStep(tx, { draft, actor, step: 'approved', at: ports.clock.now() });
  return detailOf(tx, { ...draft, ...change }, actor);
}

/** What an installation decided where the policy is silent goes on from version to version; what is recorded does by itself. */
const choicesKept = async (tx: Tx, body: string) => (await versionsOf(tx, body))[0]?.choices ?? {};
