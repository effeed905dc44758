// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CommandType } from '#channels';
import { commandsOf, letOneGo, writesStopped } from '#delivery';
import type { Actor } from '#governance';
import type { Tx } from '#platform';
import type { ModerationPorts } from './ports.ts';

export interface OneAct {
  readonly body: string;
  readonly cause: string;
  readonly type: CommandType;
  readonly actor: Actor;
}

/** What one person asked for as one act goes also while the rest waits. */
export async function letActGo(
  ports: Pick<ModerationPorts, 'jobs' | 'clock'>,
  tx: Tx,
  { body, cause, type: asked, actor }: OneAct,
): Promise<void> {
  if ((await writesStopped(tx, body)) === undefined) return;
  for (const { id, type, state } of await commandsOf(tx, { causes: [cause] }))
    if (type === asked && state === 'queued') await letOneGo(ports, tx, { body, command: id, actor });
}
