import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

export type StaticFile = {
  readonly type: string;
  /** Named by its content, so that it never changes under its name. */
  readonly immutable: boolean;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  /** Null for what does not get smaller. */
  readonly gzipped: () => Uint8Array<ArrayBuffer> | null;
};

/** The built client, by path: `/assets/join-4f1c.js`. A path that is not in the list is no file, whatever it spells. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

/**
 * Lists the folder once, and beside it what the builds of the last day had for pages that are still open. Throws, with what
 * to do, where the client has not been built.
 */
export function listStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  const former = join(folder, '..', 'former');
  for (const path of filesIn(former)) add(path, relative(former, path).split(sep).slice(1));
  for (const path of filesIn(folder)) add(path, relative(folder, path).split(sep));

  function add(path: string, parts: readonly string[]): void {
    const name = `/${parts.join('/')}`;
    files.set(name, staticFile(path, name));
  }

  if (!files.has('/index.html'))
    throw new Error(`there is no client in ${folder}: build it with npm run build`);
  return files;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** Read and compressed once, when first asked for: a whole class asks for the same few files in the same minute. */
function staticFile(path: string, name: string): StaticFile {
  const extension = extname(path);
  const bytes = once(() => new Uint8Array(readFileSync(path)));
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    immutable: name.startsWith('/assets/'),
    bytes,
    gzipped: once(() =>
      COMPRESSIBLE.has(extension) ? new Uint8Array(gzipSync(bytes(), { level: 9 })) : null,
    ),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
