import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** The client: one small page per role, so that a phone loads only its own. */
export default defineConfig({
  root: 'client',
  base: '/',
  plugins: [svelte()],
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
