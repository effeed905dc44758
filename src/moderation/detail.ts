// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Account, accountById } from '#accounts';
import { recordAbout } from '#audit';
import { adapterOf } from '#channels';
import { commandOf, commandsOf, type StoredCommand } from '#delivery';
import { type Item, itemCountOf, parentOf, versionsOf } from '#inbox';
import type { Tx, Vault } from '#platform';
import type { CompiledPolicy, Judgement, Signal } from '#policy';
import type { CaseDetail, DecisionView, EnforcementView, Option } from './contract.ts';
import { decidable, decidableAs, matterOf } from './decide.ts';
import { mayBeShown } from './dossier/follow.ts';
import { reportingOn } from './enforce.ts';
import { moderationError } from './errors.ts';
import { readingOf } from './learned/store.ts';
import { learnedView } from './learned/view.ts';
import { optionsFor } from './options.ts';
import type { ModerationPorts } from './ports.ts';
import { summaryOf } from './queue.ts';
import { lastWord, undoingCause } from './standing.ts';
import { answerLimit } from './statements/private-write.ts';
import { type Case, caseById, decisionsOf, measuresOnAuthor } from './store.ts';
import { undoable } from './undo.ts';

/** Everything a person needs in order to decide one case, and everything that was done about it. */
export async function detail(ports: ModerationPorts, body: string, id: string): Promise<CaseDetail> {
  return ports.database.inBody(body, async (tx) => {
    const row = await caseById(tx, id);
    if (row === undefined) throw moderationError('CASE_NOT_FOUND');
    const { item, text, purged, matter, signals, version, title } = await matterOf(ports, tx, row);
    const { policy, judgement } = matter;
    const versions = await versionsOf(tx, item.id);
    // Of those whose words had to go only the last one is told, which was judged.
    const shown = versions.filter(({ version: nth, purged_at }) => purged_at === null || nth === item.version);
    const reading = await readingOf(tx, row.id);
    const options = optionsFor(matter).map((option) => afterThis(row, option));
    return {
      ...summaryOf(row),
      revision: row.revision,
      text,
      ...(purged && { purged }),
      ...(matter.held && { held: true }),
      ...(item.kind === 'message' && { privately: { until: answerableUntil(item) } }),
      permalink: item.permalink,
      post: item.post_external_id === null ? null : { text: item.post_text },
      parent: (await parentOf(tx, item)) ?? null,
      versions: shown.map(({ text: words, at }) => ({ text: words, at: at.toISOString() })),
      signals: signals.map((signal) => signalView(policy, signal)),
      ...judgementView(policy, judgement),
      proposedBy: proposersOf(signals, judgement),
      ...(reading === undefined ? {} : { learned: learnedView(policy, reading) }),
      policy: { title, version, digest: policy.digest },
      authorHistory: await historyOf(tx, item),
      decidable: decidable(row) && options.some(({ available }) => available),
      options,
      reporting: matter.deleted ? null : reportingOn(item.network),
      replyLimit: answerLimit(item),
      decisions: await decisionViews(ports, tx, { row, item }),
      record: await recordAbout(tx, body, item.id),
    };
  });
}

/** After a hiding only a removal; a case decided for good still shows what there was to decide. */
const afterThis = (row: Case, option: Option): Option =>
  !decidable(row) || decidableAs(row, option.kind) ? option : { ...option, available: false, effect: ONLY_REMOVED };

const ONLY_REMOVED = 'L’intervento è nascosto: lo si può ancora rimuovere. Per decidere altro, prima si annulla.';

/** Until when the network lets an answer to a private message through. */
function answerableUntil({ network, written_at }: Item): string | null {
  const hours = adapterOf(network)?.limits.messageWindowHours;
  return hours === undefined ? null : new Date(written_at.getTime() + hours * 3_600_000).toISOString();
}

