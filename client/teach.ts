import { mount } from 'svelte';
import './style/base.css';
import Teacher from './screens/Teacher.svelte';
import { createKeyring } from './screens/teacher/keyring.ts';
import { placeOf } from './screens/teacher/place.ts';
import { TEACHER_TEXTS } from './screens/teacher/words.ts';
import { createPreferences } from './state/preferences.svelte.ts';
import { deviceStorage, tabStorage } from './state/storage.ts';
import { loadWords } from './state/words.svelte.ts';
import { currentLanguage } from './text/stored-language.ts';

/** The teacher's page: `/teach` and `/teach/CODE`. */
async function start(target: Element): Promise<void> {
  const storage = deviceStorage();
  createPreferences(storage, document.documentElement);
  const words = await loadWords(TEACHER_TEXTS, currentLanguage(), document.documentElement);
  mount(Teacher, {
    target,
    props: {
      place: placeOf(location),
      keyring: createKeyring(storage),
      words,
      storage: tabStorage(),
      memory: storage,
    },
  });
}

const target = document.querySelector('#teach');
if (target === null) throw new Error('teach.html should have an element #teach');
void start(target);
