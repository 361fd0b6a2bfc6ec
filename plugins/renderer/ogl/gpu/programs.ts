import { type OGLRenderingContext, Program } from 'ogl';

type Shaders = ConstructorParameters<typeof Program>[1];

/**
 * The first of these shaders that the graphics driver takes; null where it takes none, and what they would have drawn is
 * left out. Why it refused is what `watchRefusals` hears.
 */
export function firstUsable(gl: OGLRenderingContext, ...choices: readonly Shaders[]): Program | null {
  for (const shaders of choices) {
    const program = new Program(gl, shaders);
    // A lost context takes nothing and gives all of it back later: then everything is made anew.
    if (gl.isContextLost() || gl.getProgramParameter(program.program, gl.LINK_STATUS)) return program;
    gl.deleteProgram(program.program);
  }
  return null;
}

/** Notes from now on why shaders are refused, each reason once, in the driver's own words. */
export function watchRefusals(gl: OGLRenderingContext): ReadonlySet<string> {
  const reasons = new Set<string>();
  const link = gl.linkProgram.bind(gl);
  gl.linkProgram = (program) => {
    link(program);
    if (gl.isContextLost() || gl.getProgramParameter(program, gl.LINK_STATUS)) return;
    const shaders = gl.getAttachedShaders(program) ?? [];
    const logs = [...shaders.map((shader) => gl.getShaderInfoLog(shader)), gl.getProgramInfoLog(program)];
    const reason = logs.map((log) => log?.trim() ?? '').find((log) => log !== '') ?? 'no reason given';
    reasons.add(reason.split('\n')[0] ?? reason);
  };
  return reasons;
}
