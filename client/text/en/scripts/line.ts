import type { LessonScript } from '../../script.ts';

export const line: LessonScript = {
  stages: [
    {
      say: 'The smallest network there is: one weight and one bias. It looks at a dog’s size and says whether it is a puppy or grown; its answer is a straight line.',
      ask: 'Now it says “puppy” to all of them. If the line has to go up, what should move: the weight, the bias or both?',
      expect:
        '“The weight is enough.” The weight tilts the line; only the bias lifts all of it. Both are needed.',
      appears:
        'On the phone, the curve of the error is a bowl with a single bottom. The class goes down it and is there in some 8 rounds.',
      ifItFails:
        'If they overshoot and come back, nothing is wrong: the step was longer than the way left. Let it cool.',
      cut: 'Two rounds by hand, then run 8 ahead.',
    },
    {
      say: 'The slope of the bowl at each place says two things: which way the bottom lies, and how far it still is. That is the gradient.',
      ask: 'Before the layer opens: will your arrow be long or short? Longer far from the bottom, or near it?',
      expect:
        '“Always the same length.” Far away the slope is steep; at the bottom it is level and the arrow is gone.',
      appears: 'Two arrows, one for the weight and one for the bias, that get shorter from round to round.',
      ifItFails: 'If the arrows are next to nothing already, enter the stage again: it starts from the top.',
      cut: 'One round is enough; skip it if only 3 minutes are left.',
    },
    {
      say: 'The machine goes down by itself: step = learning rate × slope.',
      ask: 'At 0.05, does the error fall slowly, fall fast or explode? Vote. Then at 2.5 and, last, at 1.',
      expect:
        '“At 2.5 it will be there sooner.” In a bowl, too long a step lands on the other side, higher than where it left, and it gets worse each time.',
      appears:
        'At 0.05 it takes some 40 steps; at 2.5 the error grows from step to step until it leaves the scale; at 1 it is there in three.',
      ifItFails:
        'If the curve is down already, “from the start”, on the machine’s card, puts it back at the top.',
      cut: 'Only 2.5 and 1.',
    },
  ],
  exit: 'Draw a bowl and a ball halfway up: what does the ball know of the bottom without seeing it, and what happens to it if its step is too long?',
};
