/**
 * Who may import whom: the layers of docs/architecture.md. Each rule is broken once in
 * test/scripts/layers.test.mjs. Paths are regular expressions from the project's folder; `import type` counts as an
 * import, except in .svelte files, which are read compiled: .oxlintrc.json holds those.
 */
const SOCKET_IO = '(^|/)node_modules/(socket\\.io|engine\\.io)(/|$)';
const SOCKET_IO_CLIENT = '(^|/)node_modules/(socket\\.io|engine\\.io)-client(/|$)';
const PARSER = '(^|/)node_modules/papaparse(/|$)';
const STORES = '(^|/)node_modules/(@photostructure/sqlite|redis|@redis)(/|$)';

const PROMETHEUS = '(^|/)node_modules/prom-client(/|$)';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule(
      'no-cycles',
      'What needs each other is one idea: name it, or turn one arrow round. Types are gone before anything runs.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('everything-resolves', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    rule(
      'packages-are-listed',
      'A package that only another package brings may be gone tomorrow.',
      { path: '^(client|server|shared|scripts)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'no-development-packages-in-the-product',
      'The built server runs without the development packages.',
      { path: '^(server|shared)/', pathNot: '^server/(dev\\.ts|.*-from-sources\\.mjs)$' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'shared-stands-alone',
      'shared/ is pure: it imports itself, and valibot for schemas.',
      { path: '^shared/', pathNot: '^shared/(recording|datasets/csv)/' },
      { pathNot: ['^shared/', '(^|/)node_modules/valibot(/|$)'] },
    ),
    rule(
      'tables-bring-their-parser',
      "Only shared/datasets/csv reads a teacher's files: whoever plays on a table has it as numbers.",
      { path: '^shared/datasets/csv/' },
      { pathNot: ['^shared/', PARSER] },
    ),
    rule(
      'phones-read-no-tables',
      'A phone loads what it needs to join and to nudge; a parser of files is no part of that.',
      { path: '^client/(join|screen)\\.ts$' },
      { path: PARSER, reachable: true },
    ),
    rule(
      'recordings-bring-what-no-browser-has',
      'Besides, shared/recording unpacks and digests: plain http leaves a page without crypto.subtle.',
      { path: '^shared/recording/' },
      { pathNot: ['^shared/', '(^|/)node_modules/(valibot|fflate|@noble/hashes)(/|$)'] },
    ),
    rule(
      'the-network-knows-no-class',
      'Mathematics, network and data sets can be read without knowing what a class is.',
      { path: '^shared/(math|network|datasets)/' },
      { path: '^shared/(session|lessons|bots|projection|wire|recording)/' },
    ),
    rule(
      'client-without-server',
      'What both need lives in shared/.',
      { path: '^client/' },
      { path: '^server/' },
    ),
    rule(
      'server-without-client',
      'What both need lives in shared/.',
      { path: '^server/' },
      { path: '^client/' },
    ),
    rule(
      'client-without-node',
      'There is no Node.js in a browser.',
      { path: '^client/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'product-without-tools',
      'Tests and scripts use the product, never the other way round.',
      { path: '^(client|server|shared)/' },
      { path: '^(test|scripts)/' },
    ),
    rule(
      'sockets-in-net',
      'Only server/net knows socket.io: the room is tested without a socket.',
      { pathNot: '^(server/net/|test/|scripts/)' },
      { path: SOCKET_IO },
    ),
    rule(
      'sockets-in-link',
      'Only client/link knows socket.io-client, and the line between two servers: a whole class can be played without one.',
      { pathNot: '^(client/link/|server/net/nodes\\.ts|test/|scripts/)' },
      { path: SOCKET_IO_CLIENT },
    ),
    rule(
      'stores-in-journal',
      'Only server/journal knows a database: the room writes to its interface.',
      { pathNot: '^(server/journal/|test/)' },
      { path: STORES },
    ),
    rule(
      'prometheus-in-measures',
      'Only server/measures knows prom-client: the parts tell what they see to its interface.',
      { pathNot: '^(server/measures/|test/)' },
      { path: PROMETHEUS },
    ),
    rule(
      'measuring-by-its-interface',
      'Sockets, rooms and stores tell what they see; who listens is put together in server.ts.',
      { path: '^server/(net|room|journal|hall|library)/' },
      { path: '^server/measures/', pathNot: '^server/measures/measures\\.ts$' },
    ),
    rule(
      'room-knows-no-shell',
      'The room knows no socket, no HTTP and no driver, only the interfaces it was given.',
      { path: '^server/room/' },
      { path: '^server/(net|http)/|(^|/)node_modules/(hono|@hono)(/|$)' },
    ),
    rule(
      'room-knows-the-journal-by-its-interface',
      'A store can be exchanged without touching the room.',
      { path: '^server/room/' },
      {
        path: '^server/journal/',
        dependencyTypesNot: ['type-only'],
        pathNot: '^server/journal/journal(-error)?\\.ts$',
      },
    ),
    rule(
      'parts-take-props',
      'A part knows no state, no link and no screen: props in, callbacks out.',
      { path: '^client/parts/' },
      { path: '^client/(state|link|screens)/' },
    ),
    rule(
      'drawing-is-pure',
      'Drawing gets its data as arguments.',
      { path: '^client/draw/' },
      { path: '^client/(state|link|screens|parts)/' },
    ),
    rule(
      'screens-stand-on-top',
      'Screens compose; nothing below knows them.',
      { path: '^client/(state|link|text|draw)/' },
      { path: '^client/screens/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|test-output)/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    // Types are imports too: a client that imports a server's type knows the server.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'svelte', 'import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.json'],
    },
  },
};
