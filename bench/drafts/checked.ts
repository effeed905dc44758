// SPDX-License-Identifier: AGPL-3.0-or-later
import { checkDraft, type Finding, limitsOn } from '#editorial';
import { type CompiledPolicy, NETWORK_LABELS, NETWORKS } from '#policy';
import type { LabelledDraft } from '../../corpus/drafts/drafts.ts';

/** A draft beside what was found in it. */
export interface CheckedDraft {
  readonly draft: LabelledDraft;
  /** On all its networks together. */
  readonly findings: readonly Finding[];
  readonly found: ReadonlySet<string>;
}

/** Checks a draft for each of its networks, with what each takes. */
export const checkedUnder =
  (policy: CompiledPolicy) =>
  (draft: LabelledDraft): CheckedDraft => {
    const findings = draft.networks.flatMap((written) => {
      const network = NETWORKS.find((name) => NETWORK_LABELS[name] === written);
      if (network === undefined) throw new Error(`${draft.file}:${draft.line}: no network ${written}`);
      const { text, links, images, source, isElectoral } = draft;
      const toCheck = { text, network, links, images, isElectoral, ...(source !== undefined && { source }) };
      return checkDraft(toCheck, policy, limitsOn(network));
    });
    return { draft, findings, found: new Set(findings.map(({ check }) => check)) };
  };

export const isClean = ({ draft }: CheckedDraft): boolean => draft.checks.size === 0;

/** What would stop whoever publishes, at least until they write why. */
export const stopping = ({ draft, findings }: CheckedDraft): readonly Finding[] =>
  findings.filter(({ check, severity }) => severity !== 'advise' && !draft.doubts.has(check));
