// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, type PublicClause, type PublicPage, publicPage } from '#policy';
import { waitingIn } from '../choices.ts';
import { addressOf, linksOf } from './addresses.ts';
import type { ClauseView, PolicyView, SectionView } from './contract.ts';
import { aboutOf, type Edition } from './edition.ts';

export type Part = 'external' | 'internal';
type PublicSection = PublicPage['sections'][number];

/** What waits in a clause, and the act that ended the waiting where one is recorded. */
function sleepsOf({ document, choices, clauses }: CompiledPolicy): ReadonlyMap<string, ClauseView['sleep']> {
  const acts = new Map((choices.acts ?? []).map(({ clause, act }) => [clause, act]));
  return new Map(
    waitingIn(document).map(({ clause, what, waitsFor }) => {
      const asleep = what === 'clause' ? clauses.get(clause)?.dormant !== false : !acts.has(clause);
      return [clause, { what, waitsFor, act: asleep ? null : (acts.get(clause) ?? null) }];
    }),
  );
}

/** Where a page of this edition lies. */
export function pageOf({ body, version }: Pick<Edition, 'body' | 'version'>, part: Part): string {
  if (part === 'internal') return addressOf.internal(body);
  return version.state === 'in-force' ? addressOf.policy(body) : addressOf.version(body, version.version);
}

const clauseView = (
  { id, title, prose, blocks }: PublicClause,
  { page, sleeps }: { readonly page: string; readonly sleeps: ReadonlyMap<string, ClauseView['sleep']> },
): ClauseView => ({
  id,
  title,
  link: `${page}#${id}`,
  prose: prose.map(({ kind, text }) => ({ kind, text })),
  blocks: blocks.map(({ kind, label, lines }) => ({ kind, label, lines: [...lines] })),
  sleep: sleeps.get(id) ?? null,
});

const sectionView = (
  { title, path, prose, clauses }: PublicSection,
  place: Parameters<typeof clauseView>[1],
): SectionView => ({
  title,
  path: [...path],
  prose: prose.map(({ kind, text }) => ({ kind, text })),
  clauses: clauses.map((clause) => clauseView(clause, place)),
});

/** One part of the policy, whole. */
export function policyView(edition: Edition, audience: Part): PolicyView {
  const { compiled } = edition;
  const { prose, sections } = publicPage(compiled.document, audience);
  const page = pageOf(edition, audience);
  const place = { page, sleeps: sleepsOf(compiled) };
  return {
    about: aboutOf(edition),
    links: linksOf(page),
    audience,
    changes: edition.changes.map((change) => ({ ...change })),
    prose: prose.map(({ kind, text }) => ({ kind, text })),
    sections: sections.map((section) => sectionView(section, place)),
  };
}

/** Every clause that citizens read, in order. */
export const publicClauses = (edition: Edition): readonly ClauseView[] =>
  policyView(edition, 'external').sections.flatMap(({ clauses }) => clauses);
