// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CommandType } from '#channels';
import type { OrderPorts } from './order.ts';
import { settle } from './settle.ts';
import { lockCommandsOf, type StoredCommand, updateCommand } from './store.ts';

/**
 * Takes back what a cause asked for. What nobody sent, or the network refused, is cancelled; what is on its way is never sent
 * again and, should it have landed, told as such when it settles. Returns the types whose effect stands on the network, or may
 * because a person was asked to see to it after a sending: only a contrary write undoes those.
 */
export async function withdraw(ports: OrderPorts, cause: string): Promise<readonly CommandType[]> {
  const standing: CommandType[] = [];
  for (const command of await lockCommandsOf(ports.tx, cause)) {
    switch (fateOf(command)) {
      case 'untouched':
        await updateCommand(ports.tx, command.id, { withdrawn: true });
        await settle(ports, ports.tx, { command: { ...command, withdrawn: true }, settle: 'cancelled' });
        break;
      case 'under-way':
        await updateCommand(ports.tx, command.id, { withdrawn: true });
        break;
      case 'standing':
        standing.push(command.type);
        if (command.state === 'by-hand') await updateCommand(ports.tx, command.id, { withdrawn: true });
        break;
      case 'over':
        break;
    }
  }
  return standing;
}

/** Queued, even after a sending, or failed: the network refused it, or its effect is not there. */
function fateOf({ state, sendings }: StoredCommand): 'untouched' | 'under-way' | 'standing' | 'over' {
  if (state === 'queued' || state === 'failed') return 'untouched';
  if (state === 'by-hand') return sendings === 0 ? 'untouched' : 'standing';
  if (state === 'sent' || state === 'unknown' || state === 'under-way') return 'under-way';
  return state === 'confirmed' ? 'standing' : 'over';
}
