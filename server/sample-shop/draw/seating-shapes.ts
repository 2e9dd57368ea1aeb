import type { Paint, Shape } from './paint.ts';
import { circle, line, oval, path, rect, repeat } from './svg.ts';

const legs = (p: Paint, xs: readonly number[], top: number, height = 346 - top): string =>
  xs.map((x) => rect(x, top, 11, height, p.trim, 4)).join('');

/** As many cushions as the item has seats. */
function sofa(p: Paint): string {
  const seats = Math.min(4, Math.max(2, Number(p.facts['seat count'] ?? 3)));
  const half = seats === 2 ? 105 : seats === 3 ? 140 : 155;
  const left = 200 - half;
  const seat = (2 * half - 60) / seats;
  const cushions = repeat(
    seats,
    (i) =>
      rect(left + 32 + i * seat, 186, seat - 4, 72, p.fill, 14) +
      rect(left + 32 + i * seat, 252, seat - 4, 34, p.light, 10),
  );
  const arms = rect(left, 206, 38, 116, p.fill, 17) + rect(200 + half - 38, 206, 38, 116, p.fill, 17);
  return `${legs(p, [left + 16, 200 + half - 27], 316)}${rect(left + 20, 170, 2 * half - 40, 140, p.dark, 20)}${cushions}${rect(left + 26, 284, 2 * half - 52, 34, p.fill, 8)}${arms}`;
}

const officeBase =
  line('M200 270v46M200 316l-58 20M200 316l58 20M200 316v24', '#5a5f68', 9) +
  circle(142, 340, 8, '#35363d') +
  circle(258, 340, 8, '#35363d') +
  circle(200, 342, 8, '#35363d');

