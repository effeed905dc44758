// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { piazza } from '../invented/piazza.ts';
import { openDrawer } from './drawer.ts';
import { figuresOf } from './figures.ts';
import type { Journal } from './journal.ts';
import { openWorld } from './open-world.ts';
import type { World } from './world.ts';
import type { Entry } from './writing.ts';

const AT = new Date('2026-11-22T09:00:00Z');

/** A journal in memory that can be opened again. */
function memory(): { lines: Entry[]; journal: () => Journal<Entry> } {
  const lines: Entry[] = [];
  return {
    lines,
    journal: () => ({
      past: structuredClone(lines),
      append: (entry) => lines.push(entry),
      replace: (entries) => lines.splice(0, lines.length, ...entries),
    }),
  };
}

function inhabited(world: World) {
  world.addAccount({ id: 'e1', handle: 'ente', name: 'Ente', body: 'ente', credentials: {} });
  const post = world.write({ account: 'e1', kind: 'post', from: world.self('e1'), text: 'Avviso', at: AT });
  const ada = world.authorNamed('Ada Prova');
  const comment = (text: string, more: object = {}) =>
    world.write({ account: 'e1', kind: 'comment', post: post.id, from: ada, text, at: AT, ...more });
  return { post, ada, comment };
}

describe('a world', () => {
  it('comes back from its journal as it was, and gives no id twice', () => {
    const kept = memory();
    const first = openWorld(kept.journal(), piazza);
    const { post, ada, comment } = inhabited(first);
    const one = comment('Uno');
    first.edit(one.id, { text: 'Uno e mezzo', at: AT });
    first.set(one.id, 'hidden');
    first.note(one.id, { colour: 'blu' });
    first.sendMessage({ account: 'e1', person: ada, own: false, text: 'In privato', at: AT });
    first.report({ account: 'e1', target: one.id, reason: 'spam', text: 'Prova', at: AT });
    first.spend('2026-11-22', 52);
    first.setOwn('container/7', { state: 'half-made' });
    const last = first.draw();
    first.setOwn('container/8', { number: `${last}` });

    const second = openWorld(kept.journal(), piazza);
    for (const id of [post.id, one.id]) assert.deepEqual(second.writings.get(id), first.writings.get(id));
    assert.deepEqual(second.writings.get(one.id)?.facts, { colour: 'blu' });
    assert.equal(second.writings.get(one.id)?.edited, AT.toISOString());
    assert.deepEqual(second.conversationsOf('e1'), first.conversationsOf('e1'));
    assert.equal(second.spent('2026-11-22'), 52);
    assert.deepEqual(second.own('container/7'), { state: 'half-made' });
    assert.equal(second.authorNamed('Ada Prova').id, ada.id);
    assert.ok(second.draw() > last);
  });

  it('gives way whole to another one', () => {
    const kept = memory();
    const world = openWorld(kept.journal(), piazza);
    const { comment } = inhabited(world);
    const state = [...world.entries()];
    const later = comment('Dopo la fotografia');
    world.replace(state);
    assert.equal(world.writings.has(later.id), false);
    assert.equal(world.postsOn('e1').length, 1);
    assert.deepEqual(kept.lines, state);
    assert.deepEqual(openWorld(kept.journal(), piazza).entries(), state);
  });

  it('closes comments and bans as the network does', () => {
    const world = openWorld(memory().journal(), piazza);
    const { post, ada, comment } = inhabited(world);
    const first = comment('Prima');
    world.ban('e1', ada);
    assert.equal(world.writings.get(first.id)?.hidden, true);
    assert.deepEqual(world.bannedBy('e1'), [ada]);
    world.unban('e1', ada);
    assert.equal(world.isBanned('e1', ada.id), false);
    const told: string[] = [];
    const stop = world.onChange(({ type }) => told.push(type));
    world.setCommenting(post.id, 'closed');
    assert.deepEqual(told, ['commenting', 'deleted']);
    stop();
    world.setCommenting(post.id, 'open');
    assert.equal(told.length, 2);
    assert.equal(world.exists(first.id), false);

    const kinder = openWorld(memory().journal(), { ...piazza, habits: { closing: 'keeps', banning: 'keeps' } });
    const other = inhabited(kinder);
    const kept = other.comment('Resta');
    kinder.ban('e1', other.ada);
    kinder.setCommenting(other.post.id, 'closed');
    assert.deepEqual([kinder.exists(kept.id), kinder.writings.get(kept.id)?.hidden], [true, false]);
  });

  it('loses what hangs under what is deleted', () => {
    const world = openWorld(memory().journal(), piazza);
    const { comment } = inhabited(world);
    const above = comment('Sopra');
    const below = comment('Sotto', { parent: above.id });
    world.set(above.id, 'deleted');
    assert.equal(world.exists(below.id), false);
  });

  it('keeps drawers of a network’s own, of one shape', () => {
    const world = openWorld(memory().journal(), piazza);
    const drawer = openDrawer(world, 'upload', z.object({ bytes: z.number() }));
    drawer.put('a', { bytes: 3 });
    drawer.put('b', { bytes: 4 });
    drawer.remove('a');
    assert.deepEqual(drawer.all(), [['b', { bytes: 4 }]]);
    assert.equal(drawer.get('a'), undefined);
    world.setOwn('upload/c', { bytes: 'molti' });
    assert.throws(() => drawer.get('c'));
  });

  it('counts what happened', () => {
    const world = openWorld(memory().journal(), piazza);
    const { post, comment } = inhabited(world);
    const first = comment('Uno');
    comment('Due', { from: world.authorNamed('Leo Finto') });
    comment('Rispondiamo', { from: world.self('e1'), parent: first.id });
    world.set(post.id, 'liked');
    world.count(post.id, 'views', 10);
    world.count('e1', 'followers', 200);
    const { views, likes, comments, engaged } = figuresOf(post.id, { world });
    assert.deepEqual({ views, likes, comments, engaged }, { views: 14, likes: 1, comments: 3, engaged: 3 });
    assert.equal(figuresOf('e1', { world }).followers, 200);
    assert.equal(figuresOf(first.id, { world }).comments, 1);
  });
});
