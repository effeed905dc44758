// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandsOf } from '#delivery';
import { parentOf, versionsOf } from '#inbox';
import type { Tx } from '#platform';
import { matterOf } from '../decide.ts';
import { type Evidence, openEvidence } from '../evidence.ts';
import { authorById } from '../ladder/author-store.ts';
import { openWords } from '../ladder/sealing.ts';
import type { ModerationPorts } from '../ports.ts';
import { decisionsOf } from '../store.ts';
import type { DossierForm } from './contract.ts';
import { lastingOf } from './lasting.ts';
import { maskedIn } from './mask.ts';
import type { OnCase } from './on-case.ts';
import { evidenceOn, holdOn, reportOn } from './store.ts';

/** Shorter ones are parts of other words. */
const SHORTEST_NAME = 4;

type Cover = <Value>(value: Value) => Value;
type Opened = Evidence & { readonly decision: string; readonly fingerprint: string };

/** What a file hands over, in both its readable and its exact form. Times are ISO 8601. */
export type Content = Awaited<ReturnType<typeof contentOf>>;

/** Everything the desk holds of a case; in a masked file people's data are covered, and who works at the desk is a role. */
export async function contentOf(
  ports: ModerationPorts,
  { tx, row, item, subject }: Omit<OnCase, 'now'>,
  form: DossierForm,
) {
  const named = (name: string, role: string) => (form === 'masked' ? role : `${name} (${role})`);
  const { matter, signals } = await matterOf(ports, tx, row);
  const writer = item.author_id === null ? undefined : await authorById(tx, item.author_id);
  const author = form === 'masked' ? undefined : writer;
  const versions = (await versionsOf(tx, item.id)).filter(({ purged_at }) => purged_at === null);
  const parent = await parentOf(tx, item);
  const names = [writer?.name ?? '', parent?.author ?? ''].filter((name) => name.length >= SHORTEST_NAME);
  const cover: Cover = (value) => (form === 'masked' ? maskedIn(value, names) : value);
  const decisions = await decisionsOf(tx, row.id);
  const report = await reportOn(tx, row.id);
  const reasonsOf = async (id: string, sealed: Buffer | null) => {
    if (sealed === null) return null;
    const at = { body: row.body, subject, row: id };
    const words = await openWords<{ reasons: string }>({ tx, vault: ports.vault }, at, sealed);
    return words === null ? null : cover(words.reasons);
  };
  const hold = await holdOn(tx, row.id);
  return {
    case: { number: Number(row.number), state: row.state, receivedAt: row.received_at.toISOString() },
    item: {
      network: item.network,
      kind: item.kind,
      externalId: form === 'masked' ? null : item.external_id,
      permalink: form === 'masked' ? null : item.permalink,
      post:
        item.post_external_id === null
          ? null
          : { externalId: form === 'masked' ? null : item.post_external_id, text: cover(item.post_text) },
      hasMedia: item.has_media,
      visibility: item.visibility,
      writtenAt: item.written_at.toISOString(),
      receivedAt: item.received_at.toISOString(),
    },
    author: author === undefined ? null : { name: author.name, externalId: author.external_id },
    versions: versions.map(({ text, at }) => ({ text: cover(text), at: at.toISOString() })),
    parent: parent && { author: form === 'masked' ? null : parent.author, text: cover(parent.text) },
    signals: signals.map(({ category, strength, source }) => ({ category, strength, source })),
    clauses: matter.judgement.clauses.map(({ id, title, categories }) => ({
      ...{ id, title, categories: [...categories] },
      text: matter.policy.clauses.get(id)?.text ?? '',
    })),
    policy: { version: matter.judgement.policy.version, digest: matter.policy.digest },
    decisions: decisions.map((one) => ({
      kind: one.kind,
      grounds: cover(one.grounds),
      reasons: cover(one.reasons),
      reply: one.reply === null ? null : cover(one.reply),
      policyVersion: one.policy_version,
      by: named(one.person_name, one.person_role),
      at: one.at.toISOString(),
      undoneAt: one.undone_at?.toISOString() ?? null,
    })),
    evidence: await evidenceFor(ports, tx, { caseId: row.id, form, cover }),
    writes: (await commandsOf(tx, { item: item.id })).map(({ type, state, settled_at }) => ({
      ...{ type, state, at: settled_at?.toISOString() ?? null },
    })),
    hold: hold === undefined ? null : { act: cover(hold.act), at: hold.at.toISOString() },
    authorities:
      report === undefined
        ? null
        : {
            ...{ state: report.state, course: report.course, office: cover(report.office), dueOn: report.due_on },
            reasons: await reasonsOf(report.id, report.sealed),
          },
  };
}

async function evidenceFor(
  ports: ModerationPorts,
  tx: Tx,
  { caseId, form, cover }: { readonly caseId: string; readonly form: DossierForm; readonly cover: Cover },
): Promise<Opened[]> {
  const pieces: Opened[] = [];
  for (const { decision_id, fingerprint } of await evidenceOn(tx, caseId)) {
    const opened = await openEvidence(tx, ports.vault, decision_id);
    if (opened === undefined) continue;
    const shown = form === 'whole' ? opened : coveredEvidence(lastingOf(opened), cover);
    pieces.push({ ...shown, decision: decision_id, fingerprint });
  }
  return pieces;
}

const coveredEvidence = (evidence: Evidence, cover: Cover): Evidence => ({
  ...evidence,
  ...{ text: cover(evidence.text), versions: cover(evidence.versions), parent: cover(evidence.parent) },
  ...{ author: null, authorExternalId: null, permalink: null, externalId: '' },
  post: evidence.post && { text: cover(evidence.post.text), externalId: '' },
  ...(evidence.media && { media: cover(evidence.media) }),
});
