import { type BufferGeometry, Group, Mesh, Sprite } from 'three';
import { ACTOR_KINDS, type Frame, type FrameActor, type FramePicture } from '../../../dsl/index.ts';
import type { Form } from './actors/form.ts';
import { FORMS } from './actors/forms.ts';
import { Palette } from './palette.ts';
import { placeActor } from './placement.ts';
import { applyRecipe } from './recipes.ts';
import type { Behind } from './refraction.ts';
import type { Reports } from './reports.ts';
import { Veil } from './veil.ts';

interface Member {
  /** Kind and colours: actors that look the same share their geometry. */
  readonly look: string;
  readonly form: Form;
  readonly palette: Palette;
  readonly veil: Veil;
}

/** Forms that are off stage and kept for their return. */
const IDLE_LIMIT = 40;

/** Glass lies over what is behind it, in whatever order the things were named. */
const GLASS = 400;

/** The actors as geometry, one form for each look of each actor; a form is only ever shown in the attitude of the frame. */
export class Troupe {
  readonly group = new Group();
  readonly #members = new Map<string, Member>();
  readonly #wardrobe = new Map<string, Map<string, BufferGeometry>>();
  readonly #reports: Reports;
  readonly #behind: Behind | null;

  constructor(reports: Reports, behind: Behind | null) {
    this.#reports = reports;
    this.#behind = behind;
  }

  /** `cards`: the images and models that cannot be shown. */
  update(frame: Frame, cards: ReadonlySet<FramePicture>): void {
    const shown = new Set<string>();
    for (const [order, each] of frame.entities.entries()) {
      if (each.opacity <= 0 || (each.role !== 'actor' && (each.role !== 'picture' || !cards.has(each)))) continue;
      const entity = each.role === 'picture' ? card(each) : each;
      if (!Object.hasOwn(FORMS, entity.kind)) {
        this.#reports.add('unknown-kind', `There is no 3D form for "${entity.kind}": it is shown as a card.`);
      }
      const key = JSON.stringify([entity.id, entity.kind, entity.colors, entity.label, entity.material?.recipe]);
      shown.add(key);
      const member = this.#members.get(key) ?? this.#engage(key, entity);
      this.#place(frame, entity, member, order);
    }
    for (const [key, { form }] of this.#members) form.root.visible = shown.has(key);
    this.#dismiss(shown);
  }

  #engage(key: string, actor: FrameActor): Member {
    const known = Object.hasOwn(FORMS, actor.kind) ? FORMS[actor.kind] : undefined;
    const make = known ?? FORMS.thing;
    const palette = new Palette(actor.colors, this.#behind);
    const look = JSON.stringify([actor.kind, actor.colors]);
    const geometries = this.#wardrobe.get(look) ?? new Map<string, BufferGeometry>();
    this.#wardrobe.set(look, geometries);
    const once = (name: string, build: () => BufferGeometry): BufferGeometry => {
      const made = geometries.get(name) ?? build();
      geometries.set(name, made);
      return made;
    };
    const form = make({ actor, palette, once });
    const member = { look, form, palette, veil: new Veil(form.root, palette) };
    this.#members.set(key, member);
    this.group.add(form.root);
    return member;
  }

  #place(frame: Frame, actor: FrameActor, { form, palette, veil }: Member, order: number): void {
    const { root } = form;
    const { position, factor } = placeActor(frame, actor);
    root.position.copy(position);
    root.scale.setScalar(Math.max(1e-4, actor.scale * factor));
    // Turned around the upright as far as it has come: 0 looks to the right, half a turn to the left.
    root.rotation.set(0, ((1 - actor.pose.heading) / 2) * Math.PI, 0);
    root.rotation.order = 'ZYX';
    root.rotation.z = (-actor.rotation * Math.PI) / 180;
    form.pose(actor);

    palette.fade(actor.opacity);
    palette.surround(frame);
    if (actor.material) applyRecipe(palette, actor.material, this.#reports);
    root.traverse((part) => {
      if (part.userData.veil === true) return;
      if (part instanceof Mesh) part.renderOrder = layer(frame, actor, order, part);
      else if (part instanceof Sprite) part.renderOrder = 0;
    });
    veil.update(actor.opacity, order);
  }

  #dismiss(shown: ReadonlySet<string>): void {
    for (const key of this.#members.keys()) {
      if (this.#members.size - shown.size <= IDLE_LIMIT) return;
      if (!shown.has(key)) this.#release(key);
    }
  }

  #release(key: string): void {
    const member = this.#members.get(key);
    if (!member) return;
    this.#members.delete(key);
    this.group.remove(member.form.root);
    member.veil.dispose();
    for (const material of member.palette.materials) {
      for (const map of [material.map, material.bumpMap, material.emissiveMap]) map?.dispose();
      material.dispose();
    }
    member.form.root.traverse((part) => {
      if (!(part instanceof Sprite)) return;
      part.material.map?.dispose();
      part.material.dispose();
    });
    if ([...this.#members.values()].some(({ look }) => look === member.look)) return;
    for (const geometry of this.#wardrobe.get(member.look)?.values() ?? []) geometry.dispose();
    this.#wardrobe.delete(member.look);
  }

  dispose(): void {
    for (const key of [...this.#members.keys()]) this.#release(key);
  }
}

/** Where in the order of drawing a part of an actor comes: the back of a lens before all that is inside it. */
function layer({ entities }: Frame, { id, bounds }: FrameActor, order: number, { userData }: Mesh): number {
  if (userData.before === true) return order + GLASS;
  if (userData.beneath !== true) return order;
  const within = entities.findIndex(
    ({ x, y, ...other }) =>
      other.id !== id &&
      Math.abs(x - bounds.x - bounds.width / 2) < bounds.width * 0.45 &&
      y > bounds.y &&
      y < bounds.y + bounds.height * 0.9,
  );
  return Math.min(order, within === -1 ? order : within) - 0.75;
}

/** Stands for an image or a model that cannot be shown: a card with its name. */
function card(picture: FramePicture): FrameActor {
  const { width, height, colors } = ACTOR_KINDS.thing ?? { width: 180, height: 180, colors: {} };
  return {
    ...picture,
    role: 'actor',
    kind: 'thing',
    label: picture.label ?? picture.source.split('/').at(-1) ?? picture.source,
    width,
    height,
    scale: (picture.scale * Math.min(picture.width, picture.height)) / width,
    facing: 1,
    colors,
    material: null,
    pose: { animation: 'none', clock: 0, vx: 0, vy: 0, travelled: 0, airborne: 0, heading: 1 },
  };
}
