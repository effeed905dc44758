// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

export interface SourceFile {
  /** From the folder of the program, with forward slashes. */
  readonly path: string;
  readonly source: string;
}

export const ROOT = resolve(import.meta.dirname, '..', '..');

/** What .gitignore leaves out: not ours, or made again at will. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'data', '.git']);
const TEXT =
  /\.(ts|tsx|mjs|js|json|sql|css|scss|html|md|yaml|yml|svg|txt|ndjson)$|(^|\/)(portavoce|run|Dockerfile|\.gitignore)$/;

/** Every text file of the program. */
export function readTree(): SourceFile[] {
  return walk(ROOT)
    .map((file) => ({ file, path: relative(ROOT, file).split(sep).join('/') }))
    .filter(({ path }) => TEXT.test(path))
    .map(({ file, path }) => ({ path, source: readFileSync(file, 'utf8') }));
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name) || entry.name.endsWith('.log')) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : [];
  });
}

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs|js)$|^bin\/portavoce$/.test(path);
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
