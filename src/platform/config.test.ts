// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readConfig } from './config.ts';

const read = (environment: Record<string, string>) => readConfig(environment, [], 0);

it('trusts no proxy, names no contact and warns, unless told otherwise', () => {
  const { proxies, securityContact, logLevel, publicUrl } = read({});
  assert.deepEqual([proxies, securityContact, logLevel, publicUrl], [[], undefined, 'warn', undefined]);
});

it('reads proxies, contact, level and public address', () => {
  assert.deepEqual(read({ PORTAVOCE_PROXY: '127.0.0.1, ::1,10.0.0.0/8' }).proxies, ['127.0.0.1', '::1', '10.0.0.0/8']);
  const contactOf = (value: string) => read({ PORTAVOCE_SECURITY_CONTACT: value }).securityContact;
  assert.equal(contactOf('sicurezza@ente.example'), 'mailto:sicurezza@ente.example');
  assert.equal(contactOf('https://ente.example/sicurezza'), 'https://ente.example/sicurezza');
  assert.equal(read({ PORTAVOCE_LOG: 'error' }).logLevel, 'error');
  assert.equal(read({ PORTAVOCE_URL: 'https://Banco.ente.example/' }).publicUrl, 'https://banco.ente.example');
});

it('knows services for notices besides the known ones, or that none are wanted', () => {
  const push = (value: string) => read({ PORTAVOCE_PUSH: value }).push;
  assert.deepEqual(push(''), []);
  assert.equal(push('no'), false);
  assert.deepEqual(push('https://avvisi.ente.example/, http://127.0.0.1:4000'), [
    'https://avvisi.ente.example',
    'http://127.0.0.1:4000',
  ]);
});

it('takes a mail server only with who writes, and never repeats its password', () => {
  const server = 'smtps://banco:segreta@posta.ente.example';
  const { mailServer, mailFrom } = read({ PORTAVOCE_SMTP: server, PORTAVOCE_MAIL_FROM: 'banco@ente.example' });
  assert.deepEqual([mailServer, mailFrom], [server, 'banco@ente.example']);
  for (const wrong of [
    { PORTAVOCE_SMTP: server },
    { PORTAVOCE_SMTP: 'http://banco:segreta@x' },
    { PORTAVOCE_MAIL_FROM: 'a' },
  ])
    assert.throws(
      () => read(wrong as Record<string, string>),
      (error: Error & { code?: string }) => error.code === 'CONFIG_INVALID' && !error.message.includes('segreta'),
    );
});

for (const [name, value] of [
  ['PORTAVOCE_LOG', 'debug'],
  ['PORTAVOCE_LOG', 'ERROR'],
  ['PORTAVOCE_PUSH', 'http://avvisi.ente.example'],
  ['PORTAVOCE_PUSH', 'off'],
  ['PORTAVOCE_PROXY', 'true'],
  ['PORTAVOCE_PROXY', '10.0.0.0/33'],
  ['PORTAVOCE_PROXY', 'proxy.example'],
  ['PORTAVOCE_SECURITY_CONTACT', 'chi gestisce'],
  ['PORTAVOCE_SECURITY_CONTACT', 'http://ente.example'],
  ['PORTAVOCE_URL', 'https://ente.example/banco'],
  ['PORTAVOCE_URL', 'ftp://ente.example'],
] as const) {
  it(`refuses ${name}=${value}, by name`, () => {
    assert.throws(
      () => read({ [name]: value }),
      (error: Error & { code?: string }) => error.code === 'CONFIG_INVALID' && error.message.includes(name),
    );
  });
}
