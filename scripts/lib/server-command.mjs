/**
 * How the built server is started: without `__proto__`, so that no message can reach a prototype through it, whatever
 * becomes of the schemas. Its threads inherit that.
 */
export const SERVER_COMMAND = ['--disable-proto=delete', 'dist/server/main.js'];
