// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordingCard, RecordingPatch } from '../../../shared/wire/recordings.ts';
import type { ApiError } from '../../../client/link/ask.ts';
import Shelf from '../../../client/screens/library/Shelf.svelte';
import { LIBRARY_TEXTS } from '../../../client/screens/library/words.ts';
import type { Library, Shelf as ShelfState } from '../../../client/state/library.svelte.ts';
import { loadWords } from '../../../client/state/words.svelte.ts';
import { sampleCard } from './sample-cards.ts';

afterEach(cleanup);

const words = await loadWords(LIBRARY_TEXTS, 'es', document.documentElement);
const text = words.texts.library;

type Asked = {
  readonly patches: RecordingPatch[];
  readonly removed: string[];
  readonly shared: (number | null)[];
};

function show(shelf: ShelfState, changes: Partial<Library> = {}, answer: ApiError | null = null): Asked {
  const asked: Asked = { patches: [], removed: [], shared: [] };
  const library: Library = {
    shelf,
    codes: new Map(),
    imports: { list: [], add: () => Promise.resolve(), forget: () => undefined },
    refresh: () => Promise.resolve(),
    change: async (_id, patch) => {
      asked.patches.push(patch);
      return answer;
    },
    remove: async (id) => {
      asked.removed.push(id);
      return answer;
    },
    removeNames: async () => answer,
    share: async (_id, days) => {
      asked.shared.push(days);
      return { ok: true, value: { id: 'share', token: 'secret' } };
    },
    takeBack: async () => answer,
    close: () => undefined,
    ...changes,
  };
  render(Shelf, {
    key: 'key',
    library,
    words,
    origins: ['http://192.168.1.20:3000'],
    onforget: () => undefined,
  });
  return asked;
}

const shown = (...cards: readonly RecordingCard[]): ShelfState => ({ kind: 'shown', cards, isOld: false });
const titles = (): readonly (string | undefined)[] =>
  screen.getAllByRole('article').map((card) => within(card).getByRole('heading').textContent?.trim());

describe('the shelf', () => {
  it('says what it is doing while nothing has come yet', () => {
    show({ kind: 'loading' });
    expect(screen.getByRole('status').textContent).toBe(text.loading);
    cleanup();
    show({ kind: 'unreachable' });
    expect(screen.getByRole('alert').textContent).toContain(text.unreachable);
  });

  it('explains what recordings are to whoever has none', () => {
    show(shown());
    screen.getByRole('heading', { name: text.empty.title });
    expect(screen.getByRole('link', { name: text.empty.open }).getAttribute('href')).toBe('/teach');
    expect(screen.queryByRole('search')).toBeNull();
  });

  it('still shows what it had when the server is gone, and says so', () => {
    show({ kind: 'shown', cards: [sampleCard()], isOld: true });
    expect(screen.getByRole('alert').textContent).toContain(text.lost);
    expect(titles()).toEqual(['¿Perro o gato?']);
  });

  it('tells of a class what came of it', () => {
    show(shown(sampleCard({ bots: 2, shares: [{ id: 's', createdAtMs: 0, expiresAtMs: null }] })));
    const card = screen.getByRole('article', { name: '¿Perro o gato?' });
    for (const said of ['0,091', '93 %', '24', '28', 'y 2 bots', 'sin nombres', '1 enlace compartido'])
      within(card).getByText((_, element) => element?.textContent?.replace(/\s/gu, ' ') === said, {
        selector: 'b, span',
      });
    expect(card.textContent).toContain('31 min');
    expect(within(card).getByRole('link', { name: /^Ver/u }).getAttribute('href')).toMatch(
      /^\/replay\/.{22}$/u,
    );
  });

  it('finds by what is typed, says how many there are, and offers a way out where there are none', async () => {
    show(shown(sampleCard({ id: 'a', title: 'Óptica' }), sampleCard({ id: 'b', lesson: 'xor' })));
    const field = screen.getByLabelText(text.search);
    await fireEvent.input(field, { target: { value: 'optica' } });
    expect(titles()).toEqual(['Óptica']);
    screen.getByText(text.found(1, 2));
    await fireEvent.input(field, { target: { value: 'nada de esto' } });
    screen.getByText(text.nothing('nada de esto'));
    await fireEvent.click(screen.getByRole('button', { name: text.clearSearch }));
    expect(titles()).toHaveLength(2);
  });

  it('opens a running class again, and does not let it be deleted', () => {
    show(shown(sampleCard({ id: 'playing', state: 'open' })), { codes: new Map([['playing', 'KM47RX']]) });
    expect(screen.getByRole('link', { name: /^Volver a entrar/u }).getAttribute('href')).toBe(
      '/teach/KM47RX',
    );
    expect(screen.getByRole('button', { name: text.card.delete })).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: /^Compartir/u })).toBeNull();
  });

  it('says of a damaged one what is left, and offers nothing where nothing is', () => {
    show(shown(sampleCard({ state: 'damaged' })));
    screen.getByText(text.card.damagedWhy);
    cleanup();
    show(shown(sampleCard({ state: 'damaged', lossFirst: null, lossLast: null, accuracyLast: null })));
    screen.getByText(text.card.nothingLeft);
    expect(screen.queryByRole('link', { name: /^Ver/u })).toBeNull();
  });
});

