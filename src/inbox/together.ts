// SPDX-License-Identifier: AGPL-3.0-or-later

/** Work of one kind that comes faster than it can be done one by one. */
export type Together<Given> = (lane: string, given: Given) => Promise<void>;

interface Waiting<Given> {
  readonly given: Given;
  readonly done: () => void;
  readonly failed: (fault: unknown) => void;
}

/**
 * Does what is given to one lane one thing after the other; what comes meanwhile waits, and is then done at once. Each is told of
 * its own end; where many at once fail each is done by itself, so that one does not fail the others.
 */
export function together<Given>(
  work: (lane: string, all: readonly [Given, ...Given[]]) => Promise<void>,
  atMost: number,
): Together<Given> {
  const lanes = new Map<string, Waiting<Given>[]>();

  async function run(lane: string, waiting: Waiting<Given>[]): Promise<void> {
    for (let some = waiting.splice(0, atMost); some.length > 0; some = waiting.splice(0, atMost))
      await doAll(lane, some);
    lanes.delete(lane);
  }

  async function doAll(lane: string, [first, ...others]: readonly Waiting<Given>[]): Promise<void> {
    if (first === undefined) return;
    try {
      await work(lane, [first.given, ...others.map(({ given }) => given)]);
      for (const { done } of [first, ...others]) done();
    } catch (fault) {
      if (others.length === 0) first.failed(fault);
      else for (const one of [first, ...others]) await doAll(lane, [one]);
    }
  }

  return (lane, given) =>
    new Promise((done, failed) => {
      const waiting = lanes.get(lane);
      if (waiting !== undefined) return void waiting.push({ given, done, failed });
      const fresh = [{ given, done, failed }];
      lanes.set(lane, fresh);
      void run(lane, fresh);
    });
}
