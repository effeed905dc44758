// SPDX-License-Identifier: AGPL-3.0-or-later

// The one-way rules of the house, as data. Direction comes first: a polished face does not mend a rotten graph.

const GROUND = ['kernel', 'platform', 'audit', 'governance', 'privacy'] as const;

/** Which modules of `src` a module may import, by name. Its own files it imports by relative path. */
export const MAY_IMPORT = {
  kernel: [],
  platform: ['kernel'],
  audit: ['kernel', 'platform'],
  governance: ['kernel', 'platform', 'audit'],
  privacy: ['kernel', 'platform', 'audit', 'governance'],
  policy: [],
  triage: ['policy', 'kernel'],
  // From policy only the words, such as the networks' names.
  channels: ['kernel', 'platform', 'policy'],
  rulebook: ['policy', ...GROUND],
  accounts: ['channels', 'policy', 'rulebook', ...GROUND],
  delivery: ['channels', 'accounts', ...GROUND],
  inbox: ['channels', 'accounts', ...GROUND],
  moderation: ['policy', 'rulebook', 'triage', 'channels', 'accounts', 'delivery', 'inbox', ...GROUND],
  editorial: ['policy', 'rulebook', 'triage', 'channels', 'accounts', 'delivery', 'inbox', ...GROUND],
  staff: ['policy', 'rulebook', 'triage', 'accounts', ...GROUND],
  reports: ['rulebook', 'inbox', 'moderation', 'editorial', 'accounts', 'delivery', 'staff', ...GROUND],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ModuleName = keyof typeof MAY_IMPORT;

/** The only place that knows everyone; nobody imports it. */
export const ROOT_MODULE = 'app';

export const MODULE_NAMES: readonly string[] = Object.keys(MAY_IMPORT);

export function mayImport(from: string, to: string): boolean {
  if (from === ROOT_MODULE) return MODULE_NAMES.includes(to);
  const allowed: Readonly<Record<string, readonly string[]>> = MAY_IMPORT;
  return allowed[from]?.includes(to) ?? false;
}

/** Modules that take facts and fetch nothing: no part of Node, and of the packages only those named. */
export const PURE: Readonly<Record<string, readonly string[]>> = {
  // Node 24 has no Temporal of its own.
  policy: ['temporal-polyfill'],
  triage: [],
};

/** Folders of a module that fetch nothing either, and the modules that they may import: the browser may run them too. */
export const PURE_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'src/editorial/checking/': ['policy', 'triage'],
};

/** What the desk in the browser may name of `src`, besides every module's contract. */
export const WEB_MAY_IMPORT: readonly string[] = ['policy', 'triage'];

/** What a contract may import: it is read by the server and by the browser. */
export const CONTRACT_MAY_IMPORT = /^(zod|#[a-z]+\/contract|#policy|#triage)$/;
