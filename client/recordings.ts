import { mount } from 'svelte';
import './style/base.css';
import Library from './screens/Library.svelte';
import { LIBRARY_TEXTS } from './screens/library/words.ts';
import { createKeyring } from './screens/teacher/keyring.ts';
import { placeOf } from './screens/teacher/place.ts';
import { createPreferences } from './state/preferences.svelte.ts';
import { deviceStorage } from './state/storage.ts';
import { loadWords } from './state/words.svelte.ts';
import { currentLanguage } from './text/stored-language.ts';

/** The library of recordings: `/recordings`. */
async function start(target: Element): Promise<void> {
  const storage = deviceStorage();
  createPreferences(storage, document.documentElement);
  const words = await loadWords(LIBRARY_TEXTS, currentLanguage(), document.documentElement);
  const keyring = createKeyring(storage);
  // The key leaves the address at once: what stands in an address bar gets projected.
  const { key } = placeOf(location);
  if (key !== null) keyring.keepTeacherKey(key);
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  mount(Library, { target, props: { keyring, words } });
}

const target = document.querySelector('#recordings');
if (target === null) throw new Error('recordings.html should have an element #recordings');
void start(target);
