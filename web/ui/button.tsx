// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentProps } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

interface Props extends ComponentProps<'button'> {
  /** `primary` is the one filled button of a page. */
  readonly look?: 'primary' | 'outline' | 'quiet' | undefined;
  readonly icon?: IconName | undefined;
}

const CLASS = { primary: 'btn btn-primary', outline: 'btn btn-outline-primary', quiet: 'quiet-button' } as const;

export function Button({ look = 'outline', icon, className = '', children, type = 'button', ...rest }: Props) {
  return (
    <button type={type} className={`${CLASS[look]} ${className}`} {...rest}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}
