// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awaitedCause, contradicts, lastWord } from './standing.ts';
import { undoable } from './undo.ts';

const standing = { undone_at: null };

test('what the network let out after approval cannot be held again, and is not offered for undoing', () => {
  const published = { ...standing, kind: 'publish' as const };
  assert.equal(undoable(published, 'youtube', [{ type: 'approve', state: 'confirmed' }]), false);
  assert.equal(undoable(published, 'youtube', [{ type: 'approve', state: 'queued' }]), true);
  assert.equal(undoable(published, 'facebook', [{ type: 'unhide', state: 'confirmed' }]), true);
  assert.equal(undoable(published, 'facebook', []), true);
});

test('a report that was sent keeps nothing from being undone; a removal and an answer that were do', () => {
  const hidden = { ...standing, kind: 'hide' as const };
  assert.equal(
    undoable(hidden, 'facebook', [
      { type: 'report', state: 'confirmed' },
      { type: 'hide', state: 'confirmed' },
    ]),
    true,
  );
  assert.equal(undoable({ ...standing, kind: 'remove' }, 'facebook', [{ type: 'remove', state: 'unknown' }]), false);
  assert.equal(undoable({ ...standing, kind: 'reply' }, 'facebook', [{ type: 'reply', state: 'confirmed' }]), false);
  assert.equal(undoable({ kind: 'hide', undone_at: new Date() }, 'facebook', []), false);
});

const hide = { id: 'a', kind: 'hide' as const, undone_at: null, superseded_by: 'b' };
const removal = { id: 'b', kind: 'remove' as const, undone_at: null, superseded_by: null };

test('of a hiding and the removal that followed it the removal is in force; taken back, the hiding again', () => {
  assert.equal(lastWord({ state: 'decided' }, [hide, removal])?.id, 'b');
  const back = [
    { ...hide, superseded_by: null },
    { ...removal, undone_at: new Date() },
  ];
  assert.equal(lastWord({ state: 'decided' }, back)?.id, 'a');
  assert.equal(awaitedCause({ state: 'decided' }, back), 'a');
  assert.equal(awaitedCause({ state: 'open' }, back), 'undo:b');
  assert.equal(awaitedCause({ state: 'open' }, []), undefined);
});

test('nothing is shown that a decision in force hides, nor hidden that it publishes', () => {
  assert.equal(contradicts('unhide', removal), true);
  assert.equal(contradicts('unhide', { kind: 'no-action' }), false);
  assert.equal(contradicts('hide', { kind: 'publish' }), true);
  assert.equal(contradicts('unhide', undefined), false);
});
