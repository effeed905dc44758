// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MouseEvent, memo } from 'react';
import type { CaseSummary } from '#moderation/contract';
import { it } from '../it.ts';
import { Icon } from '../ui/icon.tsx';
import { momentWords } from '../ui/moment.tsx';
import { Deadline, EnforcementState, Flags, networkName, Priority } from './tags.tsx';

interface Props {
  readonly summary: CaseSummary;
  readonly selected: boolean;
  readonly href: string;
  readonly now: Date;
  readonly onOpen: (id: string) => void;
}

const words = it.moderation.queue;

/** A plain click stays in the page; any other (new tab, new window) is the browser's. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

export const QueueRow = memo(function QueueRow({ summary, selected, href, now, onOpen }: Props) {
  const decided = summary.state === 'decided';
  return (
    <li>
      <a
        className="queue-row"
        href={href}
        data-case={summary.id}
        data-decided={decided || undefined}
        aria-current={selected ? 'page' : undefined}
        onClick={(event) => {
          if (!isPlain(event)) return;
          event.preventDefault();
          onOpen(summary.id);
        }}
      >
        <span className="queue-row-head">
          <strong>{summary.author ?? words.unknownAuthor}</strong>
          {decided ? <DecidedMark summary={summary} /> : <Deadline due={summary.due} now={now} />}
        </span>
        <span className="queue-row-text">{summary.excerpt === '' ? words.noText : summary.excerpt}</span>
        <span className="queue-row-meta">
          <Priority priority={summary.priority} />
          <span>
            {networkName(summary.network)} · {it.kind[summary.kind].toLowerCase()} ·{' '}
            {momentWords(summary.writtenAt, now)}
          </span>
        </span>
        {hasFlags(summary) || (decided && summary.enforcement !== 'none') ? (
          <span className="queue-row-flags">
            {decided && summary.enforcement !== 'none' ? <EnforcementState state={summary.enforcement} /> : null}
            <Flags summary={summary} />
          </span>
        ) : null}
      </a>
    </li>
  );
});

const hasFlags = (summary: CaseSummary) => summary.edited || summary.deletedByAuthor || summary.hasMedia;

function DecidedMark({ summary }: { readonly summary: CaseSummary }) {
  if (summary.decision === null) return null;
  return (
    <span className="decided-mark">
      <Icon name="it-check" />
      {it.decided[summary.decision]}
    </span>
  );
}
