// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { findChromium, launchChromium } from './chromium.ts';

const page = '<!doctype html><title>prova</title><button onclick="this.textContent=\'fatto\'">fare</button>';
const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page));

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
after(() => server.close());

async function click(...[program]: Parameters<typeof launchChromium>): Promise<string | null> {
  const browser = await launchChromium(program);
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    assert.equal(await tab.title(), 'prova');
    await tab.getByRole('button').click();
    return await tab.getByRole('button').textContent();
  } finally {
    await browser.close();
  }
}

describe('a browser for the tests', () => {
  it('opens a page and runs it', async () => {
    assert.equal(await click(), 'fatto');
  });

  const carried = process.platform === 'linux' && process.arch === 'x64';
  it('comes from npm where none is installed', { skip: carried ? false : 'carried for Linux x64 only' }, async () => {
    const program = await findChromium([]);
    assert.ok(existsSync(program.executablePath));
    assert.equal(await click(program), 'fatto');
  });
});
