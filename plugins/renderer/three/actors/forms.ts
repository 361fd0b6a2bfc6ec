import { airplane } from './airplane.ts';
import { arrow } from './arrow.ts';
import { ball } from './ball.ts';
import { balloon } from './balloon.ts';
import { bird } from './bird.ts';
import { boat } from './boat.ts';
import { book } from './book.ts';
import { box } from './box.ts';
import { bridge } from './bridge.ts';
import { bulb } from './bulb.ts';
import { butterfly } from './butterfly.ts';
import { car } from './car.ts';
import { castle } from './castle.ts';
import { cat } from './cat.ts';
import { clock } from './clock.ts';
import { cloud } from './cloud.ts';
import { coin } from './coin.ts';
import { cow } from './cow.ts';
import { desk } from './desk.ts';
import { dog } from './dog.ts';
import { dragon } from './dragon.ts';
import { fish } from './fish.ts';
import { fishBowl } from './fish-bowl.ts';
import { flower } from './flower.ts';
import type { MakeForm } from './form.ts';
import { gear } from './gear.ts';
import { globe } from './globe.ts';
import { goldfish } from './goldfish.ts';
import { heart } from './heart.ts';
import { horse } from './horse.ts';
import { house } from './house.ts';
import { lamp } from './lamp.ts';
import { laptop } from './laptop.ts';
import { moon } from './moon.ts';
import { mountain } from './mountain.ts';
import { mushroom } from './mushroom.ts';
import { person } from './person.ts';
import { phone } from './phone.ts';
import { planet } from './planet.ts';
import { plant } from './plant.ts';
import { rabbit } from './rabbit.ts';
import { robot } from './robot.ts';
import { rocket } from './rocket.ts';
import { server } from './server.ts';
import { star } from './star.ts';
import { sun } from './sun.ts';
import { thing } from './thing.ts';
import { train } from './train.ts';
import { tree } from './tree.ts';
import { ufo } from './ufo.ts';
import { umbrella } from './umbrella.ts';
import { volcano } from './volcano.ts';
import { wave } from './wave.ts';
import { casement } from './window.ts';

/** The form of every actor kind; `thing` stands in for kinds that have none. */
export const FORMS: Readonly<Record<string, MakeForm>> & { readonly thing: MakeForm } = {
  airplane,
  arrow,
  ball,
  balloon,
  bird,
  boat,
  book,
  box,
  bridge,
  bulb,
  butterfly,
  car,
  cat,
  clock,
  cloud,
  castle,
  coin,
  cow,
  desk,
  dog,
  dragon,
  fish,
  'fish-bowl': fishBowl,
  flower,
  gear,
  globe,
  goldfish,
  heart,
  horse,
  house,
  lamp,
  laptop,
  moon,
  mountain,
  mushroom,
  person,
  phone,
  planet,
  plant,
  rabbit,
  robot,
  rocket,
  server,
  star,
  sun,
  thing,
  train,
  tree,
  ufo,
  umbrella,
  volcano,
  wave,
  window: casement,
};
