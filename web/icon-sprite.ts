// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const SPRITE = 'bootstrap-italia/dist/svg/sprites.svg';
const VIRTUAL = 'virtual:icon-sprite';
const DEVELOPMENT_URL = '/icons.svg';

/** Cuts the named symbols out of the design system's sprite. Throws on a name that it does not hold. */
export function cutSprite(sprite: string, names: readonly string[]): string {
  const symbols = names.map((name) => {
    const symbol = new RegExp(`<symbol id="${name}"[^>]*>.*?</symbol>`, 's').exec(sprite)?.[0];
    if (symbol === undefined) throw new Error(`the sprite has no icon \`${name}\``);
    return symbol;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

/** Serves the icons in use as one file of our own; `virtual:icon-sprite` exports its address. */
export function iconSprite(names: readonly string[]): Plugin {
  const source = () => cutSprite(readFileSync(createRequire(import.meta.url).resolve(SPRITE), 'utf8'), names);
  let building = false;
  return {
    name: 'portavoce:icon-sprite',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load(id) {
      if (id !== `\0${VIRTUAL}`) return undefined;
      if (!building) return `export default '${DEVELOPMENT_URL}';`;
      const reference = this.emitFile({ type: 'asset', name: 'icons.svg', source: source() });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    configureServer(server) {
      server.middlewares.use(DEVELOPMENT_URL, (_request, response) => {
        response.setHeader('content-type', 'image/svg+xml');
        response.end(source());
      });
    },
  };
}
