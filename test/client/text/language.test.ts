import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../client/text/language.ts';

describe('the language of a page', () => {
  it('is the address’s, whatever the device would rather speak', () => {
    expect(chooseLanguage({ search: '?lang=en', stored: 'es', preferred: ['es-ES'] })).toBe('en');
  });

  it('is what this person chose before, when the address says nothing', () => {
    expect(chooseLanguage({ search: '', stored: 'en', preferred: ['es-AR'] })).toBe('en');
  });

  it('is the browser’s first wish that we speak', () => {
    expect(chooseLanguage({ search: '', stored: null, preferred: ['ca-ES', 'en-GB', 'es-MX'] })).toBe('en');
    expect(chooseLanguage({ search: '', stored: null, preferred: ['es-419'] })).toBe('es');
  });

  it('is Spanish when nobody wishes for anything we speak', () => {
    expect(chooseLanguage({ search: '?lang=tlh', stored: '', preferred: ['fr', 'de-CH'] })).toBe('es');
    expect(chooseLanguage({ search: '', stored: null, preferred: [] })).toBe('es');
  });
});
