import type { LessonScript } from '../../script.ts';

export const xor: LessonScript = {
  stages: [
    {
      say: 'Two numbers a point: if their signs are the same, the answer is “same”, else “different”. This network has nothing between: two weights and a bias.',
      ask: 'We always choose well. How many right answers in 100 will we reach?',
      expect:
        '“If everybody chooses well, 100.” The class chooses well and is stuck at 70 all the same: one straight line cannot part opposite corners.',
      appears:
        'The error falls a little and stands still. On the map, a straight border that always gets at least one corner wrong.',
      ifItFails:
        'If somebody thinks it takes more effort, ask them to draw a straight line on the board that parts the four corners.',
      cut: 'One round by hand and run 10 ahead.',
    },
    {
      say: 'The same points and the same rule, but now with four neurons between. Each draws a line of its own.',
      ask: 'What changes if the answer may combine four lines instead of drawing one?',
      expect:
        '“It will only be faster.” It is not speed: lines that are combined bend the border, and shapes appear that were impossible.',
      appears:
        'A plateau with two corners right, then the breakthrough: the border bends and more than 9 points of 10 are right.',
      ifItFails:
        'The plateau may last until round 10: run 10 ahead and look which neuron changed its direction in the breakthrough.',
      cut: 'Two rounds by hand and run 10 ahead.',
    },
    {
      say: 'Whose fault is an error when there is a layer between? The error goes back, shared out along the connections.',
      ask: 'Your weight is in the first layer: what does its arrow depend on?',
      expect:
        '“On how wrong the network is.” Also on the connection that leaves its neuron: if that weight is almost zero, hardly any error gets there.',
      appears: 'The arrows of the output first; then those of the hidden layer, shared out already.',
      ifItFails:
        'Let somebody look inside their weight: what came in, the slope and the error that came back.',
      cut: 'One round layer by layer and run 10 ahead.',
    },
    {
      say: 'Let the machine go down. The class decides on the step.',
      ask: 'At 0.05: slowly, fast or does it explode? Vote. Then with 1 and with 20.',
      expect:
        '“20 is only faster.” The neurons go to their ends, where they feel no slope any more, and the network is left a coin.',
      appears:
        'At 0.05, a slow way down; at 1, nearly all right in 20 steps; at 20, the error is stuck at the top.',
      ifItFails: 'Enter the stage again to start from the same place.',
      cut: 'Only 1 and 20.',
    },
    {
      say: 'New points, one by one.',
      ask: 'Same or different? Bet before the network does.',
      expect:
        '“The network knows the rule of the signs.” It has no rule: it has a border. A point close to the middle shows it.',
      appears: 'A point, the bets, the answer and the truth. At the end, the score of both.',
      ifItFails: 'If everybody is right, ask for the point of which the network was least sure.',
      cut: 'Two points are enough, or none.',
    },
  ],
  exit: 'What can a network with a layer between do that none without one can, however well one chooses?',
};
