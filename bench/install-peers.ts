// SPDX-License-Identifier: AGPL-3.0-or-later

/** Installs the peers of a folder, which have a package of their own. Rejects where they cannot be had. */
export async function installPeers(room: string, task: string): Promise<void> {
  // A name that the type checker does not follow: plain JavaScript, shared with the programs of scripts/.
  const installer: string = '../scripts/install-apart.mjs';
  const { installApart }: { installApart(room: string, task: string): Promise<void> } = await import(installer);
  await installApart(room, task);
}
