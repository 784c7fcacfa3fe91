import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../../shared/lessons/catalogue.ts';
import { LESSONS_TEXT } from '../../../client/text/lessons.ts';
import { loadText } from '../../../client/text/load-text.ts';

const es = await loadText(LESSONS_TEXT, 'es');
const en = await loadText(LESSONS_TEXT, 'en');

describe('the lessons in words', () => {
  it('are all there, in both languages, and none besides', () => {
    const ids = LESSONS.map(({ id }) => id).sort();
    expect(Object.keys(es).sort()).toEqual(ids);
    expect(Object.keys(en).sort()).toEqual(ids);
  });

  it('have a name, a title that gives nothing away, and a sentence', () => {
    for (const { name, title, about } of [...Object.values(es), ...Object.values(en)]) {
      expect(name).toMatch(/^[\p{Lu}¿]/u);
      expect(title).toMatch(/^[\p{Lu}¿]/u);
      expect(about).toMatch(/^.*\.$/u);
    }
    expect(JSON.stringify(es)).not.toMatch(/vosotr|ustedes|\bordenador\b|\bcelular\b|\bm[óo]vil\b/iu);
  });
});
