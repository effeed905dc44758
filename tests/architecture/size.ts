// SPDX-License-Identifier: AGPL-3.0-or-later
import { isCode, isTest, type SourceFile } from './tree.ts';

const LONGEST = 300;
const LONGEST_TEST = 500;

export interface Exception {
  readonly path: string;
  /** How long it may be; lowered whenever the file gets shorter. */
  readonly lines: number;
  readonly reason: string;
}

/** May only shrink. */
export const EXCEPTIONS: readonly Exception[] = [];

export const linesOf = (source: string): number => source.replace(/\n$/, '').split('\n').length;
export const limitOf = (path: string): number => (isTest(path) ? LONGEST_TEST : LONGEST);

/** Files over their limit, and exceptions that are too generous, needless or about no file. */
export function sizeComplaints(files: readonly SourceFile[], exceptions: readonly Exception[]): string[] {
  const excused = new Map(exceptions.map((exception) => [exception.path, exception.lines]));
  const tooLong = files.flatMap(({ path, source }) => {
    if (!isCode(path)) return [];
    const [lines, limit] = [linesOf(source), excused.get(path) ?? limitOf(path)];
    return lines > limit ? [`${path}: ${lines} lines, at most ${limit}`] : [];
  });
  const sizes = new Map(files.map(({ path, source }) => [path, linesOf(source)]));
  const idle = exceptions.flatMap(({ path, lines }) => {
    const size = sizes.get(path);
    if (size === undefined || size <= limitOf(path)) return [`${path}: the exception is not needed`];
    return size < lines ? [`${path}: lower the exception from ${lines} to ${size}`] : [];
  });
  return [...tooLong, ...idle];
}

/** Modules that keep something and do not say in a README what. */
export function modulesWithoutReadme(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const keepers = [...paths].flatMap((path) => /^src\/([a-z]+)\/(?:store|tables)\.ts$/.exec(path)?.[1] ?? []);
  return [...new Set(keepers)].filter((name) => !paths.has(`src/${name}/README.md`));
}
