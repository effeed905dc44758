// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TouchedClause } from './judgement.ts';
import type { Signal } from './signal.ts';

const CSAM = 'csam';

/**
 * Whether something may be child-abuse content: by the clauses it touches, sleeping ones too, or by what was noticed in it, however
 * faintly. Of such a thing nothing is copied, quoted, compared or looked for.
 */
export const mayBeCsam = (found: readonly (Pick<TouchedClause, 'categories'> | Pick<Signal, 'category'>)[]): boolean =>
  found.some((one) => ('categories' in one ? one.categories.includes(CSAM) : one.category === CSAM));
