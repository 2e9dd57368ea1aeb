import type { Shape } from './paint.ts';
import { circle, line, mirror, oval, path, rect, repeat, turn } from './svg.ts';

const INK = '#35363d';
const cone = (x: number, y: number, r: number): string =>
  circle(x, y, r, '#26262c') + circle(x, y, r * 0.72, '#4a4e56') + circle(x, y, r * 0.28, '#8d949c');

export const soundAndDeskShapes: Record<string, Shape> = {
  headphones: (p) =>
    `${line('M96 240Q92 84 200 84t104 156', p.main, 24)}${line('M112 170q18-70 88-70t88 70', p.light, 6)}${mirror(rect(72, 206, 62, 122, p.main, 30) + rect(112, 214, 34, 106, p.deep, 17) + rect(82, 226, 14, 80, p.light, 7))}`,
  earbuds: (p) =>
    `${rect(104, 210, 192, 130, p.dark, 48)}${path('M104 258q96 22 192 0v-2q0-46-48-46h-96q-48 0-48 46z', p.light)}${circle(200, 300, 5, '#9fe0a7')}${mirror(turn(-14, 140, 130, rect(112, 118, 28, 104, p.main, 13) + circle(140, 116, 38, p.main) + oval(174, 122, 17, 24, p.deep) + circle(136, 104, 9, p.light)))}`,
  speaker: (p) =>
    `${rect(108, 72, 184, 274, p.fill, 30)}${rect(122, 86, 156, 246, p.dark, 22)}${cone(200, 150, 44)}${cone(200, 252, 62)}${p.facts.portable ? line('M292 120q34 0 34 60', p.deep, 9) : ''}`,
  'smart-speaker': (p) =>
    `${path('M96 200q4-92 104-92t104 92v70q-6 76-104 76T96 270z', p.main)}${repeat(7, (i) => repeat(9, (j) => circle(124 + j * 19, 200 + i * 18, 3, p.dark)))}${oval(200, 152, 74, 30, p.deep)}<ellipse cx="200" cy="152" rx="60" ry="22" fill="none" stroke="#6fc3d8" stroke-width="6"/>`,
  soundbar: (p) =>
    `${rect(90, 96, 220, 126, '#4a4e56', 8)}${rect(98, 104, 204, 110, '#7fb4c6', 4)}${rect(40, 256, 320, 76, p.main, 20)}${repeat(3, (i) => cone(86 + i * 34, 294, 14) + cone(246 + i * 34, 294, 14))}${rect(184, 286, 32, 14, '#6fc3d8', 4)}`,
  mouse: (p) =>
    `${p.facts.wireless ? '' : line('M200 110V40', INK, 6)}${path('M112 196q0-100 88-100t88 100v60q0 90-88 90t-88-90z', p.main)}${path('M112 200q88 26 176 0', 'none')}${line('M112 202q88 24 176 0M200 98v112', p.deep, 4)}${rect(190, 132, 20, 50, p.deep, 10)}${line('M136 250q4 50 34 68', p.light, 7)}`,
  keyboard: (p) =>
    `${rect(44, 176, 312, 154, p.main, 18)}${repeat(4, (r) => repeat(10, (c) => rect(62 + c * 28, 192 + r * 32, 22, 24, (r + c) % 11 === 3 ? '#e8893a' : '#fffaf2', 5)))}${rect(146, 288, 106, 24, '#fffaf2', 5)}`,
  printer: (p) =>
    `${rect(118, 74, 164, 120, '#fffaf2', 4)}${line('M138 104h124M138 126h90', '#c7c1b6', 6)}${rect(62, 172, 276, 130, p.main, 20)}${rect(62, 172, 276, 44, p.dark, 20)}${rect(264, 188, 50, 15, '#9fe0a7', 5)}${rect(102, 262, 196, 16, INK, 6)}${path('M118 270h164l16 72H102z', '#fffdf8')}${circle(160, 314, 12, '#4cb9ba')}${circle(190, 314, 12, '#e99ab4')}${circle(220, 314, 12, '#efc548')}`,
  'ink-cartridge': (p) =>
    `${path('M120 110h132l40 40v182q0 14-14 14H120q-14 0-14-14V124q0-14 14-14z', '#4a4e56')}${rect(126, 170, 146, 130, '#fffaf2', 10)}${path('M199 182q38 50 38 74a38 38 0 01-76 0q0-24 38-74z', p.main)}${rect(136, 90, 52, 22, '#7d848c', 4)}${repeat(4, (i) => rect(142 + i * 11, 322, 7, 14, '#c8a24e'))}`,
  toner: (p) =>
    `${rect(54, 190, 292, 112, '#45464e', 20)}${rect(54, 190, 292, 34, '#5f626b', 17)}${oval(66, 256, 18, 40, '#2d6b8f')}${rect(96, 238, 190, 44, p.main === '#35363d' ? '#fffaf2' : p.main, 6)}${line('M116 260h110', INK, 6)}${rect(170, 160, 70, 32, '#7d848c', 10)}${p.facts.refill ? line('M306 244a17 17 0 1 1-18 24M300 236l8 9-10 8', '#7fc08a', 6) : ''}`,
  notebook: (p) =>
    `${rect(104, 68, 200, 278, '#efe9db', 10)}${rect(96, 64, 200, 278, p.fill, 12)}${rect(96, 64, 30, 278, p.dark, 10)}${rect(266, 64, 9, 278, p.deep)}${rect(150, 120, 96, 54, '#fffaf2', 6)}${line('M166 140h64M166 156h40', p.dark, 4)}${path('M170 342v34l9-10 9 10v-34z', p.accent)}`,
  pen: (p) =>
    `<g transform="rotate(38 200 206)">${rect(184, 60, 32, 216, p.main, 12)}${path('M184 270h32l-10 52h-12z', '#c3c8ce')}${rect(196, 318, 8, 18, INK, 3)}${rect(212, 76, 10, 84, '#c3c8ce', 5)}${rect(184, 176, 32, 9, p.light)}${rect(190, 46, 20, 18, '#c3c8ce', 5)}</g>${line('M60 330q30-24 56-4t60-6', p.main, 5)}`,
  'fountain-pen': (p) =>
    `<g transform="rotate(38 200 206)">${rect(180, 52, 40, 160, p.main, 18)}${rect(180, 196, 40, 14, '#c8a24e')}${rect(186, 210, 28, 56, p.deep, 6)}${path('M186 264h28l-14 74z', '#d6b05a')}${line('M200 280v46', '#7a5f20', 3)}${rect(214, 66, 10, 96, '#c8a24e', 5)}</g>${line('M56 334q34-34 54-6t70-8', p.main, 6)}`,
  calendar: (p) =>
    `${path('M84 108h232l14 222q0 14-14 14H84q-14 0-14-14z', '#fffaf2')}${path('M84 108h232l5 66H79z', p.main)}${repeat(5, (i) => rect(114 + i * 40, 86, 10, 46, '#7d848c', 5))}${repeat(12, (i) => rect(106 + (i % 4) * 52, 196 + Math.floor(i / 4) * 44, 32, 28, i === 6 ? p.main : '#e7e0d2', 5))}`,
  'hair-dryer': (p) =>
    `${path('M70 116h180a66 66 0 010 132H70q-16 0-16-16v-100q0-16 16-16z', p.main)}${rect(40, 116, 34, 132, p.deep, 10)}${circle(252, 182, 42, p.dark)}${circle(252, 182, 22, p.light)}${path('M206 244h58l-16 98q-2 8-10 8h-30q-10 0-10-10z', p.dark)}${rect(222, 276, 18, 34, '#fffaf2', 6)}${line('M20 142h-6M22 182H8M20 222h-6', p.light, 6)}`,
};
