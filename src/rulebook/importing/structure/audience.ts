// SPDX-License-Identifier: AGPL-3.0-or-later
import { folded } from '../reading/characters.ts';

export type Audience = 'external' | 'internal';

/** To whom the document is speaking, and whether a part or only a section said so. */
export interface Standing {
  readonly audience: Audience;
  /** A whole part is internal until another part begins. */
  readonly part?: true;
}

const INTERNAL_PART =
  /\b(?:polic(?:y|ies)|regole|parte|sezione|norme|uso|utilizzo)\b.{0,30}\bintern[aeo]\b|\bintern[ao]\b$/;
const INTERNAL_SECTION =
  /\b(?:dipendent[ei]|personale (?:intern|dell|della|dipendente|autorizzat|incaricat|docente|tecnico)|del personale|per il personale|collaborator[ei]|lavorator[ei]|uso (?:privato|personale)|(?:account|profil[oi]) (?:personal[ei]|privat[oi])|amministratori locali|codice di comportamento dei|(?:dover[ei]|compit[oi]|obbligh[oi]) (?:\w+ ){0,4}degli amministratori)\b/;
const EXTERNAL_PART =
  /\besterna?\b|\bnetiquette\b|\b(?:utenti|utenza|cittadin|pubblico|visitatori)|\bcontatti\b|\bprivacy\b|\btrattamento dei dati\b|\briferimenti normativi\b|\bnorm[ea] final[ei]\b|\bentrata in vigore\b|\bdisposizioni finali\b|\bmoderazione\b/;

/** To whom the words under a title are addressed. */
export function audienceAfter(before: Standing, title: string): Standing {
  const words = folded(title);
  const [internal, external] = [/\bintern[ao]\b/.test(words), /\bestern[ao]\b/.test(words)];
  if (internal && external) return { audience: 'external' };
  if (INTERNAL_PART.test(words)) return { audience: 'internal', part: true };
  if (INTERNAL_SECTION.test(words)) return before.part === true ? before : { audience: 'internal' };
  if (before.part === true) return EXTERNAL_PART.test(words) ? { audience: 'external' } : before;
  return { audience: 'external' };
}
