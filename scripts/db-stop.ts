// SPDX-License-Identifier: AGPL-3.0-or-later
import { CodedError } from '#kernel';
import { stopEmbeddedPostgres } from '../src/platform/postgres/stop.ts';

// npm run db:stop: stops the embedded database that a killed desk left running.

try {
  const outcome = await stopEmbeddedPostgres({ dataDir: process.env.PORTAVOCE_DATA ?? 'data' });
  if (outcome.state === 'in-use') {
    console.error(
      `Portavoce è in funzione (processo ${outcome.by.join(', ')}): fermarlo, e fermerà anche la base dati.`,
    );
    process.exitCode = 1;
  } else {
    const stopped = outcome.state === 'stopped';
    console.log(stopped ? `Base dati fermata (processo ${outcome.pid}).` : 'La base dati non è in funzione.');
  }
} catch (error) {
  if (!(error instanceof CodedError)) throw error;
  console.error(`${error.message}\n${error.hint}`);
  process.exitCode = 2;
}
