// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseDetail } from '#moderation/contract';
import { it } from '../it.ts';
import { Icon } from '../ui/icon.tsx';
import { proposalName } from './proposal-name.ts';

const words = it.moderation.proposal;
const SHOWN_REASONS = 3;

/** What the policy says of the item. A proposal: it decides nothing, and says so. */
export function Proposal({ detail }: { readonly detail: CaseDetail }) {
  const { proposalReasons, dueReason, route, missing, policy } = detail;
  const rest = proposalReasons.slice(SHOWN_REASONS);
  return (
    <section className="block proposal" aria-labelledby="proposta">
      <h2 id="proposta">
        {words.title}: {proposalName(detail)}
      </h2>
      <Reasons reasons={proposalReasons.slice(0, SHOWN_REASONS)} />
      {rest.length === 0 ? null : (
        <details>
          <summary>{words.more(rest.length)}</summary>
          <Reasons reasons={rest} />
        </details>
      )}
      {route === null ? null : (
        <p>
          {words.route(route.office)}
          {route.address === null ? '' : ` (${route.address})`}. {route.reason}
        </p>
      )}
      {dueReason === null ? null : (
        <p>
          {words.due}: {dueReason}
        </p>
      )}
      {missing.length === 0 ? null : <Missing sentences={missing} />}
      <p className="muted small">
        {words.person} {words.policy(policy.title, policy.version)}.
      </p>
    </section>
  );
}

function Reasons({ reasons }: { readonly reasons: CaseDetail['proposalReasons'] }) {
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={`${reason.clause ?? ''}${reason.text}`}>
          {reason.text}
          {reason.clause === undefined ? null : <span className="clause-id"> {reason.clause}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Where the policy is silent the desk says so, and guesses nothing. */
function Missing({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div className="missing">
      <Icon name="it-warning-circle" />
      <div>
        <strong>{words.missing}</strong>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
