import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const repository = resolve(root, '../..');
const { compilerOptions } = JSON.parse(readFileSync(join(repository, 'tsconfig.json'), 'utf8')) as {
  compilerOptions: { paths: Record<string, [string]> };
};

/** The client sees the kernel and the contracts: no other alias exists here, so that nothing else can be imported. */
const alias = Object.entries(compilerOptions.paths)
  .filter(([name]) => name === '@hz/kernel' || name.endsWith('/contract'))
  .map(([name, [target]]) => ({ find: new RegExp(`^${name}$`), replacement: join(repository, target) }));

export default defineConfig({
  root,
  plugins: [react()],
  resolve: { alias },
  build: {
    outDir: join(repository, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // Small fonts too are files of their own: the content security policy lets no page load one out of a style sheet.
    assetsInlineLimit: 0,
    // Browsers that know no preloading load the same files a little later.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Contracts and kernel only declare: what a page does not use of them stays out of its files.
      treeshake: { moduleSideEffects: (id) => !id.startsWith(join(repository, 'libs')) },
    },
  },
});
