// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseArgs } from 'node:util';
import { startSandbox } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    state: { type: 'string' },
    scenario: { type: 'string' },
    networks: { type: 'string' },
    'end-with-input': { type: 'boolean' },
  },
});

const port = Number(values.port ?? '0');
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error('usage: sandbox/main.ts [--port N] [--state DIR] [--scenario DIR] [--networks NAME,NAME…]');
  process.exit(2);
}

const sandbox = await startSandbox({
  port,
  ...(values.state === undefined ? {} : { stateDir: values.state }),
  ...(values.scenario === undefined ? {} : { scenarioDir: values.scenario }),
  ...(values.networks === undefined ? {} : { networks: values.networks.split(',') }),
});
const networks = Object.entries(sandbox.networks).map(([name, { baseUrl, secrets }]) => [name, { baseUrl, secrets }]);
console.log(JSON.stringify({ ready: true, url: sandbox.url, networks: Object.fromEntries(networks) }));

const stop = () => void sandbox.close().then(() => process.exit(0));
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// Whoever started us holds the other end of the pipe: when it dies, however it dies, there is no world without it.
if (values['end-with-input'] === true) process.stdin.on('end', stop).resume();
