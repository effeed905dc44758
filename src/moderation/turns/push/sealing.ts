// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PushTarget, Vault } from '#platform';

const Target = z.object({ endpoint: z.string(), p256dh: z.string(), auth: z.string() });

const contextOf = (device: string): string => `push device ${device}`;

/** Whoever has an address and its keys can write on a person's screen: they open for the device that they belong to, alone. */
export const sealTarget = (vault: Pick<Vault, 'seal'>, device: string, target: PushTarget): Buffer =>
  vault.seal(JSON.stringify(target), contextOf(device));

export const openTarget = (vault: Pick<Vault, 'open'>, device: string, sealed: Uint8Array): PushTarget =>
  Target.parse(JSON.parse(vault.open(sealed, contextOf(device)).toString('utf8')));

/** By which a carrier knows that two notices belong together, and nothing else of them. */
export const topicsOf = (vault: Pick<Vault, 'derive'>): Buffer => vault.derive('push topics');

export const digestOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex');
