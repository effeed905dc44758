// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { PlanSlot, PlanSummary } from '#editorial/contract';
import { channelsQuery, networkName } from '../../moderation/channels.ts';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { planWords } from '../../words/plan.ts';
import { ActDialog } from './act-dialog.tsx';
import { changeSlots, keepPlan, planQuery } from './plan.ts';
import { dayWords } from './plan-dates.ts';

const words = planWords.slot;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

type Typed = Omit<PlanSlot, 'id' | 'uid'>;

interface Props {
  readonly body: string;
  /** Plans that may have it. */
  readonly plans: readonly PlanSummary[];
  /** The slot as it is; null: a new one. */
  readonly slot: PlanSlot | null;
  readonly plan: string | undefined;
  readonly day: string;
  /** Day and time alone. */
  readonly moving?: boolean;
  readonly onDone?: (day: string) => void;
  readonly onClose: () => void;
}

/** A new slot of a plan, one that changes, or one that moves. */
export function SlotDialog({ body, plans, slot, plan, day, moving = false, onDone, onClose }: Props) {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(plan ?? plans[0]?.id ?? '');
  const [typed, setTyped] = useState<Typed>(() => ({
    ...{ day, time: '09:00', accounts: [], theme: '', audience: '', title: '', prepares: '' },
    ...(slot === null ? {} : bareOf(slot)),
  }));
  const [asked, setAsked] = useState(false);
  const within = plans.find(({ id }) => id === chosen);
  const wrong = wrongIn(typed, within);
  const change = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }));
  const title = slot === null ? words.newTitle : moving ? words.moveTitle : words.changeTitle;
  const save = () =>
    changeSlots(body, chosen, (slots) =>
      slot === null
        ? [...slots, { ...typed, title: typed.title.trim(), id: crypto.randomUUID(), uid: '' }]
        : slots.map((one) =>
            one.id !== slot.id
              ? one
              : moving
                ? { ...one, day: typed.day, time: typed.time }
                : { ...one, ...typed, title: typed.title.trim() },
          ),
    );
  return (
    <ActDialog
      {...{ title, onClose, confirm: words.save, done: moving ? words.moved : words.saved, act: save }}
      wrong={() => {
        setAsked(true);
        return wrong?.field;
      }}
      onDone={(detail) => {
        keepPlan(queries, body, detail);
        onDone?.(typed.day);
      }}
    >
      {plans.length === 0 ? <Notice tone="warning">{words.noPlan}</Notice> : null}
      {within?.state === 'approved' ? <Notice tone="warning">{words.falls}</Notice> : null}
      {slot === null && plans.length > 1 ? (
        <Field id="uscita-piano" label={words.plan}>
          {(described) => (
            <select {...described} value={chosen} onChange={(event) => setChosen(event.target.value)}>
              {plans.map(({ id, title: name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <WhenFields typed={typed} wrong={asked ? wrong : undefined} onChange={change} />
      {moving ? null : (
        <WhatFields
          body={body}
          plan={chosen}
          typed={typed}
          error={asked && wrong?.field === 'uscita-titolo' ? wrong.why : undefined}
          onChange={change}
        />
      )}
    </ActDialog>
  );
}

const bareOf = ({ id: _, uid: __, ...typed }: PlanSlot): Typed => typed;

interface Wrong {
  readonly field: string;
  readonly why: string;
}

function wrongIn({ day, time, title }: Typed, plan: PlanSummary | undefined): Wrong | undefined {
  if (plan === undefined) return { field: 'uscita-giorno', why: words.noPlan };
  if (day < plan.from || day > plan.to)
    return { field: 'uscita-giorno', why: words.wrongDay(dayWords(plan.from), dayWords(plan.to)) };
  if (!TIME.test(time)) return { field: 'uscita-ora', why: words.wrongTime };
  return title.trim() === '' ? { field: 'uscita-titolo', why: planWords.missing } : undefined;
}

interface FieldsProps {
  readonly typed: Typed;
  readonly onChange: (part: Partial<Typed>) => void;
}

function WhenFields({ typed: { day, time }, wrong, onChange }: FieldsProps & { readonly wrong: Wrong | undefined }) {
  const errorOf = (field: string) => (wrong?.field === field ? wrong.why : undefined);
  return (
    <div className="plan-two">
      <Field id="uscita-giorno" label={words.day} error={errorOf('uscita-giorno')}>
        {(described) => (
          <input {...described} type="date" value={day} onChange={(event) => onChange({ day: event.target.value })} />
        )}
      </Field>
      <Field id="uscita-ora" label={words.time} error={errorOf('uscita-ora')}>
        {(described) => (
          <input {...described} type="time" value={time} onChange={(event) => onChange({ time: event.target.value })} />
        )}
      </Field>
    </div>
  );
}

interface WhatProps extends FieldsProps {
  readonly body: string;
  readonly plan: string;
  readonly error: string | undefined;
}

function WhatFields({ body, plan, typed, error, onChange }: WhatProps) {
  const themes = useId();
  const audiences = useId();
  const content = useQuery({ ...planQuery(body, plan), enabled: plan !== '' }).data?.content;
  const line = (id: string, label: string, key: 'theme' | 'audience' | 'prepares', list?: string) => (
    <Field id={id} label={label}>
      {(described) => (
        <input
          {...described}
          type="text"
          maxLength={200}
          list={list}
          value={typed[key]}
          onChange={(event) => onChange({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <Field id="uscita-titolo" label={words.title} hint={words.titleHint} error={error}>
        {(described) => (
          <input
            {...described}
            type="text"
            maxLength={200}
            value={typed.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <div className="plan-two">
        {line('uscita-tema', words.theme, 'theme', themes)}
        {line('uscita-pubblico', words.audience, 'audience', audiences)}
      </div>
      {line('uscita-prepara', words.prepares, 'prepares')}
      <datalist id={themes}>
        {content?.themes.map((theme) => (
          <option key={theme} value={theme} />
        ))}
      </datalist>
      <datalist id={audiences}>
        {content?.audiences.map((audience) => (
          <option key={audience} value={audience} />
        ))}
      </datalist>
      <AccountFields body={body} accounts={typed.accounts} onChange={(accounts) => onChange({ accounts })} />
    </>
  );
}

interface AccountsProps {
  readonly body: string;
  readonly accounts: readonly string[];
  readonly onChange: (accounts: string[]) => void;
}

function AccountFields({ body, accounts, onChange }: AccountsProps) {
  const known = useQuery(channelsQuery(body)).data ?? [];
  return (
    <fieldset className="editorial-part">
      <legend>{words.accounts}</legend>
      <p className="field-hint">{words.accountsHint}</p>
      {known.map(({ account, network, name }) => (
        <label key={account} className="editorial-choice">
          <input
            type="checkbox"
            checked={accounts.includes(account)}
            onChange={(event) =>
              onChange(event.target.checked ? [...accounts, account] : accounts.filter((one) => one !== account))
            }
          />
          <span>
            {networkName(network)} · {name}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
