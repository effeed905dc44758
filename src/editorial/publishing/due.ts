// SPDX-License-Identifier: AGPL-3.0-or-later
import { writesStopped } from '#delivery';
import type { Actor } from '#governance';
import { CodedError } from '#kernel';
import type { Tx } from '#platform';
import { voidApproval } from '../approving/store.ts';
import { type Held, hold } from '../drafting/held.ts';
import { readContent } from '../drafting/reading.ts';
import { noteStep } from '../drafting/steps.ts';
import { draftsDue, stepsOf, updateDraft } from '../drafting/store.ts';
import type { EditorialPorts } from '../ports.ts';
import { clausesAgainst, letOut } from './fire.ts';

/**
 * Contents whose time has come: those that a person approved to go by themselves go, where no clause forbids it and nothing is
 * stopped; the others are held back for a person, which is recorded once. Returns how many went.
 */
export async function publishDue(ports: EditorialPorts, body: string): Promise<number> {
  const due = await ports.database.inBody(body, (tx) => draftsDue(tx, body, ports.clock.now()));
  let gone = 0;
  for (const id of due) if (await ports.database.inBody(body, (tx) => publishOne(ports, tx, id))) gone += 1;
  return gone;
}

async function publishOne(ports: EditorialPorts, tx: Tx, id: string): Promise<boolean> {
  const held = await hold(tx, id);
  const { draft, version } = held;
  const now = ports.clock.now();
  // Somebody changed or fired it since it was listed.
  if (draft.state !== 'approved' || draft.goes_at === null || draft.goes_at > now) return false;
  const reading = await readContent(ports, tx, { body: draft.body, content: version.content });
  const forbidding = clausesAgainst(reading);
  if (draft.goes !== 'at-its-time' || forbidding.length > 0) {
    await waitForPerson(ports, tx, { held, forbidding, policyVersion: reading.policyVersion });
    return false;
  }
  if ((await writesStopped(tx, draft.body)) !== undefined) return false;
  try {
    await letOut(ports, tx, held, null);
    return true;
  } catch (error) {
    if (!(error instanceof CodedError) || error.status >= 500) throw error;
    await giveBack(ports, tx, { held, why: `${error.message}.` });
    return false;
  }
}

interface Waiting {
  readonly held: Held;
  readonly forbidding: readonly string[];
  readonly policyVersion: string;
}

async function waitForPerson(
  ports: EditorialPorts,
  tx: Tx,
  { held, forbidding, policyVersion }: Waiting,
): Promise<void> {
  const { draft } = held;
  const steps = await stepsOf(tx, draft.id);
  if (steps.some(({ step, version }) => step === 'waits' && version === draft.version)) return;
  const reasons =
    forbidding.length === 0
      ? 'L’ora è venuta: deve farla partire una persona, come è stato approvato.'
      : `L’ora è venuta: la policy vieta la pubblicazione automatica (${forbidding.join(', ')}), la fa partire una persona.`;
  await noteStep(tx, {
    ...{ draft, step: 'waits', actor: null, at: ports.clock.now(), reasons, grounds: forbidding, policyVersion },
  });
}

/** What may not go out any more goes back to be looked at; nothing of it was asked of any network. */
export async function giveBack(
  ports: Pick<EditorialPorts, 'clock'>,
  tx: Tx,
  { held: { draft }, why, actor = null }: { readonly held: Held; readonly why: string; readonly actor?: Actor | null },
): Promise<void> {
  const at = ports.clock.now();
  await voidApproval(tx, draft.id, { at, why });
  await updateDraft(tx, draft.id, { state: 'open', proposed_by: null, proposed_by_name: null, updated_at: at });
  await noteStep(tx, { draft, step: 'voided', actor, at, reasons: why });
}
