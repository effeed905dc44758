// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.ts';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.ProgramFiles, process.env['ProgramFiles(x86)']].flatMap((folder) =>
    folder === undefined
      ? []
      : [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ],
  ),
];

/** A browser that talks to nobody but the page under test. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A container's 64 MB of /dev/shm are not enough for a page.
  '--disable-dev-shm-usage',
];

export interface BrowserProgram {
  readonly executablePath: string;
  /** What it needs in its environment, besides ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** The browser named in PORTAVOCE_CHROMIUM, one installed on the machine, or the one that npm carries. */
export async function findChromium(installed: readonly string[] = INSTALLED): Promise<BrowserProgram> {
  const named = process.env.PORTAVOCE_CHROMIUM;
  if (named) return { executablePath: named, env: {} };
  const found = installed.find((path) => existsSync(path));
  return found === undefined ? unpackChromium() : { executablePath: found, env: {} };
}

/** Starts a browser with an empty profile, which goes away with it. Close it when done. */
export async function launchChromium(program?: BrowserProgram): Promise<Browser> {
  const { executablePath, env } = program ?? (await findChromium());
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    headless: true,
    // Chromium refuses its own sandbox to root.
    chromiumSandbox: !isRoot,
    args: QUIET,
    env: { ...definedEnvironment(), ...env },
  });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
