// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { servedAt } from './served-at.ts';

const namesOf = (host: string, publicUrl?: string, port = 3000) => {
  const { url, hosts, origins } = servedAt({ host, publicUrl }, port);
  return { url, hosts: [...hosts], origins: [...origins] };
};

it('without a public address answers to the loopback’s names and to the bound one, with the port', () => {
  const { url, hosts, origins } = namesOf('127.0.0.1');
  assert.equal(url, 'http://127.0.0.1:3000');
  assert.deepEqual(hosts, ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000']);
  assert.ok(origins.includes('http://localhost:3000'));
  assert.equal(namesOf('192.0.2.7').url, 'http://192.0.2.7:3000');
  assert.equal(namesOf('0.0.0.0').url, 'http://127.0.0.1:3000');
  assert.deepEqual(namesOf('2001:db8::1').hosts[0], '[2001:db8::1]:3000');
});

it('with a public address takes orders from it alone', () => {
  const { url, hosts, origins } = namesOf('127.0.0.1', 'https://banco.ente.example');
  assert.equal(url, 'https://banco.ente.example');
  assert.deepEqual(hosts, ['banco.ente.example', 'banco.ente.example:443', '127.0.0.1:3000']);
  assert.deepEqual(origins, ['https://banco.ente.example']);
  assert.ok(!namesOf('0.0.0.0', 'https://banco.ente.example').hosts.includes('localhost:3000'));
});

it('knows itself with and without the scheme’s own port', () => {
  const { hosts, origins } = namesOf('127.0.0.1', undefined, 80);
  assert.ok(hosts.includes('localhost') && hosts.includes('localhost:80'));
  assert.ok(origins.includes('http://localhost'));
});
