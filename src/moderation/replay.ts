// SPDX-License-Identifier: AGPL-3.0-or-later
import { purgedAmong, textsOf } from '#inbox';
import {
  type CompiledPolicy,
  compile,
  type ItemFacts,
  type Judgement,
  NETWORKS,
  type PolicyDocument,
  type Replay,
  type Replayed,
  replayOf,
} from '#policy';
import { inForce } from '#rulebook';
import { analyse, writtenIn } from '#triage';
import type { ReplayJudgement, ReplayLine } from './contract.ts';
import type { ModerationPorts } from './ports.ts';
import { type JudgedCase, judgedCount, judgedPage } from './replay-store.ts';

const PAGE = 500;
const DAY_MILLISECONDS = 86_400_000;

export interface Replaying {
  readonly body: string;
  readonly draft: PolicyDocument;
  readonly days: number;
  /** Only so many, the latest. */
  readonly sample?: number | undefined;
}

type Ports = Pick<ModerationPorts, 'database' | 'clock' | 'holidays'>;
type Item = Extract<ReplayLine, { type: 'item' }>;

/**
 * What would have been judged otherwise under a draft, against the policy in force now; each item as of when it was
 * written, so that hours weigh alike on both sides. A page at a time, each in a short transaction of its own: whoever stops
 * asking stops the reading.
 */
export async function* replay(ports: Ports, { body, draft, days, sample }: Replaying): AsyncGenerator<ReplayLine> {
  const now = ports.clock.now();
  const window = { body, since: new Date(now.getTime() - days * DAY_MILLISECONDS) };
  const { policy, stored } = await ports.database.inBody(body, async (tx) => ({
    policy: (await inForce(tx, body, now)).compiled,
    stored: await judgedCount(tx, window),
  }));
  const total = Math.min(stored, sample ?? stored);
  yield { type: 'begin', total };
  const judging = replayOf({
    before: policy,
    after: underSameChoices(draft, policy),
    analyse,
    holidays: ports.holidays,
  });
  const tally = tallyOf();
  let before: string | undefined;
  while (tally.seen < total) {
    const page = await readPage(ports, judging, { ...window, before, limit: Math.min(PAGE, total - tally.seen) });
    for (const { row, facts, isPurged } of page) {
      if (isPurged) {
        tally.pass();
        continue;
      }
      const replayed = judging.judge(facts, row.signals);
      tally.count(replayed);
      if (replayed.differences.length > 0) yield itemLine(row, replayed);
    }
    const last = page.at(-1);
    if (last === undefined) break;
    before = last.row.id;
    yield { type: 'progress', seen: tally.seen, changed: tally.changed };
  }
  yield tally.end(days);
}

/** What the body recorded where its policy is silent holds under the draft too. */
const underSameChoices = (draft: PolicyDocument, { choices }: CompiledPolicy): CompiledPolicy =>
  compile(draft, { choices });

interface Place {
  readonly body: string;
  readonly since: Date;
  readonly before: string | undefined;
  readonly limit: number;
}

/** A page of cases as facts; their words only where a policy has words of its own to look for. */
async function readPage({ database }: Ports, { readsTexts }: Replay, place: Place) {
  return database.inBody(place.body, async (tx) => {
    const rows = await judgedPage(tx, place, place);
    const wanted = readsTexts
      ? rows.map(({ item_id, item_version }) => ({ item: item_id, version: item_version }))
      : [];
    const texts = wanted.length === 0 ? new Map<string, string>() : await textsOf(tx, wanted);
    const purged = await purgedAmong(
      tx,
      rows.map(({ item_id }) => item_id),
    );
    return rows.map((row) => ({
      row,
      facts: factsOf(row, texts.get(row.item_id) ?? ''),
      isPurged: purged.has(row.item_id),
    }));
  });
}

const factsOf = ({ network, kind, written_at, has_media }: JudgedCase, text: string): ItemFacts => ({
  channel: NETWORKS.find((name) => name === network) ?? 'other',
  kind,
  text,
  at: written_at,
  hasMedia: has_media,
  ...(writtenIn(text) === 'other' && { otherLanguage: true }),
});

const itemLine = (row: JudgedCase, { before, after, differences }: Replayed): Item => ({
  type: 'item',
  case: row.id,
  number: Number(row.number),
  network: row.network,
  kind: row.kind,
  author: row.author_name,
  excerpt: row.excerpt,
  writtenAt: row.written_at.toISOString(),
  differences: [...differences],
  before: judgementView(before),
  after: judgementView(after),
});

const judgementView = ({ proposal, clauses, route, due, priority, urgent, mustLook }: Judgement): ReplayJudgement => ({
  action: proposal.action,
  reasons: proposal.reasons.map((reason) => ({ ...reason })),
  clauses: clauses.map(({ id, title, modality, dormant }) => ({ id, title, modality, dormant })),
  route: route?.office ?? null,
  due: due?.at.toISOString() ?? null,
  priority,
  urgent: urgent ?? false,
  mustLook: mustLook ?? false,
});

const number = new Intl.NumberFormat('it');

/** Counts as it goes. */
function tallyOf() {
  const pairs = new Map<string, Extract<ReplayLine, { type: 'end' }>['actions'][number]>();
  let [seen, changed, unread] = [0, 0, 0];
  return {
    get seen() {
      return seen;
    },
    get changed() {
      return changed;
    },
    /** One whose words had to go: counted, and nothing is said of it. */
    pass(): void {
      seen += 1;
      unread += 1;
    },
    count({ before, after, differences }: Replayed): void {
      seen += 1;
      if (differences.length === 0) return;
      changed += 1;
      if (!differences.includes('action')) return;
      const [was, is] = [before.proposal.action, after.proposal.action];
      const items = pairs.get(`${was} ${is}`)?.items ?? 0;
      pairs.set(`${was} ${is}`, { before: was, after: is, items: items + 1 });
    },
    end: (days: number): ReplayLine => ({
      type: 'end',
      seen,
      changed,
      ...(unread > 0 && { unread }),
      actions: [...pairs.values()].toSorted((one, other) => other.items - one.items),
      summary: [summaryOf(days, seen - unread, changed), ...unreadWords(unread)].join(' '),
    }),
  };
}

function unreadWords(unread: number): readonly string[] {
  if (unread === 0) return [];
  if (unread === 1) return ['Di un intervento non si può più conservare il testo: non è stato riletto.'];
  return [`Di ${number.format(unread)} interventi non si può più conservare il testo: non sono stati riletti.`];
}

function summaryOf(days: number, seen: number, changed: number): string {
  const when = days === 1 ? 'nell’ultimo giorno' : `negli ultimi ${number.format(days)} giorni`;
  const lead = `Con questa bozza, ${when}:`;
  if (seen === 0) return `${lead} nessun intervento da rigiudicare.`;
  if (changed === 0)
    return `${lead} nessun intervento sarebbe stato giudicato diversamente, su ${number.format(seen)}.`;
  if (changed === 1) return `${lead} un intervento sarebbe stato giudicato diversamente, su ${number.format(seen)}.`;
  return `${lead} ${number.format(changed)} interventi sarebbero stati giudicati diversamente, su ${number.format(seen)}.`;
}
