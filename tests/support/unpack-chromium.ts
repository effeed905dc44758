// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserProgram } from './chromium.ts';

const CARRIER = '@sparticuz/chromium';
const PARTS = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/**
 * Unpacks the browser that npm carries, once for each of its versions and users. The carrier unpacks into the temporary
 * folder and takes whatever lies there for whole; given a folder of its own, renamed when done, an interruption or a
 * second test at once does no harm. Linux x64 only: elsewhere throws.
 */
export async function unpackChromium(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no browser found: install Chrome, Chromium or Edge, or name one in PORTAVOCE_CHROMIUM');
  }
  const packageDir = dirname(dirname(createRequire(import.meta.url).resolve(CARRIER)));
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `portavoce-chromium-${version}-${userInfo().uid}`);
  if (!existsSync(folder)) await unpackInto(folder, packageDir);
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const libraries = hasNss() ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  return { executablePath: join(folder, 'chromium'), env: { ...fonts, ...libraries } };
}

async function unpackInto(folder: string, packageDir: string): Promise<void> {
  const partial = mkdtempSync(`${folder}-`);
  const parts = JSON.stringify(PARTS.map((name) => join(packageDir, 'bin', name)));
  const program = `import { inflate } from '${CARRIER}'; for (const part of ${parts}) await inflate(part);`;
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: partial },
    });
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** A bare Linux lacks the certificate library that the browser is linked to. */
function hasNss(): boolean {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes('libnss3.so');
  } catch {
    return false;
  }
}
