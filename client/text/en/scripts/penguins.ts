import type { LessonScript } from '../../script.ts';

export const penguins: LessonScript = {
  stages: [
    {
      say: 'These penguins lived: somebody measured their bills, one by one, in Antarctica. Three species, so the network has three answers and the highest one wins.',
      ask: 'With three possible answers, how often is somebody who knows nothing right?',
      expect:
        '“Half of the time.” With three, the coin becomes a die: a third. That is where the network begins.',
      appears: 'Right answers wander about one third, or below.',
      ifItFails: 'If they rise by luck, play it again: from the same start they wander once more.',
      cut: 'One round by hand, then run 20 ahead.',
    },
    {
      say: 'Everyone asks about their weight: does the error fall if it rises, or if it sinks?',
      ask: 'Look at the map: length and depth of the bill. Which species will be the first to be told apart?',
      expect:
        '“The longest bill decides.” Length alone confuses two of the species; depth alone, another two. It takes both.',
      appears: 'Three regions that grow on the map. In some 10 rounds, about 9 of 10 are right.',
      ifItFails:
        'If one species does not show on the map, the weights that go to its answer are far down: ask who holds them.',
      cut: 'Three rounds by hand, then run 20 ahead.',
    },
    {
      say: 'The error goes back from all three answers at once: if one rises, the other two have to sink.',
      ask: 'The network says “Adélie” and it was a chinstrap: which arrows leave each of the three answers?',
      expect:
        '“Only the wrong one is corrected.” The right one is pushed up and the others down, each by how sure it was.',
      appears: 'Arrows layer by layer; each output has its own, and what one gains the others lose.',
      ifItFails: 'Pick a penguin on the map that was answered wrongly and follow its error alone.',
      cut: 'One round layer by layer, then run 20 ahead.',
    },
    {
      say: 'Now the machine goes down, with the step the class chooses.',
      ask: 'At 0.02, does the error fall slowly, fall fast or explode? Vote. Then at 50 and, last, at 1.',
      expect: '“Real data are harder.” These are not: with a good step they are told apart in 10 steps.',
      appears: 'At 0.02, a long slope; at 50, leaps far above where it began; at 1, a drop.',
      ifItFails:
        'Always finish with 1: the last stage tests the network as it is left here. “From the start”, on the machine’s card, puts it back.',
      cut: 'Only 50 and 1.',
    },
    {
      say: 'Penguins nobody has used, drawn from their measurements.',
      ask: 'Adélie, chinstrap or gentoo? Bet before the network does.',
      expect:
        '“With more practice it would get all of them.” Different species may have nearly the same bill: with these two measurements nobody can.',
      appears: 'A penguin, the bets, the network’s three answers and the species.',
      ifItFails: 'If the network gets one wrong, look on the map for the one most like it.',
      cut: 'Three penguins are enough.',
    },
  ],
  exit: 'Two penguins in the table were left out because nobody could measure them. What would have happened if we had put zeros in their place?',
};
