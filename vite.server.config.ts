import { defineConfig } from 'vite';

/** The server: bundled from its sources, with the packages left outside. */
export default defineConfig({
  build: {
    ssr: 'server/main.ts',
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
  },
});
