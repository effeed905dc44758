// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { CaseDetail, DecisionView, Ground } from '#moderation/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { fullMoment, Moment } from '../ui/moment.tsx';
import { ByHandDialog } from './by-hand-dialog.tsx';
import { EnforcementState } from './tags.tsx';
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
  return (
    <article className="decision-card" data-undone={undone || undefined}>
      <h3>{it.decided[decision.kind]}</h3>
      <p className="muted small">
        {words.by(decision.person.name, it.role[decision.person.role])} · <Moment iso={decision.at} />
      </p>
      {decision.undoneAt === null ? null : <p className="undone">{words.undone(fullMoment(decision.undoneAt))}</p>}
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
        <UndoDialog body={body} number={detail.number} decision={decision.id} onClose={() => setUndoing(false)} />
      ) : null}
    </article>
  );
}

function Enforcements({ body, detail, decision, readOnly }: Props) {
  const [confirming, setConfirming] = useState<string | null>(null);
  if (decision.enforcements.length === 0) return null;
  return (
    <div className="enforcements">
      <h4>{words.enforcement}</h4>
      <ul>
        {decision.enforcements.map((enforcement) => (
          <li key={enforcement.id}>
            <strong>{it.act[enforcement.type]}:</strong> <EnforcementState state={enforcement.state} />
            {enforcement.note === null ? null : <p className="muted small">{enforcement.note}</p>}
            {WAITS_FOR_A_PERSON.includes(enforcement.state) && decision.undoneAt === null && !readOnly ? (
              <Button className="btn-sm" onClick={() => setConfirming(enforcement.id)}>
                {words.byHandDone}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {confirming === null ? null : (
        <ByHandDialog body={body} number={detail.number} enforcement={confirming} onClose={() => setConfirming(null)} />
      )}
    </div>
  );
}

const WAITS_FOR_A_PERSON: readonly DecisionView['enforcements'][number]['state'][] = ['by-hand', 'failed'];

function groundWords(ground: Ground, detail: CaseDetail): string {
  if (ground.kind === 'law') return `${words.law}: ${ground.rule}. ${ground.why}`;
  if (ground.kind === 'order') return `${words.order}: ${ground.authority}. ${ground.why}`;
  const known =
    detail.cited.find((clause) => clause.id === ground.clause) ??
    detail.options.flatMap((option) => option.grounds).find((clause) => clause.id === ground.clause);
  return known === undefined ? ground.clause : `${ground.clause} · ${known.title}`;
}
