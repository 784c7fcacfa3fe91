import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/**
 * The player as one HTML file: scripts, styles, fonts and workers inside it, so that it opens from a disk and asks
 * nobody for anything. The server puts a recording into its empty `#recording`.
 */
export default defineConfig({
  root: 'client',
  base: './',
  plugins: [svelte(), onePage()],
  resolve: {
    alias: [
      {
        find: /^.*\/workers\/hire-worker\.ts$/u,
        replacement: fileURLToPath(new URL('client/workers/hire-inline-worker.ts', import.meta.url)),
      },
    ],
  },
  build: {
    target: 'es2021',
    outDir: '../dist/client',
    emptyOutDir: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    rollupOptions: { input: 'client/player.html', output: { codeSplitting: false } },
  },
});

/** Puts the one script and the one style sheet into the page that names them, with a policy that allows these alone. */
function onePage(): Plugin {
  return {
    name: 'one-page',
    enforce: 'post',
    // After everybody: the bundler writes what its dynamic imports need into the script this late.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['player.html'];
        if (page?.type !== 'asset') throw new Error('the build should have made player.html');
        let html = String(page.source);
        const policy = ["default-src 'none'", 'font-src data:', 'img-src data:', 'worker-src blob:'];
        for (const [name, part] of Object.entries(bundle)) {
          if (part === page) continue;
          const isScript = part.type === 'chunk';
          const text = isScript ? part.code.trim() : String(part.source).trim();
          const tag = isScript ? 'script' : 'style';
          // An end tag within would end the element: in a script it stands in strings, where a backslash changes nothing.
          const inside = text.replaceAll(`</${tag}`, `<\\/${tag}`);
          const named = isScript
            ? new RegExp(`<script[^>]*src="[^"]*${name}"[^>]*></script>`, 'u')
            : new RegExp(`<link[^>]*href="[^"]*${name}"[^>]*>`, 'u');
          if (!named.test(html))
            throw new Error(`player.html should name ${name}, the only file of its kind`);
          html = html.replace(named, () =>
            isScript ? `<script type="module">${inside}</script>` : `<style>${inside}</style>`,
          );
          policy.push(`${tag}-src 'sha256-${createHash('sha256').update(inside).digest('base64')}'`);
          delete bundle[name];
        }
        page.source = html.replace(
          '<meta charset="utf-8" />',
          (charset) =>
            `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}" />`,
        );
      },
    },
  };
}
