// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { json, type Reply } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { Link, Media, Writing } from '../town/writing.ts';
import { commentaryOf, shownText } from './little-text.ts';
import { writingNamed } from './names.ts';
import { changing, only, paged, type Question } from './question.ts';
import { refuse, refuseBody, refuseParameter } from './refusals.ts';
import { type Upload, uploadsOf } from './uploads.ts';

const LONGEST_POST = 3000;
const MOST_IMAGES = 20;

const Image = z.strictObject({ id: z.string(), altText: z.string().optional() });
const Content = z.union([
  z.strictObject({ media: Image.extend({ title: z.string().optional() }) }),
  z.strictObject({ multiImage: z.strictObject({ images: z.array(Image).min(2).max(MOST_IMAGES) }) }),
  z.strictObject({
    article: z.strictObject({
      source: z.url(),
      title: z.string(),
      description: z.string().optional(),
      thumbnail: z.string().optional(),
    }),
  }),
]);
const NewPost = z.strictObject({
  author: z.string(),
  commentary: z.string(),
  visibility: z.literal('PUBLIC'),
  distribution: z.strictObject({
    feedDistribution: z.enum(['MAIN_FEED', 'NONE']),
    targetEntities: z.array(z.unknown()),
    thirdPartyDistributionChannels: z.array(z.unknown()),
  }),
  content: Content.optional(),
  lifecycleState: z.literal('PUBLISHED'),
  isReshareDisabledByAuthor: z.boolean(),
});
type NewPost = z.output<typeof NewPost>;

/** `posts` and `posts/{urn}`. */
export function posts(question: Question): Reply | Asked {
  const { call, path, page, stage } = question;
  const [, urn, ...more] = path;
  if (more.length > 0) return refuse('unknown-path');
  if (urn === undefined) return call.method === 'GET' ? list(question) : create(question);
  const post = writingNamed(urn, stage.world);
  if (post === undefined || post.kind !== 'post') return call.method === 'DELETE' ? GONE_ALREADY : refuse('not-found');
  only(call, []);
  if (call.method === 'GET') return json(shown(post));
  if (post.account !== page.id) return refuse('role-lost');
  if (call.method === 'DELETE') return changing(204, () => stage.world.set(post.id, 'deleted'));
  return call.headers['x-restli-method'] === 'PARTIAL_UPDATE' ? edit(question, post) : refuse('unknown-path');
}

const GONE_ALREADY: Reply = { status: 204, body: '' };

function list({ call, page, stage }: Question): Reply {
  const query = only(call, ['q', 'author', 'sortBy', 'start', 'count']);
  if (query.get('q') !== 'author' || query.get('author') !== page.id) return refuse('permission-missing');
  if (!['CREATED', 'LAST_MODIFIED'].includes(query.get('sortBy') ?? 'LAST_MODIFIED')) {
    return refuseParameter('sortBy must be CREATED or LAST_MODIFIED');
  }
  const found = stage.world.postsOn(page.id, ['post']).filter(({ id }) => stage.world.exists(id));
  return paged(call.fault === 'reads-nothing' ? [] : found, query, shown);
}

export function shown({ id, account, text, facts, at, edited, media, link }: Writing): object {
  const [first] = media;
  const told = z.string().safeParse(facts.commentary).data;
  return {
    id,
    author: account,
    commentary: told ?? commentaryOf(text),
    visibility: 'PUBLIC',
    lifecycleState: 'PUBLISHED',
    createdAt: Date.parse(at),
    publishedAt: Date.parse(at),
    lastModifiedAt: Date.parse(edited ?? at),
    isReshareDisabledByAuthor: false,
    distribution: { feedDistribution: 'MAIN_FEED', thirdPartyDistributionChannels: [] },
    ...(first !== undefined && {
      content: { media: { id: `urn:li:${first.type}:C5622AQ`, altText: first.alt ?? '' } },
    }),
    ...(first === undefined && link !== null && { content: { article: { source: link.url, title: link.title } } }),
  };
}

function create({ call, page, stage }: Question): Reply | Asked {
  only(call, []);
  const asked = jsonOf(call, NewPost);
  if (asked instanceof WrongBody) return refuseBody(asked.why);
  if (asked.author !== page.id) return refuse('role-lost');
  const shows = showing(asked, stage);
  if (typeof shows === 'string') return refuseParameter(shows);
  if (asked.commentary === '' && asked.content === undefined) return refuse('rejected-content');
  const latest = stage.world.postsOn(page.id, ['post']).find(({ id }) => stage.world.exists(id));
  if (latest?.facts.commentary === asked.commentary && asked.commentary !== '') return refuse('duplicate');
  return {
    unchanged: () => ({ status: 201, headers: { 'x-restli-id': 'urn:li:share:7000000000000000001' }, body: '' }),
    effect() {
      // INVARIANT: as on the real network, what is longer is cut without a word.
      const longest = call.fault === 'silent-truncation' ? LONGEST_POST / 100 : LONGEST_POST;
      const text = shownText(asked.commentary).slice(0, longest);
      const facts = { commentary: text === shownText(asked.commentary) ? asked.commentary : commentaryOf(text) };
      const post = {
        account: page.id,
        kind: 'post',
        from: stage.world.self(page.id),
        text,
        at: stage.now(),
        facts,
      } as const;
      const { id } = stage.world.write({ ...post, ...shows });
      return { status: 201, headers: { 'x-restli-id': id, 'x-linkedin-id': id }, body: '' };
    },
  };
}

/** Pictures, video or article of a post, or why it cannot have them. */
function showing({ content }: NewPost, stage: Stage): string | { media?: readonly Media[]; link?: Link } {
  if (content === undefined) return {};
  if ('article' in content) {
    const { source: url, title, description = '' } = content.article;
    return { link: { url, title, description } };
  }
  const named = 'media' in content ? [content.media] : content.multiImage.images;
  const uploads = uploadsOf(stage);
  const media: Media[] = [];
  for (const { id, altText = null } of named) {
    const upload: Upload | undefined = uploads.get(id);
    if (upload?.state !== 'AVAILABLE') return `${id} is not available`;
    if ('multiImage' in content && upload.kind !== 'image') return 'only images may stand together';
    media.push({ type: upload.kind, url: null, alt: upload.kind === 'video' ? null : altText });
  }
  return { media };
}

const Patch = z.strictObject({ patch: z.strictObject({ $set: z.strictObject({ commentary: z.string().min(1) }) }) });

function edit({ call, stage }: Question, post: Writing): Reply | Asked {
  const asked = jsonOf(call, Patch);
  if (asked instanceof WrongBody) return refuseBody(asked.why);
  const { commentary } = asked.patch.$set;
  return changing(204, () => {
    stage.world.note(post.id, { commentary });
    stage.world.edit(post.id, { text: shownText(commentary).slice(0, LONGEST_POST), at: stage.now() });
  });
}
