/** Surroundings a script can name with `environment`: a scenery under a light. Colours are sRGB hex. */
export interface Environment {
  readonly scenery: 'meadow' | 'space' | 'sea' | 'city' | 'studio';
  readonly sky_top: string;
  readonly sky_bottom: string;
  readonly ground_near: string;
  readonly ground_far: string;
  /** Height of the horizon as a share of the stage, from the top. */
  readonly horizon: number;
  readonly stars: number;
  readonly fog: number;
  readonly fog_color: string;
  readonly ambient_color: string;
  readonly ambient: number;
  readonly key_color: string;
  readonly key: number;
  /** Degrees: 0 right, 90 overhead, 180 left. */
  readonly key_angle: number;
}

const LIGHTS = {
  day: { stars: 0, ambient_color: '#dcecff', ambient: 0.75, key_color: '#fff4dc', key: 1.4, key_angle: 60 },
  dusk: { stars: 0.25, ambient_color: '#b79bd0', ambient: 0.55, key_color: '#ff9a5c', key: 1.0, key_angle: 12 },
  night: { stars: 1, ambient_color: '#5870b8', ambient: 0.42, key_color: '#bcd0ff', key: 0.55, key_angle: 118 },
} as const;

export const ENVIRONMENTS: Readonly<Record<string, Environment>> = {
  'night-meadow': {
    scenery: 'meadow',
    ...LIGHTS.night,
    sky_top: '#070b24',
    sky_bottom: '#2b3f7c',
    ground_near: '#123524',
    ground_far: '#1f4a3c',
    horizon: 0.7,
    fog: 0.25,
    fog_color: '#2b3f7c',
  },
  'day-meadow': {
    scenery: 'meadow',
    ...LIGHTS.day,
    sky_top: '#3f97e8',
    sky_bottom: '#cfeafd',
    ground_near: '#4fa047',
    ground_far: '#86c46c',
    horizon: 0.7,
    fog: 0.15,
    fog_color: '#d6ecfa',
  },
  'dusk-meadow': {
    scenery: 'meadow',
    ...LIGHTS.dusk,
    sky_top: '#33296b',
    sky_bottom: '#f49a6a',
    ground_near: '#2f4a2e',
    ground_far: '#5d5f45',
    horizon: 0.7,
    fog: 0.3,
    fog_color: '#d98d78',
  },
  space: {
    scenery: 'space',
    ...LIGHTS.night,
    sky_top: '#03040f',
    sky_bottom: '#141238',
    ground_near: '#141238',
    ground_far: '#141238',
    horizon: 1,
    fog: 0,
    fog_color: '#141238',
    key: 1.3,
    ambient: 0.3,
    key_color: '#fff2dd',
    key_angle: 140,
  },
  'day-sea': {
    scenery: 'sea',
    ...LIGHTS.day,
    sky_top: '#3f97e8',
    sky_bottom: '#d9f0fb',
    ground_near: '#0e5c8f',
    ground_far: '#3fa0c4',
    horizon: 0.58,
    fog: 0.2,
    fog_color: '#cfe8f4',
  },
  'dusk-sea': {
    scenery: 'sea',
    ...LIGHTS.dusk,
    sky_top: '#33296b',
    sky_bottom: '#ffb27a',
    ground_near: '#1d2f5e',
    ground_far: '#a8667a',
    horizon: 0.58,
    fog: 0.3,
    fog_color: '#e09a80',
  },
  'night-sea': {
    scenery: 'sea',
    ...LIGHTS.night,
    sky_top: '#050a20',
    sky_bottom: '#24386c',
    ground_near: '#071b38',
    ground_far: '#1b3a66',
    horizon: 0.58,
    fog: 0.2,
    fog_color: '#24386c',
  },
  'day-city': {
    scenery: 'city',
    ...LIGHTS.day,
    sky_top: '#5aa6e6',
    sky_bottom: '#e3f0f8',
    ground_near: '#5c626e',
    ground_far: '#8b93a1',
    horizon: 0.74,
    fog: 0.2,
    fog_color: '#dbe6ef',
  },
  'night-city': {
    scenery: 'city',
    ...LIGHTS.night,
    sky_top: '#0a0d22',
    sky_bottom: '#3d3564',
    ground_near: '#20242f',
    ground_far: '#2f3444',
    horizon: 0.74,
    fog: 0.3,
    fog_color: '#3d3564',
  },
  studio: {
    scenery: 'studio',
    ...LIGHTS.day,
    sky_top: '#e9ecf3',
    sky_bottom: '#f8f9fc',
    ground_near: '#d5dae6',
    ground_far: '#eef0f6',
    horizon: 0.72,
    fog: 0.1,
    fog_color: '#f3f5fa',
  },
  'dark-studio': {
    scenery: 'studio',
    ...LIGHTS.day,
    sky_top: '#12141c',
    sky_bottom: '#272b3a',
    ground_near: '#171922',
    ground_far: '#262a38',
    horizon: 0.72,
    fog: 0.1,
    fog_color: '#232736',
    ambient: 0.5,
  },
};

export const DEFAULT_ENVIRONMENT = 'studio';
