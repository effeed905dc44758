// SPDX-License-Identifier: AGPL-3.0-or-later
import sprite from 'virtual:icon-sprite';
import type { IconName } from './icon-names.ts';

/** Decoration only: the words beside it say the same. */
export function Icon({ name, className = '' }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={`icon ${className}`} aria-hidden="true" focusable="false">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
