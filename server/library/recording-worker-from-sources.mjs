// Development and tests only: a thread does not inherit the loader that runs TypeScript, so it brings its own.
import { register } from 'tsx/esm/api';

register();
await import('./recording-worker.ts');
