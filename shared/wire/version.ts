/** Raised with every change of a message's shape. The server also serves the version before (docs/protocol.md). */
export const PROTOCOL_VERSION = 3;
