// SPDX-License-Identifier: AGPL-3.0-or-later

/** The icons of the design system that the desk shows; the build puts these, and no others, into its sprite. */
export const ICON_NAMES = [
  'it-arrow-down',
  'it-arrow-left',
  'it-arrow-right',
  'it-ban',
  'it-check',
  'it-check-circle',
  'it-clock',
  'it-close',
  'it-error',
  'it-external-link',
  'it-help-circle',
  'it-inbox',
  'it-info-circle',
  'it-list',
  'it-logout',
  'it-password-invisible',
  'it-password-visible',
  'it-plus',
  'it-refresh',
  'it-restore',
  'it-user',
  'it-warning-circle',
  'it-wifi',
] as const;
export type IconName = (typeof ICON_NAMES)[number];
