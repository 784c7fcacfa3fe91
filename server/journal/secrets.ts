/** What a server, or all that share a store, keeps to itself: keys and the like, by name. */
export type Secrets = {
  readonly read: (name: string) => Promise<string | null>;
  /** Keeps a secret unless there is one by that name already. What is kept then. */
  readonly keep: (name: string, secret: string) => Promise<string>;
  /** Where a secret is, for people. */
  readonly where: (name: string) => string;
};
