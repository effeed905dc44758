// SPDX-License-Identifier: AGPL-3.0-or-later
import { BLOCKS, type BlockKind, type BlockNode } from '../blocks/registry.ts';
import { hoursTelling, replyTelling, routingTelling } from './answering.ts';
import { channelTelling } from './channel.ts';
import { discretionTelling, ladderTelling, ruleTelling } from './conduct.ts';
import { measureTelling, noticeTelling, referenceTelling, replicationTelling } from './document.ts';
import { consentTelling, licenceTelling, minorsTelling, retentionTelling, reviewTelling } from './rights.ts';
import { capital, type Hearing, type Telling } from './telling.ts';
import { approvalTelling, contentTelling, mandateTelling, staffTelling } from './work.ts';

/** A block in words that people read. */
export interface PublicBlock {
  readonly kind: BlockKind;
  readonly label: string;
  readonly lines: readonly string[];
}

type NodeNamed<Kind extends BlockKind> = Extract<BlockNode, { readonly kind: Kind }>;

/** Kinds told in sentences; of the others each datum follows its name. */
const TELLINGS: { readonly [Kind in BlockKind]?: Telling<NodeNamed<Kind>> } = {
  channel: channelTelling,
  rule: ruleTelling,
  discretion: discretionTelling,
  ladder: ladderTelling,
  hours: hoursTelling,
  reply: replyTelling,
  routing: routingTelling,
  licence: licenceTelling,
  consent: consentTelling,
  minors: minorsTelling,
  retention: retentionTelling,
  review: reviewTelling,
  reference: referenceTelling,
  measure: measureTelling,
  notice: noticeTelling,
  replication: replicationTelling,
  content: contentTelling,
  staff: staffTelling,
  mandate: mandateTelling,
  approval: approvalTelling,
};

/** A clause that sleeps says so by itself. */
const NEVER: readonly string[] = ['dormant'];

function linesOf(block: BlockNode, hearing: Hearing): readonly string[] {
  // The registry pairs each kind with the telling of its own nodes; the compiler cannot follow it through a union.
  const telling = TELLINGS[block.kind] as Telling<BlockNode> | undefined;
  const said: readonly string[] = telling?.says ?? [];
  const names: Readonly<Partial<Record<string, string>>> = telling?.names ?? {};
  const kept: readonly string[] = hearing.audience === 'external' ? (telling?.forDesk ?? []) : [];
  const lines = [...(telling?.tell(block, hearing) ?? [])];
  for (const [field, { name, value }] of Object.entries(BLOCKS[block.kind].keys)) {
    const given = (block as Readonly<Record<string, unknown>>)[field];
    if (given === undefined || said.includes(field) || kept.includes(field) || NEVER.includes(field)) continue;
    lines.push(`${capital(names[field] ?? name)}: ${value.print(given)}`);
  }
  return telling?.oneLine === true && lines.length > 1 ? [lines.join('; ')] : lines;
}

/** The channels of a clause side by side: one line for each network or group of them. */
const channelLine = ([networks = '', ...rest]: readonly string[]): string =>
  rest.length === 0 ? networks : `${networks}: ${rest.map(uncapital).join('; ')}`;

const uncapital = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** What a clause's blocks say, one after the other; those of a kind that make a list, together. */
export function told(blocks: readonly BlockNode[], hearing: Hearing): readonly PublicBlock[] {
  const kinds = [...new Set(blocks.map(({ kind }) => kind))];
  return kinds.flatMap((kind): PublicBlock[] => {
    const { label } = BLOCKS[kind];
    if (label === undefined) return [];
    const each = blocks.filter((block) => block.kind === kind).map((block) => linesOf(block, hearing));
    const full = each.filter((lines) => lines.length > 0);
    if (full.length === 0) return [];
    if (kind === 'channel' && full.length > 1) return [{ kind, label: 'Canali', lines: full.map(channelLine) }];
    if (full.every((lines) => lines.length === 1)) return [{ kind, label, lines: full.flat() }];
    return full.map((lines) => ({ kind, label, lines }));
  });
}
