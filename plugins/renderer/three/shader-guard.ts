import {
  type Material,
  Mesh,
  MeshLambertMaterial,
  MeshStandardMaterial,
  Points,
  type Scene,
  type WebGLRenderer,
} from 'three';
import type { Reports } from './reports.ts';

/**
 * Watches over shaders that the graphics driver refuses. What was lit by one of ours falls back to the plain material
 * of its library; what was all ours is left out. The picture that met the fault is drawn anew.
 */
export class ShaderGuard {
  readonly #gl: WebGLRenderer;
  readonly #refused = new Set<unknown>();
  readonly #reasons = new Set<string>();

  constructor(gl: WebGLRenderer) {
    this.#gl = gl;
    gl.debug.onShaderError = (context, program, vertex, fragment) => {
      // A lost context refuses everything, and gives it back later.
      if (context.isContextLost()) return;
      this.#refused.add(program);
      const logs = [
        context.getProgramInfoLog(program),
        context.getShaderInfoLog(vertex),
        context.getShaderInfoLog(fragment),
      ];
      const reason = logs.map((log) => log?.trim() ?? '').find((log) => log !== '') ?? 'no reason given';
      this.#reasons.add(reason.split('\n')[0] ?? reason);
    };
  }

  /** Replaces what was refused while `scenes` were drawn. True if there was any, so that they must be drawn anew. */
  mend(...scenes: readonly Scene[]): boolean {
    if (this.#refused.size === 0) return false;
    for (const scene of scenes)
      scene.traverse((part) => {
        if (!(part instanceof Mesh || part instanceof Points)) return;
        for (const material of [part.material].flat()) if (this.#isRefused(material)) plain(material);
      });
    this.#refused.clear();
    return true;
  }

  #isRefused(material: Material): boolean {
    const { currentProgram } = this.#gl.properties.get(material) as { currentProgram?: { program: unknown } };
    return currentProgram !== undefined && this.#refused.has(currentProgram.program);
  }

  /** Says again in every picture what is drawn plain since. */
  report(reports: Reports): void {
    for (const reason of this.#reasons)
      reports.add('shader-refused', `The graphics driver refused a shader, so its surfaces are drawn plain: ${reason}`);
  }
}

function plain(material: Material): void {
  if (material.userData.lens === true) material.visible = false;
  else if (material instanceof MeshStandardMaterial || material instanceof MeshLambertMaterial) {
    material.onBeforeCompile = () => undefined;
    material.customProgramCacheKey = () => 'plain';
    material.needsUpdate = true;
  } else material.visible = false;
}
