import { createTopology } from '../../../shared/network/topology.ts';
import { common } from '../../../client/text/es/common.ts';
import { featureWords } from '../../../client/text/data-words.ts';
import { networkText } from '../../../client/text/network-text.ts';
import { createNumbers } from '../../../client/text/numbers.ts';

/** The network of the pets lesson, with weights that grow from one to the next, every other one negative. */
export function petsLesson() {
  const topology = createTopology({
    sizes: [2, 4, 1],
    hidden: 'tanh',
    output: 'tanh',
    loss: 'half-squared-error',
  });
  return {
    topology,
    parameters: topology.parameters.map(({ index }) => (index % 2 === 0 ? 1 : -1) * (0.1 + index * 0.05)),
    text: networkText(common, topology.spec, featureWords(common, ['ears', 'size'])),
    numbers: createNumbers('es'),
  };
}
