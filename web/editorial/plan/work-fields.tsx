// SPDX-License-Identifier: AGPL-3.0-or-later
import type { WorkItem } from '#editorial/contract';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { planWords } from '../../words/plan.ts';
import { weekIsWrong } from './plan-form.tsx';

const words = planWords.doc;

interface Props {
  readonly work: readonly WorkItem[];
  /** The Monday that a new task begins with. */
  readonly week: string;
  readonly asked: boolean;
  readonly onChange: (work: WorkItem[]) => void;
}

/** Who does what in which week. */
export function WorkFields({ work, week, asked, onChange }: Props) {
  const change = (id: string, part: Partial<WorkItem>) =>
    onChange(work.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <section aria-labelledby="piano-lavoro">
      <h2 id="piano-lavoro">{words.work}</h2>
      {work.length === 0 ? <p>{words.noWork}</p> : null}
      {work.map((item, index) => (
        <Task
          key={item.id}
          number={index + 1}
          item={item}
          asked={asked}
          onChange={(part) => change(item.id, part)}
          onRemove={() => onChange(work.filter(({ id }) => id !== item.id))}
        />
      ))}
      <p>
        <Button
          icon="it-plus"
          onClick={() => onChange([...work, { id: crypto.randomUUID(), week, who: '', what: '', done: false }])}
        >
          {words.workAdd}
        </Button>
      </p>
    </section>
  );
}

interface TaskProps {
  readonly number: number;
  readonly item: WorkItem;
  readonly asked: boolean;
  readonly onChange: (part: Partial<WorkItem>) => void;
  readonly onRemove: () => void;
}

function Task({ number, item: { id, week, who, what, done }, asked, onChange, onRemove }: TaskProps) {
  const wrong = who.trim() === '' || what.trim() === '' || weekIsWrong(week);
  return (
    <fieldset className="plan-task">
      <legend>{words.task(number)}</legend>
      <div className="plan-two">
        <Field id={`compito-${id}`} label={words.workWho} error={asked && wrong ? words.workWrong : undefined}>
          {(described) => (
            <input
              {...described}
              type="text"
              maxLength={200}
              value={who}
              onChange={(event) => onChange({ who: event.target.value })}
            />
          )}
        </Field>
        <Field id={`compito-settimana-${id}`} label={words.workWeek}>
          {(described) => (
            <input
              {...described}
              type="date"
              value={week}
              onChange={(event) => onChange({ week: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field id={`compito-cosa-${id}`} label={words.workWhat}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={500}
            value={what}
            onChange={(event) => onChange({ what: event.target.value })}
          />
        )}
      </Field>
      <label className="editorial-choice">
        <input type="checkbox" checked={done} onChange={(event) => onChange({ done: event.target.checked })} />
        <span>{words.workDone}</span>
      </label>
      <Button className="btn-sm" onClick={onRemove}>
        {words.workRemove}
        <span className="visually-hidden"> {number}</span>
      </Button>
    </fieldset>
  );
}
