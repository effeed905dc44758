// SPDX-License-Identifier: AGPL-3.0-or-later
import { linksOf } from './stretches.ts';

/** Sites of public bodies: a citizen who sends there sells nothing. */
const PUBLIC_SITE =
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:(?:gov|edu)\.it|(?:comune|regione|provincia|asl|ats|asst|ausl|salute|inps)[\w.-]*\.\w+)(?:[/?#]|$)/iu;

export const leadsAway = (address: string): boolean => !PUBLIC_SITE.test(address);

export const linksIn = (text: string): readonly string[] => linksOf(text).map((span) => text.slice(...span));
