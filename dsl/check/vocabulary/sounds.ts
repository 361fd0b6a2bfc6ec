/** What `sound` can play, and what it is like. The host makes them; a script only names them. */
export const SOUNDS: Readonly<Record<string, string>> = {
  chime: 'a bell that rings out',
  pop: 'a bubble that bursts',
  whoosh: 'air that rushes past',
  click: 'a switch',
  thud: 'something heavy that lands',
  ding: 'a small clear bell',
  drum: 'one beat of a drum',
  swell: 'a chord that grows and fades',
  splash: 'something that falls into water',
  applause: 'many hands',
};
