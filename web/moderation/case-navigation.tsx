// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import type { CaseSummary } from '#moderation/contract';
import { it } from '../it.ts';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-names.ts';
import { usePreference } from '../ui/preferences.ts';
import type { QueueSearch } from './filter.ts';
import type { Neighbours } from './list.ts';

interface Props {
  readonly body: string;
  readonly number: number;
  readonly around: Neighbours;
  readonly search: QueueSearch;
}

const words = it.moderation.item;

export function CaseNavigation({ body, number, around, search }: Props) {
  return (
    <div className="case-navigation">
      <Link to="/banco/$body" params={{ body }} search={search} className="back" activeOptions={{ exact: true }}>
        <Icon name="it-arrow-left" />
        {words.back}
      </Link>
      <p>{words.number(number)}</p>
      <div className="case-steps">
        <Step
          body={body}
          to={around.previous}
          search={search}
          label={words.previous}
          icon="it-arrow-left"
          shortcut="k"
        />
        <Step body={body} to={around.next} search={search} label={words.next} icon="it-arrow-right" shortcut="j" />
      </div>
    </div>
  );
}

interface StepProps {
  readonly body: string;
  readonly to: CaseSummary | undefined;
  readonly search: QueueSearch;
  readonly label: string;
  readonly icon: IconName;
  readonly shortcut: string;
}

function Step({ body, to, search, label, icon, shortcut }: StepProps) {
  const [shortcuts] = usePreference('shortcuts');
  if (to === undefined) return null;
  return (
    <Link
      to="/banco/$body/pratiche/$id"
      params={{ body, id: to.id }}
      search={search}
      className="icon-button"
      aria-label={label}
      title={label}
      {...(shortcuts ? { 'aria-keyshortcuts': shortcut } : {})}
    >
      <Icon name={icon} />
    </Link>
  );
}
