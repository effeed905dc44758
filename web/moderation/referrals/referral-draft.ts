// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where a request is handed over, as it is being written. */
export interface ReferralDraft {
  /** Empty: not chosen yet. */
  readonly office: string;
  readonly note: string;
}
