// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Account, accountById, readingsIn } from '#accounts';
import type { NetworkName, Post } from '#channels';
import type { Tx } from '#platform';
import { type ChecklistItem, type CompiledPolicy, checklistFor, kindsOfTheme, lackingIn, replicasOf } from '#policy';
import { inForce } from '#rulebook';
import { contentDigest, type MediaDigests } from '../approving/digest.ts';
import { type Cautions, cautionsOn } from '../cautions/cautions-on.ts';
import { checkDraft, type Finding } from '../checking/index.ts';
import { type BasesReading, basesOf } from '../consents/reading.ts';
import { editorialError } from '../errors.ts';
import type { CaptionsFacts } from '../media/captions-store.ts';
import { filesOf, filesOn, type Showing } from '../media/showing.ts';
import type { MediaFacts } from '../media/store.ts';
import { type PlanReading, planReading } from '../planning/reading.ts';
import type { EditorialPorts } from '../ports.ts';
import { type Closing, closingOn } from './closing.ts';
import type { DraftContent, Variant } from './contract.ts';
import { type Fit, fitOf, limitsOn, mediaOf, postOf } from './going.ts';
import { obstaclesOf } from './obstacles.ts';
import { isUncertified } from './sharing.ts';
import type { Obstacle } from './view-contract.ts';

/** One account's share of a content, as it would go out. */
export interface VariantReading {
  readonly variant: Variant;
  readonly account: Account;
  readonly post: Post;
  readonly fit: Fit;
  readonly findings: readonly Finding[];
  readonly original: Account | null;
  /** Of a copy: the clause by which it may repeat its original; null where none lets it. */
  readonly edge: string | null;
  /** Null: whoever reads it may comment. */
  readonly closing: Closing | null;
}

/** What a person answers for, and what they answered; null: nothing yet. */
export interface AskedOfDraft extends ChecklistItem {
  readonly answer: string | null;
}

export interface Lacking {
  readonly network: NetworkName;
  readonly clause: string;
  /** Why it is left out there; null: nobody has said. */
  readonly reason: string | null;
  /** Whether the reason has to be said: where posts are repeated by themselves, leaving one out is a choice like another. */
  readonly asked: boolean;
}

/** A content under the policy in force. */
export interface Reading {
  readonly content: DraftContent;
  readonly media: ReadonlyMap<string, MediaFacts>;
  /** What goes out of each file on each account, and the captions beside videos. */
  readonly showings: readonly Showing[];
  readonly captions: ReadonlyMap<string, CaptionsFacts>;
  /** SHA-256 of each, as it was written down. */
  readonly digests: MediaDigests;
  readonly digest: string;
  readonly policy: CompiledPolicy;
  readonly policyVersion: string;
  readonly variants: readonly VariantReading[];
  readonly asked: readonly AskedOfDraft[];
  /** Networks where the body has an active account and it would be missing, though a clause ties them to the others. */
  readonly lacking: readonly Lacking[];
  /** The entries of the ledger that it names, as they are today. */
  readonly bases: BasesReading;
  readonly plan: PlanReading;
  /** What the body is careful about when it would go out. */
  readonly cautions: Cautions;
  /** What keeps it from being proposed, approved and fired, in the order in which it is looked at. */
  readonly obstacles: readonly Obstacle[];
}

