import type { LessonScript } from '../../script.ts';

export const xor: LessonScript = {
  stages: [
    {
      say: 'Two numbers for each point: if their signs are the same, the answer is “same”; if not, “different”. This network has nothing in between: two weights and a bias.',
      ask: 'We always choose well. How many right answers in 100 will we reach?',
      expect:
        '“If everybody chooses well, 100.” The class chooses well and is stuck at 70 all the same: one straight line cannot separate opposite corners.',
      appears:
        'The error falls a little and stands still. On the map, a straight border that always gets at least one corner wrong.',
      ifItFails:
        'If somebody thinks it takes more effort, ask them to draw one on the board that separates the four corners.',
      cut: 'One round by hand, then run 10 ahead.',
    },
    {
      say: 'The same points and the same rule, but now with four neurons in between. Each draws a line of its own.',
      ask: 'What changes if the answer may combine four lines instead of drawing one?',
      expect:
        '“It will only be faster.” It is not about speed: lines that are combined bend the border, and shapes appear that were impossible before.',
      appears: 'A plateau near 7 of 10 right, then the breakthrough: the border bends and more than 9 are.',
      ifItFails:
        'The plateau may last until round 10: run 20 ahead and look which neuron changed direction in the breakthrough.',
      cut: 'Two rounds by hand, then run 20 ahead.',
    },
    {
      say: 'Whose fault is an error when there is a layer in between? The error goes back, shared out along the connections.',
      ask: 'Your weight is in the first layer: what does its arrow depend on?',
      expect:
        '“On how wrong the network is.” Also on the connection that leaves its neuron: if that weight is almost zero, hardly any error gets there.',
      appears: 'The arrows of the output first; then those of the hidden layer, shared out already.',
      ifItFails:
        'Let somebody look inside their weight: what came in, the slope and the error that came back.',
      cut: 'One round layer by layer, then run 20 ahead.',
    },
    {
      say: 'Let the machine go down. The class decides on the step.',
      ask: 'At 0.05, does the error fall slowly, fall fast or explode? Vote. Then at 20 and, last, at 1.',
      expect:
        '“20 is just faster.” The neurons go to their extremes, where they feel no slope any more, and the network is a tossed coin again.',
      appears:
        'At 0.05, a slow way down; at 20, the error is stuck at the top after two steps; at 1, nearly all are right in 20 steps.',
      ifItFails:
        'Always finish with 1: the last stage tests the network as it is left here. “From the start”, on the machine’s card, puts it back.',
      cut: 'Only 20 and 1.',
    },
    {
      say: 'New points, one by one.',
      ask: 'Same or different? Bet before the network does.',
      expect:
        '“The network knows the rule of the signs.” It has no rule: it has a border. A point close to the middle shows it.',
      appears: 'A point, the bets, the answer and the truth. At the end, the score of both.',
      ifItFails: 'If everybody is right, ask about the point the network was least sure of.',
      cut: 'Two points are enough, or none.',
    },
  ],
  exit: 'What can a network with a layer in between do that none without one can, however well everybody chooses?',
};
