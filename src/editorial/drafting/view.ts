// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import {
  automaticPublishing,
  type CompiledPolicy,
  contentApprovers,
  kindsAsking,
  type NetworkName,
  ownTextsAsked,
  stylesOn,
} from '#policy';
import { refusalOf } from '../approving/stands.ts';
import { type Approval, latestApproval } from '../approving/store.ts';
import type { Finding } from '../checking/index.ts';
import { editorialError } from '../errors.ts';
import { captionsView } from '../media/captions-store.ts';
import { renditionViews } from '../media/showing.ts';
import { mediaView } from '../media/store.ts';
import { planOfContent } from '../planning/reading.ts';
import type { EditorialPorts } from '../ports.ts';
import { outingViews } from '../publishing/view.ts';
import type { DraftContent, DraftState } from './contract.ts';
import { justificationOf } from './obstacles.ts';
import { type Reading, readContent, type VariantReading } from './reading.ts';
import {
  commentsOf,
  type Draft,
  draftById,
  draftsOf,
  stepsOf,
  type Version,
  versionOf,
  versionsOf,
  writersOf,
} from './store.ts';
import type { ContentDetail, DraftSummary, FindingView, VariantView } from './view-contract.ts';

/** The latest touched first; without a state, all but those given up. */
export const contentList = ({ database }: EditorialPorts, body: string, state?: DraftState): Promise<DraftSummary[]> =>
  database.inBody(body, async (tx) => (await draftsOf(tx, body, state)).map(summaryOf));

/** Throws CONTENT_NOT_FOUND. */
export const contentDetail = (ports: EditorialPorts, body: string, id: string): Promise<ContentDetail> =>
  ports.database.inBody(body, async (tx) => {
    const draft = await draftById(tx, id);
    if (draft === undefined) throw editorialError('CONTENT_NOT_FOUND');
    return detailOf(ports, tx, draft);
  });

const summaryOf = (draft: Draft): DraftSummary => ({
  id: draft.id,
  title: draft.title,
  state: draft.state,
  version: draft.version,
  at: draft.goes_at?.toISOString() ?? null,
  goes: draft.goes,
  correcting: draft.corrects !== null,
  author: { id: draft.created_by, name: draft.created_by_name },
  updatedAt: draft.updated_at.toISOString(),
});

/** Everything of a draft, with what the checks notice today. */
export async function detailOf(ports: EditorialPorts, tx: Tx, draft: Draft): Promise<ContentDetail> {
  const { id, body } = draft;
  const version = await versionOf(tx, id, draft.version);
  if (version === undefined) throw editorialError('CONTENT_NOT_FOUND');
  const reading = await readContent(ports, tx, { body, content: version.content });
  const networks = reading.variants.map(({ account }) => account.network);
  const isOver = draft.state === 'out' || draft.state === 'discarded';
  return {
    ...summaryOf(draft),
    ...{ content: version.content, digest: version.digest, policyVersion: reading.policyVersion },
    media: [...reading.media.values()].map(mediaView),
    renditions: renditionViews(reading.showings),
    unprepared: !isOver && (reading.digest !== version.digest || isLacking(reading)),
    captions: [...reading.captions.values()].map(captionsView),
    variants: reading.variants.map((one) => variantView(reading, one)),
    obstacles: isOver ? [] : [...reading.obstacles],
    lacking: [...reading.lacking],
    asked: [...reading.asked],
    plan: planOfContent(reading.plan),
    kinds: [...kindsAsking(reading.policy, networks)],
    approvers: [...contentApprovers(reading.policy, networks)],
    approval: approvalView(ports, { approval: await latestApproval(tx, id), reading }),
    outings: await outingViews(ports, tx, id),
    writers: await writersOf(tx, id),
    steps: (await stepsOf(tx, id)).map(({ step, version: of, reasons, person, person_name: name, at }) => ({
      ...{ step, version: of, reasons, at: at.toISOString() },
      person: person === null ? null : { id: person, name: name ?? '' },
    })),
    comments: (await commentsOf(tx, id)).map((one) => ({
      ...{ id: one.id, version: one.version, text: one.text, at: one.at.toISOString() },
      person: { id: one.person, name: one.person_name },
    })),
  };
}