describe('a recording’s title', () => {
  const rename = async (typed: string): Promise<void> => {
    await fireEvent.click(screen.getByRole('button', { name: /^Cambiar el título/u }));
    await fireEvent.input(screen.getByLabelText(text.rename.label), { target: { value: typed } });
    await fireEvent.click(screen.getByRole('button', { name: text.rename.save }));
  };

  it('is changed in place, and taken off by leaving it empty', async () => {
    const asked = show(shown(sampleCard({ title: 'Óptica' })));
    await rename('  2.º B  ');
    await rename('');
    expect(asked.patches).toEqual([{ title: '2.º B' }, { title: null }]);
  });

  it('stays as it was on Escape', async () => {
    const asked = show(shown(sampleCard({ title: 'Óptica' })));
    await fireEvent.click(screen.getByRole('button', { name: /^Cambiar el título/u }));
    await fireEvent.keyDown(screen.getByLabelText(text.rename.label), { key: 'Escape' });
    expect(screen.queryByLabelText(text.rename.label)).toBeNull();
    expect(asked.patches).toEqual([]);
  });

  it('says why it could not be kept, and keeps what was typed', async () => {
    show(shown(sampleCard()), {}, 'store-full');
    await rename('2.º B');
    expect(screen.getByRole('alert').textContent).toBe(words.texts.httpErrors['store-full'](0));
    expect(screen.getByLabelText<HTMLInputElement>(text.rename.label).value).toBe('2.º B');
  });
});

describe('a recording’s tags', () => {
  const add = async (typed: string): Promise<void> => {
    await fireEvent.click(screen.getByRole('button', { name: text.tags.addLabel }));
    await fireEvent.input(screen.getByLabelText(text.tags.addLabel), { target: { value: typed } });
    await fireEvent.click(screen.getByRole('button', { name: text.tags.save }));
  };

  it('are added, taken off, and looked for', async () => {
    const asked = show(shown(sampleCard({ id: 'a', tags: ['óptica'] }), sampleCard({ id: 'b' })));
    await fireEvent.click(screen.getByRole('button', { name: text.tags.remove('óptica') }));
    expect(asked.patches).toEqual([{ tags: [] }]);
    await fireEvent.click(screen.getByRole('button', { name: text.tags.find('óptica') }));
    expect(titles()).toHaveLength(1);
    await add('repaso');
    expect(asked.patches[1]).toEqual({ tags: ['óptica', 'repaso'] });
  });

  it('are not added twice, whatever their accents', async () => {
    const asked = show(shown(sampleCard({ tags: ['óptica'] })));
    await add('Optica');
    expect(asked.patches).toEqual([]);
  });
});

