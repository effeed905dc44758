// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseSummary } from '#moderation/contract';
import { it } from '../it.ts';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-names.ts';
import { deadlineWords } from './deadline.ts';

const SHAPES = [
  <path key="triangle" d="M6 .8 11.6 11H.4z" />,
  <path key="diamond" d="M6 .3 11.7 6 6 11.7.3 6z" />,
  <circle key="disc" cx="6" cy="6" r="4.6" />,
  <circle key="ring" cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.6" />,
] as const;

/** Priority is told by shape and word; colour comes third. */
export function Priority({ priority }: { readonly priority: CaseSummary['priority'] }) {
  return (
    <span className="priority" data-priority={priority}>
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {SHAPES[priority]}
      </svg>
      {it.priority[priority]}
    </span>
  );
}

export function Deadline({ due, now }: { readonly due: string | null; readonly now: Date }) {
  const words = deadlineWords(due, now);
  return (
    <span className="deadline" data-tone={words.tone}>
      {words.tone === 'overdue' || words.tone === 'soon' ? <Icon name="it-clock" /> : null}
      {words.text}
    </span>
  );
}

export const ENFORCEMENT_ICON: Readonly<Record<CaseSummary['enforcement'], IconName>> = {
  none: 'it-info-circle',
  queued: 'it-clock',
  sent: 'it-clock',
  'under-way': 'it-clock',
  confirmed: 'it-check-circle',
  unknown: 'it-help-circle',
  failed: 'it-error',
  'by-hand': 'it-user',
  cancelled: 'it-ban',
};

export function EnforcementState({ state }: { readonly state: CaseSummary['enforcement'] }) {
  return (
    <span className="enforcement" data-state={state}>
      <Icon name={ENFORCEMENT_ICON[state]} />
      {it.enforcement[state]}
    </span>
  );
}

export function Flags({ summary }: { readonly summary: CaseSummary }) {
  const flags = [
    summary.deletedByAuthor ? it.flags.deleted : null,
    summary.edited ? it.flags.edited : null,
    summary.hasMedia ? it.flags.media : null,
  ].filter((flag) => flag !== null);
  return flags.map((flag) => (
    <span key={flag} className="tag">
      {flag}
    </span>
  ));
}
