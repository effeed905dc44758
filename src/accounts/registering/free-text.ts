// SPDX-License-Identifier: AGPL-3.0-or-later

// Access codes are confidential: what looks like one is not kept among words that people read.

const NAMES =
  "(?:password|passwd|pwd|pin|passphrase|token|api[ _-]?key|client[ _-]?secret|secret|credenzial[ei]|cod(?:ice|ici) (?:di )?(?:accesso|recupero|sicurezza)|parola (?:d['’]ordine|chiave)|chiave (?:segreta|di accesso))";
const NAMED = new RegExp(`\\b${NAMES}\\s*(?:(?::|=|->|→)\\s*\\S{3,}|(?:è|e'|sono)\\s+\\S*\\d\\S*)`, 'iu');
/** As networks make them: long, without spaces, letters and digits mixed. */
const MADE = /(?<![\w/.@:-])[A-Za-z0-9_-]{24,}(?![\w/.@-])/gu;
const KNOWN =
  /\b(?:EAA[A-Za-z0-9]{20,}|ya29\.[\w-]{20,}|gh[pousr]_[A-Za-z0-9]{20,}|Bearer\s+[\w.~+/-]{16,}|eyJ[\w-]{10,}\.[\w-]{10,}\.)/u;

const FEWEST_DIGIT_RUNS = 3;
const isMixed = (word: string): boolean =>
  /[a-z]/.test(word) && /[A-Z]/.test(word) && (word.match(/\d+/g)?.length ?? 0) >= FEWEST_DIGIT_RUNS;

/** Whether a text that people will read seems to hold a password, a token or an access code. */
export function holdsSecret(text: string): boolean {
  if (NAMED.test(text) || KNOWN.test(text)) return true;
  return [...text.matchAll(MADE)].some(([word]) => isMixed(word));
}
