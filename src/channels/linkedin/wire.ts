// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

export const Urn = z.string().startsWith('urn:li:');
/** Milliseconds since 1970. */
const Moment = z
  .number()
  .transform((value) => new Date(value))
  .refine((moment) => !Number.isNaN(moment.getTime()), 'not a moment');

/** An element that had not its shape: what it is called, where that much could be read. */
export class Unreadable {
  readonly id: string | null;
  constructor(id: string | null) {
    this.id = id;
  }
}

const Named = z.object({ commentUrn: z.string() });

/** One element that cannot be read does not take the others with it. */
const readableListOf = <Element extends z.ZodType>(element: Element) =>
  z.object({
    elements: z.array(
      z.unknown().transform((value): z.output<Element> | Unreadable => {
        const read = element.safeParse(value);
        return read.success ? read.data : new Unreadable(Named.safeParse(value).data?.commentUrn ?? null);
      }),
    ),
  });
export interface List<Element> {
  readonly elements: readonly (Element | Unreadable)[];
}

export const Comment = z.object({
  actor: Urn,
  commentUrn: Urn,
  created: z.object({ time: Moment }),
  lastModified: z.object({ time: Moment }).optional(),
  message: z.object({ text: z.string().default('') }),
  content: z.array(z.unknown()).default([]),
  object: Urn,
  parentComment: Urn.optional(),
  commentsSummary: z.object({ aggregatedTotalComments: z.number().default(0) }).optional(),
});
export type Comment = z.infer<typeof Comment>;
export const CommentList = readableListOf(Comment);

export const Post = z.object({
  id: Urn,
  author: Urn,
  commentary: z.string().default(''),
  createdAt: Moment,
  lifecycleState: z.string().default('PUBLISHED'),
});
export type Post = z.infer<typeof Post>;
export const PostList = readableListOf(Post);

export const NotifiedComment = z.object({
  entity: Urn,
  owner: Urn,
  text: z.string().default(''),
  object: Urn.optional(),
  parentComment: Urn.optional(),
  mediaCategory: z.string().default('NONE'),
});
export const NotifiedShare = z.object({
  entity: Urn,
  owner: Urn,
  text: z.string().default(''),
  mediaCategory: z.string().default('NONE'),
});

/** What the page is told of, by polling and by webhook alike. */
export const Notification = z.object({
  notificationId: z.union([z.string(), z.number()]).transform(String),
  organizationalEntity: Urn,
  action: z.string(),
  sourcePost: Urn.nullish(),
  decoratedSourcePost: z.object({ text: z.string().nullish() }).nullish(),
  generatedActivity: Urn.nullish(),
  decoratedGeneratedActivity: z
    .object({ comment: NotifiedComment.optional(), share: NotifiedShare.optional() })
    .nullish(),
  lastModifiedAt: Moment,
});
export type Notification = z.infer<typeof Notification>;
export const NotificationList = readableListOf(Notification);

export const SocialMetadata = z.object({ commentsState: z.enum(['OPEN', 'CLOSED']) });

/** Who the token acts for, one element for each role on each page. */
export const RoleList = z.object({
  elements: z.array(z.object({ organization: Urn, role: z.string(), state: z.string(), roleAssignee: Urn.optional() })),
});
export const Organization = z.object({ localizedName: z.string(), vanityName: z.string().default('') });

export const ImageUpload = z.object({ value: z.object({ uploadUrl: z.url(), image: Urn }) });
export const VideoUpload = z.object({
  value: z.object({
    video: Urn,
    uploadToken: z.string(),
    uploadInstructions: z
      .array(z.object({ uploadUrl: z.url(), firstByte: z.number().int(), lastByte: z.number().int() }))
      .min(1),
  }),
});
export const Uploaded = z.object({ status: z.string() });

const Counts = z.object({
  impressionCount: z.number().default(0),
  uniqueImpressionsCount: z.number().default(0),
  clickCount: z.number().default(0),
  likeCount: z.number().default(0),
  commentCount: z.number().default(0),
  shareCount: z.number().default(0),
});
export type Counts = z.infer<typeof Counts>;
export const StatisticsList = z.object({
  elements: z.array(z.object({ share: Urn.optional(), ugcPost: Urn.optional(), totalShareStatistics: Counts })),
});
export const NetworkSize = z.object({ firstDegreeSize: z.number() });

export const Introspection = z.object({
  active: z.boolean(),
  expires_at: z.number().optional(),
  scope: z.string().optional(),
});
