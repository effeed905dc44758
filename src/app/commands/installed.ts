// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '#kernel';
import { type Config, masterKeys, readConfig, type Vault, vaultOf } from '#platform';
import { commandError } from './errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export const keyFile = ({ dataDir }: Config): string => join(dataDir, 'keys', 'master.key');

export const vaultIn = (config: Config, { PORTAVOCE_KEY: given }: Environment): Vault =>
  vaultOf(masterKeys(given, keyFile(config)));

/** Opening what is not there would make an empty installation with a key of its own. Throws NO_INSTALLATION. */
export function installedConfig(environment: Environment): Config {
  const config = readConfig(environment, [], systemClock.now().getTime());
  const hasData = config.databaseUrl !== undefined || existsSync(join(config.dataDir, 'postgres'));
  const hasKey = Boolean(environment.PORTAVOCE_KEY) || existsSync(keyFile(config));
  if (!hasData || !hasKey) throw commandError('NO_INSTALLATION', config.dataDir);
  return config;
}
