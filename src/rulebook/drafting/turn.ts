// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { digestOfText } from '../adopt.ts';
import type { DraftDetail, DraftState, DraftStep } from '../contract.ts';
import { rulebookError } from '../errors.ts';
import type { Acting, RulebookPorts } from '../ports.ts';
import { type Draft, insertStep, lockDraft, updateDraft } from './store.ts';
import { detailOf } from './view.ts';

export interface Turning extends Acting {
  readonly id: string;
  /** The text that the person had before them. */
  readonly revision: number;
}

interface Turn {
  readonly from: DraftState;
  readonly to: DraftState;
  readonly kind: string;
  readonly words: string;
}

const TURNS = {
  proposed: { from: 'open', to: 'proposed', kind: 'policy.draft-proposed', words: 'Proposta per l’approvazione' },
  withdrawn: { from: 'proposed', to: 'open', kind: 'policy.draft-withdrawn', words: 'Ritirata dalla proposta' },
  returned: { from: 'proposed', to: 'open', kind: 'policy.draft-returned', words: 'Rimandata a chi la scrive' },
  discarded: { from: 'open', to: 'discarded', kind: 'policy.draft-discarded', words: 'Messa da parte' },
  reopened: { from: 'discarded', to: 'open', kind: 'policy.draft-reopened', words: 'Riaperta' },
} as const satisfies Partial<Record<DraftStep['step'], Turn>>;

export type TurnName = keyof typeof TURNS;

/** The draft, held, in the state and with the text that the person read. DRAFT_NOT_FOUND, DRAFT_STATE, DRAFT_CHANGED. */
export async function heldDraft(tx: Tx, { id, revision }: Turning, state: DraftState): Promise<Draft> {
  const draft = await lockDraft(tx, id);
  if (draft === undefined) throw rulebookError('DRAFT_NOT_FOUND');
  if (draft.state !== state) throw rulebookError('DRAFT_STATE');
  if (draft.revision !== revision) throw rulebookError('DRAFT_CHANGED', `l’ha salvata ${draft.updated_by_name}`);
  return draft;
}

/** Takes a draft from one state to the next, with its step and its record. */
export async function turnDraft(
  { clock }: Pick<RulebookPorts, 'clock'>,
  tx: Tx,
  { turning, step, reasons }: { readonly turning: Turning; readonly step: TurnName; readonly reasons: string | null },
): Promise<DraftDetail> {
  const { actor, body } = turning;
  const { from, to, kind, words }: Turn = TURNS[step];
  const draft = await heldDraft(tx, turning, from);
  const proposer = step === 'proposed' ? actor : null;
  const change = { state: to, proposed_by: proposer?.id ?? null, proposed_by_name: proposer?.name ?? null };
  await updateDraft(tx, draft.id, change);
  const now = clock.now();
  await noteStep(tx, { draft, actor, step, at: now, reasons });
  const digest = digestOfText(draft.source);
  await record(tx, body, now, {
    kind,
    subject: draft.id,
    person: actor,
    grounds: [],
    policyVersion: draft.based_on,
    summary: `${words} la bozza di policy «${draft.name}»`,
    facts: {
      draft: draft.id,
      revision: draft.revision,
      digest,
      ...(reasons !== null && { reasons: digestOfText(reasons) }),
    },
  });
  return detailOf(tx, { ...draft, ...change }, actor);
}

/** Returns a proposal with reasons, or discards a draft. */
export async function turn(
  ports: RulebookPorts,
  turning: Turning,
  { step, reasons }: { readonly step: 'returned' | 'discarded'; readonly reasons: string },
): Promise<DraftDetail> {
  return ports.database.inBody(turning.body, (tx) => turnDraft(ports, tx, { turning, step, reasons }));
}

/** Back to writing: a proposal withdrawn by who writes, or a discarded draft taken up again. */
export async function takeBack(ports: RulebookPorts, turning: Turning): Promise<DraftDetail> {
  return ports.database.inBody(turning.body, async (tx) => {
    const draft = await lockDraft(tx, turning.id);
    const step = draft?.state === 'discarded' ? 'reopened' : 'withdrawn';
    return turnDraft(ports, tx, { turning, step, reasons: null });
  });
}

interface Noting {
  readonly draft: Draft;
  readonly actor: Actor;
  readonly step: DraftStep['step'];
  readonly at: Date;
  readonly reasons?: string | null;
}

export async function noteStep(tx: Tx, { draft, actor, step, at, reasons = null }: Noting): Promise<void> {
  const { id: draft_id, body, revision } = draft;
  await insertStep(tx, {
    id: newId(),
    draft_id,
    body,
    step,
    revision,
    reasons,
    person: actor.id,
    person_name: actor.name,
    at,
  });
}
