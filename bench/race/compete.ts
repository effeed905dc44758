// SPDX-License-Identifier: AGPL-3.0-or-later
import { CaseDetail, ClaimView, RecordVerification } from '#moderation/contract';
import { type Moderator, moderate, type Race } from './moderator.ts';
import { openScreen } from './screen.ts';

export interface Entrant {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
}

export interface Competition {
  readonly url: string;
  readonly body: string;
  readonly entrants: readonly Entrant[];
  /** How many cases are to be decided, of those that are open. */
  readonly decisions: number;
}

/** What came of it, told by the desk and held against what each remembers. Milliseconds. */
export interface Outcome {
  readonly decided: number;
  readonly seconds: number;
  /** Cases on which the desk keeps more than one decision, or tells another than it told who decided. */
  readonly decidedTwice: number;
  readonly lostReasons: number;
  readonly notes: number;
  readonly lostNotes: number;
  readonly refusals: Readonly<Record<string, number>>;
  /** From sending a decision to the news of it on each of the screens: deciding and telling, both. */
  readonly news: { readonly median: number; readonly p95: number; readonly worst: number; readonly missing: number };
  /** How much later than the answer to whoever decided the last of the screens heard of it; 0: all had. */
  readonly latest: number;
  readonly recordIntact: boolean;
}

/** A screen that heard nothing by then was never told. */
const PATIENCE_MILLISECONDS = 10_000;
const AT_ONCE = 8;

/** Everybody at once on one queue, then the desk is asked what it kept. */
export async function compete({ url, body, entrants, decisions }: Competition): Promise<Outcome> {
  const news = `${url}/api/bodies/${body}/news`;
  const moderators: Moderator[] = await Promise.all(
    entrants.map(async (one, index) => ({
      ...{ ...one, given: [], address: addressesOf(index) },
      screen: await openScreen(news, one.cookie),
    })),
  );
  const race: Race = {
    ...{ url, body, wanted: decisions, moderators },
    ...{ decided: new Map(), notes: new Map(), refusals: new Map(), draw: drawing() },
  };
  try {
    const started = performance.now();
    await Promise.all(moderators.map((one) => moderate(race, one)));
    const seconds = (performance.now() - started) / 1000;
    const waits = await heardBy(race);
    const latest = latestOf(race);
    return {
      seconds,
      refusals: Object.fromEntries(race.refusals),
      news: newsFigures(waits),
      latest,
      ...(await kept(race)),
    };
  } finally {
    for (const { screen } of moderators) screen.close();
  }
}

/** What one address may ask in a minute is not what is measured: a machine takes another when it has asked so often. */
const REQUESTS_OF_AN_ADDRESS = 500;

function addressesOf(machine: number): () => string {
  let asked = 0;
  return () => `10.${machine}.0.${1 + (Math.floor(asked++ / REQUESTS_OF_AN_ADDRESS) % 250)}`;
}

/** The same numbers at each run (a linear congruential generator). */
function drawing(): Race['draw'] {
  let seed = 20_261_122;
  return (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return below === 0 ? 0 : Math.floor((seed / 2 ** 32) * below);
  };
}

/** How long each decision took to reach each screen; infinite where it never did. */
async function heardBy({ decided, moderators }: Race): Promise<number[]> {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  const all = () =>
    [...decided].flatMap(([id, [first]]) =>
      moderators.map(({ screen }) => (screen.decidedAt(id) ?? Number.POSITIVE_INFINITY) - (first?.sentAt ?? 0)),
    );
  while (all().some((wait) => wait === Number.POSITIVE_INFINITY) && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return all();
}

const latestOf = ({ decided, moderators }: Race): number =>
  Math.max(
    0,
    ...[...decided].flatMap(([id, [first]]) =>
      moderators.map(({ screen }) => (screen.decidedAt(id) ?? Number.POSITIVE_INFINITY) - (first?.toldAt ?? 0)),
    ),
  );

function newsFigures(waits: readonly number[]): Outcome['news'] {
  const sorted = waits.toSorted((left, right) => left - right);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const missing = waits.filter((wait) => wait === Number.POSITIVE_INFINITY).length;
  return { median: at(0.5), p95: at(0.95), worst: at(1), missing };
}

/** What the desk says of each case, held against what was told to whoever decided it. */
async function kept({ url, body, moderators, decided, notes }: Race) {
  const cookie = moderators[0]?.cookie ?? '';
  const address = addressesOf(moderators.length);
  const read = async (path: string) => {
    const response = await fetch(`${url}/api/bodies/${body}/${path}`, {
      headers: { cookie, 'x-forwarded-for': address() },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as unknown;
  };
  let [decidedTwice, lostReasons, lostNotes] = [0, 0, 0];
  const cases = [...decided];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = cases.pop(); next !== undefined; next = cases.pop()) {
        const [id, told] = next;
        const { decisions } = CaseDetail.parse(await read(`cases/${id}`));
        if (decisions.length !== 1 || told.length !== 1) decidedTwice += 1;
        if (!told.every(({ reasons }) => decisions.some((one) => one.reasons === reasons))) lostReasons += 1;
      }
    }),
  );
  for (const [id, given] of notes) {
    const { handovers } = ClaimView.parse(await read(`cases/${id}/claim`));
    lostNotes += given.filter((note) => !handovers.some((one) => one.note === note)).length;
  }
  const { intact } = RecordVerification.parse(await read('record/verification'));
  const written = [...notes.values()].flat().length;
  return { decided: decided.size, decidedTwice, lostReasons, notes: written, lostNotes, recordIntact: intact };
}
