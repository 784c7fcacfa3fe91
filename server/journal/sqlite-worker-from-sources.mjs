// Development and tests only: a thread does not inherit the loader that runs TypeScript, so it brings its own, or takes
// what a run of the tests has bundled.
const built = process.env['BUILT_THREADS'];
if (built === undefined) (await import('tsx/esm/api')).register();
await import(built === undefined ? './sqlite-worker.ts' : `${built}/sqlite-worker.js`);
