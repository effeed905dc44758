// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly detail?: string;
  readonly children?: ReactNode;
}

export function Empty({ icon, title, detail, children }: Props) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p className="empty-title">{title}</p>
      {detail === undefined ? null : <p>{detail}</p>}
      {children}
    </div>
  );
}
