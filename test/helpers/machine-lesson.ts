import { makeDataSet } from '../../shared/datasets/make-data-set.ts';
import { findLesson } from '../../shared/lessons/catalogue.ts';
import { sessionSetup } from '../../shared/lessons/lesson.ts';
import { seedFrom } from '../../shared/math/rng.ts';
import { initialise } from '../../shared/network/initialise.ts';
import { createTopology, type NetworkSpec } from '../../shared/network/topology.ts';
import type { StageMaterial } from '../../shared/session/material.ts';
import type { SettingsPatch } from '../../shared/session/settings.ts';
import type { SessionSetup } from '../../shared/session/setup.ts';
import type { StageKind, StagePlan } from '../../shared/session/stages.ts';
import { openClassroomWith, type Classroom } from './classroom.ts';

/** The stages that hands play in `pets`, and then one of each in which a machine descends or the class bets. */
export const STAGE = { guess: 0, 'keep-if-better': 1, probe: 2, backprop: 3, autopilot: 4, stop: 5, test: 6 };

export type MachineOptions = { readonly seed?: number; readonly settings?: SettingsPatch };

/** Few noisy pets and a network with more weights than they need: it learns, and then memorises. */
function memorising(setup: SessionSetup): StageMaterial {
  const network: NetworkSpec = { ...setup.network, sizes: [2, 8, 1] };
  const plan = {
    id: 'pets',
    seed: 11,
    noise: 1.6,
    sizes: { training: 16, validation: 60, test: 12 },
  } as const;
  return {
    network,
    data: { ...setup.data, ...makeDataSet(plan, network.output) },
    startParameters: [...initialise(createTopology(network), seedFrom('memorising', 3))],
  };
}

function plan(kind: StageKind, changes: Partial<StagePlan>): StagePlan {
  return {
    kind,
    minutes: 4,
    rounds: 12,
    fastForward: 20,
    start: 'pinned',
    stepSize: 0.25,
    stepPolicy: 'fixed',
    material: null,
    machine: null,
    ...changes,
  };
}

export function machineSetup({ seed = 1, settings }: MachineOptions = {}): SessionSetup {
  const lesson = findLesson('pets');
  if (lesson === undefined) throw new Error('no lesson pets');
  const setup = sessionSetup(lesson, { language: 'es', seed, settings });
  const machine = { learningRate: 0.5, batchSize: null, machineSpeed: 2 };
  return {
    ...setup,
    stages: [
      ...setup.stages.slice(0, STAGE.autopilot),
      plan('autopilot', { start: 'continue', machine }),
      plan('stop', { rounds: 30, material: memorising(setup), machine: { ...machine, machineSpeed: 1 } }),
      plan('test', { rounds: 3, start: 'continue' }),
    ],
  };
}

/** Opens a class with all stages. */
export function openMachineClass(options: MachineOptions = {}): Classroom {
  return openClassroomWith(machineSetup(options));
}
