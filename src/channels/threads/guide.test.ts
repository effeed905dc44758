// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { COMMAND_TYPES } from '../contract.ts';
import type { Command } from '../port.ts';
import { threads } from './adapter.ts';

const base = { key: 'k', target: '1', post: '2', text: 'Le parole decise', writtenAt: new Date(0), reason: 'rude' };
const content = { text: 'Il post', media: [], comments: 'nobody' };
const commands = COMMAND_TYPES.map((type) => ({ ...base, type, content }) as unknown as Command);
const account = { externalId: '1', handle: 'ente' };

it('tells a person where to go and what to do, whatever is to be done by hand', () => {
  for (const command of commands) {
    const { link, steps, check } = threads.guide(account, command, 'https://www.example.org/p/1');
    assert.match(link, /^https:\/\//, command.type);
    assert.ok(steps.length >= 2 && steps.length <= 5, command.type);
    for (const step of [...steps, ...(check === undefined ? [] : [check])])
      assert.match(step, /^[A-ZÈ].{8,}[.]$/s, command.type);
  }
});

it('of a report asks the four elements of a notice: reasons, address, name and e-mail, good faith', () => {
  const report = commands.find(({ type }) => type === 'report');
  assert.ok(report);
  const steps = threads.guide(account, report, 'https://www.example.org/p/1').steps.join(' ');
  for (const element of [
    /Le parole decise/,
    /indirizzo esatto/,
    /nome e l’indirizzo di posta elettronica/,
    /buona fede/,
  ])
    assert.match(steps, element);
  assert.match(threads.guide(account, report, null).link, /ente/);
});

it('says that it will look afterwards only where it can', () => {
  const isChecked = (type: Command['type']): boolean => {
    const command = commands.find((one) => one.type === type);
    return command !== undefined && threads.guide(account, command, null).check !== undefined;
  };
  for (const type of ['report', 'ban', 'unban'] as const) assert.equal(isChecked(type), false, type);
  for (const type of ['edit-post', 'remove-post', 'close-comments'] as const) assert.equal(isChecked(type), true, type);
});
