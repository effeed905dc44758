// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsSecret } from './free-text.ts';

test('what looks like a credential is recognised, however it is introduced', () => {
  for (const text of [
    'La password è Rose2026!',
    'pwd: abc123',
    'PIN = 48213',
    'codice di accesso: 7781-22',
    'token EAAGm0PX4ZCpsBAKZCx1y2z3A4b5C6d7',
    'si entra con aB3dE5fG7hJ9kL1mN3pQ5rS7t',
    'client secret: s3gret0',
  ])
    assert.ok(holdsSecret(text), text);
});

test('acts, addresses and plain sentences are left alone', () => {
  for (const text of [
    'determinazione n. 12 del 3 marzo 2026',
    'prot. 2026/0001234/DG',
    'https://www.linkedin.com/company/ente-di-prova-con-un-nome-molto-lungo-2026',
    'La password dell’account è custodita nel deposito cifrato e la cambia il responsabile ogni anno',
    'redazione-web-direzione-generale-comunicazione',
    'Il servizio vuole informare i giovani sugli orari dei consultori',
    '@AslRoma1ConsultoriGiovani',
  ])
    assert.ok(!holdsSecret(text), text);
});
