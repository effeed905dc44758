// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

type Tone = 'info' | 'warning' | 'danger' | 'success';

const ICON: Readonly<Record<Tone, IconName>> = {
  info: 'it-info-circle',
  warning: 'it-warning-circle',
  danger: 'it-error',
  success: 'it-check-circle',
};

interface Props {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
}

/** A remark beside the work. The tone is told by its icon and words, colour only helps. */
export function Notice({ tone = 'info', title, children }: Props) {
  return (
    <div className="notice" data-tone={tone}>
      <Icon name={ICON[tone]} />
      <div>
        {title === undefined ? null : <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
