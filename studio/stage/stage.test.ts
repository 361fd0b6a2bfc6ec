import { describe, expect, it } from 'vitest';
import { FrameBudget } from './frame-budget.ts';
import { unmetNeeds } from './renderer-shelf.ts';

describe('what a renderer cannot draw', () => {
  it('is what the timeline needs and neither its name nor its family is offered', () => {
    const needs = ['actor:cow', 'environment:meadow', 'fx:snow', 'lyrics', 'text'];
    expect(unmetNeeds(needs, ['actor:*', 'environment:meadow', 'text'])).toEqual(['fx:snow', 'lyrics']);
  });
});

describe('the frame budget', () => {
  const feed = (budget: FrameBudget, gap: number, times: number): void => {
    for (let count = 0; count < times; count++) budget.note(gap);
  };

  it('draws coarser while pictures come too slowly', () => {
    const budget = new FrameBudget();
    feed(budget, 90, 24);
    expect(budget.detail).toBe(0.75);
    feed(budget, 90, 48);
    expect(budget.detail).toBe(0.375);
  });

  it('does not swing: it refines once and then keeps what holds', () => {
    const budget = new FrameBudget();
    feed(budget, 90, 24);
    feed(budget, 10, 24);
    expect(budget.detail).toBe(1);
    feed(budget, 90, 24);
    feed(budget, 10, 240);
    expect(budget.detail).toBe(0.75);
  });

  it('ignores the pauses in which nothing was drawn', () => {
    const budget = new FrameBudget();
    feed(budget, 5000, 100);
    expect(budget.detail).toBe(1);
  });
});
