// SPDX-License-Identifier: AGPL-3.0-or-later
export {
  type AccountTerms,
  type AskedOfRequest,
  accountTerms,
  askedOfRequests,
  linkedFrom,
  presentsNetwork,
  type Stated,
} from './account-terms.ts';
export {
  type CautionRule,
  linksUnsaid,
  MATTER_KINDS,
  MATTER_LABELS,
  type MatterKind,
  matterRules,
  plainWritingRule,
  type ScopeRule,
  scopeRule,
} from './asking/cautions.ts';
export { type ChecklistItem, checklistFor, type DraftKind, kindsAsking } from './asking/checklist.ts';
export { type Consent, type ConsentAnswer, consentsFor, type Showing } from './asking/consents.ts';
export { type Asked, askedOf, contentsOn } from './asking/contents.ts';
export { type DraftRule, draftRules } from './asking/draft-rules.ts';
export {
  type AutomaticPublishing,
  automaticPublishing,
  type ContentApprover,
  commentsOff,
  contentApprovers,
  initiativeApprover,
} from './asking/going-out.ts';
export { type MandateTerms, mandateTerms, type Owner, type WorkingGroup } from './asking/mandates.ts';
export {
  type KeptFresh,
  kindsOfTheme,
  type PlanFollowed,
  type PlanKind,
  type PlanTerms,
  pagesKeptFresh,
  planFollowed,
  planTerms,
  type ThemesAsked,
  themesAsked,
} from './asking/plans.ts';
export { lackingIn, type Replica, replicasOf } from './asking/replicas.ts';
export { type SharingTerms, sharingTerms } from './asking/sharing.ts';
export {
  type Exception,
  isInForm,
  mayShow,
  type OwnPosting,
  type OwnPostingAnswer,
  ownPostingWords,
  type ShowingRule,
  type ShowingTerms,
  showingExceptions,
  showingTerms,
} from './asking/showing.ts';
export { ownTextsAsked, type StyleHint, stylesOn } from './asking/style.ts';
export { authoritiesAskedFor, clausesOn } from './authorities.ts';
export {
  type AutomaticReply,
  automaticReplies,
  automaticReplyFor,
  type NightHours,
  type NightWindow,
  nightHours,
} from './automatic-reply.ts';
export type { BlockSpec, Key } from './blocks/block.ts';
export type { Measure, Rung } from './blocks/ladder.ts';
export { MEASURE_LABELS } from './blocks/ladder.ts';
export { BLOCKS, type BlockKind, type BlockNode } from './blocks/registry.ts';
export { MODALITY_LABELS } from './blocks/rule.ts';
export { breachUnder, takesDown } from './breaches.ts';
export { clauseNumbersIn } from './clause-numbers.ts';
export { compare } from './comparing/compare.ts';
export {
  type BlockComparison,
  CHANGE_LABELS,
  CLAUSE_CHANGES,
  type ClauseChange,
  type ClauseComparison,
  type Meaning,
  type PolicyComparison,
  type ValueChange,
} from './comparing/comparison.ts';
export type { Analyse } from './comparing/own-terms.ts';
export {
  JUDGEMENT_DIFFERENCES,
  type JudgementDifference,
  type Replay,
  type Replayed,
  replayOf,
} from './comparing/replay.ts';
export { compile, digestOf } from './compile.ts';
export type {
  ChannelCard,
  CompiledPolicy,
  CompiledRule,
  ExtraHours,
  PolicyChoices,
  PolicyClause,
  Said,
} from './compiled.ts';
export { COMPLAINTS, type Complaint, type ComplaintCode, renderComplaint } from './complaints.ts';
export { contactsOf, type OpenWay, type OwnTerms, openWays, ownTerms } from './contacts.ts';
export {
  type Category,
  DESK_CATEGORIES,
  HEARD,
  NOTICED,
  REGULATED_CATEGORIES,
  type Signal,
  type Span,
  VOCABULARY,
} from './contract.ts';
export { mayBeCsam } from './csam.ts';
export { type Discipline, disciplineIn } from './discipline.ts';
export type { ClauseNode, PolicyDocument, ProseNode, SectionNode } from './document.ts';
export { emergencyText } from './emergency-text.ts';
export { evaluate } from './evaluate.ts';
export {
  type ExampleResult,
  type ExampleRun,
  examplesOf,
  type JudgedExample,
  judgeExample,
  type PolicyExample,
  runExamples,
} from './examples.ts';
export {
  AUTHOR_KINDS,
  type AuthorKind,
  ITEM_KINDS,
  type ItemFacts,
  type ItemKind,
  NETWORKS,
  type NetworkName,
} from './facts.ts';
export { type FirstAnswer, firstAnswers } from './first-answers.ts';
export { cannotWait } from './grave.ts';
export { clause, type Ground, type GroundedAction, groundsFor } from './grounds.ts';
export { type HolidayCalendar, holdsOn, joined, type Opening, openDays, stretchesOf } from './hours/calendar.ts';
export { feastsOf } from './hours/feasts.ts';
export { type ModerationHours, moderationHours } from './hours/moderation-hours.ts';
export { afterOpenMinutes } from './hours/waiting.ts';
export {
  type Judgement,
  type MissingDatum,
  MODALITIES,
  type Modality,
  PROPOSED_ACTIONS,
  type ProposedAction,
  type Reason,
  type TouchedClause,
} from './judgement.ts';
export {
  dutyTo,
  FEWEST_REPEATED,
  type Figure,
  type LadderChoices,
  type LadderTerms,
  ladderTerms,
  rungsOf,
} from './ladder-terms.ts';
export {
  type Asked as AskedBefore,
  type AuthorHistory,
  carriesBan,
  type MeasureAnswer,
  mayWritePrivately,
  measuresFor,
} from './measures.ts';
export { consentForYoung, type MinorsRule, minorsOn } from './minors.ts';
export { isMissing, MISSING_WORDS, type Missing } from './missing.ts';
export {
  isSameOffice,
  type NamedOffice,
  type OfficeOfItem,
  type OwningOffice,
  officeKey,
  officesFor,
  officesNamed,
  outcomeOwed,
  ownerOf,
} from './offices.ts';
export { type Parsed, parse } from './parse.ts';
export { print } from './print.ts';
export { type ProfileAsked, type ProfileTexts, profileTexts } from './profile-texts.ts';
export { type PublicBlock, type PublicClause, type PublicPage, publicPage } from './public-page.ts';
export {
  ANSWER_OPTIONS,
  type AnswerOption,
  linksPromised,
  type PersonalCaseRegime,
  type ReplyRegime,
  replyRegime,
} from './reply-regime.ts';
export {
  type DayTerm,
  isPast,
  keeperOf,
  lastDayOf,
  type ReviewChoices,
  type ReviewTerms,
  reviewTerms,
} from './review-terms.ts';
export { saidOf } from './said.ts';
export { AUTHOR_LABELS } from './values/authors.ts';
export { DRAFT_CHECK_LABELS, DRAFT_CHECKS, type DraftCheck } from './values/draft-checks.ts';
export { KIND_LABELS } from './values/kinds.ts';
export { NETWORK_LABELS } from './values/networks.ts';
