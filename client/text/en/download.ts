import type { DownloadText } from '../download.ts';

/** What is said when a recording is taken away. */
export const download: DownloadText = {
  title: (title) => `Download “${title}”`,
  what: 'What to download',
  file: 'Recording',
  fileAbout: 'To keep it, import it elsewhere or verify it. With everything that happened.',
  player: 'Page that opens by itself',
  playerAbout:
    'A single HTML file with the player inside. It opens in any browser, without a server or a network.',
  names: 'With the names',
  namesAbout: 'Whoever has the file will know who proposed what.',
  button: 'Download',
  preparing: 'Preparing…',
};
