import { describe, expect, it } from 'vitest';
import { HTTP_ERRORS } from '../../../shared/wire/http.ts';
import { HTTP_ERRORS_TEXT } from '../../../client/text/http-errors.ts';
import { loadText } from '../../../client/text/load-text.ts';

describe('why a request was not done', () => {
  it.each([...HTTP_ERRORS, 'unreachable'] as const)('%s has its sentence in both languages', async (code) => {
    const spanish = (await loadText(HTTP_ERRORS_TEXT, 'es'))[code](2_400);
    const english = (await loadText(HTTP_ERRORS_TEXT, 'en'))[code](2_400);
    for (const sentence of [spanish, english]) expect(sentence).toMatch(/^\p{Lu}.*[.?]$/u);
    expect(spanish).not.toBe(english);
    expect(spanish).not.toMatch(/vosotr|ustedes|\bordenador\b|\bcelular\b|\bm[óo]vil\b/iu);
  });
});
