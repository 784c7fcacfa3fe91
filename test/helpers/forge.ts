import { createChain, type JournalLine } from '../../shared/recording/chain.ts';
import { gzip, toBytes, toText } from '../../shared/recording/codec-gzip.ts';
import { writeHead, type Head } from '../../shared/recording/codec-head.ts';
import { readFile, writeFile } from '../../shared/recording/codec.ts';
import { toHex } from '../../shared/recording/hex.ts';
import type { Seal } from '../../shared/recording/recording.ts';
import { sha256 } from '../../shared/recording/sha-256.ts';
import { PLAIN_TOOLS } from '../../shared/recording/tools.ts';

type Derived = NonNullable<Head['derived']>;

/** What somebody changes who knows how recordings are made. */
export type Forgery = {
  readonly header?: (header: Head['header']) => Head['header'];
  readonly blocks?: (blocks: Head['blocks']) => Head['blocks'];
  readonly derived?: (derived: Derived) => Derived;
  /** The lines of a block, its keyframe's first. */
  readonly lines?: (lines: readonly string[], index: number) => readonly string[];
  readonly headText?: (text: string) => string;
  readonly pack?: (text: Uint8Array) => Uint8Array;
  /** Where the chain is said to end, if elsewhere than with the last event. */
  readonly chain?: string;
  readonly seal?: (digest: Uint8Array) => Seal | null;
};

/** A recording that says something else than the one it is made of: every length, digest and chain is made anew. */
export function forge(bytes: Uint8Array, forgery: Forgery): Uint8Array {
  const { head, block } = readFile(bytes, sha256);
  const texts = head.blocks.map((_, index) => {
    const lines = toText(block(index)).trimEnd().split('\n');
    return `${(forgery.lines?.(lines, index) ?? lines).join('\n')}\n`;
  });
  const packed = texts.map((text) => (forgery.pack ?? gzip)(toBytes(text)));
  const blocks = head.blocks.map((entry, index) => ({
    ...entry,
    bytes: packed[index]?.length ?? 0,
    textBytes: toBytes(texts[index] ?? '').length,
    digest: toHex(sha256(packed[index] ?? new Uint8Array())),
  }));
  const headText = writeHead({
    header: forgery.header?.(head.header) ?? head.header,
    blocks: forgery.blocks?.(blocks) ?? blocks,
    derived: head.derived === null ? null : (forgery.derived?.(head.derived) ?? head.derived),
  });
  return writeFile(
    forgery.headText?.(headText) ?? headText,
    packed,
    forgery.chain ?? chainOf(head.header.session, texts),
    forgery.seal ?? (() => null),
    PLAIN_TOOLS,
  );
}

function chainOf(session: string, texts: readonly string[]): string {
  const chain = createChain(sha256);
  const events = texts.flatMap((text) => text.split('\n').flatMap(eventLine));
  return toHex(events.reduce((digest, line) => chain.next(digest, line), chain.start(session)));
}

function eventLine(line: string): readonly JournalLine[] {
  const [, version, epoch, json] = /^\[(\d+),(\d+),(.*)\]$/su.exec(line) ?? [];
  return json === undefined ? [] : [{ version: Number(version), epoch: Number(epoch), json }];
}
