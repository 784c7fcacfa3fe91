import type { NodeDown, NodeLine, NodeVisitor } from '../../server/cluster/messages.ts';
import type { NodeNetwork } from '../../server/net/nodes.ts';
import type { Rng } from '../../shared/math/rng.ts';
import { createAir, type Air, type Condition } from './air.ts';
import type { Host } from './host.ts';
import type { Scheduler } from './scheduler.ts';

/** What lies between servers. */
export type NodeNet = {
  /** The way out of one process, as `server/net/nodes.ts` is for a real one. */
  readonly networkOf: (host: Host) => NodeNetwork;
  /** How it is on all lines from now on. */
  readonly change: (changed: Partial<Condition>) => void;
  /** Every line breaks, and both ends notice. */
  readonly cut: () => void;
  /** A process is dead: its machine says so to whoever talks to it, or nobody does. */
  readonly died: (host: Host) => void;
};

type Door = {
  readonly host: Host;
  readonly node: string;
  readonly receive: (say: (message: NodeDown) => void) => NodeVisitor;
};

type Line = { readonly ends: readonly Host[]; readonly cut: () => void };

export const FAIR_LINES: Partial<Condition> = { leastMs: 0, spreadMs: 3, hole: false };
/** As `server/net/nodes.ts` sets it: a side that hears nothing for so long gives the line up. */
const PING_EVERY_MS = 1_000;
const SILENT_MOST_MS = 5_000;
const DIAL_WITHIN_MS = 1_000;

export function createNodeNet(scheduler: Scheduler, rng: Rng): NodeNet {
  const doors = new Map<string, Door>();
  const lines = new Set<Line>();
  const air: Air = createAir(scheduler, rng);
  air.change(FAIR_LINES);

  /** Dials as socket.io does: what is said before the line stands is kept for it, and a line that breaks is over. */
  function dial(from: Host, node: string, address: string, { onHeard, onBroken }: Events): NodeLine {
    const [up, down] = [air.openLane(), air.openLane()];
    const early: ((visitor: NodeVisitor) => void)[] = [];
    const known = doors.get(address);
    const door = known !== undefined && known.host.isAlive() ? known : null;
    let visitor: NodeVisitor | null = null;
    let [heardHereMs, heardThereMs] = [scheduler.nowMs(), scheduler.nowMs()];
    let isOverHere = false;
    let isOverThere = door === null;
    let stands = false;

    const endHere = (): void => {
      if (isOverHere) return;
      isOverHere = true;
      if (!isOverThere) up.send(() => door?.host.run(endThere));
      from.after(0, onBroken);
    };
    const endThere = (): void => {
      if (isOverThere) return;
      isOverThere = true;
      if (!isOverHere) down.send(() => from.run(endHere));
      visitor?.gone();
    };
    const atDoor = (task: (visitor: NodeVisitor) => void): void =>
      up.send(() =>
        door?.host.run(() => {
          if (isOverThere) return;
          heardThereMs = scheduler.nowMs();
          if (visitor !== null) task(visitor);
        }),
      );
    const atDialler = (task: () => void): void =>
      down.send(() =>
        from.run(() => {
          if (isOverHere) return;
          heardHereMs = scheduler.nowMs();
          task();
        }),
      );
    const say = (task: (visitor: NodeVisitor) => void): void => {
      if (stands) atDoor(task);
      else early.push(task);
    };

    function knock(): void {
      if (door === null || door.node !== node) {
        down.send(() => from.run(endHere));
        return;
      }
      visitor = door.receive((message) => {
        const text = JSON.stringify(message);
        if (!isOverThere) atDialler(() => onHeard(JSON.parse(text) as NodeDown)); // what the other end wrote
      });
      ping();
      atDialler(() => {
        stands = true;
        for (const task of early.splice(0)) atDoor(task);
      });
    }
    function ping(): void {
      if (isOverThere || door === null) return;
      if (scheduler.nowMs() - heardThereMs > SILENT_MOST_MS) {
        endThere();
        return;
      }
      atDialler(() => atDoor(() => undefined));
      door.host.after(PING_EVERY_MS, ping);
    }
    function listen(): void {
      if (isOverHere) return;
      if (scheduler.nowMs() - heardHereMs > SILENT_MOST_MS) endHere();
      else from.after(PING_EVERY_MS, listen);
    }

    up.send(() => (door === null ? knock() : door.host.run(knock)));
    from.after(DIAL_WITHIN_MS, () => (stands ? listen() : endHere()));
    lines.add({
      ends: door === null ? [from] : [from, door.host],
      cut: () => {
        up.close();
        down.close();
        from.after(1, endHere);
        door?.host.after(1, endThere);
      },
    });
    return {
      say: (message) => {
        const text = JSON.stringify(message);
        say((there) => there.hear(JSON.parse(text) as typeof message)); // what was said above
      },
      ask: (question, answered) => {
        const text = JSON.stringify(question);
        say((there) =>
          there.answer(JSON.parse(text) as typeof question, (answer) => {
            const reply = JSON.stringify(answer ?? null);
            if (!isOverThere) atDialler(() => answered(JSON.parse(reply)));
          }),
        );
      },
      hangUp: endHere,
    };
  }

  return {
    networkOf: (host) => ({
      openDoor: async ({ host: address, port, node, receive }) => {
        doors.set(`${address}:${port}`, { host, node, receive });
        return { port, close: async () => void doors.delete(`${address}:${port}`) };
      },
      dial: (node, address, _, events) => dial(host, node, address, events),
    }),
    change: air.change,
    cut: () => {
      for (const line of lines) line.cut();
      lines.clear();
    },
    died: (host) => {
      for (const line of lines) {
        if (!line.ends.includes(host)) continue;
        lines.delete(line);
        if (rng.next() < 0.7) line.cut();
      }
    },
  };
}

type Events = { readonly onHeard: (message: NodeDown) => void; readonly onBroken: () => void };
