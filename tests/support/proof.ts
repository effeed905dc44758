// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { type PolicyDocument, parse } from '#policy';
import { type Alteration, alterationsOf } from './proof-alterations.ts';
import { alteredName, idsOf, proves } from './proves.ts';
import { type World, worldOf } from './world.ts';

// Proofs that need only the policy, triage or a rendered page. One file for the clauses of a body (or of an area of
// it), all the checks of a clause in the same file:
//
//   proofsOf('il-mosaico', ({ proof, except }) => {
//     proof('MOS-013', 'Facebook’s private messages are used', ({ card }) => {
//       assert.equal(card('facebook').messages?.what, 'used');
//     });
//     except('MOS-024', { 'forza minima': 'no text comes near it' });
//   });
//
// Each `proof` is a test `MOS-013 · …` on the policy as it is. After them comes one test for each clause,
// `MOS-013 altered · …`: every alteration of the clause (gone, without blocks, each value another one) must make at
// least one of its checks throw. A check asserts what the clause says and takes everything from the world it is given,
// never from a value read outside it. What needs a database or a server is an ordinary test named by `proves`.

/** Asserts what a clause says. Not asynchronous: the world fetches nothing. */
export type Check = (world: World) => void;

export interface Proofs {
  /** One more check of a clause, or of several that it proves together. */
  proof(ids: string | readonly string[], title: string, check: Check): void;
  /** Keys of the clause's blocks, as the file names them, whose alteration no proof can notice: each with the reason. */
  except(id: string, keys: Readonly<Record<string, string>>): void;
}

const POLICIES = join(import.meta.dirname, '..', '..', 'policies');

/** The policy file of a body as it is. */
export function documentOf(slug: string): PolicyDocument {
  const file = join(POLICIES, `${slug}.policy.md`);
  const { policy, complaints } = parse(readFileSync(file, 'utf8'), file);
  assert.ok(policy, `${slug}: ${complaints[0]?.code ?? ''} ${complaints[0]?.message ?? ''}`);
  return policy;
}

/** Registers the proofs of a body, by its slug or of a document of its own, and after them the mutation run of each clause they prove. */
export function proofsOf(body: string | PolicyDocument, write: (proofs: Proofs) => void): void {
  const world = worldOf(typeof body === 'string' ? documentOf(body) : body);
  const checks = new Map<string, Check[]>();
  const excepted = new Map<string, Readonly<Record<string, string>>>();
  describe(world.document.header.body, () => {
    write({
      proof: (ids, title, check) => {
        test(proves(ids, title), () => atOnce(check(world)));
        for (const id of idsOf(ids)) checks.set(id, [...(checks.get(id) ?? []), check]);
      },
      except: (id, keys) => void excepted.set(id, { ...excepted.get(id), ...keys }),
    });
    for (const id of new Set([...checks.keys(), ...excepted.keys()]))
      test(alteredName(id), (t) => {
        const clause = { id, checks: checks.get(id) ?? [], excepted: excepted.get(id) ?? {} };
        mutationRun(t, clause, alterationsOf(world.document, id));
      });
  });
}

interface Proved {
  readonly id: string;
  readonly checks: readonly Check[];
  readonly excepted: Readonly<Record<string, string>>;
}

function mutationRun(t: TestContext, { id, checks, excepted }: Proved, alterations: readonly Alteration[]): void {
  const unnoticed = alterations.filter(({ document }) => {
    const altered = worldOf(document);
    return !checks.some((check) => throws(check, altered));
  });
  const excused = unnoticed.filter(({ key }) => key !== undefined && key in excepted);
  const left = unnoticed.filter((alteration) => !excused.includes(alteration));
  const told = `${id}: ${alterations.length - excused.length} alterations, ${alterations.length - unnoticed.length} noticed`;
  t.diagnostic(told);
  for (const key of Object.keys(excepted)) {
    assert.ok(
      excused.some((alteration) => alteration.key === key),
      `${id}: the exception for «${key}» is not needed`,
    );
    t.diagnostic(`${id} but for «${key}»: ${excepted[key]}`);
  }
  assert.deepEqual(
    left.map(({ what }) => what),
    [],
    `${told}; not noticed:`,
  );
}

/** A check that would go on later would hold of everything. */
function atOnce(result: unknown): void {
  if (!(result instanceof Promise)) return;
  result.catch(() => {});
  throw new Error('a check is not asynchronous');
}

function throws(check: Check, world: World): boolean {
  try {
    atOnce(check(world));
    return false;
  } catch {
    return true;
  }
}
