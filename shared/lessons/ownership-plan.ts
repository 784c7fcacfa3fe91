import { seatNumber } from '../session/ids.ts';
import { assignOwners } from '../session/ownership.ts';

/** Something that so many have: "13 weights have 2 owners each". */
export type Share = { readonly count: number; readonly each: number };

/** How a class of some size would hold a network. */
export type OwnershipPlan = {
  /** Students by how many weights each holds, the most first. */
  readonly students: readonly Share[];
  /** Weights by how many owners each has, the most first; those without are the caretaker's. */
  readonly weights: readonly Share[];
  readonly minded: number;
};

/** Deals the weights as the class's first round would. */
export function ownershipPlan(
  seats: number,
  parameterCount: number,
  parametersPerSeat: number,
): OwnershipPlan {
  const all = Array.from({ length: seats }, (_, index) => seatNumber(index + 1));
  const owners = assignOwners([], all, { parameterCount, parametersPerSeat });
  const held = all.map((seat) => owners.filter((list) => list.includes(seat)).length);
  return {
    students: shares(held.filter((count) => count > 0)),
    weights: shares(owners.map((list) => list.length).filter((count) => count > 0)),
    minded: owners.filter((list) => list.length === 0).length,
  };
}

function shares(numbers: readonly number[]): readonly Share[] {
  const different = [...new Set(numbers)].sort((a, b) => b - a);
  return different.map((each) => ({ each, count: numbers.filter((one) => one === each).length }));
}
