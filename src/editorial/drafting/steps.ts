// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { DraftStepName } from './contract.ts';
import { type Draft, insertStep } from './store.ts';

const SUMMARIES: Readonly<Record<DraftStepName, string>> = {
  opened: 'Aperta una bozza',
  proposed: 'Proposta una bozza per l’approvazione',
  returned: 'Rimandata una bozza a chi l’ha scritta, con il motivo',
  approved: 'Approvato un contenuto',
  voided: 'Caduta l’approvazione di un contenuto',
  fired: 'Fatto partire un contenuto approvato',
  waits: 'Fermata un’uscita automatica: aspetta una persona',
  correcting: 'Aperta la correzione di un contenuto uscito',
  removed: 'Ritirato un contenuto uscito',
  discarded: 'Lasciata cadere una bozza',
};

export interface Step {
  readonly draft: Pick<Draft, 'id' | 'body' | 'version'>;
  readonly step: DraftStepName;
  /** Null: the program. */
  readonly actor: Actor | null;
  readonly at: Date;
  readonly reasons?: string;
  readonly grounds?: readonly string[];
  readonly policyVersion?: string;
  /** Added to the record's line: names of the body's own accounts, never a citizen's. */
  readonly where?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A step in the draft's own history and in the record; the record takes fingerprints, never the text. */
export async function noteStep(tx: Tx, step: Step): Promise<void> {
  const { draft, actor, at, reasons = null, grounds = [], policyVersion = null, where, facts = {} } = step;
  await insertStep(tx, {
    ...{ id: newId(), body: draft.body, draft_id: draft.id, version: draft.version, step: step.step, reasons },
    ...{ person: actor?.id ?? null, person_name: actor?.name ?? null, at },
  });
  await record(tx, draft.body, at, {
    kind: `editorial.${step.step}`,
    subject: draft.id,
    person: actor,
    grounds,
    policyVersion,
    summary: where === undefined ? SUMMARIES[step.step] : `${SUMMARIES[step.step]}: ${where}`,
    facts: { draft: draft.id, version: draft.version, ...facts },
  });
}
