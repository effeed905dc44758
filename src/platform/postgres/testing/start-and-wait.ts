// SPDX-License-Identifier: AGPL-3.0-or-later
import { startEmbeddedPostgres } from '../launch.ts';

// A program that uses the embedded server until its input closes.

const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '', log: () => {} });
process.stdout.write(`${JSON.stringify({ pid: server.pid, attached: server.attached })}\n`);
process.stdin.resume();
process.stdin.on('end', () => server.stop());
