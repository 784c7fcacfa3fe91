/** On Windows npm is a script that only a shell can start. */
export const NPM = { command: 'npm', shell: process.platform === 'win32' };
