import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepFormerAssets } from '../../scripts/lib/former-assets.mjs';
import { addFile, folderWith } from './in-temporary-folder.mjs';

const HOUR_MS = 3_600_000;

describe('the parts of pages that are open while their server is built anew', () => {
  it('are kept for a day after they were replaced, however old they are (C10)', () => {
    const dist = folderWith({ 'client/assets/join-old.js': '1', 'client/index.html': 'old' });
    const startMs = 1_000 * HOUR_MS;
    keepFormerAssets(dist, startMs);
    addFile(dist, 'client/assets/join-new.js', '2');
    keepFormerAssets(dist, startMs + 24 * HOUR_MS);
    const kept = (ms) => join(dist, 'former', String(ms), 'assets');
    expect(readdirSync(kept(startMs))).toEqual(['join-old.js']);
    keepFormerAssets(dist, startMs + 25 * HOUR_MS);
    expect(existsSync(kept(startMs))).toBe(false);
    expect(readdirSync(kept(startMs + 24 * HOUR_MS))).toContain('join-new.js');
  });

  it('are none before the first build', () => {
    const dist = folderWith({});
    keepFormerAssets(dist, 0);
    expect(readdirSync(dist)).toEqual([]);
  });
});
