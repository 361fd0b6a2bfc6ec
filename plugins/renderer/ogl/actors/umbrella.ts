import { IDENTITY, joint } from '../paint/affine.ts';
import { path, rounded, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { type Form, slot, swing } from './form.ts';

const [APEX, HEM, HALF] = [-76, -2, 82] as const;
/** Where the ribs meet the hem, seen from the side: the outer panels turn away. */
const RIBS = [-90, -54, -18, 18, 54, 90].map((degrees) => Math.sin((degrees * Math.PI) / 180) * HALF);
const RIB = (x: number): string => `C ${x * 0.56} ${APEX} ${x * 0.98} ${APEX + 30} ${x} ${HEM}`;
const RIB_BACK = (x: number): string => `C ${x * 0.98} ${APEX + 30} ${x * 0.56} ${APEX} 0 ${APEX}`;

/** The near hem, scalloped between the ribs, from right to left. */
const SCALLOPS = RIBS.slice(0, -1)
  .map((left, at) => ({ left, right: RIBS[at + 1] ?? HALF }))
  .toReversed()
  .map(({ left, right }) => `Q ${(left + right) / 2} ${HEM - 6 - (right - left) * 0.24} ${left} ${HEM}`)
  .join(' ');
const CANOPY = `M 0 ${APEX} ${RIB(HALF)} ${SCALLOPS} ${RIB_BACK(-HALF)} Z`;

/** An open umbrella: striped panels between ribs, a wooden shaft and a crook to hold it by. */
export const umbrella: Form = {
  parts: (colours) => ({
    under: {
      box: [-86, -30, 172, 44],
      paint: ({ ctx }) => {
        // The far half of the canopy, seen from below.
        const shade = ctx.createLinearGradient(0, -24, 0, 4);
        shade.addColorStop(0, darker(slot(colours, 'canopy'), 0.75));
        shade.addColorStop(1, darker(slot(colours, 'canopy'), 0.5));
        ctx.fillStyle = shade;
        ctx.fill(
          path(
            `M ${-HALF} ${HEM} Q -70 ${HEM - 30} 0 ${HEM - 34} Q 70 ${HEM - 30} ${HALF} ${HEM} Q 66 -6 52 2 Q 26 -5 0 4 Q -26 -5 -52 2 Q -66 -6 ${-HALF} ${HEM} Z`,
          ),
        );
      },
    },
    stick: {
      box: [-14, -88, 48, 176],
      paint: (brush) => {
        const { ctx } = brush;
        const wood = slot(colours, 'handle');
        shape(brush, rounded(-2.6, -72, 5.2, 118, 2.4), { fill: '#b9bfc9', box: [-4, -72, 8, 118] });
        ctx.lineCap = 'round';
        for (const [width, colour, shift] of [
          [9.4, darker(wood, 0.55), 0],
          [7.4, wood, 0],
          [2.2, lighter(wood, 0.5, 0.75), -1.6],
        ] as const) {
          ctx.strokeStyle = colour;
          ctx.lineWidth = width;
          ctx.stroke(path(`M ${shift} 36 L ${shift} 66 C ${shift} 86 ${25 - shift} 86 ${25 - shift} 66`));
        }
        shape(brush, rounded(-5.4, 28, 10.8, 6, 2.4), { fill: '#d9b64a', box: [-5.4, 28, 10.8, 6] });
      },
    },
    canopy: {
      box: [-86, -88, 172, 96],
      paint: (brush) => {
        const { ctx } = brush;
        shape(brush, path('M -2.2 -74 L -1.4 -86 Q 0 -88 1.4 -86 L 2.2 -74 Z'), {
          fill: '#d9b64a',
          box: [-3, -88, 6, 14],
        });
        const form = path(CANOPY);
        shape(brush, form, { fill: slot(colours, 'canopy'), box: [-HALF, APEX, HALF * 2, HEM - APEX] });
        ctx.save();
        ctx.clip(form);
        for (const panel of [1, 3]) {
          const [left, right] = [RIBS[panel] ?? 0, RIBS[panel + 1] ?? 0];
          const cut = path(`M 0 ${APEX} ${RIB(right)} L ${right} 10 L ${left} 10 L ${left} ${HEM} ${RIB_BACK(left)} Z`);
          const cloth = ctx.createLinearGradient(left, APEX, right, HEM);
          cloth.addColorStop(0, lighter(slot(colours, 'stripe'), 0.1, 0.98));
          cloth.addColorStop(1, darker(slot(colours, 'stripe'), panel === 3 ? 0.26 : 0.12, 0.98));
          ctx.fillStyle = cloth;
          ctx.fill(cut);
        }
        // Every panel sags between its ribs: light after the rib, shade before the next.
        for (const [at, left] of RIBS.slice(0, -1).entries()) {
          const right = RIBS[at + 1] ?? HALF;
          const sag = ctx.createLinearGradient(left, 0, right, 0);
          sag.addColorStop(0, 'rgba(255, 255, 255, 0.22)');
          sag.addColorStop(0.45, 'rgba(255, 255, 255, 0)');
          sag.addColorStop(1, 'rgba(20, 10, 40, 0.24)');
          ctx.fillStyle = sag;
          ctx.fill(path(`M 0 ${APEX} ${RIB(right)} L ${right} 10 L ${left} 10 L ${left} ${HEM} ${RIB_BACK(left)} Z`));
        }
        const dusk = ctx.createLinearGradient(-30, APEX, 50, HEM);
        dusk.addColorStop(0, 'rgba(255, 255, 255, 0.24)');
        dusk.addColorStop(0.5, 'rgba(20, 10, 40, 0)');
        dusk.addColorStop(1, 'rgba(20, 10, 40, 0.3)');
        ctx.fillStyle = dusk;
        ctx.fillRect(-90, -90, 180, 100);
        ctx.restore();
        ctx.strokeStyle = fade('#1a1022', 0.35);
        ctx.lineWidth = 1.3;
        for (const x of RIBS.slice(1, -1)) ctx.stroke(path(`M 0 ${APEX} ${RIB(x)}`));
        ctx.fillStyle = '#d9b64a';
        for (const x of RIBS) ctx.fill(rounded(x - 1.5, HEM - 2, 3, 5, 1.5));
      },
    },
  }),
  pose: ({ pose: { animation, clock } }) => {
    const sways = animation === 'sway' ? 1 : 0;
    // Held by its crook, so that is where it turns about.
    const held = joint(IDENTITY, 0, 60, swing(clock, 3.6) * 5 * sways);
    const stick = joint(held, 0, -60);
    const canopy = joint(stick, 0, 0, swing(clock, 3.6, -0.08) * 1.2 * sways, 1, 1 + swing(clock, 1.8) * 0.012 * sways);
    return [
      { part: 'under', at: canopy },
      { part: 'stick', at: stick },
      { part: 'canopy', at: canopy },
    ];
  },
};
