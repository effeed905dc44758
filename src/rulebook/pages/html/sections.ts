// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import type { SectionView } from '../contract.ts';
import { clauseArticle, heading } from './clause.ts';
import { prose } from './prose.ts';

/** A step of the sections' paths, with what stands under it. */
export interface Branch {
  readonly title: string;
  readonly anchor: string;
  /** Absent for a step that only other sections stand under. */
  readonly section?: SectionView;
  readonly branches: readonly Branch[];
}

interface Growing extends Branch {
  section?: SectionView;
  readonly branches: Growing[];
}

/** Sections as the tree that their paths make. Only neighbours share a step, so that nothing leaves its place. */
export function treeOf(sections: readonly SectionView[]): readonly Branch[] {
  const roots: Growing[] = [];
  for (const section of sections) place(roots, section, { step: 0, prefix: 'sezione' });
  return roots;
}

function place(
  branches: Growing[],
  section: SectionView,
  { step, prefix }: { readonly step: number; readonly prefix: string },
): void {
  const title = section.path[step] ?? section.title;
  const isLast = step >= section.path.length - 1;
  let branch = branches.at(-1);
  if (branch?.title !== title || (isLast && (branch.section !== undefined || branch.branches.length > 0))) {
    branch = { title, anchor: `${prefix}-${branches.length + 1}`, branches: [] };
    branches.push(branch);
  }
  if (isLast) branch.section = section;
  else place(branch.branches, section, { step: step + 1, prefix: branch.anchor });
}

/** The table of contents, nested as the sections are. */
export const contentsList = (branches: readonly Branch[]): Html => html`
<ol>${branches.map(
  ({ title, anchor, branches: below }) =>
    html`<li><a href="#${anchor}">${title}</a>${below.length > 0 && contentsList(below)}</li>`,
)}</ol>`;

/** The sections, one within the other; only the widest are landmarks. */
export const sectionTree = (branches: readonly Branch[], onPage: ReadonlySet<string>, level = 2): Html[] =>
  branches.map(
    ({ title, anchor, section, branches: below }) => html`
<section${level === 2 && html` aria-labelledby="${anchor}"`} class="policy-section">
  ${heading(level, html`${title}`, anchor)}
  ${section !== undefined && prose(section.prose, onPage)}
  ${section?.clauses.map((clause) => clauseArticle(clause, { level: level + 1, onPage }))}
  ${sectionTree(below, onPage, level + 1)}
</section>`,
  );

/** The clauses of these sections. */
export const idsIn = (sections: readonly SectionView[]): ReadonlySet<string> =>
  new Set(sections.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
