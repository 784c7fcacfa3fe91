import { defineConfig } from 'vite';

/** The server: bundled from its sources, with the packages left outside. Its threads are programs of their own. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        main: 'server/main.ts',
        'sqlite-worker': 'server/journal/sqlite-worker.ts',
        'recording-worker': 'server/library/recording-worker.ts',
      },
      // Flat, so that the thread's program lies beside whoever starts it.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
