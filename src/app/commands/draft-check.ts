// SPDX-License-Identifier: AGPL-3.0-or-later
import { checkDraft, checkUnderLaw, type DraftToCheck, type Finding, limitsOn } from '#editorial';
import type { CompiledPolicy } from '#policy';

import { chosenPolicy } from './chosen-policy.ts';
import { draftLine } from './draft-line.ts';
import type { ExitCode } from './policy.ts';
import { linesOf, type Streams } from './streams.ts';

/** Checks the drafts of the input, one line each, under the policy of this name, or under the law alone. */
export async function draftCheck(name: string | undefined, streams: Streams): Promise<ExitCode> {
  const policy = name === undefined ? undefined : await chosenPolicy(name, streams);
  if (name !== undefined && policy === undefined) return 2;
  let bad = 0;
  let number = 0;
  for await (const line of linesOf(streams.input)) {
    number += 1;
    const read = draftLine(line);
    if (!read.ok) {
      bad += 1;
      streams.error(`riga ${number}: ${read.failure}`);
    } else if (read.value !== undefined) {
      const { id, draft } = read.value;
      streams.record({ id, findings: findingsOn(draft, policy) });
      await streams.drained();
    }
  }
  return bad === 0 ? 0 : 1;
}

function findingsOn(draft: DraftToCheck, policy: CompiledPolicy | undefined): readonly Finding[] {
  const limits = draft.network === undefined ? undefined : limitsOn(draft.network);
  return policy === undefined ? checkUnderLaw(draft, limits) : checkDraft(draft, policy, limits);
}
