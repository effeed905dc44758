// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { CaseDetail, DecisionView, Ground } from '#moderation/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Moment } from '../ui/moment.tsx';
import { fullMoment } from '../ui/moment-words.ts';
import { Enforcements } from './enforcements.tsx';
import { measureState, outcomeWords } from './outcome.ts';
import { UndoDialog } from './undo-dialog.tsx';

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly decision: DecisionView;
  readonly readOnly: boolean;
}

const words = it.deciding;

/** A decision taken: what, by whom, on which ground, and how far the network has followed. */
export function DecisionCard({ body, detail, decision, readOnly }: Props) {
  const [undoing, setUndoing] = useState(false);
  const undone = decision.undoneAt !== null;
  const outcome = outcomeWords(decision.kind, measureState(decision));
  return (
    <article className="decision-card" data-undone={undone || undefined}>
      <h3 data-tone={outcome.tone}>{outcome.text}</h3>
      <p className="muted small">
        {words.by(decision.person.name, it.role[decision.person.role])} · <Moment iso={decision.at} />
      </p>
      <Undone decision={decision} />
      {decision.superseded ? <p className="muted small">{words.superseded}</p> : null}
      <ul className="decision-grounds">
        {decision.grounds.map((ground) => (
          <li key={JSON.stringify(ground)}>{groundWords(ground, detail)}</li>
        ))}
      </ul>
      {decision.reasons === '' ? null : <p>{decision.reasons}</p>}
      {decision.reply === null ? null : <blockquote>{decision.reply}</blockquote>}
      <p className="muted small">{words.policyVersion(decision.policyVersion)}</p>
      <Enforcements body={body} detail={detail} decision={decision} readOnly={readOnly} />
      {decision.undoable && !undone && !readOnly ? (
        <Button icon="it-restore" className="btn-sm" onClick={() => setUndoing(true)}>
          {words.undo}
        </Button>
      ) : null}
      {undoing ? (
        <UndoDialog
          body={body}
          number={detail.number}
          decision={decision.id}
          toHidden={
            decision.kind === 'remove' && detail.decisions.some((one) => one.superseded && one.undoneAt === null)
          }
          onClose={() => setUndoing(false)}
        />
      ) : null}
    </article>
  );
}

function Undone({ decision: { undoneAt, undoneBy, undoneReasons } }: { readonly decision: DecisionView }) {
  if (undoneAt === null) return null;
  return (
    <div>
      <p className="undone">{words.undone(fullMoment(undoneAt), undoneBy)}</p>
      {undoneReasons === null ? null : <p>{words.undoneBecause(undoneReasons)}</p>}
    </div>
  );
}

function groundWords(ground: Ground, detail: CaseDetail): string {
  if (ground.kind === 'law') return `${words.law}: ${ground.rule}. ${ground.why}`;
  if (ground.kind === 'order') return `${words.order}: ${ground.authority}. ${ground.why}`;
  const known =
    detail.cited.find((clause) => clause.id === ground.clause) ??
    detail.options.flatMap((option) => option.grounds).find((clause) => clause.id === ground.clause);
  return known === undefined ? ground.clause : `${ground.clause} · ${known.title}`;
}
