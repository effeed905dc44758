// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import type { NetworkName } from '#channels';
import { drawing, moving, photo, points, TELLTALES } from '../../../tests/support/files-by-hand.ts';
import { blurred } from './blur.ts';
import type { Mark } from './contract.ts';
import { lookAt } from './look.ts';
import { nameOf, plannedFor } from './recipe.ts';
import { render } from './render.ts';

async function madeFor(network: NetworkName, content: Buffer, how?: 'pad' | 'crop') {
  const file = { ...(await lookAt(content)), content };
  const planned = plannedFor(file, network, how);
  return { ...planned, ...(await render(file, planned.recipe)) };
}

test('what goes out is upright, of the size and type of its network, and carries nothing', async () => {
  const original = await photo({ width: 2400, height: 1800 });
  for (const word of TELLTALES) assert.ok(original.includes(word, 0, 'latin1'), word);
  for (const [network, width, height] of [
    ['instagram', 1080, 1440],
    ['facebook', 1536, 2048],
    ['bluesky', 1500, 2000],
    ['mastodon', 1800, 2400],
    ['other', 1800, 2400],
  ] as const) {
    const made = await madeFor(network, original);
    assert.deepEqual([made.type, made.width, made.height], ['image/jpeg', width, height], network);
    for (const word of TELLTALES) assert.ok(!made.content.includes(word, 0, 'latin1'), `${network}: ${word}`);
    const { exif, xmp, iptc, icc, orientation = 1, space } = await sharp(made.content).metadata();
    assert.deepEqual(
      [exif, xmp, iptc, icc, orientation, space],
      [undefined, undefined, undefined, undefined, 1, 'srgb'],
    );
  }
});

test('it weighs no more than the network takes, and is made smaller until it does', async () => {
  const heavy = await sharp(points(2600, 2600), { raw: { width: 2600, height: 2600, channels: 3 } })
    .jpeg({ quality: 98 })
    .toBuffer();
  assert.ok(heavy.length > 5_000_000);
  const made = await madeFor('bluesky', heavy);
  assert.ok(made.content.length <= 2_000_000, `${made.content.length}`);
  assert.equal((await sharp(made.content).metadata()).width, made.width);
});

test('a drawing stays a drawing where the network takes it, and lies on white where it does not', async () => {
  const original = await drawing();
  assert.equal((await madeFor('facebook', original)).type, 'image/png');
  const { type, content } = await madeFor('instagram', original, 'crop');
  assert.equal(type, 'image/jpeg');
  assert.equal((await sharp(content).metadata()).hasAlpha, false);
});

test('what was wiped out by making it transparent is not under the surface of what goes out', async () => {
  const clear = points(60, 60, 4);
  for (let at = 3; at < clear.length; at += 4) clear[at] = 0;
  const original = await sharp(clear, { raw: { width: 60, height: 60, channels: 4 } })
    .png()
    .toBuffer();
  for (const network of ['facebook', 'instagram'] as const) {
    const shown = await sharp((await madeFor(network, original)).content)
      .raw()
      .toBuffer();
    assert.ok(
      shown.every((byte) => byte >= 254),
      network,
    );
  }
});

test('what moves goes on moving where it may; elsewhere its first frame goes out, and that is said', async () => {
  const original = await moving(4);
  const onX = await madeFor('x', original);
  assert.deepEqual([onX.type, onX.stopped], ['image/gif', false]);
  assert.equal((await sharp(onX.content, { pages: -1 }).metadata()).pages, 4);
  const onFacebook = await madeFor('facebook', original);
  assert.deepEqual([onFacebook.type, onFacebook.stopped], ['image/png', true]);
});

