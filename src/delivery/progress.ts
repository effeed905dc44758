// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Vault } from '#platform';
import type { StoredCommand } from './store.ts';

// How far a publication in several steps has come may hold the address of an upload: a secret while it lasts.

const place = (command: string): string => `delivery progress:${command}`;

export const sealProgress = (vault: Vault, command: string, progress: string): string =>
  vault.seal(progress, place(command)).toString('base64');

/** Undefined before the first step. */
export const openProgress = (vault: Vault, { id, progress }: Pick<StoredCommand, 'id' | 'progress'>) =>
  progress === null ? undefined : vault.open(Buffer.from(progress, 'base64'), place(id)).toString();
