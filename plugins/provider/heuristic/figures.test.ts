import { describe, expect, it } from 'vitest';
import { analyse } from '../../../dsl/index.ts';
import { answer } from './answer.ts';
import { readFigures } from './reading/figures.ts';

describe('the figures of a prompt', () => {
  it.each([
    [
      'a bar chart of apples 3, pears 5 and plums 2',
      'columns',
      [
        ['apples', 3],
        ['pears', 5],
        ['plums', 2],
      ],
    ],
    [
      'bars for Monday 4, Tuesday 7, Wednesday 3',
      'bars',
      [
        ['Monday', 4],
        ['Tuesday', 7],
        ['Wednesday', 3],
      ],
    ],
    [
      'a pie chart: 40% red, 35% blue, 25% green',
      'pie',
      [
        ['red', 40],
        ['blue', 35],
        ['green', 25],
      ],
    ],
    [
      'compare cats 60% and dogs 40% in a donut chart',
      'donut',
      [
        ['cats', 60],
        ['dogs', 40],
      ],
    ],
    [
      'money: rent 50%, food 30%, fun 20%, how it is spent',
      'pie',
      [
        ['rent', 50],
        ['food', 30],
        ['fun', 20],
      ],
    ],
    [
      'sales of 10, 20 and 35 in 2021, 2022 and 2023',
      'curve',
      [
        ['2021', 10],
        ['2022', 20],
        ['2023', 35],
      ],
    ],
    [
      'a line chart that rises from 5 in 2019 to 30 in 2024',
      'curve',
      [
        ['2019', 5],
        ['2024', 30],
      ],
    ],
    [
      'temperature: January -2, April 9',
      'curve',
      [
        ['January', -2],
        ['April', 9],
      ],
    ],
    [
      'population: Rome 2,8, Paris 2.1',
      'columns',
      [
        ['Rome', 2.8],
        ['Paris', 2.1],
      ],
    ],
  ] as const)('of "%s" become %s', (prompt, chart, points) => {
    expect(readFigures(prompt)).toMatchObject({ chart, points: points.map(([label, value]) => ({ label, value })) });
  });

  it.each([
    'three cows and two horses',
    'a chart',
    'sales of 10',
    'in 2024 a cow jumped',
    'a car with 4 doors and 2 lights',
  ])('are none in "%s"', (prompt) => expect(readFigures(prompt)).toBeNull());

  it('are drawn, growing, and named by the voice', () => {
    const { script } = answer({ prompt: 'votes: yes 70, no 30', currentScript: null, failed: null, seed: 7 });
    const { diagnostics, value } = analyse(script);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value.charts).toHaveLength(1);
    expect(value.lines.map(({ text }) => text)).toEqual(['Votes.', 'Yes: 70.', 'No: 30.']);
    expect(value.actions.some(({ deed }) => deed.kind === 'change')).toBe(true);
  });
});

describe('a deed that a kind can do by itself', () => {
  it.each([
    ['a heart beats', 'animate heart beat'],
    ['a volcano erupts', 'animate volcano erupt'],
    ['a balloon pops', 'fade balloon out'],
    ['a rocket takes off', 'move rocket to'],
    ['a startup launches a rocket', 'move rocket to'],
  ])('is what it does: %s', (prompt, statement) => {
    const { script } = answer({ prompt, currentScript: null, failed: null, seed: 7 });
    expect(analyse(script).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(script).toContain(statement);
  });
});

describe('a round chart', () => {
  it('opens the slices one by one, each as it is named', () => {
    const prompt = 'a pie chart: apples 45%, pears 30%, plums 25%';
    const { script } = answer({ prompt, currentScript: null, failed: null, seed: 7 });
    expect(script.match(/before figure-\d \{ reveal figures to \d+%/g)).toEqual([
      'before figure-1 { reveal figures to 45%',
      'before figure-2 { reveal figures to 75%',
      'before figure-3 { reveal figures to 100%',
    ]);
    expect(analyse(script).diagnostics).toEqual([]);
  });
});
