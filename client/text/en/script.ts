import { plural } from '../plural.ts';
import type { PlannedRounds, ScriptText } from '../script.ts';
import { line } from './scripts/line.ts';
import { penguins } from './scripts/penguins.ts';
import { pets } from './scripts/pets.ts';
import { stop } from './scripts/stop.ts';
import { xor } from './scripts/xor.ts';

export const script: ScriptText = {
  labels: {
    say: 'Say',
    play: 'Do',
    ask: 'Ask first',
    expect: 'They will say',
    appears: 'They will see',
    ifItFails: 'If it does not work',
    cut: 'If time is short',
  },
  play: {
    practice: () =>
      'Project the screen and wait until the class is in. “Practice round” shows the phone’s buttons; after it, or without it, the big button (space) begins the lesson and always says what comes next.',
    guess: byHand,
    'keep-if-better': byHand,
    probe: byHand,
    backprop: (plan) =>
      `The big button opens one layer after another. ${byHand(plan)} Below the network you can pick the example that is explained, and check a gradient.`,
    autopilot: () =>
      'The big button asks for the vote, closes it and sets the machine going; when it is done, it offers the next rate. On the machine’s card everything can be changed by hand.',
    stop: ({ rounds }) =>
      `The big button sets the machine going, until round ${rounds}. Nobody should say when they stop. At the end, or once everybody has stopped, reveal it.`,
    test: ({ rounds }) =>
      `The big button asks for each bet and lets the network answer, ${rounds} times. Then it counts the right answers.`,
  },
  stages: {
    practice: {
      say: 'Each phone holds one number of the network. Today nobody knows it all: everyone moves their own.',
      ask: 'What do you think the screen does if everybody raises their weight at once?',
      expect: '“The network gets better.” There is no reason yet: nobody has looked at the error.',
      appears: 'Connections grow thicker or change colour; the error moves without order.',
      ifItFails: 'If somebody cannot see their weight, let them reload: the seat is waiting.',
      cut: 'One practice round is enough, or none.',
    },
    guess: {
      say: 'The weights start at random: the network is right as often as a tossed coin.',
      ask: 'If everyone moves their weight without looking at anything, how many right answers will there be after 20 rounds?',
      expect: '“They will creep up.” Moving at random is not learning: nothing says which way.',
      appears: 'The error’s curve goes up and down with no direction, and right answers stay near one half.',
      ifItFails: 'If it falls a lot by luck, play the stage again: luck does not repeat itself.',
      cut: 'Play one round by hand, then run 20 ahead.',
    },
    'keep-if-better': {
      say: 'Now there is a rule: if the error rises, the round is taken back.',
      ask: 'How many of 20 rounds will be kept?',
      expect: '“Nearly all.” Some 13 of 20 are usually taken back, and every failed try costs too.',
      appears: 'Hollow points above the curve: tries taken back. The line only falls, and slowly.',
      ifItFails: 'If all are taken back, run 20 rounds ahead: one of them stays.',
      cut: 'One round by hand, then run ahead.',
    },
    probe: {
      say: 'The key idea: everyone asks whether the error falls when their weight rises or when it sinks, and moves it a little that way.',
      ask: 'Before you see the numbers: raise or lower? Choose first, look after.',
      expect:
        '“If everybody chooses well, the error must fall.” Not always: all move at once and the effects mix.',
      appears:
        'A quick win, a plateau, then a breakthrough. On the map, the border bends until it goes round a group.',
      ifItFails:
        'If the error rises though all chose well, the step is big: try a smaller one, or one that cools.',
      cut: 'Three rounds by hand, then run 20 ahead.',
    },
    backprop: {
      say: 'A machine does not try weight after weight: the error goes back through the network and in one pass tells each weight which way to go.',
      ask: 'Before each layer opens: which way will your arrow point?',
      expect:
        '“The machine tries very fast.” It does not try: instead of two passes for each weight, one forward and one backward.',
      appears: 'The error goes back in red, layer by layer, and every weight gets its arrow.',
      ifItFails: 'If somebody did not follow their arrow, all the better: ask what happened to the error.',
      cut: 'One round layer by layer, then run 20 ahead.',
    },
    autopilot: {
      say: 'The machine follows all the arrows at once. All that is left to decide is how long its step is.',
      ask: 'With this step, does the error fall slowly, fall fast or explode? Vote.',
      expect: '“The longer, the faster.” A step that is too long jumps over the valley, and the error rises.',
      appears: 'The machine’s curve beside the class’s, with the passes that each of them cost.',
      ifItFails: 'If the difference does not show, again with a step ten times shorter, or ten times longer.',
      cut: 'One vote, with a step that is too long.',
    },
    stop: {
      say: 'Few examples and a new network: the machine trains, and everybody decides when to stop it.',
      ask: 'In which round will the network be best on examples it has not seen? Press STOP once, and once only.',
      expect:
        '“When the error reaches zero.” The error of what it has seen goes on falling while it memorises.',
      appears:
        'When revealed: the error of what is new falls, then rises. The map’s border wraps itself around single examples.',
      ifItFails: 'If nobody stopped, ask where they would now, with the curve before them.',
      cut: 'Raise the speed once everybody has stopped, or reveal it then.',
    },
    test: {
      say: 'Examples nobody has seen: neither the network nor the class.',
      ask: 'What is it? Bet before the network answers.',
      expect: '“The network makes no mistakes any more.” It does, sometimes where anybody would be right.',
      appears:
        'An example, the bets, the network’s answer and what it was. At the end, how many each had right.',
      ifItFails: 'If the class is always right, ask about the one the network is least sure of.',
      cut: 'Three are enough.',
    },
  },
  lessons: { pets, line, xor, stop, penguins },
  asides: [
    {
      title: 'Why can the error rise though everybody chose well?',
      text: 'Each choice was good as long as all else stood still. When everything moves at once, two good steps can overshoot together. The screen shows the sum one by one and the effect of all: where they differ, there it is.',
    },
    {
      title: 'If the Wi-Fi fails',
      text: 'Nobody loses a seat: when the network is back, each phone goes on where it was. Meanwhile the program minds the weights of whoever is missing: go on with the big button, and let the class decide aloud. If there is no Wi-Fi from the start, share a phone’s (“How to join” shows the new address), or fill the class with bots: the screen is enough.',
    },
  ],
  exitTitle: 'On the way out',
  exit: 'In one sentence: what does each weight ask in each round, and why does the machine not need to ask it weight by weight?',
};

function byHand({ rounds, fastForward }: PlannedRounds): string {
  const ahead = fastForward > 0 ? `, then +${fastForward} at once (F)` : '';
  return `Play ${rounds} ${plural(rounds, 'round', 'rounds')} with the big button (space)${ahead}.`;
}
