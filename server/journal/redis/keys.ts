/**
 * What is kept where. Everything begins with the same word, so that a Redis may serve other programs too. A class's
 * own three keys share a hash tag; scripts that touch several keys want one Redis, not a Redis Cluster.
 */
export const KEYS = {
  /** Hash: epoch, version and digest of a class's last event; which server owns it; `damaged` once its chain was found broken. */
  head: (id: string): string => `descenso:{c:${id}}:head`,
  /** Stream: one entry an event, its id `<epoch>-<version>`, and `<epoch>-0` for each opening. */
  log: (id: string): string => `descenso:{c:${id}}:log`,
  /** Hash: for each epoch how many events there were when it began. */
  openings: (id: string): string => `descenso:{c:${id}}:openings`,
  /** Where a living server is reached; gone when it has not renewed it. Set: its classes. Set: all servers there are. */
  lease: (node: string): string => `descenso:lease:${node}`,
  played: (node: string): string => `descenso:played:${node}`,
  nodes: 'descenso:nodes',
  /** What all servers keep to themselves: keys and the like, by name. */
  secret: (name: string): string => `descenso:secret:${name}`,
  /** Set: every class the journal knows. */
  journalled: 'descenso:journalled',

  /** Hash of what the catalogue knows of a class, and all of them by the time they were made. */
  session: (id: string): string => `descenso:session:${id}`,
  sessions: 'descenso:sessions',
  /** Hash: whose code it is. Set: all codes a class has had. */
  code: (code: string): string => `descenso:code:${code}`,
  codes: (id: string): string => `descenso:codes:${id}`,
  /** Hash: version and names. */
  roster: (id: string): string => `descenso:roster:${id}`,
  /** Hash: what a token allows. Set: hashes of all of a class's. */
  token: (hash: string): string => `descenso:token:${hash}`,
  tokens: (id: string): string => `descenso:tokens:${id}`,
  /** Hash: label and summary of a recording. */
  card: (id: string): string => `descenso:card:${id}`,
  /** Hash of a file that was brought in, its bytes, and all of them. */
  import: (id: string): string => `descenso:import:${id}`,
  importBytes: (id: string): string => `descenso:import-bytes:${id}`,
  imports: 'descenso:imports',
  /** Hash of a share; and of a recording's shares, the hash of each by its id. */
  share: (hash: string): string => `descenso:share:${hash}`,
  shares: (id: string): string => `descenso:shares:${id}`,
  /** Set: classes whose events are still to be deleted. */
  deletions: 'descenso:deletions',
} as const;
