import '../style/base.css';
import { mount } from 'svelte';
import { COMMON_TEXT } from '../text/common.ts';
import { loadText } from '../text/load-text.ts';
import { currentLanguage } from '../text/stored-language.ts';
import Gallery from './Gallery.svelte';

/**
 * Every part on one page, with a real little network: for whoever changes a part. Run `npx vite` and open
 * /gallery.html (?lang=en, ?theme=dark); it is no entry of the build.
 */
async function show(): Promise<void> {
  const theme = new URLSearchParams(location.search).get('theme');
  const language = currentLanguage();
  if (theme !== null) document.documentElement.dataset['theme'] = theme;
  document.documentElement.lang = language;
  const target = document.querySelector('#gallery');
  if (target === null) throw new Error('gallery.html should have an element #gallery');
  mount(Gallery, { target, props: { common: await loadText(COMMON_TEXT, language), language } });
}

void show();
