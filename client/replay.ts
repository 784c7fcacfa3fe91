import { mount } from 'svelte';
import './style/base.css';
import './screens/replay/replay.css';
import { readRecording } from './link/recordings-api.ts';
import { readMoment } from './replay/moment.ts';
import { replayPlaceOf } from './screens/replay/place.ts';
import { REPLAY_TEXTS } from './screens/replay/words.ts';
import Replay from './screens/Replay.svelte';
import { createKeyring } from './screens/teacher/keyring.ts';
import { createPreferences } from './state/preferences.svelte.ts';
import { createReplaySource, type ReadKept } from './state/replay-source.svelte.ts';
import { deviceStorage } from './state/storage.ts';
import { loadWords } from './state/words.svelte.ts';
import { currentLanguage } from './text/stored-language.ts';

/** Names come to the teacher alone, who saw them in class. */
const readKept: ReadKept = ({ id, key, isTeacher }, onreceived) =>
  readRecording(key, id, isTeacher, onreceived);

/** The player's page: `/replay` and `/replay/ID`. */
async function start(target: Element): Promise<void> {
  const storage = deviceStorage();
  const preferences = createPreferences(storage, document.documentElement);
  const words = await loadWords(REPLAY_TEXTS, currentLanguage(), document.documentElement);
  mount(Replay, {
    target,
    props: {
      place: replayPlaceOf(location),
      first: readMoment(location.search),
      source: createReplaySource(readKept),
      beside: createReplaySource(readKept),
      keyring: createKeyring(storage),
      words,
      preferences,
    },
  });
}

const target = document.querySelector('#replay');
if (target === null) throw new Error('replay.html should have an element #replay');
void start(target);
