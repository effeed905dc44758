// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, isMissing, saidOf } from '#policy';
import type { VersionSummary } from '../contract.ts';
import type { About } from './contract.ts';

/** A version of a policy as a page shows it. */
export interface Edition {
  readonly body: string;
  readonly compiled: CompiledPolicy;
  readonly version: Pick<
    VersionSummary,
    'version' | 'state' | 'act' | 'actDate' | 'inForceSince' | 'inForceUntil' | 'changeNote'
  >;
  /** What this version and those before it changed, the newest first. */
  readonly changes: readonly { readonly version: string; readonly inForceSince: string; readonly note: string }[];
  readonly updatedAt: Date;
  /** When anything that its pages show last changed: also that another version came, or is to come. */
  readonly changedAt: Date;
  readonly demo: boolean;
}

export function aboutOf({ body, compiled, version, updatedAt, demo }: Edition): About {
  const { header } = compiled.document;
  return {
    body: { slug: body, name: compiled.bodyName },
    title: compiled.title,
    version: version.version,
    state: version.state,
    adopted: {
      act: version.act,
      date: version.actDate,
      source: isMissing(header.adopted) ? null : header.adopted,
    },
    inForceSince: version.inForceSince,
    inForceUntil: version.inForceUntil,
    changeNote: version.changeNote,
    updatedAt: updatedAt.toISOString(),
    digest: compiled.digest,
    licence: licenceOf(compiled),
    accessibility: accessibilityOf(compiled),
    demo,
  };
}

const publicAndAwake = ({ clause }: { readonly clause: { readonly audience: string; readonly dormant: boolean } }) =>
  clause.audience === 'external' && !clause.dormant;

/** Under which licence the body gives its own contents, this text among them. */
function licenceOf(compiled: CompiledPolicy): About['licence'] {
  for (const { clause, what } of saidOf(compiled, 'licence').filter(publicAndAwake))
    if (what.of === 'own' && what.name !== undefined && !isMissing(what.name))
      return { name: what.name, clause: clause.id };
  return null;
}

function accessibilityOf(compiled: CompiledPolicy): About['accessibility'] {
  for (const { clause, what } of saidOf(compiled, 'notice').filter(publicAndAwake))
    if (what.about === 'accessibility' && what.address !== undefined && !isMissing(what.address))
      return { address: what.address, clause: clause.id };
  return null;
}
