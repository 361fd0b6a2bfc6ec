import { Color, FogExp2, Group, type Scene } from 'three';
import type { Frame } from '../../../dsl/index.ts';
import { City } from './city.ts';
import { Flowers } from './flowers.ts';
import { Grass } from './grass.ts';
import { Ground } from './ground.ts';
import { landUniforms, presence, setLand } from './land.ts';
import { mottleTexture } from './mottle.ts';
import { Room } from './room.ts';
import { Sky } from './sky.ts';
import { Stars } from './stars.ts';
import { Valley } from './valley.ts';
import { Woods } from './woods.ts';

/** Everything around the actors: sky, stars, land and what grows or stands on it. */
export class Surroundings {
  readonly group = new Group();
  readonly #land = landUniforms();
  readonly #mottle = mottleTexture();
  readonly #sky = new Sky(this.#mottle);
  readonly #stars = new Stars();
  readonly #ground = new Ground(this.#land, this.#mottle);
  readonly #grass: Grass;
  readonly #flowers = new Flowers(this.#land);
  readonly #city = new City(this.#land);
  readonly #woods = new Woods(this.#land);
  readonly #room: Room;
  readonly #valley = new Valley();
  readonly #fog = new FogExp2('#000000', 0);

  constructor(scene: Scene, quality: number) {
    this.#grass = new Grass(this.#land, quality < 0.5 ? 2000 : 4400);
    this.#room = new Room(quality);
    this.group.add(this.#sky.mesh, this.#stars.points, this.#ground.mesh, this.#grass.mesh);
    this.group.add(this.#flowers.mesh, this.#woods.mesh, this.#city.mesh);
    this.group.add(this.#room.group, this.#valley.group);
    scene.add(this.group);
    scene.fog = this.#fog;
  }

  update(frame: Frame, pixelScale: number): void {
    const { environment } = frame;
    setLand(this.#land, frame);
    this.#fog.color.set(environment.fog_color).lerp(new Color(environment.sky_bottom), 0.5);
    this.#fog.density = 0.004 + environment.fog * 0.034 * (1 - presence(environment, 'space'));
    this.#sky.update(frame);
    this.#stars.update(frame, pixelScale);
    this.#ground.update(frame);
    this.#grass.update(frame);
    this.#flowers.update(frame);
    this.#woods.update(frame);
    this.#city.update(frame);
    this.#room.update(frame);
    this.#valley.update(frame);
  }

  dispose(): void {
    for (const part of [
      this.#sky,
      this.#stars,
      this.#ground,
      this.#grass,
      this.#flowers,
      this.#woods,
      this.#room,
      this.#valley,
      this.#city,
      this.#mottle,
    ])
      part.dispose();
  }
}
