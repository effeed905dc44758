// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import type { PlanContent, PlanDetail } from '#editorial/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { planWords } from '../../words/plan.ts';
import { keepPlan, savePlan } from './plan.ts';
import { dayAfter, weekOf } from './plan-dates.ts';
import { WorkFields } from './work-fields.tsx';

const words = planWords.doc;
const LONGEST_DAYS = 365;

interface Props {
  readonly body: string;
  readonly plan: PlanDetail;
  readonly onDirty: (dirty: boolean) => void;
}

const linesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** What a plan says, but for its slots, which are saved one by one. */
export function PlanForm({ body, plan, onDirty }: Props) {
  const queries = useQueryClient();
  const [content, setContent] = useState(plan.content);
  const [themes, setThemes] = useState(plan.content.themes.join('\n'));
  const [audiences, setAudiences] = useState(plan.content.audiences.join('\n'));
  const [asked, setAsked] = useState(false);
  const typed: PlanContent = { ...content, themes: linesIn(themes), audiences: linesIn(audiences) };
  const dirty = JSON.stringify(typed) !== JSON.stringify(plan.content);
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  const change = (part: Partial<PlanContent>) => setContent((now) => ({ ...now, ...part }));
  const wrong = wrongIn(typed);
  const saving = useMutation({
    mutationFn: () => savePlan(body, { id: plan.id, version: plan.version, content: typed }),
    onSuccess: (detail) => {
      onDirty(false);
      keepPlan(queries, body, detail);
      announce(words.saved);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    else if (!saving.isPending) saving.mutate();
  };
  const errorOf = (id: string, why: string) => (asked && wrong === id ? why : undefined);
  return (
    <form onSubmit={submit} noValidate>
      <Field id="piano-nome" label={words.title} error={errorOf('piano-nome', planWords.missing)}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={200}
            value={content.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <div className="plan-two">
        {(['from', 'to'] as const).map((key) => (
          <Field
            key={key}
            id={`piano-${key}`}
            label={planWords.plans[key]}
            error={errorOf(`piano-${key}`, planWords.plans.periodWrong)}
          >
            {(described) => (
              <input
                {...described}
                type="date"
                value={content[key]}
                onChange={(event) => change({ [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Field id="piano-scopi" label={words.aims}>
        {(described) => (
          <textarea
            {...described}
            rows={5}
            maxLength={10_000}
            value={content.aims}
            onChange={(event) => change({ aims: event.target.value })}
          />
        )}
      </Field>
      <div className="plan-two">
        <Lines id="piano-temi" label={words.themes} value={themes} onChange={setThemes} />
        <Lines id="piano-pubblici" label={words.audiences} value={audiences} onChange={setAudiences} />
      </div>
      {content.kind === 'work' ? (
        <WorkFields
          work={content.work}
          week={weekOf(content.from)}
          asked={asked}
          onChange={(work) => change({ work })}
        />
      ) : null}
      {dirty && plan.state === 'approved' ? <Notice tone="warning">{planWords.slot.falls}</Notice> : null}
      {saving.isError ? <Fault title={planWords.notDone} error={saving.error} /> : null}
      <Button look={dirty ? 'primary' : 'outline'} type="submit" aria-disabled={!dirty || saving.isPending}>
        {words.save}
      </Button>
    </form>
  );
}

/** The first field that is not well filled. */
function wrongIn({ title, from, to, work, slots }: PlanContent): string | undefined {
  if (title.trim() === '') return 'piano-nome';
  const outside = slots.some(({ day }) => day < from || day > to);
  if (from === '' || to === '' || to < from || to > dayAfter(from, LONGEST_DAYS) || outside) return 'piano-to';
  const task = work.find(({ week, who, what }) => who.trim() === '' || what.trim() === '' || weekIsWrong(week));
  return task && `compito-${task.id}`;
}

export const weekIsWrong = (week: string): boolean => week === '' || weekOf(week) !== week;

interface LinesProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Lines = ({ id, label, value, onChange }: LinesProps) => (
  <Field id={id} label={label} hint={words.linesHint}>
    {(described) => (
      <textarea {...described} rows={3} value={value} onChange={(event) => onChange(event.target.value)} />
    )}
  </Field>
);
