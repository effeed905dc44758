// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseFields, type Selected } from './fields.ts';
import type { Page, World, Writing } from './world.ts';

export class UnknownField extends Error {
  readonly field: string;
  readonly node: string;
  constructor(field: string, node: string) {
    super(`no field ${field} on ${node}`);
    this.field = field;
    this.node = node;
  }
}

/** What rendering needs to know of its surroundings. */
export interface Surroundings {
  readonly world: World;
  /** Where the pages that a person can look at live. */
  readonly site: string;
  /** Where the Graph API lives; its `next` addresses start here. */
  readonly graph: string;
}

type Fields<Subject> = Readonly<Record<string, (subject: Subject, around: Surroundings) => unknown>>;

/** Meta's own way of writing a moment: an offset without colon. */
const moment = (at: string): string => `${at.slice(0, 19)}+0000`;

const pageFields: Fields<Page> = {
  id: (page) => page.id,
  name: (page) => page.name,
  username: (page) => page.handle,
  link: (page, { site }) => `${site}/${page.handle}`,
};

const shared: Fields<Writing> = {
  id: ({ id }) => id,
  from: ({ from }) => from ?? undefined,
  message: ({ text }) => text,
  created_time: ({ at }) => moment(at),
  is_hidden: ({ hidden }) => hidden,
  permalink_url: (writing, around) => permalink(writing, around),
};

const postFields: Fields<Writing> = {
  ...shared,
  full_picture: ({ media }, { site }) => (media ? `${site}/immagine-simulata` : undefined),
  status_type: ({ media }) => (media ? 'added_photos' : 'mobile_status_update'),
  is_published: () => true,
};

const commentFields: Fields<Writing> = {
  ...shared,
  parent: ({ parent }) => (parent === null ? undefined : { id: parent }),
  object: ({ post }) => ({ id: post }),
  attachment: ({ media }) => (media ? { type: 'photo' } : undefined),
  can_hide: ({ from, page }) => from?.id !== page,
  can_remove: () => true,
  can_comment: () => true,
  comment_count: ({ id }, { world }) => world.commentsOn(postOf(world, id)).filter((one) => one.parent === id).length,
};

const postOf = (world: World, id: string): string => world.writings.get(id)?.post ?? id;

export function permalink(writing: Writing, { world, site }: Surroundings): string {
  const thread = `${site}/${world.pages.get(writing.page)?.handle}/posts/${writing.post}`;
  return writing.kind === 'post' ? thread : `${thread}#c${writing.id}`;
}

export const renderPage = (page: Page, fields: string | null, around: Surroundings): object =>
  render({ fields: pageFields, node: 'Page', usual: 'id,name' }, page, { selection: select(fields), around });

export const renderWriting = (writing: Writing, selection: readonly Selected[] | null, around: Surroundings): object =>
  writing.kind === 'post'
    ? render({ fields: postFields, node: 'PagePost', usual: 'id,message,created_time' }, writing, { selection, around })
    : render({ fields: commentFields, node: 'Comment', usual: 'id,from,message,created_time' }, writing, {
        selection,
        around,
      });

export const select = (fields: string | null): Selected[] | null => (fields ? parseFields(fields) : null);

function render<Subject extends Page | Writing>(
  kind: { fields: Fields<Subject>; node: string; usual: string },
  subject: Subject,
  { selection, around }: { selection: readonly Selected[] | null; around: Surroundings },
): object {
  const chosen = selection ?? parseFields(kind.usual);
  const rendered: [string, unknown][] = [['id', subject.id]];
  for (const field of chosen) {
    if (field.name === 'comments' && 'text' in subject) {
      const found = listComments(subject, { ...field.parameters }, { selection: field.inner, around });
      // An empty edge is left out of a node, though asked for on its own it answers an empty list.
      if (found.data.length > 0) rendered.push(['comments', found]);
      continue;
    }
    const value = kind.fields[field.name];
    if (value === undefined) throw new UnknownField(field.name, kind.node);
    rendered.push([field.name, value(subject, around)]);
  }
  return Object.fromEntries(rendered.filter(([, value]) => value !== undefined));
}

/** The comments edge of a post or of a comment: `filter`, `order`, `since`, `limit`, `after`. */
export function listComments(
  subject: Writing,
  parameters: Readonly<Record<string, string>>,
  { selection, around }: { selection: readonly Selected[] | null; around: Surroundings },
) {
  const { world } = around;
  const stream = parameters.filter === 'stream';
  const since = Number(parameters.since ?? 0) * 1000;
  const under = (writing: Writing): boolean => {
    if (subject.kind === 'post') return stream || writing.parent === null;
    return writing.parent === subject.id;
  };
  const comments = world
    .commentsOn(subject.post)
    .filter((one) => world.exists(one.id) && under(one) && new Date(one.at).getTime() >= since);
  if (parameters.order === 'reverse_chronological') comments.reverse();
  return paged(comments, parameters, {
    address: `${around.graph}/${subject.id}/comments`,
    one: (writing) => renderWriting(writing, selection, around),
  });
}

const LARGEST_PAGE = 100;

/** A page of an edge with its cursors; like Meta's, `next` is there only when there is more. */
export function paged(
  writings: readonly Writing[],
  parameters: Readonly<Record<string, string>>,
  { address, one }: { address: string; one: (writing: Writing) => object },
) {
  const { after } = parameters;
  const from = after === undefined ? 0 : writings.findIndex(({ id }) => cursorOf(id) === after) + 1;
  const limit = Math.min(Number(parameters.limit ?? 25), LARGEST_PAGE);
  const page = writings.slice(from, from + limit);
  const last = page.at(-1);
  if (last === undefined) return { data: [] };
  const cursors = { before: cursorOf(page[0]?.id ?? ''), after: cursorOf(last.id) };
  const next = `${address}?${new URLSearchParams({ ...parameters, after: cursors.after })}`;
  return { data: page.map(one), paging: { cursors, ...(from + limit < writings.length ? { next } : {}) } };
}

const cursorOf = (id: string): string => Buffer.from(`cursore:${id}`).toString('base64url');