const signalView = (policy: CompiledPolicy, signal: Signal) => ({
  category: signal.category,
  label: policy.categories.get(signal.category)?.label ?? signal.category,
  strength: signal.strength,
  spans: signal.spans.map(([start, end]): [number, number] => [start, end]),
  source: signal.source,
  reason: signal.reason === '' ? 'Le parole che lo mostravano non si possono più conservare.' : signal.reason,
});

/** The parts of triage behind the cited clauses. */
const proposersOf = (signals: readonly Signal[], { clauses }: Judgement): string[] => [
  ...new Set(clauses.flatMap((clause) => clause.signals.flatMap((index) => signals[index]?.source ?? []))),
];

function judgementView(policy: CompiledPolicy, judgement: Judgement) {
  const { route, due } = judgement;
  return {
    cited: judgement.clauses.map(({ id, title, modality, dormant, signals }) => {
      const clause = policy.clauses.get(id);
      return {
        id,
        title,
        modality,
        dormant,
        text: clause?.text ?? '',
        section: clause?.section ?? '',
        signals: [...signals],
      };
    }),
    proposalReasons: judgement.proposal.reasons.map((reason) => ({ ...reason })),
    dueReason: due?.reason.text ?? null,
    route:
      route === undefined ? null : { office: route.office, address: route.address ?? null, reason: route.reason.text },
    missing: judgement.missing.map((datum) => datum.text),
  };
}

async function historyOf(tx: Tx, item: Item): Promise<CaseDetail['authorHistory']> {
  if (item.author_id === null) return null;
  return {
    items: await itemCountOf(tx, item.author_id),
    removedOrHidden: await measuresOnAuthor(tx, item.author_id),
  };
}

async function decisionViews(
  { vault }: Pick<ModerationPorts, 'vault'>,
  tx: Tx,
  { row, item }: { readonly row: Case; readonly item: Item },
): Promise<DecisionView[]> {
  const decisions = await decisionsOf(tx, row.id);
  const commands = await commandsOf(tx, { causes: decisions.flatMap(({ id }) => [id, undoingCause(id)]) });
  const account = await accountById(tx, item.account_id);
  const last = (await mayBeShown(tx, row.id)) ? lastWord(row, decisions) : undefined;
  const writesOf = (id: string) => commands.filter(({ cause }) => cause === id);
  return decisions.map((decision) => ({
    id: decision.id,
    kind: decision.kind,
    grounds: decision.grounds,
    reasons: decision.reasons,
    reply: decision.reply,
    reported: decision.reported,
    policyVersion: decision.policy_version,
    person: { name: decision.person_name, role: decision.person_role },
    at: decision.at.toISOString(),
    undoneAt: decision.undone_at?.toISOString() ?? null,
    undoneBy: decision.undone_by_name,
    undoneReasons: decision.undone_reasons,
    superseded: decision.superseded_by !== null,
    undoable: decision.id === last?.id && undoable(decision, item.network, writesOf(decision.id)),
    enforcements: commands
      .filter(({ cause }) => cause === decision.id || cause === undoingCause(decision.id))
      .map((command) => enforcementView(command, guideFor(vault, command, { item, account }))),
  }));
}

/** What a person who has to do it by hand is told: for that alone are the words opened. */
export function guideFor(
  vault: Vault,
  command: StoredCommand,
  { item, account }: { readonly item: Item; readonly account: Account | undefined },
): EnforcementView['guide'] {
  const { state } = command;
  const adapter = adapterOf(item.network);
  if ((state !== 'by-hand' && state !== 'failed') || adapter === null || account === undefined) return null;
  const place = { externalId: account.external_id, handle: account.handle };
  const { link, steps, check } = adapter.guide(place, commandOf(vault, command), item.permalink);
  return { link, steps: [...steps], check: check ?? null };
}

export const enforcementView = (
  { id, type, state, settled_at, created_at, error }: StoredCommand,
  guide: EnforcementView['guide'],
): EnforcementView => ({
  id,
  type,
  state,
  at: (settled_at ?? created_at).toISOString(),
  note: error?.message ?? null,
  guide,
});
