// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, type DraftCheck, type DraftRule, draftRules, ownTerms } from '#policy';
import { dispute, reservedAct } from './acts.ts';
import { networkData } from './asked-data.ts';
import type { CheckName } from './check-names.ts';
import { leansOnConsents, openedAsFarAs, readingFor, withoutConsents } from './consented.ts';
import { personalCase, smallTown } from './context.ts';
import type { DraftToCheck, Finding, PostLimits } from './draft.ts';
import { type DraftReading, type Look, type Noticed, readDraft } from './draft-reading.ts';
import { type FindingGround, groundOf, stricterFirst, strictest } from './grounds.ts';
import { sensitiveData } from './health.ts';
import { allegedOffender, judicialData } from './justice.ts';
import { rightsMissing, sourceMissing } from './material.ts';
import { minor } from './minors.ts';
import { openMattersIn } from './open-matters.ts';
import { noticedOf } from './own-rules.ts';
import { hardToRead, offScope } from './own-work.ts';
import { altMissing, linkMissing, networkRule, portalMissing } from './page.ts';
import { namedWithoutBasis, personalData } from './personal-data.ts';
import { electoral, politics } from './politics.ts';
import { conversationalTone, institutionalTone, ironic, tooFamiliar } from './tone.ts';
import { advertising } from './trade.ts';

/** Every check that needs the draft alone. One more is a look and a line here, and its name in the policy language. */
const LOOKS: Readonly<Record<Exclude<DraftCheck, 'link-missing'>, Look>> = {
  'personal-data': personalData,
  'sensitive-data': sensitiveData,
  'judicial-data': judicialData,
  minor,
  'named-without-basis': namedWithoutBasis,
  'small-town': smallTown,
  'alleged-offender': allegedOffender,
  'personal-case': personalCase,
  'reserved-act': reservedAct,
  dispute,
  politics,
  electoral,
  advertising,
  'source-missing': sourceMissing,
  'rights-missing': rightsMissing,
  ironic,
  'too-familiar': tooFamiliar,
  'institutional-tone': institutionalTone,
  'conversational-tone': conversationalTone,
  'alt-missing': altMissing,
  'network-rule': networkRule,
  'network-data': networkData,
};

/**
 * What a policy, and the law where the policy is silent or milder, has against a draft: the strictest first, then as they come
 * in the text. Pure: the same draft, policy and limits give the same findings. Without limits nothing is said of lengths.
 */
export function checkDraft(draft: DraftToCheck, policy: CompiledPolicy, limits?: PostLimits): readonly Finding[] {
  const own = ownTerms(policy);
  const rules = draftRules(policy, draft.network);
  const bare = readDraft(withoutConsents(draft), own, limits);
  const opened = leansOnConsents(draft) ? readDraft(openedAsFarAs(draft, policy, rules), own, limits) : bare;
  const careful = [openMattersIn, offScope, hardToRead, portalMissing].flatMap((look) => look(bare, policy));
  return sorted([...found({ bare, opened }, rules), ...foundByCategory(bare, rules), ...careful]);
}

/** What the law alone has against a draft, for whoever has no policy. */
export function checkUnderLaw(draft: DraftToCheck, limits?: PostLimits): readonly Finding[] {
  const bare = readDraft(withoutConsents(draft), undefined, limits);
  return sorted(found({ bare, opened: readDraft(draft, undefined, limits) }, []));
}

interface Readings {
  readonly bare: DraftReading;
  /** With what people agreed to. */
  readonly opened: DraftReading;
}

function found(readings: Readings, rules: readonly DraftRule[]): readonly Finding[] {
  const looked = Object.entries(LOOKS).flatMap(([name, look]) => {
    const check = name as DraftCheck;
    // What nobody asks for is not looked for.
    return groundOf(check, rules) === undefined ? [] : findingsOf(check, look(readingFor(check, readings)), rules);
  });
  const { bare } = readings;
  const others = rules.filter(({ clause }) => bare.draft.portals?.has(clause) !== true);
  const withLink = others.filter(({ link }) => link !== undefined);
  return [...looked, ...findingsOf('link-missing', linkMissing(bare, withLink), others)];
}

function findingsOf(check: DraftCheck, noticed: readonly Noticed[], rules: readonly DraftRule[]): readonly Finding[] {
  return noticed.flatMap(({ spans, reason, law }) => {
    const ground = groundOf(check, rules, law);
    return ground === undefined ? [] : [finding(check, ground, { spans, reason })];
  });
}

/** Categories that clauses name and no check answers for. */
function foundByCategory(reading: DraftReading, rules: readonly DraftRule[]): readonly Finding[] {
  const named = new Set(rules.flatMap(({ categories }) => categories));
  return [...named].flatMap((category) => {
    const noticed = noticedOf(reading, category);
    const ground = strictest(rules.filter(({ categories }) => categories.includes(category)));
    return noticed === undefined || ground === undefined ? [] : [finding(noticed.check, ground, noticed)];
  });
}

const finding = (
  check: CheckName,
  { clause, severity, also }: FindingGround,
  { spans, reason }: Pick<Noticed, 'spans' | 'reason'>,
): Finding => ({
  check,
  clause,
  severity,
  spans,
  reason: also.length === 0 ? reason : `${reason.slice(0, -1)} (anche ${also.join(', ')}).`,
});

const startOf = ({ spans }: Finding): number => spans[0]?.[0] ?? 0;

const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (one, other) =>
      stricterFirst(one.severity, other.severity) ||
      startOf(one) - startOf(other) ||
      (one.check < other.check ? -1 : one.check > other.check ? 1 : 0),
  );
