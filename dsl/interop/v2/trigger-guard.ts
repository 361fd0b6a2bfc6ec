import type { Happening } from '../../plan/timeline.ts';
import { refuse, type V2Refusal } from './refusal.ts';
import type { V2Scene, V2Trigger } from './scene.ts';

/** An action is one word: `click`, `key` (payload `key`), `signal` (payload `name`), or a word of the client's own. */
const ACTION = /^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u;

export function judgeTrigger(trigger: V2Trigger, scene: Pick<V2Scene, 'entities' | 'behaviors'>): V2Refusal | null {
  const { target_id, action } = trigger;
  const machine = scene.behaviors.get(target_id);
  if (!machine && !scene.entities.has(target_id)) return refuse('unknown_trigger_target', { target_id, action });
  if (!ACTION.test(action)) return refuse('invalid_trigger', { target_id, action });
  const incomplete =
    (action === 'key' && typeof trigger.payload.key !== 'string') ||
    (action === 'signal' && typeof trigger.payload.name !== 'string');
  if (incomplete)
    return refuse('invalid_trigger', { target_id, action, needs: action === 'key' ? 'payload.key' : 'payload.name' });
  if (machine && machine.data.type !== 'state_machine')
    return refuse('invalid_trigger', { target_id, action, needs: 'a behaviour of type state_machine, or an entity' });
  return null;
}

/** The same as what a viewer would have done: a word of the client's own is a signal of that name. */
export function happeningOf({ at_ms, target_id, action, payload }: V2Trigger): Happening {
  if (action === 'click') return { at_ms, trigger: { kind: 'click', target: target_id } };
  if (action === 'key') return { at_ms, trigger: { kind: 'key', key: String(payload.key) } };
  return { at_ms, trigger: { kind: 'signal', name: action === 'signal' ? String(payload.name) : action } };
}
