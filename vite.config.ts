import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { keepFormerAssets } from './scripts/lib/former-assets.mjs';

/** The client: one small page per role, so that a phone loads only its own. */
export default defineConfig({
  root: 'client',
  base: '/',
  plugins: [
    svelte(),
    {
      name: 'keep-former-assets',
      apply: 'build',
      buildStart: () => keepFormerAssets(fileURLToPath(new URL('dist', import.meta.url)), Date.now()),
    },
  ],
  build: {
    target: 'es2021',
    outDir: '../dist/client',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        join: 'client/index.html',
        screen: 'client/screen.html',
        teach: 'client/teach.html',
        recordings: 'client/recordings.html',
        report: 'client/report.html',
        notFound: 'client/not-found.html',
        replay: 'client/replay.html',
      },
    },
  },
});
