import { createHash } from 'node:crypto';
import { HostError } from '../errors.ts';

const SAFE = /^[A-Za-z0-9._-]{1,128}$/;

export const isSceneId = (text: string): boolean => SAFE.test(text) && !text.includes('..') && text !== '.';

/** The id itself, or 422 `invalid_scene_id`. */
export function requireSceneId(text: string): string {
  if (!isSceneId(text)) throw new HostError('invalid_scene_id', { scene_id: text.slice(0, 128) });
  return text;
}

/** The scene of a session that names none: the session's own id where that is a good scene id, otherwise one made from it. */
export const sceneOfSession = (sessionId: string): string =>
  isSceneId(sessionId) ? sessionId : `session-${createHash('sha256').update(sessionId).digest('hex').slice(0, 32)}`;
