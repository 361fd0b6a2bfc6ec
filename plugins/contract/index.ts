/** The door of the plugin contract. A plugin needs this, the language's door, and nothing else of ours. */
export * from './manifest.ts';
export * from './plugin.ts';
export * from './provider.ts';
export * from './renderer.ts';
export * from './runtime.ts';
export * from './voice.ts';
export * from './wav.ts';
