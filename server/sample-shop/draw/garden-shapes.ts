import type { Paint, Shape } from './paint.ts';
import { circle, line, oval, path, rect, repeat, turn } from './svg.ts';

const ASH = '#c9a06c';
const INK = '#35363d';
const POT = '#c2694a';
const pot = (x: number, y: number, width: number, fill = POT): string =>
  path(`M${x} ${y}h${width}l-${width * 0.14} ${346 - y}h-${width * 0.72}z`, fill) +
  rect(x - 8, y - 8, width + 16, 26, fill, 6) +
  rect(x - 8, y + 10, width + 16, 8, '#00000022');
const blade = (x: number, y: number, angle: number, fill: string, length = 110): string =>
  `<path d="M${x} ${y}q-26-${length * 0.55} 0-${length}q26 ${length * 0.45} 0 ${length}z" fill="${fill}" transform="rotate(${angle} ${x} ${y})"/>`;
const metalOf = (p: Paint): string => (p.facts.colour ? p.main : '#b9bfc6');

export const gardenShapes: Record<string, Shape> = {
  trowel: (p) =>
    turn(
      30,
      200,
      200,
      `${rect(182, 40, 36, 110, ASH, 16)}${rect(190, 146, 20, 50, '#7d848c', 6)}${path('M152 190h96q8 96-48 166q-56-70-48-166z', metalOf(p))}${line('M200 206v110', '#e4e7ea', 7)}`,
    ),
  spade: () =>
    turn(
      18,
      200,
      200,
      `${rect(190, 70, 20, 180, ASH, 6)}<path d="M168 70l8-34h48l8 34z" fill="none" stroke="${ASH}" stroke-width="14" stroke-linejoin="round"/>${path('M146 236h108v74q-10 46-54 56q-44-10-54-56z', '#b9bfc6')}${path('M146 236h108v14H146z', '#7d848c')}${line('M200 262v80', '#e4e7ea', 7)}`,
    ),
  rake: (p) =>
    turn(
      24,
      200,
      200,
      `${rect(192, 20, 16, 220, ASH, 6)}${path('M200 228l-84 90h168z', 'none')}${repeat(9, (i) => line(`M200 236L${112 + i * 22} 330v20`, p.main, 6))}${line('M134 298h132', p.dark, 7)}`,
    ),
  shears: (p) =>
    turn(
      -28,
      200,
      210,
      `${path('M190 204q-30-90 20-164q34 70 6 164z', '#c9ced3')}${path('M212 208q48-20 56-96q-60 20-74 92z', '#8d949c')}${line('M196 210q-50 60-34 142', p.main, 26)}${line('M214 210q50 60 34 142', p.dark, 26)}${circle(204, 206, 13, '#5a5f68')}`,
    ),
  trimmer: (p) =>
    turn(
      -20,
      200,
      220,
      `${path('M30 206h190v44H44z', '#c9ced3')}${repeat(8, (i) => path(`M${40 + i * 22} 206l7-17 7 17zM${40 + i * 22} 250l7 17 7-17z`, '#8d949c'))}${rect(214, 186, 96, 84, p.main, 20)}<path d="M300 200q70-40 70 28t-70 24" fill="none" stroke="${INK}" stroke-width="18"/><path d="M226 188q20-60 70-8" fill="none" stroke="${INK}" stroke-width="14"/>${rect(240, 266, 52, 30, INK, 6)}`,
    ),
  mower: (p) =>
    `${line('M150 244L316 84h34', '#5a5f68', 11)}${rect(318, 74, 46, 20, INK, 9)}${path('M70 300q4-68 60-74h96q60 6 66 74z', p.main)}${rect(116, 200, 92, 36, INK, 12)}${path('M228 196l70-20 18 96-60 14z', p.dark)}${circle(106, 312, 34, INK)}${circle(106, 312, 15, '#e4e6e8')}${circle(262, 306, 40, INK)}${circle(262, 306, 18, '#e4e6e8')}${p.facts.cordless === false ? line('M60 290q-50 20-30 56', '#e8893a', 6) : ''}`,
  'watering-can': (p) =>
    `${line('M128 240L48 148', p.main, 20)}${path('M20 162l54-48 14 16-54 46z', p.dark)}${line('M250 180q100-40 86 60t-72 70', p.dark, 15)}${path('M116 190h152l18 136q2 20-18 20H116q-20 0-18-20z', p.main)}${oval(192, 190, 76, 17, p.deep)}<path d="M150 186q42-90 84 0" fill="none" stroke="${p.dark}" stroke-width="13"/>${line('M136 222l-8 92', p.light, 9)}`,
  planter: (p) =>
    `${[-44, -22, 0, 22, 44].map((angle) => blade(200, 214, angle, angle % 44 ? '#6a9c5f' : '#4d8351', 134)).join('')}${path('M94 206h212l-28 132q-2 8-10 8H132q-8 0-10-8z', p.fill)}${rect(84, 190, 232, 32, p.dark, 8)}${line('M124 238l16 86', p.light, 9)}`,
  hose: (p) =>
    `${repeat(4, (i) => `<circle cx="196" cy="222" r="${112 - i * 25}" fill="none" stroke="${i % 2 ? p.dark : p.main}" stroke-width="19"/>`)}${line('M308 222q10-90-40-130', p.main, 17)}${turn(-40, 262, 84, rect(244, 46, 36, 50, '#c8a24e', 7) + rect(238, 36, 48, 17, INK, 6))}`,
  'raised-bed': (p) =>
    `${[
      [110, 0],
      [160, 1],
      [210, 0],
      [260, 1],
      [296, 0],
    ]
      .map(
        ([x = 0, kind]) =>
          blade(x, 206, -16, '#6a9c5f', 74) +
          blade(x, 206, 16, '#4d8351', 82) +
          (kind ? circle(x, 196, 15, '#d8564a') : ''),
      )
      .join(
        '',
      )}${rect(66, 196, 268, 24, '#6b4a34', 6)}${repeat(3, (i) => rect(60, 212 + i * 36, 280, 33, p.fill, 4))}${rect(66, 206, 20, 140, p.dark, 3)}${rect(314, 206, 20, 140, p.dark, 3)}`,
  plant: (p) =>
    `${line('M200 256q-10-60-60-100M200 256q0-90 10-160M200 256q20-70 70-90', '#4a7a4e', 7)}${path('M140 176q-70-6-66-76q80-10 86 56l-40-24 36 32q-4 8-16 12z', p.main)}${path('M210 116q-52-20-34-74q70-10 72 50l-38-18 28 30q-10 16-28 12z', p.light)}${path('M262 186q-30-50 22-82q58 30 30 88l-24-38 10 42q-20 8-38-10z', p.main)}${path('M176 236q-60 20-86-24q50-36 86 0z', p.dark)}${pot(142, 262, 116)}`,
  fern: (p) =>
    `${[-70, -48, -24, 0, 24, 48, 70].map((angle, i) => `${blade(200, 252, angle, i % 2 ? p.main : p.light, 158)}<path d="M200 252v-140" stroke="${p.dark}" stroke-width="3" transform="rotate(${angle} 200 252)"/>`).join('')}${pot(142, 256, 116, '#d9cdbb')}`,
  cactus: (p) =>
    `${rect(92, 200, 52, 90, p.main, 26)}${circle(206, 246, 46, p.light)}${rect(278, 170, 44, 120, p.dark, 22)}${line('M104 220v60M118 214v66M132 220v60M188 214v66M206 206v76M224 214v66M292 190v90M308 190v90', '#ffffff88', 3)}${circle(206, 198, 13, '#e99ab4')}${circle(118, 196, 10, '#f3d06b')}${pot(80, 284, 76)}${pot(168, 284, 76, '#d9a02e')}${pot(264, 284, 72, '#7fa9b8')}`,
  lavender: (p) =>
    `${[-30, -18, -6, 6, 18, 30].map((angle) => turn(angle, 200, 280, line('M200 262V120', '#7fa070', 5) + repeat(6, (i) => oval(i % 2 ? 206 : 194, 74 + i * 15, 9, 11, i % 2 ? p.main : p.light)))).join('')}${pot(142, 256, 116, '#d9cdbb')}`,
  grill: (p) =>
    `${line('M146 246l-40 98M254 246l40 98M200 250v60', '#7d848c', 9)}${circle(298, 328, 18, INK)}${path('M72 196h256q-8 84-128 84T72 196z', p.dark)}${path('M72 186q8-92 128-92t128 92z', p.main)}${rect(62, 184, 276, 15, '#9aa1a8', 7)}${line('M176 82q24-22 48 0', '#7a5236', 12)}${circle(250, 132, 11, '#fffaf2')}${line('M110 160q14-34 46-46', p.light, 8)}`,
};
