// SPDX-License-Identifier: AGPL-3.0-or-later
import { nearest } from '../nearest.ts';
import { bad, good, type ValueKind } from './value.ts';
import { BETWEEN_NAMES, joined, placedWords } from './words.ts';

/** What the check of a draft can look for, and how a policy file and the desk write each. */
export const DRAFT_CHECK_LABELS = {
  'personal-data': 'dati personali',
  'sensitive-data': 'dati sulla salute',
  'judicial-data': 'dati giudiziari',
  minor: 'minori',
  'named-without-basis': 'persone senza base',
  'small-town': 'contesto riconoscibile',
  'alleged-offender': 'presunti colpevoli',
  'personal-case': 'caso personale',
  'reserved-act': 'atti riservati',
  dispute: 'controversie',
  politics: 'propaganda',
  electoral: 'periodo elettorale',
  advertising: 'pubblicità di altri',
  'source-missing': 'fonte',
  'rights-missing': 'diritti sul materiale',
  ironic: 'ironia',
  'too-familiar': 'troppa confidenza',
  'institutional-tone': 'tono istituzionale',
  'conversational-tone': 'tono colloquiale',
  'link-missing': 'collegamento',
  'alt-missing': 'testo alternativo',
  'network-rule': 'regole del social',
  'network-data': 'dati chiesti',
} as const;
export type DraftCheck = keyof typeof DRAFT_CHECK_LABELS;

export const DRAFT_CHECKS = Object.freeze(Object.keys(DRAFT_CHECK_LABELS) as DraftCheck[]);

const LABELS: readonly string[] = Object.values(DRAFT_CHECK_LABELS);
const EXPECTED = LABELS.map((label) => `\`${label}\``).join(', ');

export const draftChecks: ValueKind<readonly DraftCheck[]> = {
  expected: EXPECTED,
  read: (raw) => {
    const found = new Set<DraftCheck>();
    for (const { word, offset } of placedWords(raw, BETWEEN_NAMES)) {
      const check = DRAFT_CHECKS.find((name) => DRAFT_CHECK_LABELS[name] === word.toLowerCase());
      if (check === undefined)
        return bad({ code: 'POL-E019', found: word, expected: EXPECTED, meant: nearest(word, LABELS) }, offset);
      found.add(check);
    }
    return good(Object.freeze(DRAFT_CHECKS.filter((name) => found.has(name))));
  },
  print: (value) =>
    joined(
      value.map((name) => DRAFT_CHECK_LABELS[name] ?? name),
      'e',
    ),
};
