import type { Shape } from './paint.ts';
import { circle, line, oval, path, rect, repeat } from './svg.ts';

const GLOW = '#fff0bf';
const flame = (x: number, y: number): string =>
  line(`M${x} ${y}v-14`, '#4b443c', 4) +
  path(`M${x} ${y - 52}q18 26 0 40q-18-14 0-40z`, '#f2a93b') +
  path(`M${x} ${y - 34}q8 12 0 20q-8-8 0-20z`, '#fff0bf');

export const decorShapes: Record<string, Shape> = {
  'floor-lamp': (p) =>
    `${path('M222 178l-44 120h150l-44-120z', GLOW)}${oval(124, 338, 52, 10, p.dark)}${line('M124 334V150q4-72 82-72q44 0 46 46', p.main, 9)}${path('M204 176q4-56 48-56t48 56z', p.fill)}${circle(252, 178, 14, '#fff7da')}`,
  'table-lamp': (p) =>
    `${circle(200, 180, 128, '#fff6da')}${path('M174 330q-4-60 10-116h32q14 56 10 116q-26 14-52 0z', p.fill)}${path('M88 216q6-116 112-118q106 2 112 118q-112 26-224 0z', p.fill)}${path('M112 204q10-80 66-92', 'none')}${line('M114 196q10-64 58-80', p.light, 9)}`,
  'desk-lamp': (p) =>
    `${path('M112 168l-40 150h150z', GLOW)}${rect(196, 328, 120, 18, p.main, 9)}${line('M256 328l40-120-100-80', p.main, 10)}${circle(296, 208, 10, p.dark)}${path('M94 170q-2-74 76-84l40 56q-40 40-116 28z', p.main)}${line('M116 150q6-36 46-46', p.light, 6)}`,
  pendant: (p) =>
    `${line('M200 0v110', '#4b443c', 5)}${path('M140 232l-50 90h220l-50-90z', GLOW)}${path('M92 246q4-136 108-142q104 6 108 142z', p.fill)}${oval(200, 246, 108, 16, p.dark)}${circle(200, 250, 17, '#fff7da')}`,
  'fairy-lights': () =>
    `${line('M30 120q80 100 170 30t170 10M30 230q90 90 170 20t170 20', '#8a6a44', 4)}${[
      [60, 150],
      [104, 176],
      [150, 172],
      [196, 152],
      [246, 128],
      [300, 128],
      [346, 148],
      [66, 260],
      [116, 284],
      [166, 274],
      [210, 244],
      [262, 230],
      [312, 240],
      [352, 262],
    ]
      .map(([x = 0, y = 0]) => circle(x, y + 8, 21, '#ffefbe') + circle(x, y + 8, 9, '#f2b13b'))
      .join('')}`,
  'moon-light': (p) =>
    `${circle(200, 206, 138, '#fff6da')}${path('M236 96a118 118 0 1064 190a98 98 0 01-64-190z', p.main)}${circle(170, 196, 7, '#35363d')}${line('M150 236q18 18 38 6', '#35363d', 6)}${path('M300 120l7 15 16 2-12 11 4 16-15-8-15 8 4-16-12-11 16-2z', '#f2b13b')}`,
  rug: (p) =>
    `${path('M96 130h208l44 200H52z', p.fill)}${line('M112 148h176l36 164H76z', p.light, 6)}${line(
      repeat(15, (i) => `M${Math.round(58 + i * 20.4)} 332v14`),
      p.dark,
      4,
    )}${line(
      repeat(11, (i) => `M${Math.round(98 + i * 20.4)} 128v-10`),
      p.dark,
      4,
    )}`,
  'round-rug': (p) =>
    `${oval(200, 246, 150, 92, p.fill)}${repeat(3, (i) => `<ellipse cx="200" cy="246" rx="${122 - i * 38}" ry="${74 - i * 23}" fill="none" stroke="${p.dark}" stroke-width="5"/>`)}`,
  pillow: (p) =>
    `${path('M82 120q118 26 236 0q-22 110 0 216q-118-24-236 0q22-106 0-216z', p.fill)}${line('M100 138q100 20 200 0', p.light, 5)}${circle(200, 230, 7, p.dark)}${line('M196 224q-34-24-60-26M204 224q34-24 60-26M198 238q-20 30-44 40', p.dark, 3)}`,
  blanket: (p) =>
    `${rect(82, 262, 236, 70, p.dark, 26)}${rect(82, 206, 236, 76, p.fill, 30)}${rect(82, 150, 236, 76, p.light, 30)}${rect(82, 150, 236, 76, p.fill, 30)}${line('M96 226h204M96 282h204', p.dark, 5)}${repeat(14, (i) => line(`M${96 + i * 16} 332v14`, p.main, 4))}`,
  towel: (p) =>
    `${rect(70, 96, 260, 12, '#c8a24e', 6)}${rect(120, 92, 160, 240, p.fill, 8)}${rect(120, 268, 160, 12, p.dark)}${rect(120, 288, 160, 12, p.dark)}${rect(120, 92, 160, 26, p.light, 8)}${rect(136, 92, 70, 190, p.light, 6)}`,
  curtain: (p) =>
    `${rect(50, 78, 300, 11, '#8a6a44', 5)}${circle(48, 83, 12, '#8a6a44')}${circle(352, 83, 12, '#8a6a44')}${rect(130, 92, 140, 240, '#dff0f4')}${path('M64 88h112q-4 150-56 180q18 30 14 78H64z', p.fill)}${path('M336 88H224q4 150 56 180q-18 30-14 78h70z', p.fill)}${line('M92 96v240M126 96q-2 120-20 168M308 96v240M274 96q2 120 20 168', p.dark, 5)}`,
  vase: (p) =>
    `${line('M196 150q-10-50-44-78M204 150q2-60 30-90M200 150V74', '#5d8a57', 6)}${circle(150, 72, 17, '#efa7a0')}${circle(236, 60, 15, '#f3d06b')}${circle(200, 68, 18, '#fffaf2')}${path('M172 146h56q-2 34 24 58q34 34 22 90q-6 40-34 52h-80q-28-12-34-52q-12-56 22-90q26-24 24-58z', p.fill)}${line('M152 236q-14 30-4 62', p.light, 9)}`,
  'round-vase': (p) =>
    `${line('M200 176q-20-60 0-116M214 176q10-40 46-70', '#5d8a57', 6)}${path('M200 118q-46-6-54-44q44-2 54 44z', '#7ba874')}${path('M202 92q30-30 60-18q-16 34-60 18z', '#7ba874')}${path('M170 166h60v24q70 20 64 90q-6 66-94 66t-94-66q-6-70 64-90z', p.main)}${path('M112 270q88 20 176 0q0 66-88 66t-88-66z', '#ffffff66')}${line('M134 244q6-24 32-34', '#ffffff', 8)}`,
  candle: (p) =>
    `${flame(200, 158)}${path('M120 156h160v172q0 18-18 18H138q-18 0-18-18z', p.main)}${rect(120, 156, 160, 34, '#fffaf2', 6)}${rect(146, 228, 108, 74, '#fffaf2', 6)}${line('M164 252h72M178 274h44', p.dark, 5)}`,
  'pillar-candle': (p) =>
    `${flame(200, 128)}${rect(148, 124, 104, 222, p.fill, 14)}${oval(200, 134, 46, 9, p.light)}${path('M232 132q16 34 8 64q-12 4-12-14z', p.light)}${repeat(5, (i) => line(`M152 ${176 + i * 34}q48 10 96 0`, p.dark, 3))}`,
  lantern: (p) =>
    `${line('M150 126q0-62 50-62t50 62', p.dark, 8)}${rect(138, 122, 124, 34, p.main, 12)}${rect(150, 156, 100, 130, '#fff3cd', 8)}${circle(200, 220, 28, '#f8cf5f')}${rect(150, 156, 8, 130, p.dark)}${rect(242, 156, 8, 130, p.dark)}${rect(128, 284, 144, 60, p.main, 14)}${circle(200, 314, 11, '#fffaf2')}`,
  parasol: (p) =>
    `${rect(194, 110, 12, 222, '#b98b5e', 4)}${rect(150, 328, 100, 18, '#7d848c', 8)}${path('M44 196Q70 80 200 70q130 10 156 126q-26-18-52 0q-26-18-52 0q-26-18-52 0q-26-18-52 0q-26-18-52 0q-26-18-52 0z', p.fill)}${path('M148 196Q150 110 200 70q50 40 52 126q-26-18-52 0q-26-18-52 0z', p.light)}`,
  hamper: (p) =>
    `${circle(150, 176, 32, '#c9563e')}${rect(190, 110, 40, 90, '#2d6b4f', 8)}${rect(200, 84, 20, 34, '#2d6b4f', 4)}${rect(240, 146, 56, 60, '#e0b04a', 6)}${line('M108 216q10-126 92-126t92 126', p.dark, 9)}${path('M76 206h248l-24 130q-2 10-14 10H114q-12 0-14-10z', p.fill)}${rect(68, 198, 264, 24, p.dark, 12)}${path('M200 240l-34-18v36zM200 240l34-18v36z', '#c9363e')}${circle(200, 240, 9, '#a12a31')}`,
};
