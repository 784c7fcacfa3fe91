/** What somebody has opened over the player. */
export type Asked = 'help' | 'link' | 'download' | 'compare' | 'continue' | 'what-if' | 'jump' | 'bookmark';
