/** The door of the plugin contract. A plugin needs this, the language's door, and nothing else of ours. */
export * from './manifest.ts';
export * from './media/decode-image.ts';
export * from './media/gltf-document.ts';
export * from './media/glyph-watch.ts';
export * from './media/image-size.ts';
export * from './media/media-fault.ts';
export * from './media/media-limits.ts';
export * from './media/media-shelf.ts';
export * from './media/media-type.ts';
export * from './media/node-tree.ts';
export * from './media/read-model.ts';
export * from './plugin.ts';
export * from './provider.ts';
export * from './renderer.ts';
export * from './runtime.ts';
export * from './voice.ts';
export * from './wav.ts';
