// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VersionSummary } from '../contract.ts';
import { addressOf, linksOf } from './addresses.ts';
import type { VersionsView } from './contract.ts';
import { aboutOf, type Edition } from './edition.ts';

/** Every adopted version, the last to be in force first. Who wrote and approved them is nobody's outside. */
export function versionsView(edition: Edition, history: readonly VersionSummary[]): VersionsView {
  return {
    about: aboutOf(edition),
    links: linksOf(addressOf.versions(edition.body)),
    versions: history.map((one) => ({
      version: one.version,
      title: one.title,
      state: one.state,
      adopted: { act: one.act, date: one.actDate },
      inForceSince: one.inForceSince,
      inForceUntil: one.inForceUntil,
      changeNote: one.changeNote,
      digest: one.digest,
      links: linksOf(addressOf.version(edition.body, one.version)),
    })),
  };
}
