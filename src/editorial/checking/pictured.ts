// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftImage, DraftToCheck } from './draft.ts';
import { has, wholeWords } from './passages.ts';

/** Some of those who are seen in an image, as whoever prepared the draft told it. */
export interface Pictured {
  readonly who: string;
  readonly isChild: boolean;
  readonly isPatient: boolean;
  /** Somebody besides those in office, whom a public event shows. */
  readonly isGuest: boolean;
  /** Whether what is said of them is a ground for showing them. */
  readonly hasBasis: boolean;
}

const NOBODY = wholeWords('nobody|nessuno|nessuna persona|senza persone|no one');
const CHILD = wholeWords(
  'child|children|minors?|pupils?|newborn|bab(?:y|ies)|kids?|boys?|girls?|schoolchildren|toddlers?|teenagers?|bambin[oaie]|bimb[oaie]|minor[ei]|minorenn[ei]|alunn[oaie]|neonat[oaie]|ragazzin[oaie]|figli[oaei]',
);
const PATIENT = wholeWords('patients?|hospitalised|pazient[ei]|ricoverat[oaie]|degent[ei]|ospit[ei]');
/** For their office, or where whoever comes knows that they may be seen. */
const PUBLIC = wholeWords(
  "in office|public event|public figures?|photo of the body|in carica|evento pubblico|personaggi?o? pubblic[oi]|carica pubblica|nell[’']esercizio",
);
const EVENT = wholeWords('public event|public figures?|evento pubblico|personaggi?o? pubblic[oi]');
const OFFICE = wholeWords('in office|in carica');
const BESIDES = wholeWords('and|e|con|with');
const RELEASE = wholeWords('releases?|liberatori[ae]');
const CONSENT = wholeWords('consents?|consens[oi]');
const NOT_ENOUGH = wholeWords(
  'none|missing|expired|only|one parent|one of the parents|verbal|oral|unknown|withdrawn|revoked|pending|nessun[oa]?|manca(?:no)?|mancant[ei]|scadut[oaie]|solo|soltanto|un solo genitore|un genitore|verbale|a voce|ritirat[oaie]|revocat[oaie]|in attesa',
);
/** «two children, release L-071 and consent C-071 of both parents» */
const BOTH_PARENTS = wholeWords('both parents|guardian|entrambi i genitori|tut(?:ore|rice)');

function hasBasis(said: string, isChild: boolean): boolean {
  if (has(said, NOT_ENOUGH)) return false;
  if (has(said, PUBLIC)) return !isChild;
  return has(said, RELEASE) && has(said, CONSENT) && (!isChild || has(said, BOTH_PARENTS));
}

/** Everybody who is seen in an image; undefined where nobody said whether there is anybody. */
export function picturedIn({ people, covered = false }: DraftImage): readonly Pictured[] | undefined {
  if (people === undefined || people.trim() === '') return undefined;
  return people
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !has(part, NOBODY))
    .map((who) => {
      const isChild = has(who, CHILD);
      const isGuest = has(who, EVENT) && (has(who, BESIDES) || !has(who, OFFICE));
      return { who, isChild, isPatient: has(who, PATIENT), isGuest, hasBasis: covered || hasBasis(who, isChild) };
    });
}

export const allPictured = ({ images = [] }: DraftToCheck): readonly Pictured[] =>
  images.flatMap((image) => picturedIn(image) ?? []);
