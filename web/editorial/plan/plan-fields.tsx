// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import type { ContentDetail, DraftContent, SlotView } from '#editorial/contract';
import { Field } from '../../ui/field.tsx';
import { planWords } from '../../words/plan.ts';
import { calendarQuery } from './plan.ts';
import { dayAfter, longDay, todayInRome } from './plan-dates.ts';

const words = planWords.draft;
const DAYS_BEHIND = 14;
const DAYS_AHEAD = 80;

interface Props {
  readonly body: string;
  readonly detail: ContentDetail;
  readonly content: DraftContent;
  readonly onChange: (part: Partial<DraftContent>) => void;
}

/** The place of a content in the plan, or why it has none; and its theme, where a clause wants one. */
export function PlanFields({ body, detail, content, onChange }: Props) {
  const today = todayInRome();
  const days = { from: dayAfter(today, -DAYS_BEHIND), to: dayAfter(today, DAYS_AHEAD) };
  const slots = useQuery(calendarQuery(body, days)).data?.slots ?? [];
  const { followed, slot: tied, themes } = detail.plan;
  // The time of the plan comes with the place in it; it can still be changed.
  const choose = (id: string) => {
    const chosen = slots.find((slot) => slot.id === id);
    onChange(chosen === undefined ? { slot: id === '' ? null : id } : { slot: id, at: chosen.at });
  };
  const isElsewhere = content.slot !== null && slots.every(({ id }) => id !== content.slot);
  return (
    <fieldset className="editorial-part">
      <legend>{words.legend}</legend>
      {followed === null ? null : <p className="field-hint">{words.followed(followed.approval, followed.following)}</p>}
      <Field id="bozza-uscita" label={words.slot} hint={words.hint}>
        {(described) => (
          <select {...described} value={content.slot ?? ''} onChange={(event) => choose(event.target.value)}>
            <option value="">{words.none}</option>
            {isElsewhere ? <option value={content.slot ?? ''}>{tied?.title ?? content.slot}</option> : null}
            {slots.map((slot) => (
              <option key={slot.id} value={slot.id}>
                {nameOf(slot)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {content.slot === null && followed !== null ? (
        <Field id="bozza-fuori-piano" label={words.offPlan} hint={words.offPlanHint}>
          {(described) => (
            <input
              {...described}
              type="text"
              maxLength={500}
              value={content.offPlan}
              onChange={(event) => onChange({ offPlan: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {themes.map(({ clause, themes: all }) => (
        <Field key={clause} id={`bozza-tema-${clause}`} label={words.theme} hint={words.themeHint(clause)}>
          {(described) => (
            <select {...described} value={content.theme} onChange={(event) => onChange({ theme: event.target.value })}>
              <option value="">{words.choose}</option>
              {all.map((theme) => (
                <option key={theme} value={theme}>
                  {theme}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </fieldset>
  );
}

const nameOf = ({ day, time, title, plan }: SlotView): string =>
  `${longDay(day)}, ${time}: ${title}${plan.state === 'approved' ? '' : ` (${words.notApproved})`}`;
