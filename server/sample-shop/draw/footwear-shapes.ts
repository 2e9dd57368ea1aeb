import type { Paint, Shape } from './paint.ts';
import { circle, line, path, rect, repeat } from './svg.ts';

const laces = (x: number, y: number, count = 4): string =>
  repeat(count, (i) => line(`M${x + i * 20} ${y + i * 14}l22-12`, '#fffaf2', 6));
const shaft = (p: Paint) => path('M120 88h104q4 84 14 112q50 16 84 40q20 14 18 50H108q-6-100 12-202z', p.fill);

export const footwearShapes: Record<string, Shape> = {
  sneaker: (p) =>
    `${path('M48 300q-4-90 6-120q40 24 76-10l24-16q60 66 124 88q64 16 70 58z', p.fill)}${path('M54 180q40 24 76-10l14 34q-40 36-94 24z', p.dark)}${path('M90 298q60-10 90-76l26 20q-30 50-70 58z', p.light)}${laces(162, 178)}${path('M42 292h312q2 40-30 46H84q-40-6-42-46z', '#fffaf2')}${path('M42 312h312q-4 26-30 28H84q-36-2-42-28z', p.accent)}`,
  'low-sneaker': (p) =>
    `${path('M60 298q-6-80 2-108q36 20 66-8l22-14q50 54 110 74q74 14 78 56z', p.fill)}${path('M258 242q76 12 80 56h-92q-6-34 12-56z', p.light)}${laces(164, 196)}${rect(50, 294, 298, 40, '#fffaf2', 16)}${line('M62 314h274', p.dark, 4)}`,
  boot: (p) =>
    `${shaft(p)}${rect(114, 80, 116, 30, p.dark, 14)}${path('M240 200q50 16 84 40q18 14 16 50h-86q-16-50-14-90z', p.dark)}${repeat(4, (i) => line(`M186 ${128 + i * 26}h46`, '#f6ead2', 6))}${path('M100 286h246v34q0 22-20 22h-92l-10-12h-34l-6 12h-70q-14 0-14-16z', '#4a3d34')}`,
  'chelsea-boot': (p) =>
    `${path('M126 84h98q-2 90 16 128q50 8 84 36q16 16 16 48H112q-4-110 14-212z', p.fill)}${path('M158 100h44l-10 100h-26z', p.deep)}${rect(166, 66, 18, 34, p.dark, 6)}${path('M106 294h236v18q0 12-14 12H210l-8 20h-84q-12 0-12-12z', '#40362f')}${line('M250 232q44 12 66 36', p.light, 6)}`,
  'rain-boot': (p) =>
    `${path('M122 70h110q0 110 16 146q88 14 90 92H112q-6-120 10-238z', p.main)}${rect(116, 66, 122, 26, p.dark, 10)}${path('M104 300h240v24q0 18-18 18H122q-18 0-18-18z', p.deep)}${line('M146 112v110', p.light, 12)}`,
  pump: (p) =>
    `${path('M62 156q30 60 84 84q70 24 130 34q56 4 60 30q0 18-40 18h-90q-60-6-96-46q-26-20-34-30v98H60q6-110 2-188z', p.fill)}${path('M76 162q34 62 90 80q70 20 110 32q-60 14-120-18q-70-30-80-94z', p.deep)}${Number(p.facts['heel height cm']) < 5 ? path('M60 250h44v94H60z', p.dark) : rect(58, 330, 20, 14, p.deep, 4)}`,
  'flat-shoe': (p) =>
    `${path('M54 226q-6 50 0 80h284q16-4 10-28q-8-36-64-42q-22 50-90 44q-96-6-140-54z', p.fill)}${path('M54 226q44 48 140 54q68 6 90-44l-16-4q-30 38-76 30q-70-4-116-46z', p.deep)}${rect(52, 302, 294, 16, '#6b5a4a', 8)}${path('M272 250l-26-16v28zM272 250l26-12v30z', p.dark)}${circle(272, 252, 7, p.dark)}`,
  sandal: (p) =>
    `${path('M52 288q140-24 290 0q12 30-14 36H74q-26-6-22-36z', '#c49a6c')}${rect(58, 314, 282, 22, '#6b5a4a', 10)}${path('M230 292q-6-60 40-76l40 20q20 26 18 54z', p.fill)}${path('M80 290q-12-70 20-96l34 10q-20 30-16 84z', p.fill)}${line('M112 210q80 6 130 50', p.main, 17)}${rect(100, 196, 26, 22, '#c8a24e', 5)}`,
};
