import { describe, expect, it } from 'vitest';
import { FrameBudget } from './frame-budget.ts';
import { chooseRenderer, type ShelfEntry, unmetNeeds } from './renderer-shelf.ts';

describe('what a renderer cannot draw', () => {
  it('is what the timeline needs and neither its name nor its family is offered', () => {
    const needs = ['actor:cow', 'environment:meadow', 'fx:snow', 'lyrics', 'text'];
    expect(unmetNeeds(needs, ['actor:*', 'environment:meadow', 'text'])).toEqual(['fx:snow', 'lyrics']);
  });
});

describe('the renderer of a timeline', () => {
  const entry = (id: string, capabilities: string[]): ShelfEntry => ({
    id,
    modes: ['3d'],
    capabilities,
    load: () => Promise.reject(new Error('not loaded here')),
  });

  it('is the one that can draw most of what it needs, and among equals the abler', () => {
    const plain = entry('plain', ['actor:*']);
    const able = entry('able', ['actor:*', 'text', 'lyrics']);
    expect(chooseRenderer([plain, able], { mode: '3d', needs: ['text'] })).toBe(able);
    expect(chooseRenderer([plain, able], { mode: '3d', needs: [] })).toBe(able);
  });

  it('must draw that reading at all', () => {
    expect(() => chooseRenderer([entry('x', [])], { mode: '2d', needs: [] })).toThrow('draws 2d');
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
