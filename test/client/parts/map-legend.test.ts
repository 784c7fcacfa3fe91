// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import MapLegend from '../../../client/parts/MapLegend.svelte';
import { common as en } from '../../../client/text/en/common.ts';
import { common } from '../../../client/text/es/common.ts';

const named = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent?.trim());
afterEach(cleanup);

describe('the legend of the map', () => {
  it('is not needed for cats and dogs on their two features', () => {
    const { container } = render(MapLegend, {
      data: { featureNames: ['ears', 'size'], classNames: ['cat', 'dog'] },
      common,
    });
    expect(container.textContent?.trim()).toBe('');
  });

  it('says that the map of more features is a cut through the mean of the others', () => {
    const featureNames = ['ears', 'size', 'snout', 'whiskers'];
    render(MapLegend, { data: { featureNames, classNames: ['cat', 'dog'] }, common });
    screen.getByText('Un corte: los otros 2 rasgos, en su media.');
    expect(named()).toEqual([]);
    cleanup();
    const data = { featureNames: ['a', 'b', 'c'], classNames: ['no', 'yes'] };
    render(MapLegend, { data, common: en });
    screen.getByText('A cut: the other feature at its mean.');
  });

  it('names every class beside its mark where pictures do not tell', () => {
    const classNames = ['Árbol de hoja caduca', 'Ciprés', 'Encina', 'Ñire'];
    const { container } = render(MapLegend, { data: { featureNames: ['x', 'y'], classNames }, common });
    expect(named()).toEqual(classNames);
    const marks = [...container.querySelectorAll('svg path')].map((path) => path.getAttribute('d'));
    expect(new Set(marks).size).toBe(4);
  });
});
