// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { LadderView } from '#moderation/contract';
import { ladderWords } from '../../words/ladder.ts';
import { ActDialog } from './act-dialog.tsx';
import { PickField } from './fields.tsx';
import { confirmViolation, type OnCase } from './ladder.ts';

const words = ladderWords.violation;

interface Props {
  readonly on: OnCase;
  readonly view: LadderView;
  readonly onClose: () => void;
}

/** Nothing is ticked beforehand: the person takes the clauses, those proposed standing first. */
export function ViolationDialog({ on, view, onClose }: Props) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const wrong = () => {
    setAsked(true);
    return picked.length === 0 ? 'violazione-punti' : undefined;
  };
  return (
    <ActDialog
      title={words.title}
      confirm={words.confirm}
      wrong={wrong}
      act={() => confirmViolation(on, picked, view.policyDigest)}
      body={on.body}
      onClose={onClose}
    >
      <p>
        {words.detail} {view.mustGo === null ? null : words.mustGo(view.mustGo.id)}
      </p>
      <PickField
        id="violazione-punti"
        legend={words.clauses}
        choices={view.confirmable.map(({ id, title, proposed }) => {
          const label = `${id} · ${title}`;
          return { value: id, label: proposed ? words.proposed(label) : label };
        })}
        picked={picked}
        onChange={setPicked}
        error={asked && picked.length === 0 ? words.none : undefined}
      />
    </ActDialog>
  );
}
