import { mount } from 'svelte';
import './style/base.css';
import './screens/replay/replay.css';
import type { ApiResult } from './link/ask.ts';
import { readMoment } from './replay/moment.ts';
import { REPLAY_TEXTS } from './screens/replay/words.ts';
import Replay from './screens/Replay.svelte';
import { createPreferences } from './state/preferences.svelte.ts';
import { createReplaySource, openedFrom, type Showing } from './state/replay-source.svelte.ts';
import { deviceStorage } from './state/storage.ts';
import { loadWords } from './state/words.svelte.ts';
import { currentLanguage } from './text/stored-language.ts';

/** There is no server to ask for anything: everything is in the file, or is dropped on it. */
const readNothing = (): Promise<ApiResult<Blob>> =>
  Promise.resolve({ ok: false, error: 'unreachable', ms: null });

/** The player as one file that opens from a disk, with its recording inside; without one it opens others. */
async function start(target: Element): Promise<void> {
  const root = document.documentElement;
  const inside = document.querySelector<HTMLElement>('#recording');
  const preferences = createPreferences(deviceStorage(), root);
  // Whoever made the file said in which language.
  const own = inside?.dataset['language'];
  const words = await loadWords(REPLAY_TEXTS, currentLanguage(own === undefined ? [] : [own]), root);
  mount(Replay, {
    target,
    props: {
      place: { id: null, share: null },
      first: readMoment(location.search),
      source: createReplaySource(readNothing, showingIn(inside?.textContent?.trim() ?? '')),
      beside: createReplaySource(readNothing),
      keyring: null,
      words,
      preferences,
    },
  });
}

/** What whoever made the file put into it, as base64. */
function showingIn(base64: string): Showing {
  if (base64 === '') return { kind: 'nothing' };
  const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
  return openedFrom(bytes, null);
}

const target = document.querySelector('#replay');
if (target === null) throw new Error('player.html should have an element #replay');
void start(target);
