/** Effects for `emit`, with the colours they take when a script names none. */
export const EFFECTS: Readonly<Record<string, { readonly colors: readonly string[]; readonly summary: string }>> = {
  sparkles: { colors: ['#fff6c8', '#ffe38a', '#ffffff'], summary: 'glittering points that fly out and fade' },
  stars: { colors: ['#ffe38a', '#ffd166'], summary: 'small five-pointed stars that fly out and fall' },
  hearts: { colors: ['#ff6b8b', '#ff9fb3'], summary: 'hearts that rise and sway' },
  bubbles: { colors: ['#cfefff'], summary: 'bubbles that rise and wobble' },
  confetti: {
    colors: ['#e5484d', '#3b82f6', '#ffd166', '#4fa35b', '#a86fe0'],
    summary: 'paper that bursts, tumbles and falls',
  },
  dust: { colors: ['#cbb89a'], summary: 'a puff close to the ground' },
  smoke: { colors: ['#8f949d', '#b4b8bf'], summary: 'soft clouds that rise and widen' },
  snow: { colors: ['#ffffff'], summary: 'flakes that fall across the stage' },
  splash: { colors: ['#cfeaf8', '#9fd0ea', '#ffffff'], summary: 'drops thrown up in a crown, falling back' },
  caustics: { colors: ['#fff7d6'], summary: 'the net of light that wavy water throws on what is near' },
  shimmer: { colors: ['#e6f7ff'], summary: 'light that plays on a surface of water' },
  rain: { colors: ['#9cc4e8'], summary: 'drops that fall across the stage' },
};
