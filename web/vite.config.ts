// SPDX-License-Identifier: AGPL-3.0-or-later
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { iconSprite } from './icon-sprite.ts';
import { ICON_NAMES } from './ui/icon-names.ts';

const PURE_MODULES = /\/src\/(policy|triage|kernel)\//;

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), iconSprite(ICON_NAMES)],
  css: {
    preprocessorOptions: {
      scss: {
        // bootstrap-italia 2 is written for an older Sass; its warnings are not ours to mend.
        quietDeps: true,
        silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function', 'abs-percent'],
      },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A `data:` URL would make the content security policy wider.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Zod must hear that it may not compile before any contract is made, in whatever piece the contract lies.
            { name: 'schemas', test: /[\\/](node_modules[\\/]zod[\\/]|web[\\/]app[\\/]no-eval\.ts$)/ },
          ],
        },
      },
      treeshake: {
        // Contracts name words of the policy; modules that only compute are left out where nothing of them is used.
        moduleSideEffects: [{ test: PURE_MODULES, sideEffects: false }],
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/policy': 'http://127.0.0.1:3000' } },
});
