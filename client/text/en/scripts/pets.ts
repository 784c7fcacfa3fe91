import type { LessonScript } from '../../script.ts';

export const pets: LessonScript = {
  stages: [
    {
      say: 'This network looks at an animal’s ears and size and says whether it is a dog or a cat. Its 17 weights started at random: it is right about as often as a tossed coin.',
      ask: 'If everyone moves their weight without looking at anything, how many of 10 answers will be right after 20 rounds?',
      expect:
        '“It will creep up.” Moving is not learning: if nothing says which way, things get worse as often as better.',
      appears:
        'The error’s curve goes up and down with no direction. Right answers stay near one half, or below.',
      ifItFails: 'If it falls a lot by luck, play the stage again: luck does not repeat itself.',
      cut: 'One round by hand, then run 20 ahead.',
    },
    {
      say: 'Now there is a rule: if the error rises, the round takes itself back.',
      ask: 'How many of 20 rounds will be kept?',
      expect: '“Nearly all.” Some 13 of 20 are usually taken back, and every failed try cost a pass as well.',
      appears: 'Hollow points above the curve: tries taken back. The line only falls, and slowly.',
      ifItFails: 'If all those by hand are taken back, run 20 ahead: one of them stays.',
      cut: 'One round by hand, then run 20 ahead. In a class of 30 minutes, skip this stage.',
    },
    {
      say: 'The key idea of the lesson: everyone asks whether the error falls when their weight rises or when it sinks, and moves it a little that way.',
      ask: 'Before you see the numbers: raise or lower? Choose first, look after.',
      expect:
        '“If everybody chooses well, the error must fall.” Nearly always, but not always: all move at once and the effects mix.',
      appears:
        'A quick win, a plateau, then a breakthrough. On the map, the border bends until it fences the cats in on three sides.',
      ifItFails:
        'Do not stop on the plateau: run 20 ahead and the breakthrough comes. If the error rises though all chose well, ask for a smaller step.',
      cut: 'Three rounds by hand, then run 20 ahead.',
    },
    {
      say: 'The machine does not try weight after weight: the error goes back through the network and, in a single pass, every weight gets its arrow.',
      ask: 'Before each layer opens: which way will your arrow point?',
      expect:
        '“The machine tries very fast.” It does not try: where the class needed 34 passes, one forward and one backward are enough.',
      appears:
        'The error goes back in red, to the output layer first and then to the one before. In some 12 rounds, more than 9 of 10 are right.',
      ifItFails: 'If somebody did not follow their arrow, all the better: ask what happened to the error.',
      cut: 'One round layer by layer, then run 20 ahead.',
    },
    {
      say: 'The machine follows all the arrows at once and never rests. All that is left to decide is how long its step is: the learning rate.',
      ask: 'At 0.02, does the error fall slowly, fall fast or explode? Vote. Then the same at 4 and, last, at 0.5.',
      expect:
        '“The bigger the step, the faster.” At 4 it jumps over the valley: the network begins to say the same of every animal.',
      appears:
        'At 0.02 the curve hardly tilts; at 4 it leaps to 1 with the first step and is still there 20 steps later; at 0.5 it is down in some 20. Over it, the class’s own curve, and what each of them cost.',
      ifItFails:
        'Always finish with 0.5: the last stage tests the network as it is left here. “From the start”, on the machine’s card, puts it back.',
      cut: 'Vote on 4 alone, the surprising one; then 0.5 without a vote.',
    },
    {
      say: 'A new network, and only 14 animals to learn from. The machine trains; everyone decides, blind, when to stop it.',
      ask: 'In which round will it be best on animals it has not seen? Press STOP once, and once only.',
      expect:
        '“When the error reaches zero.” The error of what it has seen keeps falling, even when the network only memorises.',
      appears:
        'When you reveal: the error of new animals falls until round 10 and rises after it; right answers go from 85 to 69 in 100. On the map, the border wraps itself around single animals.',
      ifItFails:
        'If hardly anybody stopped, ask where they would do it now, with the curve before them, and why nobody could know it then.',
      cut: 'Raise the speed once everybody has stopped, or reveal it then.',
    },
    {
      say: 'Animals nobody has seen: neither the class nor the network.',
      ask: 'Dog or cat? Bet before the network answers.',
      expect:
        '“It is never wrong now.” It is, now and then, and not always where a person would be: it looks at two numbers, not at an animal.',
      appears:
        'An animal, the bets, the network’s answer and the truth. At the end, the score of class and network.',
      ifItFails: 'If the network gets the first one wrong, all the better: ask what it saw in it.',
      cut: 'Three animals are enough: end the class without the count. In one of 30 minutes, skip the stage and close with the question on the way out.',
    },
  ],
  exit: 'In one sentence: what does each weight ask in each round, why does the machine not need to ask it 34 times, and how does one know when to stop?',
};
