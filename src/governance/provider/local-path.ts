// SPDX-License-Identifier: AGPL-3.0-or-later

const DESK = '/banco';
const HERE = 'http://here.invalid';

/** A page of this desk and nothing else, whatever was asked for: never another site, by whichever way of writing one. */
export function localPath(wanted: string): string {
  if (!wanted.startsWith(`${DESK}/`) || /[\\\p{Cc}]|\/\//u.test(wanted) || !URL.canParse(wanted, HERE)) return DESK;
  const { origin, pathname, search } = new URL(wanted, HERE);
  return origin === HERE && pathname.startsWith(`${DESK}/`) ? `${pathname}${search}` : DESK;
}
