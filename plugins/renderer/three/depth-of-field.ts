import {
  type Camera,
  DepthTexture,
  FramebufferTexture,
  LinearFilter,
  type Material,
  Mesh,
  NearestFilter,
  type Object3D,
  OrthographicCamera,
  type PerspectiveCamera,
  PlaneGeometry,
  RawShaderMaterial,
  Scene,
  Vector2,
  Vector3,
  Vector4,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import type { Frame, FrameFocus, FrameLens } from '../../../dsl/index.ts';
import { placeActor } from './placement.ts';
import { toWorld } from './space.ts';

/** Depth is looked up coarser than the picture: what blurs has soft edges anyway. */
const DEPTH_SHARE = 0.5;
/** Nothing blurs by more than this share of the picture's height, however near it is. */
const WIDEST = 0.028;

/**
 * Blurs what lies before and behind what the camera is focused on, as a lens does: a thin lens of fixed aperture, whose
 * circle of confusion grows with `|d − f| / d` (Potmesil and Chakravarty, A Lens and Aperture Camera Model for Synthetic
 * Image Generation, 1981). The finished picture is copied, and gathered again around each pixel by the depth there.
 */
export class DepthOfField {
  readonly #depth = new WebGLRenderTarget(1, 1, { minFilter: NearestFilter, magFilter: NearestFilter });
  readonly #sheet = new Scene();
  readonly #eye = new OrthographicCamera(-1, 1, 1, -1, -1, 1);
  readonly #uniforms = {
    picture: { value: new FramebufferTexture(1, 1) },
    depth: { value: this.#depth.depthTexture },
    /** Of the picture in the drawing buffer: corner and size, as shares of it. */
    part: { value: new Vector4(0, 0, 1, 1) },
    /** One unit of blur, the height of the picture, as a share of the buffer. */
    reach: { value: new Vector2(1, 1) },
    range: { value: new Vector2(0.3, 260) },
    focus: { value: 10 },
    blur: { value: 0 },
  };
  readonly #quad: Mesh<PlaneGeometry, RawShaderMaterial>;

  constructor() {
    this.#depth.depthTexture = new DepthTexture(1, 1);
    this.#uniforms.depth.value = this.#depth.depthTexture;
    const material = new RawShaderMaterial({
      uniforms: this.#uniforms,
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
    });
    this.#quad = new Mesh(new PlaneGeometry(2, 2), material);
    this.#quad.frustumCulled = false;
    this.#sheet.add(this.#quad);
  }

  /** Texture memory, bytes. */
  get bytes(): number {
    const { image } = this.#uniforms.picture.value;
    return image.width * image.height * 4 + this.#depth.width * this.#depth.height * 8;
  }

  /** Blurs the picture of the scene that was just drawn into the viewport; `focus` in units before the eye. */
  apply(gl: WebGLRenderer, scene: Scene, camera: PerspectiveCamera, focus: number, blur: number): void {
    const buffer = gl.getDrawingBufferSize(new Vector2());
    const view = gl.getCurrentViewport(new Vector4());
    this.#measure(gl, scene, camera, view);
    const { picture, part, reach, range } = this.#uniforms;
    if (picture.value.image.width !== buffer.x || picture.value.image.height !== buffer.y) {
      picture.value.dispose();
      picture.value = new FramebufferTexture(buffer.x, buffer.y);
      picture.value.minFilter = picture.value.magFilter = LinearFilter;
    }
    gl.copyFramebufferToTexture(picture.value);
    part.value.set(view.x / buffer.x, view.y / buffer.y, view.z / buffer.x, view.w / buffer.y);
    reach.value.set(view.w / buffer.x, view.w / buffer.y);
    range.value.set(camera.near, camera.far);
    this.#uniforms.focus.value = focus;
    this.#uniforms.blur.value = blur;
    gl.render(this.#sheet, this.#eye);
  }

  /**
   * Draws how far away everything solid is, with its own shaders, for they move vertices: land, grass, a fish that
   * bends. What is clear or made of light has no depth of its own.
   */
  #measure(gl: WebGLRenderer, scene: Scene, camera: Camera, view: Vector4): void {
    const [width, height] = [
      Math.max(1, Math.ceil(view.z * DEPTH_SHARE)),
      Math.max(1, Math.ceil(view.w * DEPTH_SHARE)),
    ];
    if (this.#depth.width !== width || this.#depth.height !== height) this.#depth.setSize(width, height);
    const clear: Object3D[] = [];
    scene.traverseVisible((part) => {
      const { material } = part as Mesh;
      if (material && [material].flat().some(isClear)) clear.push(part);
    });
    for (const part of clear) part.visible = false;
    const shadows = gl.shadowMap.autoUpdate;
    gl.shadowMap.autoUpdate = false;
    gl.setScissorTest(false);
    gl.setRenderTarget(this.#depth);
    gl.clear();
    const background = scene.background;
    scene.background = null;
    gl.render(scene, camera);
    scene.background = background;
    gl.setRenderTarget(null);
    gl.setScissorTest(true);
    gl.shadowMap.autoUpdate = shadows;
    for (const part of clear) part.visible = true;
  }

  dispose(): void {
    this.#depth.depthTexture?.dispose();
    this.#depth.dispose();
    this.#uniforms.picture.value.dispose();
    this.#quad.geometry.dispose();
    this.#quad.material.dispose();
  }
}

/** How far before the eye it is sharp, in units along the line of sight: there, where the thing really stands. */
export function focusOf(frame: Frame, { from, to, share }: FrameLens, camera: PerspectiveCamera): number {
  const sight = camera.getWorldDirection(new Vector3());
  const ahead = ({ of, point }: FrameFocus): number => {
    const thing = of === null ? undefined : frame.entities.find(({ id, role }) => id === of && role === 'actor');
    const placed =
      thing?.role === 'actor' ? placeActor(frame, thing).position : toWorld(frame.stage, point, new Vector3());
    return Math.max(camera.near * 2, placed.sub(camera.position).dot(sight));
  };
  const near = ahead(from);
  return near + (ahead(to) - near) * share;
}

/** The sky, light and glass: drawn over what is there, they leave no depth in the picture itself either. */
const isClear = ({ depthWrite }: Material): boolean => !depthWrite;

const VERTEX = /* glsl */ `
precision highp float;
attribute vec3 position;
varying vec2 place;
void main() {
  place = position.xy * 0.5 + 0.5;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

/** Gathers along a spiral of the golden angle, the same for each pixel but for where it starts. */
const FRAGMENT = /* glsl */ `
precision highp float;
uniform sampler2D picture, depth;
uniform vec4 part;
uniform vec2 reach, range;
uniform float focus, blur;
varying vec2 place;

float distanceAt(vec2 at) {
  float z = texture2D(depth, at).x * 2.0 - 1.0;
  return 2.0 * range.x * range.y / (range.y + range.x - z * (range.y - range.x));
}

/** Radius of the circle of confusion, as a share of the picture's height. */
float circle(float d) { return min(${WIDEST}, blur * 0.04 * abs(d - focus) / max(d, 0.1)); }

void main() {
  vec2 middle = part.xy + place * part.zw;
  vec3 here = texture2D(picture, middle).rgb;
  float d = distanceAt(place);
  float radius = circle(d);
  vec3 sum = here;
  float weight = 1.0;
  if (radius * 540.0 > 0.4) {
    float turn = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) * 6.2831853;
    for (int tap = 1; tap <= 28; tap++) {
      float r = sqrt(float(tap) / 28.0);
      float angle = float(tap) * 2.3999632 + turn;
      vec2 away = vec2(cos(angle), sin(angle)) * r * radius * reach;
      vec2 there = clamp(place + away / part.zw, vec2(0.001), vec2(0.999));
      float e = distanceAt(there);
      // What is sharp and nearer keeps its edge: it does not spill into what is blurred behind it.
      float keep = e > d - 0.2 ? 1.0 : smoothstep(0.0, radius * r + 1e-5, circle(e));
      sum += texture2D(picture, part.xy + there * part.zw).rgb * keep;
      weight += keep;
    }
  }
  gl_FragColor = vec4(sum / weight, 1.0);
}`;
