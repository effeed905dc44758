// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BlockSpec } from './block.ts';
import { type CategoryNode, categoryBlock } from './category.ts';
import { type ChannelNode, channelBlock } from './channel.ts';
import { type ContactNode, contactBlock } from './contact.ts';
import { type DefectNode, defectBlock } from './defect.ts';
import { type DiscretionNode, discretionBlock } from './discretion.ts';
import { type ExamplesNode, examplesBlock } from './examples.ts';
import { type HoursNode, hoursBlock } from './hours.ts';
import { type LadderNode, ladderBlock } from './ladder.ts';
import { type ReplyNode, replyBlock } from './reply.ts';
import { type RoutingNode, routingBlock } from './routing.ts';
import { type RuleNode, ruleBlock } from './rule.ts';

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
  defect: defectBlock,
  examples: examplesBlock,
};

export const BLOCK_NAMES: readonly string[] = Object.values(BLOCKS).map((spec) => spec.name);

export const specNamed = (name: string): BlockSpec | undefined =>
  Object.values(BLOCKS).find((spec) => spec.name === name);
