// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Option } from '#moderation/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { emptyGround, type GroundDraft } from './ground.ts';
import { GroundField } from './ground-field.tsx';

interface Props {
  readonly option: Option;
  readonly drafts: readonly GroundDraft[];
  readonly showProblems: boolean;
  readonly onChange: (drafts: readonly GroundDraft[]) => void;
}

const words = it.deciding;
const MAX_GROUNDS = 4;

/** A decision may rest on several grounds; the first is always there. */
export function GroundList({ option, drafts, showProblems, onChange }: Props) {
  const last = drafts.at(-1);
  const mayAdd = drafts.length < MAX_GROUNDS && last !== undefined && last.choice !== '';
  return (
    <div className="grounds">
      {drafts.map((draft, index) => (
        <GroundField
          // biome-ignore lint/suspicious/noArrayIndexKey: a ground has no name but its place
          key={index}
          index={index}
          option={option}
          draft={draft}
          showProblems={showProblems}
          onChange={(changed) => onChange(drafts.with(index, changed))}
          {...(index === 0 ? {} : { onRemove: () => onChange(drafts.toSpliced(index, 1)) })}
        />
      ))}
      {mayAdd ? (
        <Button look="quiet" icon="it-plus" onClick={() => onChange([...drafts, emptyGround])}>
          {words.addGround}
        </Button>
      ) : null}
    </div>
  );
}
