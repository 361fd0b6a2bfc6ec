/**
 * Scenario D as one would write it by hand with three.js: the same things (room, window, desk, lamp, bowl with water,
 * gravel, plant and goldfish, bubbles, a line of writing), meshes and materials of the same kinds, moved by a few sines.
 */
import * as THREE from 'three';
import { contextOf, finish, type MakeSide } from './drawing-side.ts';

const BOWL: readonly (readonly [number, number])[] = [
  [0.9, -2],
  [1.7, -1.5],
  [2.2, -0.6],
  [2.25, 0.2],
  [1.9, 1.1],
  [1.45, 1.6],
  [1.5, 1.8],
];

const standard = (color: string, roughness = 0.7) => new THREE.MeshStandardMaterial({ color, roughness });

function add(
  to: THREE.Object3D,
  geometry: THREE.BufferGeometry,
  material: THREE.Material,
  [x, y, z]: readonly [number, number, number],
): THREE.Mesh {
  const mesh = new THREE.Mesh(geometry, material);
  mesh.position.set(x, y, z);
  mesh.castShadow = true;
  mesh.receiveShadow = true;
  to.add(mesh);
  return mesh;
}

function room(scene: THREE.Scene): void {
  add(scene, new THREE.PlaneGeometry(22, 12), standard('#e8ddc8'), [0, 1, -4]);
  const window = new THREE.Group();
  window.position.set(-3.4, 1.1, -3.8);
  add(window, new THREE.PlaneGeometry(2.6, 3), new THREE.MeshBasicMaterial({ color: '#9cc9f2' }), [0, 0, 0]);
  for (const x of [-1.35, 0, 1.35]) add(window, new THREE.BoxGeometry(0.12, 3.1, 0.14), standard('#f2ece0'), [x, 0, 0]);
  for (const y of [-1.5, 0, 1.5]) add(window, new THREE.BoxGeometry(2.8, 0.12, 0.14), standard('#f2ece0'), [0, y, 0]);
  scene.add(window);
  add(scene, new THREE.BoxGeometry(14, 0.5, 5, 8, 1, 4), standard('#a8744a', 0.5), [0, -2.6, -0.4]);
  const lamp = new THREE.Group();
  lamp.position.set(4.5, -2.3, 0);
  add(lamp, new THREE.CylinderGeometry(0.35, 0.4, 0.1, 32), standard('#8a6a3a', 0.3), [0, 0.05, 0]);
  add(lamp, new THREE.CylinderGeometry(0.05, 0.05, 0.9, 16), standard('#8a6a3a', 0.3), [0, 0.5, 0]);
  add(lamp, new THREE.ConeGeometry(0.6, 0.7, 32, 1, true), standard('#f2c14e'), [0, 1.1, 0]);
  scene.add(lamp);
}

function writing(): THREE.Mesh {
  const canvas = document.createElement('canvas');
  canvas.width = 1024;
  canvas.height = 64;
  const context = canvas.getContext('2d');
  if (context) {
    context.font = '700 44px sans-serif';
    context.fillStyle = '#ffffff';
    context.textAlign = 'center';
    context.fillText('A goldfish swims slowly in its bowl of clear water.', 512, 48);
  }
  const map = new THREE.CanvasTexture(canvas);
  const material = new THREE.MeshBasicMaterial({ map, transparent: true, depthTest: false });
  const mesh = new THREE.Mesh(new THREE.PlaneGeometry(8, 0.5), material);
  mesh.position.set(0, -3, 1.5);
  return mesh;
}

function fish(): THREE.Group {
  const group = new THREE.Group();
  const body = add(group, new THREE.SphereGeometry(0.3, 48, 32), standard('#ff8a2b', 0.4), [0, 0, 0]);
  body.scale.set(1.5, 0.9, 0.6);
  const fin = new THREE.MeshStandardMaterial({
    color: '#ffb84d',
    transparent: true,
    opacity: 0.8,
    side: THREE.DoubleSide,
  });
  add(group, new THREE.CircleGeometry(0.3, 24, 0.6, 2), fin, [-0.5, 0, 0]).rotation.z = 1.6;
  for (const y of [0.26, -0.26]) add(group, new THREE.CircleGeometry(0.2, 24, 0, 2), fin, [0, y, 0]);
  for (const z of [0.14, -0.14])
    add(group, new THREE.SphereGeometry(0.04, 16, 12), standard('#111111', 0.1), [0.34, 0.06, z]);
  return group;
}

