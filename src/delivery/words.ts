// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command } from '#channels';
import type { Vault } from '#platform';
import type { StoredCommand } from './store.ts';

// What a write says to somebody waits under the installation's key, and so does what was read back of it: it is opened when it is
// sent, and shown to whoever may see its case. A post of ours is for everybody, and is no secret.

const placeOfText = (command: string): string => `delivery text:${command}`;
const placeOfProof = (command: string): string => `delivery proof:${command}`;

/** A command as it is stored: its words apart, sealed. Its key is the id of its row. */
export const apart = (vault: Vault, command: Command): Pick<StoredCommand, 'payload' | 'sealed_text'> =>
  'text' in command
    ? { payload: { ...command, text: '' }, sealed_text: vault.seal(command.text, placeOfText(command.key)) }
    : { payload: command, sealed_text: null };

/** The command with its words; of those stored before words were sealed, as it stands. */
export function commandOf(vault: Vault, { id, payload, sealed_text }: Worded): Command {
  if (sealed_text === null || !('text' in payload)) return payload;
  return { ...payload, text: vault.open(sealed_text, placeOfText(id)).toString() };
}

export type Worded = Pick<StoredCommand, 'id' | 'payload' | 'sealed_text'>;

/** What the network showed of a write: sealed where it repeats what was written. */
export const provedBy = (
  vault: Vault,
  { id, payload }: Pick<StoredCommand, 'id' | 'payload'>,
  proof: Readonly<Record<string, unknown>>,
): { readonly proof: string | null; readonly sealed_proof: Buffer | null } => {
  const text = JSON.stringify(proof);
  return 'text' in payload
    ? { proof: null, sealed_proof: vault.seal(text, placeOfProof(id)) }
    : { proof: text, sealed_proof: null };
};