export const seatingShapes: Record<string, Shape> = {
  sofa,
  'corner-sofa': (p) =>
    `${legs(p, [58, 332], 316)}${rect(50, 176, 300, 120, p.dark, 20)}${rect(66, 190, 88, 70, p.fill, 14)}${rect(158, 190, 88, 70, p.fill, 14)}${rect(250, 190, 84, 70, p.fill, 14)}${rect(60, 256, 184, 62, p.fill, 10)}${rect(232, 252, 118, 80, p.light, 14)}${rect(232, 292, 118, 42, p.fill, 12)}${rect(40, 212, 34, 108, p.fill, 16)}`,
  armchair: (p) =>
    `${legs(p, [122, 267], 308)}${rect(120, 120, 160, 170, p.dark, 44)}${rect(140, 138, 120, 120, p.fill, 34)}${rect(132, 232, 136, 40, p.light, 14)}${rect(120, 264, 160, 48, p.fill, 12)}${rect(96, 206, 46, 108, p.fill, 22)}${rect(258, 206, 46, 108, p.fill, 22)}`,
  chair: (p) =>
    `${line('M140 230l-10 112M260 230l10 112M158 236v84M242 236v84', p.trim, 10)}${rect(136, 84, 128, 116, p.fill, 30)}${line('M150 190l-4 40M250 190l4 40', p.trim, 9)}${rect(122, 216, 156, 32, p.light, 14)}${rect(122, 230, 156, 22, p.dark, 11)}`,
  'office-chair': (p) =>
    `${officeBase}${rect(138, 74, 124, 136, p.fill, 30)}${rect(152, 168, 96, 28, p.dark, 12)}${line('M126 250v-46h22M274 250v-46h-22', '#5a5f68', 9)}${rect(188, 200, 24, 40, '#5a5f68')}${rect(124, 234, 152, 40, p.light, 18)}${rect(124, 252, 152, 24, p.dark, 12)}`,
  'garden-chair': (p) =>
    `${line('M126 342L262 130M274 342L138 130', p.dark, 11)}${repeat(5, (i) => rect(140, 92 + i * 26, 120, 17, p.fill, 6))}${repeat(3, (i) => rect(118, 226 + i * 17, 164, 13, p.fill, 6))}${line('M112 204h40M248 204h40', p.dark, 11)}`,
  'camp-chair': (p) =>
    `${line('M110 340L284 236M290 340L116 236M112 342l20-160M288 342l-20-160', '#5a5f68', 8)}${path('M124 96q76 18 152 0l8 96q-84 20-168 0z', p.fill)}${path('M106 208q94 26 188 0l-10 56q-84 26-168 0z', p.light)}${rect(92, 190, 44, 15, p.dark, 7)}${rect(264, 190, 44, 15, p.dark, 7)}`,
  'high-chair': (p) =>
    `${line('M150 210l-36 132M250 210l36 132M128 296h144', p.fill, 13)}${rect(150, 84, 100, 112, p.fill, 26)}${rect(170, 104, 60, 66, p.accent, 18)}${rect(146, 190, 108, 30, p.dark, 10)}${rect(110, 172, 180, 22, '#fffaf2', 11)}${line('M164 262h72', p.dark, 11)}`,
  hammock: (p) =>
    `${line('M60 346V110M340 346V110', '#8a6242', 13)}${line('M60 128L116 214M340 128L284 214M60 128L140 238M340 128L260 238', '#c9b592', 4)}${path('M108 204q92 50 184 0q8 92-92 96t-92-96z', p.fill)}${path('M108 204q92 50 184 0l-6 18q-86 44-172 0z', p.light)}`,
  bed: (p) =>
    `${rect(66, 300, 13, 46, p.trim, 4)}${rect(321, 300, 13, 46, p.trim, 4)}${rect(62, 128, 276, 176, p.fill, 18)}${rect(76, 204, 248, 90, '#fffaf2', 14)}${rect(92, 180, 96, 50, '#ffffff', 18)}${rect(212, 180, 96, 50, '#ffffff', 18)}${path('M70 246q130-20 260 0v54H70z', p.light)}${rect(62, 286, 276, 32, p.dark, 8)}`,
  bedding: (p) =>
    `${rect(76, 270, 248, 60, p.dark, 16)}${rect(66, 216, 268, 78, p.fill, 26)}${rect(66, 216, 268, 30, p.light, 15)}${rect(90, 152, 104, 66, p.fill, 24)}${rect(206, 152, 104, 66, p.light, 24)}${line('M84 276q116 18 232 0', p.dark, 4)}`,
  crib: (p) =>
    `${rect(70, 100, 15, 246, p.fill, 6)}${rect(315, 100, 15, 246, p.fill, 6)}${rect(84, 264, 232, 32, '#fffaf2', 6)}${path('M90 268q60-44 120-8t100-2v10z', p.accent)}${repeat(9, (i) => rect(98 + i * 25, 136, 8, 166, p.fill, 4))}${rect(70, 122, 260, 17, p.dark, 8)}${rect(70, 298, 260, 20, p.dark, 8)}`,
  'neck-pillow': (p) =>
    `${path('M92 330q-48-190 108-206q156 16 108 206q-10 20-40 10q-26-8-18-40q14-88-50-92q-64 4-50 92q8 32-18 40q-30 10-40-10z', p.fill)}${line('M112 300q-14-128 88-144q102 16 88 144', p.light, 8)}`,
  'play-mat': (p) =>
    `${path('M56 318L112 196h176l56 122q2 16-14 16H70q-16 0-14-16z', p.fill)}${line('M72 318L122 208h156l50 110z', p.light, 5)}${oval(150, 270, 24, 15, '#f1c84c')}${path('M230 282l18-32 20 32z', '#6aa7b8')}${circle(206, 232, 11, '#e2725b')}`,
  'dog-bed': (p) =>
    `${oval(200, 296, 142, 50, p.dark)}${oval(200, 272, 142, 54, p.fill)}${oval(200, 266, 100, 32, p.deep)}${oval(200, 274, 98, 30, '#fff3df')}${path('M186 268q14-10 28 0l10 8q0 10-12 8h-24q-12 2-12-8z', p.light)}`,
  'cat-cave': (p) =>
    `${path('M70 346q-16-200 130-206q146 6 130 206z', p.fill)}${oval(200, 288, 66, 58, p.deep)}${path('M172 318q-8-54 6-66l14 14h18l14-14q14 12 6 66z', '#26262c')}${circle(190, 284, 5, '#f1c84c')}${circle(212, 284, 5, '#f1c84c')}`,
};
