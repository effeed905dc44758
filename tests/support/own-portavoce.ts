// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '#platform';
import { type Portavoce, type PortavoceOptions, startPortavoce } from '../../src/app/portavoce.ts';

export interface OwnPortavoce {
  readonly portavoce: Portavoce;
  readonly dataDir: string;
  /** Stops it and throws its database away. */
  close(): Promise<void>;
}

export type OwnOptions = Pick<PortavoceOptions, 'clock' | 'adapterOf'> &
  Partial<Pick<PortavoceOptions, 'log'>> & {
    /** A mail server to write through, as `startMailbox` gives it. */
    readonly mailServer?: string | undefined;
    /** Whose word on a client's address is taken, so that one process may be many clients. */
    readonly proxies?: readonly string[];
    /** Origins of services that carry notices to devices, as `startPushService` gives one. */
    readonly push?: readonly string[] | undefined;
  };

export const MAIL_FROM = 'banco@ente.example';

/** The whole program in this process, on a database and a port of its own, with nobody in it yet. */
export async function startOwnPortavoce({
  log = silentLog,
  mailServer,
  proxies = [],
  push = [],
  ...options
}: OwnOptions): Promise<OwnPortavoce> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portavoce-own-'));
  const discard = () => rm(dataDir, { recursive: true, force: true });
  try {
    // As root, PostgreSQL runs as another account: it has to reach its data, or it would keep them elsewhere.
    await chmod(dataDir, 0o711);
    const portavoce = await startPortavoce({
      ...options,
      log,
      config: {
        ...configIn(dataDir),
        ...{ proxies, push },
        ...(mailServer !== undefined && { mailServer, mailFrom: MAIL_FROM }),
      },
      say: () => {},
      attempts: 1000,
    });
    const close = async () => {
      await portavoce.stop();
      await discard();
    };
    return { portavoce, dataDir, close };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** Any free port of the loopback, the embedded database, no demonstration. */
export const configIn = (dataDir: string) => ({
  ...{ port: 0, host: '127.0.0.1', dataDir, databaseUrl: undefined, publicUrl: undefined },
  ...{ demo: false, startedAt: 0 },
});
