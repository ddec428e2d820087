/** How the person at the keyboard started this command, so that what it tells them to type next works there too: an image has no npm scripts. */
export const commandName = (script: 'setup' | 'import'): string =>
  process.env['npm_lifecycle_event'] === undefined ? `node dist/server/${script}.js` : `npm run ${script} --`;
