// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    state: { type: 'string' },
    scenario: { type: 'string' },
    'end-with-input': { type: 'boolean' },
  },
});

const port = Number(values.port ?? '0');
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error('usage: sandbox/main.ts [--port N] [--state DIR] [--scenario DIR]');
  process.exit(2);
}

const sandbox = await startSandbox({
  port,
  ...(values.state === undefined ? {} : { stateFile: join(values.state, 'facebook.ndjson') }),
  ...(values.scenario === undefined ? {} : { scenarioDir: values.scenario }),
});
const { baseUrl, appSecret, verifyToken } = sandbox.facebook;
console.log(
  JSON.stringify({ ready: true, url: sandbox.url, networks: { facebook: { baseUrl, appSecret, verifyToken } } }),
);

const stop = () => void sandbox.close().then(() => process.exit(0));
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// Whoever started us holds the other end of the pipe: when it dies, however it dies, there is no world without it.
if (values['end-with-input'] === true) process.stdin.on('end', stop).resume();
