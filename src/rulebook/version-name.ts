// SPDX-License-Identifier: AGPL-3.0-or-later
import { rulebookError } from './errors.ts';

const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} ./_()-]{0,38}[\p{L}\p{N})])?$/u;
/** How the address of a version's data ends: a version so called would stand in another's place. */
const DATA = /\.json$/i;

/** Throws VERSION_UNNAMEABLE: a version is for ever, and each has a page at an address made of its name. */
export function refuseVersionName(version: string): void {
  if (!isVersionName(version)) throw rulebookError('VERSION_UNNAMEABLE', version.slice(0, 60));
}

export const isVersionName = (version: string): boolean => NAME.test(version) && !DATA.test(version);
