import './style/base.css';
import { mount } from 'svelte';
import StudentPage from './screens/StudentPage.svelte';
import { createPreferences } from './state/preferences.svelte.ts';
import { createSeatTokens } from './state/seat-tokens.ts';
import { deviceStorage } from './state/storage.ts';
import { loadWords } from './state/words.svelte.ts';
import { COMMON_TEXT } from './text/common.ts';
import { JOIN_TEXT } from './text/join.ts';
import { currentLanguage } from './text/stored-language.ts';
import { STUDENT_TEXT } from './text/student.ts';

/** The phone's page: joining, then the class. */
async function start(target: Element): Promise<void> {
  const root = document.documentElement;
  const storage = deviceStorage();
  const preferences = createPreferences(storage, root);
  const loaders = { common: COMMON_TEXT, join: JOIN_TEXT, student: STUDENT_TEXT };
  const words = await loadWords(loaders, currentLanguage(), root);
  mount(StudentPage, { target, props: { words, preferences, seats: createSeatTokens(storage) } });
}

const target = document.querySelector('#page');
if (target === null) throw new Error('index.html should have an element #page');
void start(target);
