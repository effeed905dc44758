// SPDX-License-Identifier: AGPL-3.0-or-later
import { fingerprintOf } from '#inbox';
import type { Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import { findingsOn, type OnCase } from './answering.ts';
import type { Finding } from './checks.ts';
import { replyError } from './errors.ts';
import { justificationsOf } from './store.ts';

/** Throws REPLY_UNFILLED, REPLY_STOPPED or REPLY_UNJUSTIFIED, saying what and under which clause. */
export async function refuseUnlessFit(
  ports: ModerationPorts,
  tx: Tx,
  { on, text }: { readonly on: Pick<OnCase, 'row' | 'item' | 'matter' | 'signals'>; readonly text: string },
): Promise<void> {
  const findings = await findingsOn(ports, tx, { on, text });
  const stopping = findings.find(({ severity }) => severity === 'block');
  if (stopping !== undefined)
    throw replyError(stopping.check === 'unfilled' ? 'REPLY_UNFILLED' : 'REPLY_STOPPED', told(stopping));
  const asking = findings.filter(({ severity }) => severity === 'justify');
  if (asking.length === 0) return;
  const given = await justificationsOf(tx, { case_id: on.row.id, fingerprint: fingerprintOf(ports.vault, text) });
  const missing = asking.find(({ check }) => !given.some(({ finding }) => finding === check));
  if (missing !== undefined) throw replyError('REPLY_UNJUSTIFIED', told(missing));
}

const told = ({ text, clauses }: Finding): string => [text, ...clauses.map(({ id }) => id)].join(' · ').slice(0, 400);