test('a shape that the network does not take is asked about, and then padded or cut to the nearest one that it does', async () => {
  const wide = await sharp(points(900, 300), { raw: { width: 900, height: 300, channels: 3 } })
    .jpeg()
    .toBuffer();
  const tall = await sharp(points(300, 901), { raw: { width: 300, height: 901, channels: 3 } })
    .jpeg()
    .toBuffer();
  assert.equal((await madeFor('instagram', wide)).framing, 'needed');
  assert.equal((await madeFor('facebook', wide)).framing, 'fits');
  for (const [file, how, width, height] of [
    [wide, 'pad', 900, 472],
    [wide, 'crop', 573, 300],
    [tall, 'pad', 721, 901],
    [tall, 'crop', 300, 375],
  ] as const) {
    const made = await madeFor('instagram', file, how);
    assert.deepEqual([made.framing, made.width, made.height], [how, width, height]);
    assert.ok(made.width / made.height <= 1.91 && made.width / made.height >= 0.8);
  }
  const { data, info } = await sharp((await madeFor('instagram', wide, 'pad')).content)
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert.ok((data[0] ?? 0) > 250 && info.channels === 3, 'margins are white');
});

test('one recipe has one name, and two recipes have two', () => {
  const file = { kind: 'image', type: 'image/jpeg', width: 900, height: 300, frames: 1 } as const;
  const named = (network: NetworkName, how?: 'pad' | 'crop') => nameOf(plannedFor(file, network, how).recipe);
  assert.equal(named('x'), named('x'));
  assert.equal(
    new Set([named('instagram'), named('instagram', 'pad'), named('instagram', 'crop'), named('x')]).size,
    4,
  );
});

const MARK: Mark = { left: 250, top: 250, width: 500, height: 500 };

test('what is marked is gone from the points, for good; the rest is as it was', async () => {
  const side = 120;
  const content = await drawing(side, side);
  const before = await sharp(content).raw().toBuffer();
  const after = await sharp(await blurred({ content, type: 'image/png' }, [MARK]))
    .ensureAlpha()
    .raw()
    .toBuffer();
  const at = (points: Buffer, x: number, y: number) => [...points.subarray((y * side + x) * 4, (y * side + x) * 4 + 4)];
  assert.deepEqual(at(after, 10, 10), at(before, 10, 10));
  const inside = Array.from({ length: 60 * 60 }, (_, nth) => at(after, 30 + (nth % 60), 30 + Math.floor(nth / 60)));
  const steps = inside.slice(1).map((one, nth) => Math.abs((one[0] ?? 0) - (inside[nth]?.[0] ?? 0)));
  const steep = steps.filter((step) => step > 24).length;
  assert.ok(steep < inside.length / 50, `${steep} steep steps are left of noise`);
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const spread = (all: readonly number[]) => Math.sqrt(mean(all.map((one) => (one - mean(all)) ** 2)));
  assert.ok(spread(inside.map(([red = 0]) => red)) < 25, 'of strong noise next to nothing is left');
});

test('two pictures that differ only in what is marked, finely, are the same once it is blurred', async () => {
  const width = 120;
  const picture = (shift: number) => {
    const bytes = Buffer.alloc(width * width * 3, 128);
    for (let y = 30; y < 90; y++)
      for (let x = 30; x < 90; x++)
        bytes.fill((x + y + shift) % 2 === 0 ? 0 : 255, (y * width + x) * 3, (y * width + x) * 3 + 3);
    return sharp(bytes, { raw: { width, height: width, channels: 3 } })
      .png()
      .toBuffer();
  };
  const [one, other] = await Promise.all(
    [0, 1].map(async (shift) => blurred({ content: await picture(shift), type: 'image/png' }, [MARK])),
  );
  assert.ok(one && other);
  const [first, second] = [await sharp(one).raw().toBuffer(), await sharp(other).raw().toBuffer()];
  const most = Math.max(...first.map((byte, at) => Math.abs(byte - (second[at] ?? 0))));
  assert.ok(most <= 4, `they differ by ${most}`);
});

test('a photograph that was blurred is upright and carries nothing of what it was made from', async () => {
  const original = await photo();
  const content = await blurred({ content: original, type: 'image/jpeg' }, [
    MARK,
    { ...MARK, left: 0, top: 0, width: 100 },
  ]);
  for (const word of TELLTALES) assert.ok(!content.includes(word, 0, 'latin1'), word);
  const found = await lookAt(content);
  assert.deepEqual([found.type, found.width, found.height, found.carries], ['image/jpeg', 400, 640, []]);
});