describe('deleting', () => {
  it('says first what goes with it, and goes only when confirmed', async () => {
    const card = sampleCard({
      hasNames: true,
      bookmarks: [{ version: 3, label: 'aquí' }],
      shares: [{ id: 's', createdAtMs: 0, expiresAtMs: null }],
    });
    const asked = show(shown(card));
    await fireEvent.click(screen.getByRole('button', { name: text.card.delete }));
    const dialog = screen.getByRole('dialog', { name: text.deleting.title('¿Perro o gato?') });
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      text.deleting.rounds(24),
      text.deleting.names,
      text.deleting.bookmarks(1),
      text.deleting.shares(1),
    ]);
    expect(asked.removed).toEqual([]);
    await fireEvent.click(within(dialog).getByRole('button', { name: text.deleting.confirm }));
    expect(asked.removed).toEqual([card.id]);
    expect(screen.queryByRole('dialog')).toBeNull();
    screen.getByText(text.deleting.done('¿Perro o gato?'));
  });

  it('keeps the question open where it could not be done, with the reason', async () => {
    show(shown(sampleCard()), {}, 'unreachable');
    await fireEvent.click(screen.getByRole('button', { name: text.card.delete }));
    const dialog = screen.getByRole('dialog');
    await fireEvent.click(within(dialog).getByRole('button', { name: text.deleting.confirm }));
    within(dialog).getByText(words.texts.httpErrors.unreachable(0));
  });

  it('offers to delete the names alone only where there are some', () => {
    show(shown(sampleCard({ hasNames: true })));
    screen.getByRole('button', { name: text.card.deleteNames });
    cleanup();
    show(shown(sampleCard()));
    expect(screen.queryByRole('button', { name: text.card.deleteNames })).toBeNull();
  });
});

describe('sharing', () => {
  it('makes a link with an end to it, at an address that other devices can reach', async () => {
    const asked = show(shown(sampleCard({ id: 'one' })));
    await fireEvent.click(screen.getByRole('button', { name: /^Compartir/u }));
    await fireEvent.click(screen.getByRole('radio', { name: text.share.days(30) }));
    await fireEvent.click(screen.getByRole('button', { name: text.share.create }));
    expect(asked.shared).toEqual([30]);
    const link = screen.getByLabelText<HTMLInputElement>(text.share.link);
    expect(link.value).toBe('http://192.168.1.20:3000/replay/one#share=secret');
    await fireEvent.click(screen.getByRole('radio', { name: text.share.report }));
    expect(link.value).toBe('http://192.168.1.20:3000/report/one#share=secret');
  });

  it('makes one without an end only when that is chosen', async () => {
    const asked = show(shown(sampleCard()));
    await fireEvent.click(screen.getByRole('button', { name: /^Compartir/u }));
    await fireEvent.click(screen.getByRole('radio', { name: text.share.never }));
    await fireEvent.click(screen.getByRole('button', { name: text.share.create }));
    expect(asked.shared).toEqual([null]);
  });
});

describe('an import', () => {
  it('says of each file how far it is, and why it was not taken', () => {
    const entry = { add: () => Promise.resolve(), forget: () => undefined };
    show(shown(), {
      imports: {
        ...entry,
        list: [
          { number: 1, name: 'a.gz', stage: { kind: 'sending', share: 0.4 } },
          { number: 2, name: 'b.gz', stage: { kind: 'sending', share: 1 } },
          { number: 3, name: 'c.gz', stage: { kind: 'refused', error: 'recording-truncated' } },
          { number: 4, name: 'd.gz', stage: { kind: 'waiting' } },
        ],
      },
    });
    const list = screen.getByRole('region', { name: text.import.title });
    const said = within(list)
      .getAllByRole('status')
      .map(({ textContent }) => textContent?.replace(/\s/gu, ' '));
    expect(said).toEqual([
      'subiendo, 40 %',
      text.import.checking,
      `${words.texts.httpErrors['recording-truncated'](0)} ${text.import.nothing}`,
      text.import.waiting,
    ]);
  });
});
