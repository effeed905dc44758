// SPDX-License-Identifier: AGPL-3.0-or-later

const DESK = '/banco';

/** Where to go after signing in: only a page of this desk, never another site. */
export const safeReturn = (path: string | undefined): string =>
  path?.startsWith(`${DESK}/`) === true && !path.includes('//') ? path : DESK;
