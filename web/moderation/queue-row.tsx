// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MouseEvent, memo } from 'react';
import type { CaseSummary } from '#moderation/contract';
import { it } from '../it.ts';
import { Icon } from '../ui/icon.tsx';
import { momentWords } from '../ui/moment-words.ts';
import { authorName } from './author-name.ts';
import { SelectBox } from './bulk/select-box.tsx';
import { useIsCovered } from './covered.tsx';
import { NetworkMark } from './network-mark.tsx';
import { isStuck, outcomeWords } from './outcome.ts';
import { proposalName } from './proposal-name.ts';
import { Deadline, ENFORCEMENT_ICON, EnforcementState, Flags, Priority } from './tags.tsx';
import { ClaimMark } from './turns/claim-mark.tsx';

interface Props {
  readonly body: string;
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

export const QueueRow = memo(function QueueRow({ body, summary, selected, href, now, onOpen }: Props) {
  const decided = summary.state === 'decided';
  const covered = useIsCovered(summary);
  return (
    <li>
      {decided ? null : <SelectBox body={body} id={summary.id} number={summary.number} />}
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
          <strong>{authorName(summary.author)}</strong>
          {decided ? <DecidedMark summary={summary} /> : <Deadline due={summary.due} now={now} />}
        </span>
        <span className="queue-row-text">
          {covered ? it.moderation.covered.row : summary.excerpt === '' ? words.noText : summary.excerpt}
        </span>
        <span className="queue-row-meta">
          <Priority priority={summary.priority} />
          <span>
            <NetworkMark network={summary.network} /> · {it.kind[summary.kind].toLowerCase()} ·{' '}
            {momentWords(summary.writtenAt, now)}
          </span>
          <ClaimMark id={summary.id} />
        </span>
        {decided ? null : <ProposalLine summary={summary} />}
        {hasFlags(summary) || hasState(summary) ? (
          <span className="queue-row-flags">
            {hasState(summary) ? <EnforcementState state={summary.enforcement} /> : null}
            <Flags summary={summary} />
          </span>
        ) : null}
      </a>
    </li>
  );
});

const hasFlags = (summary: CaseSummary) => summary.edited || summary.deletedByAuthor || summary.hasMedia;

/** A decided row says by its mark what is not done yet; an open one, what is left of an undone decision. */
const hasState = ({ state, enforcement }: CaseSummary) =>
  state === 'decided' ? enforcement === 'confirmed' : isStuck(enforcement);

const CLAUSES_SHOWN = 3;

/** What the policy proposes and under which clauses, on one line. */
function ProposalLine({ summary }: { readonly summary: CaseSummary }) {
  const { clauses } = summary;
  const shown = clauses.slice(0, CLAUSES_SHOWN).join(', ');
  const rest = clauses.length - CLAUSES_SHOWN;
  return (
    <span className="queue-row-proposal">
      {words.proposal(proposalName(summary))}
      {shown === '' ? null : <span className="queue-row-clauses"> · {shown}</span>}
      {rest > 0 ? ` ${words.moreClauses(rest)}` : null}
    </span>
  );
}

function DecidedMark({ summary }: { readonly summary: CaseSummary }) {
  if (summary.decision === null) return null;
  const { text, tone } = outcomeWords(summary.decision, summary.enforcement);
  return (
    <span className="decided-mark" data-stuck={tone === 'stuck' ? summary.enforcement : undefined}>
      <Icon name={tone === 'done' ? 'it-check' : ENFORCEMENT_ICON[summary.enforcement]} />
      {text}
    </span>
  );
}
