// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Asked, Stage } from '../town/network.ts';
import { Refused } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { Account, Author } from '../town/writing.ts';
import { MOST_CHARACTERS, MOST_MEDIA, PER_ADDRESS } from './instance.ts';
import { uploadsOf } from './media.ts';
import { type Attachment, answersOf, type Facts, type Node, nodeNamed } from './node.ts';
import { invalid, refuse } from './refusals.ts';
import { acctOf, renderStatus } from './rendering.ts';

const Base = z.strictObject({
  status: z.string().optional(),
  media_ids: z.array(z.string()).max(MOST_MEDIA).optional(),
  spoiler_text: z.string().optional(),
  sensitive: z.boolean().optional(),
  language: z.string().length(2).optional(),
  quote_approval_policy: z.enum(['public', 'followers', 'nobody']).optional(),
});
const Posted = Base.extend({
  in_reply_to_id: z.string().optional(),
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']).default('public'),
});
const Changed = Base.extend({ media_attributes: z.array(z.unknown()).optional() });

/** A key used within the hour gives back what it made. */
const KEY_SECONDS = 3600;
const keysOf = ({ world }: Stage) => openDrawer(world, 'key', z.object({ id: z.string(), at: z.string() }));

const graphemes = new Intl.Segmenter('it', { granularity: 'grapheme' });

