import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../../shared/lessons/catalogue.ts';
import { loadText } from '../../../client/text/load-text.ts';
import { SCRIPT_TEXT, scriptAsides, stageScript } from '../../../client/text/script.ts';

const es = await loadText(SCRIPT_TEXT, 'es');
const en = await loadText(SCRIPT_TEXT, 'en');
const SCRIPTED = LESSONS.filter(({ id }) => id !== 'free').map((lesson) => [lesson.id, lesson] as const);

describe('the teacher’s script', () => {
  it.each(SCRIPTED)('of %s has words for each of its stages, in both languages', (id, { stages }) => {
    for (const text of [es, en]) {
      const own = new Map(Object.entries(text.lessons)).get(id);
      expect(own?.stages).toHaveLength(stages.length);
      for (const line of own?.stages.flatMap((stage) => Object.values(stage)) ?? []) {
        expect(line).toMatch(/[.?]$/u);
      }
    }
  });

  it('of free play and of a lesson of one’s own is that of every stage of the kind', () => {
    for (const lesson of ['free', 'own']) {
      expect(stageScript(es, lesson, 1, 'probe')).toBe(es.stages.probe);
      expect(scriptAsides(es, lesson).at(-1)).toEqual({ title: es.exitTitle, text: es.exit });
    }
  });

  it('has the practice round’s words before any lesson, and the lesson’s own question at its end', () => {
    expect(stageScript(es, 'line', -1, 'practice')).toBe(es.stages.practice);
    expect(scriptAsides(en, 'line').at(-1)?.text).toBe(en.lessons.line.exit);
  });

  it('is neutral Spanish', () => {
    expect(JSON.stringify(es)).not.toMatch(/vosotr|ustedes|\bordenador\b|\bcelular\b|\bm[óo]vil\b/iu);
  });
});
