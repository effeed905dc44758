// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adapterOf, adapters, CAPABILITIES, COMMAND_TYPES, type Command, type ConnectedAccount } from '#channels';
import { answering, editing, onItem, onPost, publishing, refusedByNature } from './conformance/commands.ts';

const account: ConnectedAccount = { externalId: 'recensioni', handle: 'mappe.example', baseUrl: '', credentials: {} };
const place = adapterOf('other');
const POST = { text: 'Da lunedì lo sportello apre alle 9.', media: [] };

/** One command of each type. */
function commandOf(type: Command['type']): Command {
  switch (type) {
    case 'publish':
      return publishing(POST);
    case 'edit-post':
      return editing('p1', 'Da martedì.');
    case 'remove-post':
    case 'close-comments':
    case 'open-comments':
      return onPost(type, 'p1');
    case 'answer-message':
      return answering('m1', 'c1', new Date('2026-11-20T09:00:00Z'));
    default:
      return onItem(type, 'i1', 'p1');
  }
}

describe('a place that no interface reaches', () => {
  assert.ok(place);

  it('offers everything by hand and nothing else', () => {
    for (const capability of CAPABILITIES) assert.equal(place.capabilities[capability].how, 'by-hand', capability);
  });

  it('brings nothing by itself', async () => {
    assert.deepEqual(await place.pull(account, null), { events: [], cursor: '' });
  });

  for (const type of COMMAND_TYPES)
    it(`${type}: is refused, and a person is told where to go and what to do`, async () => {
      await refusedByNature({ adapter: place, account }, commandOf(type));
    });

  it('leads to the item itself where its address is known', () => {
    const { link } = place.guide(account, commandOf('reply'), 'https://mappe.example/recensioni/7');
    assert.equal(link, 'https://mappe.example/recensioni/7');
    assert.equal(place.guide(account, commandOf('reply'), null).link, 'https://mappe.example');
  });
});

it('of a report the guide asks for the four elements of a notice, on every network that takes none from here', () => {
  for (const adapter of adapters) {
    if (adapter.capabilities.report.how !== 'by-hand') continue;
    const steps = adapter
      .guide(account, commandOf('report'), 'https://social.example/c/1')
      .steps.join(' ')
      .toLowerCase();
    for (const element of [/motiv|perché|ragion/, /indirizzo|link|collegamento/, /nome/, /buona fede/])
      assert.match(steps, element, `${adapter.label}: ${steps}`);
  }
});
