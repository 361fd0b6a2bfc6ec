import type { Vec3 } from '../check/model.ts';
import { actorKind } from '../check/vocabulary/actor-kinds.ts';
import type { Span } from '../diagnostics.ts';
import { arrivesFacing } from './arrival.ts';
import type { Ledger } from './ledger.ts';
import { isMotion, restOf } from './motion.ts';

const ORIGIN: Vec3 = { x: 0, y: 0, z: 0 };

/**
 * A thing that has come to look the other way goes on looking there until its next motion turns it: that is written
 * down when the next motion begins, for from then on nothing tells where it came from.
 */
export function turnFirst(positionPath: string, kindName: string, at_ms: number, origin: Span, ledger: Ledger): void {
  const kind = actorKind(kindName);
  if (!kind || kind.habitat === 'any') return;
  if (isMotion(ledger.current<Vec3>(positionPath, at_ms, ORIGIN))) return;
  const path = positionPath.replace(/position$/, 'facing');
  const facing = restOf(ledger.current<-1 | 1>(path, at_ms, 1));
  const last = ledger.current<Vec3>(positionPath, Number.NEGATIVE_INFINITY, ORIGIN);
  const now = arrivesFacing(last, facing);
  if (now === facing) return;
  ledger.begin(path, now);
  ledger.write({ at_ms, op: 'replace', path, value: now, origin });
}
