// SPDX-License-Identifier: AGPL-3.0-or-later
import { posix } from 'node:path';
import { type Import, importsOf } from './imports.ts';
import {
  CONTRACT_MAY_IMPORT,
  MODULE_NAMES,
  mayImport,
  PURE,
  PURE_FOLDERS,
  ROOT_MODULE,
  WEB_MAY_IMPORT,
} from './rules.ts';
import { isCode, isTest, type SourceFile } from './tree.ts';

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** Everything in these files that the one-way rules forbid. */
export function violationsIn(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => isCode(path))
    .flatMap(({ path, source }) =>
      importsOf(source).flatMap((found) => {
        const what = complaint(path, found);
        return what === null ? [] : [{ path, line: found.line, what: `${what}: \`${found.specifier}\`` }];
      }),
    );
}

/** Files under `src` belong to a module, the others to the folder at the root of the program. */
export function homeOf(path: string): { area: string; module: string | null } {
  const [area = '', module = ''] = path.split('/');
  return area === 'src' ? { area, module } : { area, module: null };
}

function complaint(path: string, { specifier }: Import): string | null {
  const { area, module } = homeOf(path);
  if (area === 'src' && module !== null) return inModule(path, module, specifier);
  if (area === 'web') return inWeb(path, specifier);
  if (area === 'sandbox') return inSandbox(path, specifier);
  return specifier.startsWith('#') ? byName(ROOT_MODULE, specifier) : null;
}

function inModule(path: string, module: string, specifier: string): string | null {
  if (module !== ROOT_MODULE && !MODULE_NAMES.includes(module)) return 'a module that the rules do not know';
  const folder = isTest(path) ? undefined : Object.keys(PURE_FOLDERS).find((pure) => path.startsWith(pure));
  if (folder !== undefined) return inPureFolder(path, folder, specifier);
  if (specifier.startsWith('.')) return byPath(path, specifier);
  if (path.endsWith('/contract.ts') && !CONTRACT_MAY_IMPORT.test(specifier)) return 'a contract imports only contracts';
  if (specifier.startsWith('#')) return byName(module, specifier);
  const pure = PURE[module];
  if (pure === undefined || isTest(path)) return null;
  if (specifier.startsWith('node:')) return 'a pure module fetches nothing';
  return pure.includes(specifier) ? null : 'a pure module imports no package but those named';
}

/** Only its own files and the modules named for it. */
function inPureFolder(path: string, folder: string, specifier: string): string | null {
  if (specifier.startsWith('.'))
    return posix.normalize(posix.join(posix.dirname(path), specifier)).startsWith(folder)
      ? null
      : 'a pure folder imports nothing beside it';
  const allowed = PURE_FOLDERS[folder]?.some((module) => specifier === `#${module}`) ?? false;
  return allowed ? null : 'a pure folder fetches nothing';
}

function byName(module: string, specifier: string): string | null {
  const match = /^#([a-z]+)(\/contract)?$/.exec(specifier);
  const to = match?.[1];
  if (to === undefined || !MODULE_NAMES.includes(to))
    return 'modules are imported by name, as `#inbox` or `#inbox/contract`';
  if (to === module) return 'a module imports its own files by relative path';
  return mayImport(module, to) ? null : `${module} may not import ${to}`;
}

/** A relative path stays in its module, except that tests use the shared support, and `app` the simulated world. */
function byPath(path: string, specifier: string): string | null {
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  const { area, module } = homeOf(path);
  const to = homeOf(target);
  if (to.area === area && (area !== 'src' || to.module === module)) return null;
  if (isTest(path) && (target.startsWith('tests/support/') || to.area === 'sandbox')) return null;
  if (module === ROOT_MODULE && to.area === 'sandbox') return null;
  return 'a path into another module';
}

function inWeb(path: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return byPath(path, specifier);
  if (!specifier.startsWith('#')) return null;
  const to = /^#([a-z]+)(\/contract)?$/.exec(specifier);
  const allowed = to !== null && (to[2] !== undefined || WEB_MAY_IMPORT.includes(to[1] ?? ''));
  return allowed ? null : 'the web imports contracts, policy and triage';
}

function inSandbox(path: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return 'the sandbox shares no code with the desk';
  return specifier.startsWith('.') ? byPath(path, specifier) : null;
}

/** Which modules each module really imports. */
export function moduleGraph(files: readonly SourceFile[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { path, source } of files) {
    const { module } = homeOf(path);
    if (module === null || !isCode(path) || isTest(path)) continue;
    const targets = graph.get(module) ?? new Set();
    for (const { specifier } of importsOf(source)) {
      const to = /^#([a-z]+)/.exec(specifier)?.[1];
      if (to !== undefined) targets.add(to);
    }
    graph.set(module, targets);
  }
  return graph;
}

/** A way from a module back to itself, or null. */
export function findCycle(graph: ReadonlyMap<string, Iterable<string>>): string[] | null {
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): string[] | null => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name)) return null;
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next, [...way, name]);
      if (cycle !== null) return cycle;
    }
    done.add(name);
    return null;
  };
  for (const name of graph.keys()) {
    const cycle = visit(name, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
