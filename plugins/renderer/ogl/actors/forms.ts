import { ball } from './ball.ts';
import { balloon } from './balloon.ts';
import { bird } from './bird.ts';
import { boat } from './boat.ts';
import { book } from './book.ts';
import { box } from './box.ts';
import { butterfly } from './butterfly.ts';
import { car } from './car.ts';
import { cat } from './cat.ts';
import { cloud } from './cloud.ts';
import { cow } from './cow.ts';
import { dog } from './dog.ts';
import { fish } from './fish.ts';
import { flower } from './flower.ts';
import type { Form } from './form.ts';
import { globe } from './globe.ts';
import { heart } from './heart.ts';
import { house } from './house.ts';
import { moon } from './moon.ts';
import { mountain } from './mountain.ts';
import { person } from './person.ts';
import { planet } from './planet.ts';
import { robot } from './robot.ts';
import { rocket } from './rocket.ts';
import { star } from './star.ts';
import { sun } from './sun.ts';
import { thing } from './thing.ts';
import { tree } from './tree.ts';

const FORMS: Readonly<Record<string, Form>> = {
  ball,
  balloon,
  bird,
  boat,
  book,
  box,
  butterfly,
  car,
  cat,
  cloud,
  cow,
  dog,
  fish,
  flower,
  globe,
  heart,
  house,
  moon,
  mountain,
  person,
  planet,
  robot,
  rocket,
  star,
  sun,
  thing,
  tree,
};

/** The form of a kind, where it has one of its own. */
export const formFor = (kind: string): Form | undefined => (Object.hasOwn(FORMS, kind) ? FORMS[kind] : undefined);

/** What stands in for a kind without a form. */
export const CARD: Form = thing;
