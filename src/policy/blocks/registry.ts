// SPDX-License-Identifier: AGPL-3.0-or-later

import { type AccountNode, accountBlock } from './account.ts';
import { type ApprovalNode, approvalBlock } from './approval.ts';
import type { BlockSpec } from './block.ts';
import { type CategoryNode, categoryBlock } from './category.ts';
import { type ChannelNode, channelBlock } from './channel.ts';
import { type ConsentNode, consentBlock } from './consent.ts';
import { type ContactNode, contactBlock } from './contact.ts';
import { type ContentNode, contentBlock } from './content.ts';
import { type CoverNode, coverBlock } from './cover.ts';
import { type DefectNode, defectBlock } from './defect.ts';
import { type DiscretionNode, discretionBlock } from './discretion.ts';
import { type ExamplesNode, examplesBlock } from './examples.ts';
import { type HoursNode, hoursBlock } from './hours.ts';
import { type LadderNode, ladderBlock } from './ladder.ts';
import { type LicenceNode, licenceBlock } from './licence.ts';
import { type MandateNode, mandateBlock } from './mandate.ts';
import { type MeasureNode, measureBlock } from './measure.ts';
import { type MessagingNode, messagingBlock } from './messaging.ts';
import { type MinorsNode, minorsBlock } from './minors.ts';
import { type NoticeNode, noticeBlock } from './notice.ts';
import { type PlanNode, planBlock } from './plan.ts';
import { type PrivacyNode, privacyBlock } from './privacy.ts';
import { type PurposeNode, purposeBlock } from './purpose.ts';
import { type ReferenceNode, referenceBlock } from './reference.ts';
import { type ReplicationNode, replicationBlock } from './replication.ts';
import { type ReplyNode, replyBlock } from './reply.ts';
import { type RetentionNode, retentionBlock } from './retention.ts';
import { type ReviewNode, reviewBlock } from './review.ts';
import { type RevisionNode, revisionBlock } from './revision.ts';
import { type RoutingNode, routingBlock } from './routing.ts';
import { type RuleNode, ruleBlock } from './rule.ts';
import { type StaffNode, staffBlock } from './staff.ts';

export type BlockNode =
  | RuleNode
  | DiscretionNode
  | ChannelNode
  | HoursNode
  | ReplyNode
  | RoutingNode
  | ContactNode
  | LadderNode
  | CategoryNode
  | DefectNode
  | PurposeNode
  | ContentNode
  | PlanNode
  | ApprovalNode
  | AccountNode
  | MandateNode
  | ReplicationNode
  | MinorsNode
  | PrivacyNode
  | RetentionNode
  | ConsentNode
  | LicenceNode
  | StaffNode
  | MessagingNode
  | ReferenceNode
  | MeasureNode
  | NoticeNode
  | CoverNode
  | RevisionNode
  | ReviewNode
  | ExamplesNode;
export type BlockKind = BlockNode['kind'];

/** Every block of the language, by kind: a kind without its spec does not type-check. */
export const BLOCKS: Readonly<Record<BlockKind, BlockSpec>> = {
  rule: ruleBlock,
  discretion: discretionBlock,
  channel: channelBlock,
  hours: hoursBlock,
  reply: replyBlock,
  routing: routingBlock,
  contact: contactBlock,
  ladder: ladderBlock,
  category: categoryBlock,
  purpose: purposeBlock,
  content: contentBlock,
  plan: planBlock,
  approval: approvalBlock,
  account: accountBlock,
  mandate: mandateBlock,
  replication: replicationBlock,
  minors: minorsBlock,
  privacy: privacyBlock,
  retention: retentionBlock,
  consent: consentBlock,
  licence: licenceBlock,
  staff: staffBlock,
  messaging: messagingBlock,
  reference: referenceBlock,
  measure: measureBlock,
  notice: noticeBlock,
  cover: coverBlock,
  revision: revisionBlock,
  review: reviewBlock,
  defect: defectBlock,
  examples: examplesBlock,
};

export const BLOCK_NAMES: readonly string[] = Object.values(BLOCKS).map((spec) => spec.name);

export const specNamed = (name: string): BlockSpec | undefined =>
  Object.values(BLOCKS).find((spec) => spec.name === name);
