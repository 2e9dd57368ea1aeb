import type { Paint, Shape } from './paint.ts';
import { circle, line, oval, path, rect, repeat } from './svg.ts';

const isGlass = (p: Paint): boolean => p.facts.material === 'glass';
const legOf = (p: Paint): string => (isGlass(p) ? '#7d848c' : p.fill);
const knob = (x: number, y: number): string => circle(x, y, 5, '#f6ead2');
const books = (y: number, x: number): string =>
  ['#c9563e', '#2d8289', '#e0b04a', '#3f5f8f', '#8aa37b']
    .map((fill, i) => rect(x + i * 13, y - 34 - (i % 3) * 5, 11, 34 + (i % 3) * 5, fill, 2))
    .join('');
const screen = (x: number, y: number): string =>
  rect(x + 32, y + 52, 16, 26, '#7d848c') + rect(x, y, 80, 56, '#35363d', 5) + rect(x + 5, y + 5, 70, 44, '#8fc1cf', 3);

export const furnitureShapes: Record<string, Shape> = {
  table: (p) =>
    `${rect(78, 214, 18, 132, legOf(p), 4)}${rect(304, 214, 18, 132, legOf(p), 4)}${rect(112, 214, 13, 104, p.dark, 4)}${rect(275, 214, 13, 104, p.dark, 4)}${rect(50, 192, 300, 24, p.fill, 9)}${rect(50, 210, 300, 9, p.dark, 4)}${oval(200, 186, 40, 12, '#fffaf2')}${path('M182 182q18-34 36 0z', '#e0694f')}`,
  'round-table': (p) =>
    `${line('M200 214v84M200 296l-66 46M200 296l66 46', p.dark, 15)}${oval(200, 210, 140, 34, p.dark)}${oval(200, 200, 140, 34, p.fill)}${rect(188, 150, 24, 44, '#6aa7b8', 8)}${line('M200 150q-4-30-22-40M200 150q4-34 20-48', '#4d8c5a', 5)}`,
  'bistro-table': (p) =>
    `${line('M146 342l96-144M254 342l-96-144', p.dark, 9)}${oval(200, 196, 106, 26, p.dark)}${oval(200, 188, 106, 26, p.fill)}${path('M226 150h36l-4 34h-28z', '#fffaf2')}${line('M262 156q16 4-2 18', '#fffaf2', 5)}`,
  desk: (p) =>
    `${rect(70, 210, 14, 136, p.trim, 4)}${rect(316, 210, 14, 136, p.trim, 4)}${rect(222, 210, 96, 74, p.dark, 5)}${rect(228, 216, 84, 28, p.fill, 4)}${rect(228, 250, 84, 28, p.fill, 4)}${knob(270, 230)}${knob(270, 264)}${rect(54, 192, 292, 22, p.fill, 6)}${screen(110, 114)}`,
  'standing-desk': (p) =>
    `${rect(104, 206, 20, 126, '#9aa1a8', 3)}${rect(276, 206, 20, 126, '#9aa1a8', 3)}${rect(108, 206, 12, 60, '#5a5f68')}${rect(280, 206, 12, 60, '#5a5f68')}${rect(80, 330, 68, 15, '#5a5f68', 7)}${rect(252, 330, 68, 15, '#5a5f68', 7)}${rect(50, 184, 300, 22, p.fill, 8)}${rect(50, 200, 300, 7, p.dark, 3)}${screen(160, 106)}${line('M340 300V240M332 250l8-12 8 12M332 290l8 12 8-12', '#c9563e', 5)}`,
  'coffee-table': (p) =>
    `${line('M96 258l-20 86M304 258l20 86M130 262v60M270 262v60', p.dark, 11)}${rect(92, 298, 216, 11, p.dark, 5)}${rect(62, 236, 276, 26, p.fill, 12)}${rect(140, 222, 70, 13, '#c9563e', 3)}${rect(148, 211, 58, 12, '#f1e7d3', 3)}${path('M236 206h34l-5 30h-24z', '#6aa7b8')}`,
  'tv-stand': (p) =>
    `${rect(84, 312, 13, 34, p.trim, 3)}${rect(303, 312, 13, 34, p.trim, 3)}${rect(54, 230, 292, 86, p.fill, 8)}${rect(66, 242, 88, 62, p.dark, 5)}${rect(246, 242, 88, 62, p.dark, 5)}${rect(162, 242, 76, 28, p.deep, 3)}${rect(162, 276, 76, 28, p.deep, 3)}${knob(144, 273)}${knob(256, 273)}${rect(100, 106, 200, 118, '#35363d', 6)}${rect(107, 113, 186, 104, '#7fb4c6', 3)}`,
  shelf: (p) => {
    const boards = repeat(5, (i) => rect(112, 72 + i * 66, 176, 12, p.fill, 3));
    return `${rect(120, 78, 160, 262, p.deep, 3)}${rect(120, 78, 160, 262, p.dark, 3)}${books(138, 128)}${books(270, 200)}${path('M232 138v-26h30v26z', '#6aa7b8')}${circle(146, 192, 12, '#e0b04a')}${books(204, 186)}${path('M136 270l8-34h24l8 34z', '#e0694f')}${rect(130, 306, 70, 30, '#f1e7d3', 4)}${boards}${rect(110, 68, 12, 278, p.fill, 3)}${rect(278, 68, 12, 278, p.fill, 3)}`;
  },
  cabinet: (p) =>
    `${rect(84, 318, 12, 28, p.trim, 3)}${rect(304, 318, 12, 28, p.trim, 3)}${rect(66, 170, 268, 152, p.fill, 8)}${rect(76, 184, 120, 126, p.light, 6)}${rect(204, 184, 120, 126, p.light, 6)}${knob(184, 246)}${knob(216, 246)}${rect(58, 160, 284, 15, p.dark, 5)}${path('M98 160v-38h34v38z', '#6aa7b8')}${line('M115 122q-6-28-24-34M115 122q4-30 22-38', '#4d8c5a', 5)}`,
  nightstand: (p) =>
    `${line('M134 286l-8 58M266 286l8 58', p.trim, 10)}${rect(122, 194, 156, 98, p.fill, 8)}${rect(134, 206, 132, 32, p.light, 5)}${rect(134, 246, 132, 34, p.light, 5)}${knob(200, 222)}${knob(200, 263)}${rect(114, 184, 172, 14, p.dark, 5)}${rect(196, 150, 8, 34, '#c8a24e')}${path('M172 152l12-46h32l12 46z', '#fbe6b3')}`,
  mirror: (p) =>
    `${path('M116 340V170a84 84 0 01168 0v170z', p.main)}${path('M130 326V172a70 70 0 01140 0v154z', '#d7e8ec')}${path('M150 300L250 150v40L150 326z', '#f3fafb')}`,
  'round-mirror': (p) =>
    `${circle(200, 206, 122, p.fill)}${circle(200, 206, 104, '#d7e8ec')}${path('M136 252L246 128l22 22-112 128z', '#f3fafb')}`,
  frame: (p) =>
    `${rect(102, 74, 196, 262, p.fill, 5)}${rect(120, 92, 160, 226, '#fffaf2')}${rect(144, 122, 112, 160, '#cfe0da')}${circle(222, 160, 18, '#efc15a')}${path('M144 282l40-64 28 40 18-24 26 48z', '#5f8f7d')}`,
  clock: (p) =>
    `${circle(200, 206, 124, p.main)}${circle(200, 206, 106, '#fffaf2')}${repeat(12, (i) => `<rect x="197" y="112" width="6" height="17" fill="${i % 3 ? '#b5aea2' : '#35363d'}" transform="rotate(${i * 30} 200 206)"/>`)}${line('M200 206v-66M200 206l46 30', '#35363d', 8)}${line('M200 222l-10-84', '#d8343f', 3)}${circle(200, 206, 8, '#d8343f')}`,
  basket: (p) =>
    `${line('M130 210q-4-86 70-86t70 86', p.dark, 13)}${path('M88 206h224l-26 130q-2 10-14 10H128q-12 0-14-10z', p.fill)}${rect(80, 196, 240, 24, p.dark, 12)}${path('M110 196q30-34 62-8t58-10 58 18z', '#fffaf2')}`,
};
