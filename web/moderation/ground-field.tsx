// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Option } from '#moderation/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { clauseChoice, type GroundDraft, groundProblems, isRestrictive } from './ground.ts';

interface Props {
  readonly index: number;
  readonly option: Option;
  readonly draft: GroundDraft;
  readonly showProblems: boolean;
  readonly onChange: (draft: GroundDraft) => void;
  readonly onRemove?: () => void;
}

const words = it.deciding;

export function GroundField({ index, option, draft, showProblems, onChange, onRemove }: Props) {
  const problems = showProblems ? groundProblems(draft) : {};
  const chosen = option.grounds.find((ground) => clauseChoice(ground.id) === draft.choice);
  return (
    <div className="ground">
      <Field
        id={`punto-${index}`}
        label={index === 0 ? words.ground : words.anotherGround}
        hint={option.grounds.length === 0 ? words.noClause : chosen?.text}
        error={problems.choice ? words.required.ground : undefined}
        aside={
          onRemove === undefined ? undefined : (
            <Button look="quiet" icon="it-close" onClick={onRemove}>
              {words.removeGround}
            </Button>
          )
        }
      >
        {(described) => (
          <select
            {...described}
            value={draft.choice}
            onChange={(event) => onChange({ ...draft, choice: event.target.value as GroundDraft['choice'] })}
          >
            <GroundOptions option={option} />
          </select>
        )}
      </Field>
      {draft.choice === 'law' || draft.choice === 'order' ? (
        <OutsideGround
          {...{ index, kind: draft.choice, draft, problems, onChange }}
          told={isRestrictive(option.kind)}
        />
      ) : null}
    </div>
  );
}

function GroundOptions({ option }: { readonly option: Option }) {
  const group = (label: string, proposed: boolean) => {
    const grounds = option.grounds.filter((ground) => ground.proposed === proposed);
    return grounds.length === 0 ? null : (
      <optgroup label={label}>
        {grounds.map((ground) => (
          <option key={ground.id} value={clauseChoice(ground.id)}>
            {ground.id} · {ground.title}
          </option>
        ))}
      </optgroup>
    );
  };
  return (
    <>
      <option value="">{words.chooseGround}</option>
      {group(words.proposed, true)}
      {group(words.others, false)}
      <optgroup label={words.outside}>
        <option value="law">{words.law}</option>
        <option value="order">{words.order}</option>
      </optgroup>
    </>
  );
}

interface OutsideProps {
  readonly index: number;
  readonly kind: 'law' | 'order';
  readonly draft: GroundDraft;
  /** The author is given a statement, and reads it there. */
  readonly told: boolean;
  readonly problems: ReturnType<typeof groundProblems>;
  readonly onChange: (draft: GroundDraft) => void;
}

/** A ground outside the policy is named and reasoned by the person. */
function OutsideGround({ index, kind, draft, told, problems, onChange }: OutsideProps) {
  return (
    <>
      <Field
        id={`fonte-${index}`}
        label={kind === 'law' ? words.rule : words.authority}
        hint={kind === 'law' ? words.ruleHint : words.authorityHint}
        error={problems.source ? words.required.rule : undefined}
      >
        {(described) => (
          <input
            {...described}
            type="text"
            value={draft.source}
            onChange={(event) => onChange({ ...draft, source: event.target.value })}
          />
        )}
      </Field>
      <Field
        id={`perche-${index}`}
        label={words.why}
        hint={told ? words.whyTold : words.whyKept}
        error={problems.why ? words.required.why : undefined}
      >
        {(described) => (
          <textarea
            {...described}
            rows={3}
            value={draft.why}
            onChange={(event) => onChange({ ...draft, why: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