const isLacking = ({ showings }: Reading): boolean => showings.some(({ rendition }) => rendition === undefined);

function variantView(
  { content, policy, variants }: Reading,
  { account, post, fit, findings, original, edge, closing }: VariantReading,
): VariantView {
  const { network } = account;
  return {
    ...{ account: account.id, network, name: account.name, text: post.text, link: post.link?.url ?? null },
    ...{ length: fit.length, most: fit.most, images: fit.images, mostImages: fit.mostImages },
    ...{ how: fit.how, effect: fit.effect, automatic: automaticPublishing(policy, network) },
    repeats: original === null ? null : { network: original.network, clause: edge },
    findings: findings.map((one) => findingView({ content, policy }, one)),
    style: stylesOn(policy, network).map(({ words, clause }) => ({ words: [...words], clause })),
    sameAs: sameWords(policy, { network, text: post.text, variants }),
    closing: closing && { ...closing },
  };
}

interface Worded {
  readonly network: NetworkName;
  readonly text: string;
  readonly variants: readonly VariantReading[];
}

/** Where the same words go out on another network, and a clause wants each to have its own. */
function sameWords(policy: CompiledPolicy, { network, text, variants }: Worded): VariantView['sameAs'] {
  const clause = ownTextsAsked(policy, network);
  const same = variants.find(({ account, post }) => account.network !== network && post.text === text);
  return clause === null || same === undefined || text.trim() === '' ? null : { network: same.account.network, clause };
}

function findingView(
  { content, policy }: { readonly content: DraftContent; readonly policy: CompiledPolicy },
  finding: Finding,
): FindingView {
  const { check, clause, severity, spans, reason } = finding;
  return {
    ...{ check, clause, severity, reason },
    clauseTitle: policy.clauses.get(clause)?.title ?? null,
    spans: spans.map(([start, end]): [number, number] => [start, end]),
    justification: severity === 'justify' ? justificationOf(content, finding) : null,
  };
}

/** The last approval, with why it lets nothing out any more; as far as what is written down of the files tells. */
function approvalView(
  { clock }: Pick<EditorialPorts, 'clock'>,
  { approval, reading }: { readonly approval: Approval | undefined; readonly reading: Reading },
): ContentDetail['approval'] {
  if (approval === undefined) return null;
  const { content, policyVersion, digests: media } = reading;
  const refusal = refusalOf(approval, { content, media, policyVersion, now: clock.now() });
  return {
    ...{ version: approval.version, digest: approval.digest, policyVersion: approval.policy_version },
    person: { id: approval.approved_by, name: approval.approved_by_name },
    ...{ at: approval.at.toISOString(), until: approval.until.toISOString() },
    void: approval.voided_why ?? (refusal === null ? null : `${editorialError(refusal).message}.`),
  };
}

const versionView = ({ version, digest, written_by, written_by_name, at }: Omit<Version, 'content'>) => ({
  ...{ version, digest, person: { id: written_by, name: written_by_name }, at: at.toISOString() },
});

/** Every version, the latest first. Throws CONTENT_NOT_FOUND. */
export const contentVersions = ({ database }: EditorialPorts, body: string, id: string) =>
  database.inBody(body, async (tx) => {
    const versions = await versionsOf(tx, id);
    if (versions.length === 0) throw editorialError('CONTENT_NOT_FOUND');
    return versions.map(versionView);
  });

/** Throws CONTENT_VERSION_NOT_FOUND. */
export const contentVersion = (
  { database }: EditorialPorts,
  body: string,
  { id, version }: { readonly id: string; readonly version: number },
) =>
  database.inBody(body, async (tx) => {
    const found = await versionOf(tx, id, version);
    if (found === undefined) throw editorialError('CONTENT_VERSION_NOT_FOUND');
    return { ...versionView(found), content: found.content };
  });
