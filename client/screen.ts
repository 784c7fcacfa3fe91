import './style/base.css';
import './screens/screen/projector.css';
import { mount } from 'svelte';
import { findAddresses } from './link/api.ts';
import { connect } from './link/connect.ts';
import Screen from './screens/Screen.svelte';
import { sharedOrigin } from './screens/screen/join-address.ts';
import { keepScreenKey, recallScreenKey } from './screens/screen/screen-keys.ts';
import { readScreenPlace } from './screens/screen/screen-place.ts';
import { createPreferences } from './state/preferences.svelte.ts';
import { createSession } from './state/session.svelte.ts';
import { deviceStorage } from './state/storage.ts';
import { loadWords } from './state/words.svelte.ts';
import { COMMON_TEXT } from './text/common.ts';
import { SCREEN_TEXT } from './text/screen.ts';
import { currentLanguage } from './text/stored-language.ts';

/** The projector's page: `/screen/CODE#token`. */
async function start(target: Element): Promise<void> {
  const storage = deviceStorage();
  const place = readScreenPlace(location);
  const kept = recallScreenKey(storage, place.code);
  const token = place.token ?? kept.token;
  const address = place.address ?? kept.address;
  const root = document.documentElement;
  const words = await loadWords({ common: COMMON_TEXT, text: SCREEN_TEXT }, currentLanguage(), root);
  const session =
    token === null
      ? null
      : createSession<'screen'>((hooks) =>
          connect({ role: 'screen', code: place.code, token, storage: null, ...hooks }),
        );
  mount(Screen, {
    target,
    props: {
      session,
      words,
      preferences: createPreferences(storage, root),
      knownOrigin: address ?? sharedOrigin(location),
      findAddresses: async () => {
        const found = token === null ? null : await findAddresses(token);
        return found?.ok === true ? found.value : null;
      },
      oncode: (code: string) => {
        keepScreenKey(storage, { code, token, address });
        history.replaceState(null, '', `/screen/${code}${location.search}`);
      },
    },
  });
}

const target = document.querySelector('#screen');
if (target === null) throw new Error('screen.html should have an element #screen');
void start(target);