/** An address weighs the same however long, a name without its host. */
function weightOf(text: string): number {
  const weighed = text
    .replace(/https?:\/\/[^\s<>"]+/g, '-'.repeat(PER_ADDRESS))
    .replace(/(^|[^\w/])@([\w.-]+)@[\w.-]+\w/g, '$1@$2');
  return [...graphemes.segment(weighed)].length;
}

interface Posting {
  readonly call: Call;
  readonly account: Account;
}

/** A post, a comment, or something said in private: one call for all. */
export function post({ call, account }: Posting, stage: Stage): Answer | Asked {
  const asked = jsonOf(call, Posted);
  if (asked instanceof WrongBody) return invalid(asked.why);
  const { status: text = '', media_ids: media = [], in_reply_to_id: under, visibility } = asked;
  checkText(text, media);
  const key = call.headers['idempotency-key'];
  const made = madeBefore(key, account, stage);
  if (made !== undefined) return json(renderStatus(made, stage));
  const target = under === undefined ? undefined : nodeNamed(under, account, stage);
  if (under !== undefined && target === undefined) return refuse('gone');
  const attachments = attached(media, account, stage);
  const remember = (id: string): Answer => {
    if (typeof key === 'string') keysOf(stage).put(`${account.id}/${key}`, { id, at: stage.now().toISOString() });
    return statusNamed(id, account, stage);
  };
  const [named, words] = addressedIn(text, target, stage);
  const unchanged = () => json({ ...renderedExample(account, stage), in_reply_to_id: under ?? null });
  if (visibility === 'direct') {
    const person = named ?? (target === undefined ? null : personIn(text, target, stage));
    // A private status reaches those whom its words name, and nobody else.
    if (person === null || target === undefined) return invalid('A private mention must name whom it is for');
    return {
      unchanged,
      effect: () => remember(say({ account, person, words: named === null ? text : words, target }, stage)),
    };
  }
  const facts: Facts = {
    ...{ visibility, attachments, spoiler: asked.spoiler_text ?? '' },
    ...(named !== null && { addressed: named.id }),
  };
  return { unchanged, effect: () => remember(write({ account, text: words, facts, target }, stage)) };
}

function checkText(text: string, media: readonly string[]): void {
  if (text.trim() === '' && media.length === 0) throw new Refused(invalid('Text can’t be blank'));
  if (weightOf(text) > MOST_CHARACTERS) {
    throw new Refused(invalid(`Text character limit of ${MOST_CHARACTERS} exceeded`));
  }
}

function madeBefore(key: string | string[] | undefined, account: Account, stage: Stage): Node | undefined {
  const kept = typeof key === 'string' ? keysOf(stage).get(`${account.id}/${key}`) : undefined;
  if (kept === undefined) return undefined;
  const age = (stage.now().getTime() - new Date(kept.at).getTime()) / 1000;
  return age < KEY_SECONDS ? nodeNamed(kept.id, account, stage) : undefined;
}

function attached(ids: readonly string[], account: Account, stage: Stage): Attachment[] {
  const attachments = ids.map((id): Attachment => {
    const kept = uploadsOf(stage).get(id);
    if (kept === undefined || kept.account !== account.id) throw new Refused(invalid('Media attachment not found'));
    if (kept.state !== 'ready') throw new Refused(invalid('Cannot attach files that have not finished processing'));
    return { id, type: kept.type, url: null, alt: kept.alt };
  });
  if (attachments.length > 1 && attachments.some(({ type }) => type === 'video')) {
    throw new Refused(invalid('Cannot attach a video to a post that already contains images'));
  }
  return attachments;
}

/** Whom the words begin with, if it is who wrote what they answer, and the words without that name. */
function addressedIn(text: string, target: Node | undefined, stage: Stage): [Author | null, string] {
  if (target === undefined) return [null, text];
  const name = `@${acctOf(target.from, stage)}`;
  return text.startsWith(`${name} `) ? [target.from, text.slice(name.length + 1)] : [null, text];
}

const personIn = (text: string, { from }: Node, stage: Stage): Author | null =>
  text.includes(`@${acctOf(from, stage)}`) ? from : null;

interface Saying {
  readonly account: Account;
  readonly person: Author;
  readonly words: string;
  readonly target: Node;
}

function say({ account, person, words, target }: Saying, stage: Stage): string {
  const message = { account: account.id, person, own: true, text: words, at: stage.now() };
  const { id } = stage.world.sendMessage(message);
  answersOf(stage).put(id, target.id);
  return id;
}

interface Writing {
  readonly account: Account;
  readonly text: string;
  readonly facts: Facts;
  readonly target: Node | undefined;
}

function write({ account, text, facts, target }: Writing, stage: Stage): string {
  const { world } = stage;
  const common = { account: account.id, from: world.self(account.id), text, at: stage.now(), facts };
  const media = (facts.attachments ?? []).map(({ type, url, alt }) => ({ type, url, alt }));
  const under = world.writings.get(target?.id ?? '');
  if (under === undefined) return world.write({ ...common, kind: 'post', media }).id;
  const parent = under.kind === 'comment' ? under.id : null;
  return world.write({ ...common, kind: 'comment', post: under.post, parent, media }).id;
}

function statusNamed(id: string, account: Account, stage: Stage): Answer {
  const node = nodeNamed(id, account, stage);
  return node === undefined ? refuse('gone') : json(renderStatus(node, stage));
}

/** The answer of a success that is none: a status that does not exist. */
const renderedExample = (account: Account, stage: Stage) => {
  const nothing = { edited: null, under: null, addressed: null, attachments: [], spoiler: '', likes: 0, link: null };
  const node: Node = {
    ...nothing,
    ...{ id: '999999999999999999', at: stage.now().toISOString(), text: '', visibility: 'public' },
    from: stage.world.self(account.id),
  };
  return renderStatus(node, stage);
};

/** INVARIANT: as on the real interface, what is not said again is lost: the pictures of a post, the warning before it. */
export function edit({ call, account }: Posting, node: Node, stage: Stage): Answer | Asked {
  const asked = jsonOf(call, Changed);
  if (asked instanceof WrongBody) return invalid(asked.why);
  const { status: text = '', media_ids: media = [], spoiler_text: spoiler = '' } = asked;
  checkText(text, media);
  const kept = new Map(node.attachments.map((one) => [one.id, one]));
  const attachments = media.flatMap((id) => kept.get(id) ?? attached([id], account, stage));
  return {
    unchanged: () => json(renderStatus(node, stage)),
    effect() {
      stage.world.edit(node.id, { text, at: stage.now() });
      stage.world.note(node.id, { attachments, spoiler });
      return statusNamed(node.id, account, stage);
    },
  };
}