/** What a content would be today: its posts, what the checks notice, what stands in its way. */
export async function readContent(
  ports: Pick<EditorialPorts, 'clock' | 'url' | 'vault'>,
  tx: Tx,
  { body, content }: { readonly body: string; readonly content: DraftContent },
): Promise<Reading> {
  const { compiled: policy, version: policyVersion } = await inForce(tx, body, ports.clock.now());
  const { media, showings, captions, digests } = await filesOf(tx, content);
  const digest = contentDigest(content, digests);
  const bases = await basesOf(ports, tx, { body, content, policy });
  const cautions = await cautionsOn(tx, { body, content, now: ports.clock.now() });
  const accounts = new Map<string, Account>();
  for (const { account: id } of content.variants) {
    const account = await accountById(tx, id);
    if (account !== undefined && account.state === 'active') accounts.set(id, account);
  }
  const uncertified = isUncertified(policy, content);
  const variants = content.variants.flatMap((variant): VariantReading[] => {
    const account = accounts.get(variant.account);
    if (account === undefined) return [];
    const { network } = account;
    const closing = closingOn(policy, network);
    const files = filesOn(ports, showings, account.id);
    const plain = postOf(content, { variant, network, files, uncertified });
    const post: Post = closing?.how === 'with' ? { ...plain, comments: 'nobody' } : plain;
    const original = (variant.repeats !== null && accounts.get(variant.repeats)) || null;
    return [
      {
        ...{ variant, account, post, original, closing },
        fit: fitOf(post, network),
        findings: findingsOn({ content, policy, bases, cautions }, { variant, account, post }),
        edge: original === null ? null : edgeTo(policy, { from: original, to: account }),
      },
    ];
  });
  const active = (await readingsIn(tx, body)).map(({ network }) => network);
  const lacking = lackingOn({ content, policy, variants }, active);
  const asked = askedOn({ content, policy, variants });
  const networks = variants.map(({ account }) => account.network);
  const plan = await planReading(tx, { body, content, digest, policy, networks });
  const reading = {
    content,
    media,
    showings,
    captions,
    digests,
    digest,
    policy,
    policyVersion,
    variants,
    lacking,
    asked,
    bases,
    plan,
    cautions,
  };
  return { ...reading, obstacles: obstaclesOf(reading) };
}

/** Throws NOT_READY with the first thing in the way. */
export function refuseUnlessReady({ obstacles: [first] }: Reading): void {
  if (first !== undefined)
    throw editorialError('NOT_READY', first.clause === null ? first.what : `${first.what} (${first.clause})`);
}

interface Share {
  readonly variant: Variant;
  readonly account: Account;
  readonly post: Post;
}

function findingsOn(
  { content, policy, bases, cautions }: Pick<Reading, 'content' | 'policy' | 'bases' | 'cautions'>,
  { variant, account, post }: Share,
) {
  const channel = { network: account.network, account: account.id };
  const shown = mediaOf(content, variant);
  return checkDraft(
    {
      text: post.text,
      network: account.network,
      alt: shown.map(({ alt }) => alt),
      links: variant.links ? content.links.map(({ url }) => url) : [],
      // What is said of the rights on an image is read with what is said to be seen in it.
      images: shown.map((use) => ({
        ...{ alt: use.alt, description: `${use.alt} ${use.licence}`, covered: bases.covers(use, channel) },
        ...(use.people !== '' && { people: use.people }),
      })),
      consented: bases.tellable(channel),
      ...((content.source !== '' || content.shared !== null) && { source: content.source }),
      ...{ isElectoral: cautions.periods.length > 0, matters: cautions.matters, about: content.about },
      portals: cautions.portals,
      ...(cautions.threshold !== null && { plainThreshold: cautions.threshold }),
    },
    policy,
    limitsOn(account.network),
  );
}

/** The clause by which posts of one network are repeated on the other by themselves; null where none says so. */
const edgeTo = (policy: CompiledPolicy, { from, to }: { readonly from: Account; readonly to: Account }) =>
  replicasOf(policy, from.network).find((edge) => edge.network === to.network && edge.from === from.network)?.clause ??
  null;

function askedOn({ content, policy, variants }: Pick<Reading, 'content' | 'policy' | 'variants'>): AskedOfDraft[] {
  const networks = variants.map(({ account }) => account.network);
  const kinds = [...content.kinds, ...kindsOfTheme(policy, content.theme)];
  const draft = { networks, ofOthers: content.source.trim() !== '' || content.shared !== null, kinds };
  return checklistFor(policy, draft).map((item) => {
    const given = content.answers.find(({ clause, asked }) => clause === item.clause && asked === item.asked);
    return { ...item, answer: given === undefined || given.answer.trim() === '' ? null : given.answer };
  });
}

function lackingOn(
  { content, policy, variants }: Pick<Reading, 'content' | 'policy' | 'variants'>,
  active: readonly NetworkName[],
): Lacking[] {
  const out = variants.map(({ account }) => account.network);
  const repeated = new Set(out.flatMap((network) => replicasOf(policy, network).map((edge) => edge.network)));
  return lackingIn(policy, out)
    .filter(({ network }) => active.includes(network))
    .map(({ network, clause }) => ({
      ...{ network, clause, asked: !repeated.has(network) },
      reason: content.leftOut.find((one) => one.network === network)?.reason ?? null,
    }));
}