/** With `transmission` the glass refracts as three's physical material does it: the scene behind is drawn once more. */
export const handThree =
  (transmission: boolean): MakeSide =>
  async (canvas) => {
    const gl = new THREE.WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: true });
    gl.setSize(canvas.width, canvas.height, false);
    gl.toneMapping = THREE.ACESFilmicToneMapping;
    gl.shadowMap.enabled = true;
    gl.shadowMap.type = THREE.PCFShadowMap;
    const scene = new THREE.Scene();
    scene.background = new THREE.Color('#d8cdb8');
    const camera = new THREE.PerspectiveCamera(35, canvas.width / canvas.height, 0.3, 100);
    camera.position.set(0, 0, 11.4);
    const sun = new THREE.DirectionalLight('#ffe2b8', 3);
    sun.position.set(-5, 6, 6);
    sun.castShadow = true;
    sun.shadow.mapSize.set(1024, 1024);
    scene.add(sun, new THREE.HemisphereLight('#ffffff', '#a8744a', 1.5));
    room(scene);

    const profile = BOWL.map(([x, y]) => new THREE.Vector2(x, y));
    const glass = transmission
      ? new THREE.MeshPhysicalMaterial({ transmission: 1, thickness: 0.4, ior: 1.18, roughness: 0.02 })
      : new THREE.MeshStandardMaterial({ color: '#dff1f8', transparent: true, opacity: 0.25, roughness: 0.05 });
    glass.side = THREE.DoubleSide;
    const bowl = new THREE.Group();
    bowl.position.set(0, -0.4, 0);
    const water = new THREE.MeshStandardMaterial({ color: '#8fd0ea', transparent: true, opacity: 0.35 });
    add(bowl, new THREE.LatheGeometry(profile.slice(0, 5), 64), water, [0, 0, 0]).scale.setScalar(0.96);
    add(bowl, new THREE.CircleGeometry(1.85, 64), water, [0, 1, 0]).rotation.x = -Math.PI / 2;
    add(bowl, new THREE.LatheGeometry(profile, 64), glass, [0, 0, 0]);
    const gravel = new THREE.InstancedMesh(new THREE.IcosahedronGeometry(0.16, 2), standard('#c9a46c'), 60);
    const matrix = new THREE.Matrix4();
    for (let i = 0; i < 60; i += 1) {
      const [angle, away] = [i * 2.4, Math.sqrt(i / 60) * 1.3];
      gravel.setMatrixAt(i, matrix.makeTranslation(Math.cos(angle) * away, -1.75, Math.sin(angle) * away));
    }
    bowl.add(gravel);
    const blades = Array.from({ length: 8 }, (_, i) => {
      const blade = add(bowl, new THREE.ConeGeometry(0.08, 1.5, 12, 8), standard('#3f9f5f'), [-0.7 + i * 0.07, -1, 0]);
      blade.rotation.z = (i - 4) * 0.08;
      return blade;
    });
    const nemo = fish();
    bowl.add(nemo);
    const bubbles = new THREE.InstancedMesh(new THREE.SphereGeometry(0.04, 16, 12), glass, 30);
    bowl.add(bubbles);
    scene.add(bowl, writing());
    return {
      draw(seconds) {
        nemo.position.set(Math.cos(seconds * 0.8) * 0.9, Math.sin(seconds * 1.1) * 0.3 - 0.2, 0);
        nemo.rotation.y = seconds * 0.8;
        for (const [i, blade] of blades.entries()) blade.rotation.z = (i - 4) * 0.08 + Math.sin(seconds + i) * 0.06;
        for (let i = 0; i < 30; i += 1) {
          const height = ((seconds * 0.5 + i * 0.37) % 2.4) - 1.4;
          bubbles.setMatrixAt(i, matrix.makeTranslation(-0.5 + Math.sin(seconds * 3 + i) * 0.08, height, i * 0.02));
        }
        bubbles.instanceMatrix.needsUpdate = true;
        gl.render(scene, camera);
        finish(contextOf(canvas));
      },
      dispose: () => gl.dispose(),
    };
  };
