// SPDX-License-Identifier: AGPL-3.0-or-later
import { textOf, textsOf } from '#inbox';
import type { Tx } from '#platform';
import type { CompiledPolicy } from '#policy';
import { inForce } from '#rulebook';
import { type LearnedScore, learnedScores, orderingScore } from '#triage';
import type { ModerationPorts } from '../ports.ts';
import { latestJudgement, lockCaseOfItem } from '../store.ts';
import { ownLines } from './own-lines.ts';
import { chosenBy } from './state.ts';
import {
  dropReadings,
  keepReadings,
  lockOpenCases,
  type RankedReading,
  type Reading,
  readingOf,
  readingsOf,
} from './store.ts';

/** Last in its band: nothing was learned of it, or the body did not ask. */
export const UNRANKED = 100;

const rankOf = (scores: readonly LearnedScore[], policy: CompiledPolicy): number =>
  UNRANKED - Math.round(UNRANKED * orderingScore(scores, policy));

const DESK_MODEL = 'modello del banco';
const DESK_MODEL_TAUGHT = 'modello del banco, con le decisioni dell’ente';

type Reads = (text: string) => { readonly part: string; readonly scores: readonly LearnedScore[] };

/** How texts of this body are read; undefined where it did not choose that they be. */
async function readerFor({ vault }: ModerationPorts, tx: Tx, body: string): Promise<Reads | undefined> {
  const chosen = await chosenBy(tx, body);
  if (!chosen.ordering) return undefined;
  const own = chosen.ownDecisions ? await ownLines(tx, vault, body) : undefined;
  const part = own === undefined ? DESK_MODEL : DESK_MODEL_TAUGHT;
  return (text) => ({ part, scores: learnedScores(text, own) });
}

interface ToRank {
  readonly body: string;
  readonly case: string;
  readonly version: number;
  readonly text: string;
  readonly policy: CompiledPolicy;
}

interface ManyToRank extends Pick<ToRank, 'body' | 'policy'> {
  readonly cases: readonly Pick<ToRank, 'case' | 'version' | 'text'>[];
}

/** Reads the texts of cases, if the body chose so, and keeps what was read and each case's place in its band. */
export async function rankCases(ports: ModerationPorts, tx: Tx, { body, policy, cases }: ManyToRank): Promise<void> {
  const read = await readerFor(ports, tx, body);
  if (read === undefined) return;
  const all = cases.map(({ text, ...one }) => ranked(ports, { ...one, body, policy }, read(text)));
  await keepReadings(tx, all);
}

const ranked = (
  { clock }: Pick<ModerationPorts, 'clock'>,
  { body, case: case_id, version, policy }: Omit<ToRank, 'text'>,
  { part, scores }: ReturnType<Reads>,
): RankedReading => ({
  case_id,
  body,
  item_version: version,
  part,
  scores: [...scores],
  at: clock.now(),
  rank: rankOf(scores, policy),
});

/** All open cases anew, after the body chose otherwise or learned. What a local model said of a text still holds. */
export async function rankOpen(ports: ModerationPorts, tx: Tx, body: string): Promise<void> {
  const open = await lockOpenCases(tx, body);
  const read = await readerFor(ports, tx, body);
  if (read === undefined) return dropReadings(tx, body);
  if (open.length === 0) return;
  const { compiled: policy } = await inForce(tx, body, ports.clock.now());
  const [texts, readings] = [await textsOf(tx, open), await readingsOf(tx, body)];
  const all = open.map(({ id, item, version }) => {
    const known = readings.get(id);
    const holds = known !== undefined && isLocal(ports, known, version);
    return ranked(ports, { body, case: id, version, policy }, holds ? known : read(texts.get(item) ?? ''));
  });
  await keepReadings(tx, all);
}

const isLocal = ({ localModel }: ModerationPorts, { part, item_version }: Reading, version: number): boolean =>
  part === localModel?.name && item_version === version;

/**
 * Asks the model on the body's own server, if there is one and the body chose the ordering; its answer takes the place of the
 * desk's. Between two transactions: nothing of the database waits for it.
 */
export async function rankByLocalModel(
  ports: ModerationPorts,
  { body, item }: { readonly body: string; readonly item: string },
): Promise<void> {
  const { localModel } = ports;
  if (localModel === undefined) return;
  const asked = await ports.database.inBody(body, async (tx) => {
    const row = (await chosenBy(tx, body)).ordering ? await lockCaseOfItem(tx, item) : undefined;
    if (row?.state !== 'open') return undefined;
    const version = (await latestJudgement(tx, row.id))?.item_version;
    const known = await readingOf(tx, row.id);
    if (version !== undefined && known !== undefined && isLocal(ports, known, version)) return undefined;
    const text = version === undefined ? undefined : await textOf(tx, item, version);
    return version === undefined || text === undefined ? undefined : { case: row.id, version, text };
  });
  if (asked === undefined) return;
  const [scores = []] = await localModel.classify([asked.text]);
  if (scores.length === 0) return;
  await ports.database.inBody(body, async (tx) => {
    const row = await lockCaseOfItem(tx, item);
    const current = (await latestJudgement(tx, asked.case))?.item_version;
    if (row?.state !== 'open' || current !== asked.version || !(await chosenBy(tx, body)).ordering) return;
    const { compiled: policy } = await inForce(tx, body, ports.clock.now());
    const toRank = { body, case: asked.case, version: asked.version, policy };
    await keepReadings(tx, [ranked(ports, toRank, { part: localModel.name, scores })]);
  });
}
