// SPDX-License-Identifier: AGPL-3.0-or-later
import { compile, type PolicyChoices, type PolicyDocument } from '#policy';
import { type Part, policyView } from './clauses.ts';
import type { Edition } from './edition.ts';
import { policyPage } from './html/policy-page.ts';

const ADOPTED = '2026-01-01T00:00:00.000Z';

/** The document as a version in force, under an act of no body. */
function editionFrom(document: PolicyDocument, choices: PolicyChoices): Edition {
  const { body, version } = document.header;
  return {
    body,
    compiled: compile(document, { choices }),
    version: {
      version,
      state: 'in-force',
      act: 'atto di prova',
      actDate: null,
      inForceSince: ADOPTED,
      inForceUntil: null,
      changeNote: null,
    },
    changes: [],
    updatedAt: new Date(ADOPTED),
    changedAt: new Date(ADOPTED),
    demo: false,
  };
}

/**
 * The markup of the two pages of a policy, each clause in an `<article>` that bears its id: what citizens are served and what
 * staff are, but for the facts of its adoption, which a document alone does not have.
 */
export function renderedPages(document: PolicyDocument, choices: PolicyChoices = {}): Readonly<Record<Part, string>> {
  const edition = editionFrom(document, choices);
  const page = (part: Part) => policyPage(policyView(edition, part), { styles: [], demo: false }).markup;
  return { external: page('external'), internal: page('internal') };
}
