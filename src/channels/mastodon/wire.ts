// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// As the library gives them, in camel case. Other servers of the same interface leave fields out: only what nothing can be
// done without is required.

const Id = z.string().min(1);
const Moment = z.string().transform((text, context) => {
  const at = new Date(text);
  if (!Number.isNaN(at.getTime())) return at;
  context.addIssue('not a moment');
  return z.NEVER;
});
const Count = z.number().catch(0);

export const Account = z.object({
  id: Id,
  username: z.string().min(1),
  /** `user` on this instance, `user@host` elsewhere. */
  acct: z.string().min(1),
  url: z.string().nullish().catch(null),
  displayName: z.string().catch(''),
  followersCount: Count,
});
export type Account = z.infer<typeof Account>;

const Mention = z.object({ id: Id, acct: z.string(), username: z.string().catch('') });

export const Media = z.object({ id: Id, url: z.string().nullish() });

export const Status = z.object({
  id: Id,
  url: z.string().nullish(),
  createdAt: Moment,
  editedAt: Moment.nullish().catch(null),
  account: Account,
  /** HTML. */
  content: z.string().catch(''),
  spoilerText: z.string().catch(''),
  visibility: z.string().catch('public'),
  sensitive: z.boolean().catch(false),
  language: z.string().nullish().catch(null),
  inReplyToId: Id.nullish().catch(null),
  inReplyToAccountId: Id.nullish().catch(null),
  mentions: z.array(Mention).catch([]),
  mediaAttachments: z.array(Media).catch([]),
  poll: z.unknown().optional(),
  reblog: z.unknown().optional(),
  repliesCount: Count,
  reblogsCount: Count,
  favouritesCount: Count,
});
export type Status = z.infer<typeof Status>;

/** Passed over and counted where it has not the network's own shape. */
export interface Sifted<Node> {
  readonly nodes: readonly Node[];
  readonly unreadable: number;
}

export function sifted<Node>(shape: z.ZodType<Node>, list: readonly unknown[]): Sifted<Node> {
  const read = list.map((one) => shape.safeParse(one));
  return {
    nodes: read.flatMap(({ data }) => (data === undefined ? [] : [data])),
    unreadable: read.filter(({ success }) => !success).length,
  };
}

export const List = z.array(z.unknown());

export const Notification = z.object({ id: Id, createdAt: Moment, status: Status.nullish() });
export type Notification = z.infer<typeof Notification>;

export const Context = z.object({ ancestors: List, descendants: List });

export const Conversation = z.object({ id: Id, lastStatus: Status.nullish() });
export type Conversation = z.infer<typeof Conversation>;

export const Relationship = z.object({ id: Id, blocking: z.boolean() });

export const Written = z.object({ id: Id, url: z.string().nullish().catch(null) });

export const Source = z.object({ spoilerText: z.string().catch('') }).catch({ spoilerText: '' });

export const App = z.object({ scopes: z.array(z.string()).nullish().catch(null) });

/** Limits as the instance tells; all of them may be missing. */
const Instance = z.object({
  configuration: z.object({
    statuses: z
      .object({
        maxCharacters: z.number().positive().nullish().catch(null),
        maxMediaAttachments: z.number().positive().nullish().catch(null),
        charactersReservedPerUrl: z.number().positive().nullish().catch(null),
      })
      .nullish(),
    mediaAttachments: z
      .object({
        supportedMimeTypes: z.array(z.string()).nullish().catch(null),
        descriptionLimit: z.number().positive().nullish().catch(null),
        imageSizeLimit: z.number().positive().nullish().catch(null),
        videoSizeLimit: z.number().positive().nullish().catch(null),
      })
      .nullish(),
  }),
});
export const InstanceTold = Instance.catch({ configuration: {} });
