// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { addKey, masterKeys, newKey } from './master-keys.ts';
import { openWith, sealWith, vaultOf } from './vault.ts';

const [FIRST, SECOND, THIRD] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const PLACE = 'account:prova';

describe('a vault of several keys', () => {
  it('derives from the first, seals with the last, opens with all', () => {
    const [one, two] = [vaultOf(FIRST), vaultOf([FIRST, SECOND])];
    assert.deepEqual(two.derive('scopo'), one.derive('scopo'));
    assert.equal(two.keys.length, 2);
    assert.equal(two.sealingKey, two.keys[1]);
    const [before, now] = [one.seal('prima', PLACE), two.seal('adesso', PLACE)];
    assert.deepEqual(
      [one, two].map((vault) => vault.keyOf(before)),
      [one.sealingKey, one.sealingKey],
    );
    assert.equal(two.keyOf(now), two.sealingKey);
    assert.equal(two.open(before, PLACE).toString(), 'prima');
    assert.equal(two.open(now, PLACE).toString(), 'adesso');
    assert.throws(() => one.open(now, PLACE), { code: 'SEALED_UNREADABLE' });
  });

  it('opens what was sealed before keys had names', () => {
    const sealing = createHmac('sha256', FIRST).update('seal').digest();
    const old = sealWith(sealing, 'di prima', PLACE);
    assert.equal(vaultOf([FIRST, SECOND]).open(old, PLACE).toString(), 'di prima');
    assert.equal(vaultOf([FIRST, SECOND]).keyOf(old), vaultOf(FIRST).sealingKey);
    assert.throws(() => vaultOf([SECOND, FIRST]).open(old, PLACE), { code: 'SEALED_UNREADABLE' });
    assert.equal(openWith(sealing, old, PLACE).toString(), 'di prima');
  });

  it('opens nothing elsewhere, altered, cut short or of an unknown layout', () => {
    const vault = vaultOf([FIRST, SECOND]);
    const sealed = vault.seal('qui', PLACE);
    const unreadable = { code: 'SEALED_UNREADABLE' };
    assert.throws(() => vault.open(sealed, 'account:altro'), unreadable);
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      assert.throws(() => vault.open(altered, PLACE), unreadable, `byte ${at}`);
      assert.throws(() => vault.open(sealed.subarray(0, at), PLACE), unreadable, `${at} bytes`);
    }
  });

  it('looks for more keys when a value names one that it does not know', () => {
    let looks = 0;
    const vault = vaultOf([FIRST], {
      more: () => {
        looks += 1;
        return [FIRST, SECOND];
      },
    });
    const sealed = vaultOf([FIRST, SECOND]).seal('aggiunta altrove', PLACE);
    assert.equal(vault.open(sealed, PLACE).toString(), 'aggiunta altrove');
    vault.open(sealed, PLACE);
    assert.equal(looks, 1);
    assert.equal(vault.keyOf(vault.seal('e poi', PLACE)), vault.keyOf(sealed), 'it seals with it from then on');
    assert.throws(() => vault.open(vaultOf([FIRST, THIRD]).seal('mai', PLACE), PLACE), { code: 'SEALED_UNREADABLE' });
  });
});

describe('the file of the keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portavoce-keys-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, for its owner alone, and grows whole', () => {
    const file = join(folder, 'keys', 'master.key');
    const [first] = masterKeys(undefined, file);
    assert.deepEqual(masterKeys('', file), [first]);
    const added = newKey();
    addKey(file, added);
    assert.deepEqual(masterKeys(undefined, file), [first, Buffer.from(added, 'base64')]);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.match(readFileSync(file, 'utf8'), /^\S{44}\n\S{44}\n$/);
  });

  it('with a line that is no key is not read at all', () => {
    const file = join(folder, 'broken.key');
    for (const text of ['', '\n\n', `${newKey()}\nnon è una chiave\n`]) {
      writeFileSync(file, text);
      assert.throws(() => masterKeys(undefined, file), { code: 'KEY_UNREADABLE' });
    }
    assert.throws(() => masterKeys(`${newKey()},`, file), { code: 'KEY_UNREADABLE' });
  });

  it('gives way to the environment, whose keys are separated by commas', () => {
    assert.equal(masterKeys(`${newKey()}, ${newKey()}`, join(folder, 'never.key')).length, 2);
  });
});
