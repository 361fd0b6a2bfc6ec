import {
  CustomBlending,
  Group,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  PlaneGeometry,
  ShaderMaterial,
  type Texture,
} from 'three';

type Decal = Mesh<PlaneGeometry, ShaderMaterial>;

/**
 * Flat pictures, handed out anew for every frame from a stock that grows to the need. Their textures are premultiplied
 * and hold the values of the screen, so they pass through neither light nor tone mapping.
 */
export class Decals {
  readonly group = new Group();
  readonly #stock: {
    readonly mesh: Decal;
    readonly uniforms: { map: { value: Texture | null }; opacity: { value: number } };
  }[] = [];
  readonly #plane = new PlaneGeometry(1, 1);
  #used = 0;

  /** Takes all of them back. */
  clear(): void {
    this.#used = 0;
    for (const { mesh } of this.#stock) mesh.visible = false;
  }

  /** A unit square that shows `texture`, to be placed and scaled; later ones lie over earlier ones. */
  take(texture: Texture, opacity: number): Decal {
    const { mesh, uniforms } = this.#stock[this.#used] ?? this.#make();
    mesh.visible = true;
    mesh.renderOrder = 1000 + this.#used++;
    mesh.rotation.set(0, 0, 0);
    mesh.material.depthTest = false;
    uniforms.map.value = texture;
    uniforms.opacity.value = opacity;
    return mesh;
  }

  #make() {
    const uniforms = { map: { value: null }, opacity: { value: 1 } };
    const material = new ShaderMaterial({
      uniforms,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
      blending: CustomBlending,
      blendSrc: OneFactor,
      blendDst: OneMinusSrcAlphaFactor,
      vertexShader: /* glsl */ `
        varying vec2 place;
        void main() {
          place = uv;
          gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
        }`,
      fragmentShader: /* glsl */ `
        uniform sampler2D map;
        uniform float opacity;
        varying vec2 place;
        void main() {
          gl_FragColor = texture2D(map, place) * opacity;
        }`,
    });
    const made = { mesh: new Mesh(this.#plane, material), uniforms };
    made.mesh.frustumCulled = false;
    this.#stock.push(made);
    this.group.add(made.mesh);
    return made;
  }

  dispose(): void {
    for (const { mesh } of this.#stock) mesh.material.dispose();
    this.#plane.dispose();
  }
}
