// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { oneForEachBody } from './authorise.ts';
import type { Role } from './contract.ts';

const held = (body: string, role: Role) => ({
  ...{ body, bodyName: body, role, office: role, factorWanted: false },
});

it('of several roles in a body shows the widest, and each body once, in the order given', () => {
  const mandates = [held('uno', 'auditor'), held('due', 'moderator'), held('uno', 'head'), held('uno', 'moderator')];
  assert.deepEqual(oneForEachBody(mandates), [held('uno', 'head'), held('due', 'moderator')]);
});
