import { mount } from 'svelte';
import './style/base.css';
import Report from './screens/Report.svelte';
import './screens/report/report.css';
import { reportPlaceOf } from './screens/report/report-place.ts';
import { REPORT_TEXTS } from './screens/report/words.ts';
import { createKeyring } from './screens/teacher/keyring.ts';
import { createPreferences } from './state/preferences.svelte.ts';
import { deviceStorage } from './state/storage.ts';
import { loadWords } from './state/words.svelte.ts';
import { currentLanguage } from './text/stored-language.ts';

/** The report on a class: `/report/ID`. */
async function start(target: Element): Promise<void> {
  const storage = deviceStorage();
  createPreferences(storage, document.documentElement);
  const words = await loadWords(REPORT_TEXTS, currentLanguage(), document.documentElement);
  const keyring = createKeyring(storage);
  const place = reportPlaceOf(location);
  if (place.key !== null) {
    keyring.keepTeacherKey(place.key);
    // The key leaves the address at once. A share's secret stays: it is what makes the address worth keeping.
    history.replaceState(null, '', location.pathname + location.search);
  }
  mount(Report, { target, props: { place, keyring, words } });
}

const target = document.querySelector('#report');
if (target === null) throw new Error('report.html should have an element #report');
void start(target);
