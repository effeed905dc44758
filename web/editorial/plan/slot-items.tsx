// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import type { PlanSummary, SlotView, UnplannedView } from '#editorial/contract';
import { channelsQuery, networkName } from '../../moderation/channels.ts';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Moment } from '../../ui/moment.tsx';
import { planWords } from '../../words/plan.ts';
import { emptyContent, keep, openContent } from '../editorial.ts';
import { ActDialog } from './act-dialog.tsx';
import { changeSlots, keepPlan } from './plan.ts';
import { SlotDialog } from './slot-dialog.tsx';

const words = planWords.calendar;

interface Props {
  readonly body: string;
  readonly slots: readonly SlotView[];
  readonly unplanned: readonly UnplannedView[];
  readonly plans: readonly PlanSummary[];
  readonly writes: boolean;
  /** Where a slot went that was moved. */
  readonly onMoved: (day: string) => void;
}

/** What goes out on a day, each with what can be done with it. */
export function SlotItems({ body, slots, unplanned, plans, writes, onMoved }: Props) {
  return (
    <ul className="plan-slots">
      {slots.map((slot) => (
        <Slot key={slot.id} {...{ body, slot, plans, writes, onMoved }} />
      ))}
      {unplanned.map(({ content, at, offPlan }) => (
        <li key={content.id} data-off>
          <p>
            <Link to="/banco/$body/bozze/$id" params={{ body, id: content.id }}>
              {content.title}
            </Link>{' '}
            · <strong>{words.offPlanWhy(offPlan)}</strong>
          </p>
          <p className="small">
            <Moment iso={at} />
          </p>
        </li>
      ))}
    </ul>
  );
}

interface SlotProps extends Pick<Props, 'body' | 'plans' | 'writes' | 'onMoved'> {
  readonly slot: SlotView;
}

function Slot({ body, slot, plans, writes, onMoved }: SlotProps) {
  const [opened, setOpened] = useState<'change' | 'move' | 'remove' | null>(null);
  const { plan, time, title, state, outAt, contents, theme, audience, prepares } = slot;
  const known = useQuery(channelsQuery(body)).data ?? [];
  const names = known
    .filter(({ account }) => slot.accounts.includes(account))
    .map(({ network, name }) => `${networkName(network)} (${name})`);
  const close = () => setOpened(null);
  const about = [
    ...(names.length === 0 ? [] : [`${words.on} ${names.join(', ')}`]),
    ...(theme === '' ? [] : [`${words.theme} ${theme}`]),
    ...(audience === '' ? [] : [`${words.audience} ${audience}`]),
    ...(prepares === '' ? [] : [`${words.prepares} ${prepares}`]),
  ];
  return (
    <li>
      <p>
        <strong>
          {time} {title}
        </strong>{' '}
        · {words.state[state]}
        {outAt === null ? null : (
          <>
            {' '}
            (<Moment iso={outAt} />)
          </>
        )}
      </p>
      {about.length === 0 ? null : <p className="small">{about.join(' · ')}</p>}
      <p className="small">
        <Link to="/banco/$body/piano/$id" params={{ body, id: plan.id }}>
          {words.plan(plan.title, planWords.state[plan.state])}
        </Link>
      </p>
      {contents.length === 0 ? null : (
        <p className="small">
          {words.drafts}{' '}
          {contents.map(({ id, title: name }, index) => (
            <Fragment key={id}>
              {index === 0 ? '' : ', '}
              <Link to="/banco/$body/bozze/$id" params={{ body, id }}>
                {name}
              </Link>
            </Fragment>
          ))}
        </p>
      )}
      {writes ? (
        <div className="remedies">
          {contents.length === 0 ? <Write body={body} slot={slot} /> : null}
          {(['move', 'change', 'remove'] as const).map((act) => (
            <Button key={act} className="btn-sm" onClick={() => setOpened(act)}>
              {words[act]}
              <span className="visually-hidden">{words.of(title)}</span>
            </Button>
          ))}
        </div>
      ) : null}
      {opened === 'change' || opened === 'move' ? (
        <SlotDialog
          {...{ body, slot: asPlanned(slot), plan: plan.id, day: slot.day, moving: opened === 'move' }}
          plans={plans.filter(({ id }) => id === plan.id)}
          onDone={onMoved}
          onClose={close}
        />
      ) : null}
      {opened === 'remove' ? <Remove body={body} slot={slot} onClose={close} /> : null}
    </li>
  );
}

/** As its plan has it; what another calendar calls it stays with the plan. */
const asPlanned = ({ id, day, time, accounts, theme, audience, title, prepares }: SlotView) => ({
  ...{ id, day, time, accounts, theme, audience, title, prepares, uid: '' },
});

function Write({ body, slot }: { readonly body: string; readonly slot: SlotView }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const opening = useMutation({
    mutationFn: () =>
      openContent(body, {
        ...emptyContent(slot.title),
        ...{ slot: slot.id, at: slot.at },
        variants: slot.accounts.map((account) => ({
          ...{ account, repeats: null, text: null, title: null, media: null, links: true },
        })),
      }),
    onSuccess: (detail) => {
      keep(queries, body, detail);
      void queries.invalidateQueries({ queryKey: ['plan-calendar', body] });
      void navigate({ to: '/banco/$body/bozze/$id', params: { body, id: detail.id } });
    },
  });
  return (
    <>
      <Button
        className="btn-sm"
        aria-disabled={opening.isPending}
        onClick={() => !opening.isPending && opening.mutate()}
      >
        {words.write}
        <span className="visually-hidden">{words.of(slot.title)}</span>
      </Button>
      {opening.isError ? <Fault title={planWords.notDone} error={opening.error} /> : null}
    </>
  );
}

interface RemoveProps {
  readonly body: string;
  readonly slot: SlotView;
  readonly onClose: () => void;
}

function Remove({ body, slot, onClose }: RemoveProps) {
  const queries = useQueryClient();
  return (
    <ActDialog
      {...{ title: planWords.slot.removeTitle, confirm: words.remove, done: planWords.slot.removed, onClose }}
      act={() => changeSlots(body, slot.plan.id, (slots) => slots.filter(({ id }) => id !== slot.id))}
      onDone={(detail) => keepPlan(queries, body, detail)}
    >
      <p>{planWords.slot.removeDetail(slot.title)}</p>
      {slot.plan.state === 'approved' ? <p>{planWords.slot.falls}</p> : null}
    </ActDialog>
  );
}
