import type { Owners } from './events.ts';
import type { SeatNumber } from './ids.ts';

export type OwnershipRules = {
  readonly parameterCount: number;
  /** Most parameters one seat holds. What is left over has no owner and is the caretaker's. */
  readonly parametersPerSeat: number;
};

/**
 * Deals every parameter to the seats, fairly and with as few changes as possible.
 *
 * With no more seats than parameters each parameter has one owner and loads differ by at most one; with more
 * seats than parameters each seat holds one, and parameters' owners differ by at most one in number. The larger
 * share falls to whoever already holds most, which is what keeps the number of changes least. The same seats
 * and the same past always give the same answer.
 *
 * @param before the owners so far, of this network or of one with another number of parameters
 * @param seats the seats of the class now, in any order
 */
export function assignOwners(before: Owners, seats: readonly SeatNumber[], rules: OwnershipRules): Owners {
  const sorted = [...seats].sort((a, b) => a - b);
  if (sorted.length === 0) return Array.from({ length: rules.parameterCount }, () => []);
  return sorted.length <= rules.parameterCount
    ? dealParametersToSeats(before, sorted, rules)
    : dealSeatsToParameters(before, sorted, rules.parameterCount);
}

function dealParametersToSeats(before: Owners, seats: readonly SeatNumber[], rules: OwnershipRules): Owners {
  const parameters = range(rules.parameterCount);
  const held = new Map<SeatNumber, number[]>(seats.map((seat) => [seat, []]));
  for (const parameter of parameters) {
    const keeper = (before[parameter] ?? []).find((seat) => held.has(seat));
    if (keeper !== undefined) held.get(keeper)?.push(parameter);
  }
  const total = Math.min(rules.parameterCount, seats.length * rules.parametersPerSeat);
  const dealt = deal(seats, held, total, parameters);
  return parameters.map((parameter) => seats.filter((seat) => dealt.get(seat)?.includes(parameter)));
}

function dealSeatsToParameters(before: Owners, seats: readonly SeatNumber[], parameterCount: number): Owners {
  const parameters = range(parameterCount);
  const held = new Map<number, SeatNumber[]>(parameters.map((parameter) => [parameter, []]));
  const claimed = new Set<SeatNumber>();
  for (const parameter of parameters) {
    for (const seat of before[parameter] ?? []) {
      if (claimed.has(seat) || !seats.includes(seat)) continue;
      claimed.add(seat);
      held.get(parameter)?.push(seat);
    }
  }
  const dealt = deal(parameters, held, seats.length, seats);
  return parameters.map((parameter) => [...(dealt.get(parameter) ?? [])].sort((a, b) => a - b));
}

/** Splits `total` things over the hands as evenly as whole numbers allow; each hand keeps what it can of what it held. */
function deal<Hand, Thing extends number>(
  hands: readonly Hand[],
  held: ReadonlyMap<Hand, readonly Thing[]>,
  total: number,
  things: readonly Thing[],
): ReadonlyMap<Hand, readonly Thing[]> {
  const share = Math.floor(total / hands.length);
  const larger = total - share * hands.length;
  const count = (hand: Hand): number => held.get(hand)?.length ?? 0;
  const byHolding = [...hands].sort((a, b) => count(b) - count(a));
  const quota = new Map(byHolding.map((hand, place) => [hand, place < larger ? share + 1 : share]));
  const kept = new Map(hands.map((hand) => [hand, (held.get(hand) ?? []).slice(0, quota.get(hand))]));
  const taken = new Set([...kept.values()].flat());
  const free = things.filter((thing) => !taken.has(thing));
  let next = 0;
  for (const hand of hands) {
    const mine = kept.get(hand) ?? [];
    const room = (quota.get(hand) ?? 0) - mine.length;
    kept.set(hand, [...mine, ...free.slice(next, next + room)]);
    next += room;
  }
  return kept;
}

/**
 * Gives a parameter to a seat; the seat's first own parameter goes the other way, so that loads stay as they were.
 * Unchanged when the seat already owns it or owns nothing.
 */
export function exchange(owners: Owners, parameter: number, seat: SeatNumber): Owners {
  const given = owners.findIndex((seats) => seats.includes(seat));
  if (given < 0 || owners[parameter]?.includes(seat) !== false) return owners;
  const other = owners[parameter][0];
  return owners.map((seats, index) => {
    if (index === parameter) return swap(seats, other, seat);
    if (index === given) return swap(seats, seat, other);
    return seats;
  });
}

/** How many (seat, parameter) pairs are new: what a class notices of a change. */
export function movedParameters(before: Owners, after: Owners): number {
  return after.reduce(
    (sum, seats, parameter) =>
      sum + seats.filter((seat) => before[parameter]?.includes(seat) !== true).length,
    0,
  );
}

function swap(
  seats: readonly SeatNumber[],
  out: SeatNumber | undefined,
  into: SeatNumber | undefined,
): readonly SeatNumber[] {
  const rest = seats.filter((seat) => seat !== out);
  return (into === undefined ? rest : [...rest, into]).sort((a, b) => a - b);
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
