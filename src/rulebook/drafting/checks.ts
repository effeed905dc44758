// SPDX-License-Identifier: AGPL-3.0-or-later
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CodedError } from '#kernel';
import type { Tx } from '#platform';
import { compile, type PolicyDocument, parse, runExamples } from '#policy';
import type { DraftChecks } from '../contract.ts';
import { rulebookError } from '../errors.ts';
import { nextVersion } from '../history.ts';
import type { RulebookPorts } from '../ports.ts';
import { versionsOf } from '../store.ts';
import { isVersionName } from '../version-name.ts';
import type { Draft } from './store.ts';

/** What there is to say of a text by itself. */
export interface TextChecks {
  readonly document: PolicyDocument | undefined;
  readonly complaints: DraftChecks['complaints'];
  readonly examples: DraftChecks['examples'];
}

/** Reads a text and runs its examples, as the document alone has them: with no act recorded and no choice made. */
export async function checkText(analyse: RulebookPorts['analyse'], source: string, file: string): Promise<TextChecks> {
  const { policy: document, complaints } = parse(source, file);
  const told = complaints.map(({ code, line, column, message, hint }) => ({ code, line, column, message, hint }));
  return {
    document,
    complaints: told,
    examples: document === undefined ? null : await exampleChecks(analyse, document),
  };
}

type ExampleChecks = NonNullable<DraftChecks['examples']>;

/** Others are served meanwhile: a policy may hold thousands of examples. */
const BREATH_EVERY = 32;

async function exampleChecks(analyse: RulebookPorts['analyse'], document: PolicyDocument): Promise<ExampleChecks> {
  const counts = { passed: 0, failed: 0, pending: 0 };
  const remarks: ExampleChecks['remarks'] = [];
  let judged = 0;
  for (const { example, expected, got, result } of runExamples(compile(document), analyse)) {
    if (judged++ % BREATH_EVERY === 0) await nextTurn();
    counts[result] += 1;
    if (result !== 'passed') remarks.push({ clause: example.about, example: example.item.text, expected, got, result });
  }
  return { ...counts, remarks };
}

/** What stands between a draft and its proposal, in the order in which it should be mended. */
export async function obstaclesTo(
  tx: Tx,
  draft: Draft,
  { document, complaints, examples }: TextChecks,
): Promise<CodedError[]> {
  const versions = await versionsOf(tx, draft.body);
  const obstacles: CodedError[] = [];
  const first = complaints[0];
  if (document === undefined)
    obstacles.push(
      rulebookError('DRAFT_HAS_MISTAKES', first && `riga ${first.line}, colonna ${first.column}: ${first.message}`),
    );
  else {
    const { body, version } = document.header;
    if (body !== draft.body) obstacles.push(rulebookError('POLICY_OF_ANOTHER', body));
    if (!isVersionName(version)) obstacles.push(rulebookError('VERSION_UNNAMEABLE', version.slice(0, 60)));
    if (versions.some((known) => known.version === version))
      obstacles.push(
        rulebookError(
          'VERSION_TAKEN',
          `${version}; la prossima può essere ${nextVersion(versions.map((known) => known.version))}`,
        ),
      );
  }
  if (examples !== null && examples.failed > 0)
    obstacles.push(rulebookError('EXAMPLES_FAIL', examples.failed === 1 ? 'è uno' : `sono ${examples.failed}`));
  if (versions.length > 0 && draft.change_note.trim() === '') obstacles.push(rulebookError('CHANGE_NOTE_MISSING'));
  return obstacles;
}

/** The checks as the desk shows them. */
export async function checksOf(tx: Tx, draft: Draft, checks: TextChecks): Promise<DraftChecks> {
  const obstacles = await obstaclesTo(tx, draft, checks);
  const versions = await versionsOf(tx, draft.body);
  return {
    revision: draft.revision,
    complaints: checks.complaints,
    examples: checks.examples,
    version: checks.document?.header.version ?? null,
    nextVersion: nextVersion(versions.map(({ version }) => version)),
    obstacles: obstacles.map(({ code, message, hint }) => ({ code, title: message, hint })),
  };
}
