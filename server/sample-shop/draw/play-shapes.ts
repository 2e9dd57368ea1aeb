import type { Shape } from './paint.ts';
import { circle, line, mirror, oval, path, rect, repeat } from './svg.ts';

const RED = '#d8564a';
const BLUE = '#4a86c5';
const YELLOW = '#f0c148';
const GREEN = '#63a46c';
const INK = '#35363d';
const wheel = (x: number, y: number, r: number): string => circle(x, y, r, INK) + circle(x, y, r * 0.5, '#e4e6e8');
const face = (y: number): string =>
  mirror(circle(176, y, 7, INK)) + oval(200, y + 24, 12, 9, INK) + line(`M186 ${y + 42}q14 12 28 0`, INK, 4);
const studs = (x: number, y: number, count: number, fill: string): string =>
  repeat(count, (i) => rect(x + i * 30, y, 18, 10, fill, 3));

export const playShapes: Record<string, Shape> = {
  blocks: () =>
    `${rect(74, 246, 100, 100, RED, 8)}${rect(186, 246, 140, 100, BLUE, 8)}${rect(116, 166, 90, 80, YELLOW, 8)}${path('M206 246a50 50 0 01100 0z', GREEN)}${path('M161 166l-52 0 52-74 52 74z', '#8a63ad')}${circle(124, 296, 22, '#ffffff55')}${rect(226, 276, 60, 70, '#f5f1ea', 30)}`,
  'brick-set': (p) =>
    `${studs(96, 126, 3, p.light)}${rect(86, 134, 104, 62, p.light, 5)}${studs(206, 186, 4, YELLOW)}${rect(192, 194, 138, 62, YELLOW, 5)}${studs(86, 188, 3, p.main)}${rect(76, 196, 116, 60, p.main, 5)}${studs(86, 248, 8, p.dark)}${rect(66, 256, 268, 86, p.main, 6)}${rect(100, 280, 46, 62, '#dbe9ec', 4)}${rect(180, 276, 40, 34, '#dbe9ec', 4)}${rect(250, 276, 40, 34, '#dbe9ec', 4)}`,
  robot: (p) =>
    `${line('M200 84V58', INK, 6)}${circle(200, 54, 11, RED)}${mirror(rect(86, 196, 36, 92, p.dark, 14))}${rect(136, 84, 128, 92, p.main, 22)}${mirror(circle(172, 124, 17, '#fffaf2') + circle(172, 124, 8, INK))}${rect(176, 152, 48, 9, INK, 4)}${rect(126, 186, 148, 112, p.light, 16)}${rect(154, 208, 92, 50, '#2b4a63', 8)}${line('M166 234h18l9-16 14 30 10-14h18', '#9fe0a7', 5)}${mirror(rect(144, 296, 42, 50, p.dark, 10))}`,
  puzzle: (p) =>
    `${path('M92 100h84q-12-40 24-40t24 40h84v90q-40-12-40 22t40 22v112H224q12-38-24-38t-24 38H92v-90q38 10 38-24t-38-24z', p.main)}${path('M200 60q36 0 24 40h84v90q-40-12-40 22H200z', p.light)}${path('M200 212h68q0 34 40 22v112h-84q12-38-24-38z', p.dark)}${circle(140, 154, 17, p.accent)}`,
  sorter: (p) =>
    `${path('M84 190l50-46h182v150l-46 52H84z', p.dark)}${rect(84, 190, 186, 156, p.main, 8)}${path('M84 190l50-46h182l-46 46z', p.light)}${circle(128, 240, 25, '#6b4a1f')}${path('M196 264l26-48 26 48z', '#6b4a1f')}${rect(106, 284, 46, 44, '#6b4a1f', 4)}${path('M222 276l8 16 18 2-13 12 4 18-17-9-17 9 4-18-13-12 18-2z', '#6b4a1f')}${circle(196, 116, 26, RED)}`,
  'marble-run': (p) =>
    `${rect(90, 84, 18, 262, p.main, 4)}${rect(292, 84, 18, 262, p.main, 4)}${line('M92 116l190 34', p.dark, 15)}${line('M308 186l-190 34', p.dark, 15)}${line('M92 256l190 34', p.dark, 15)}${rect(230, 320, 96, 26, p.main, 9)}${circle(150, 108, 15, RED)}${circle(220, 188, 15, BLUE)}${circle(180, 256, 15, YELLOW)}${circle(276, 312, 15, GREEN)}`,
  bear: (p) =>
    `${mirror(circle(136, 92, 32, p.main) + circle(136, 92, 17, p.light) + oval(112, 240, 28, 48, p.dark) + oval(140, 322, 42, 30, p.dark) + oval(136, 326, 22, 15, p.light))}${oval(200, 258, 84, 84, p.main)}${oval(200, 268, 52, 54, p.light)}${circle(200, 144, 82, p.main)}${oval(200, 172, 40, 32, p.light)}${face(136)}${path('M200 222l-36-16v34zM200 222l36-16v34z', RED)}`,
  rabbit: (p) =>
    `${mirror(`<g transform="rotate(-10 168 80)">${oval(168, 76, 24, 70, p.main) + oval(168, 80, 11, 50, '#efc3bd')}</g>${oval(116, 254, 24, 44, p.dark)}${oval(144, 330, 42, 24, p.dark)}`)}${oval(200, 268, 78, 78, p.main)}${oval(200, 278, 46, 50, p.light)}${circle(200, 172, 68, p.main)}${face(164)}${mirror(circle(152, 190, 12, '#efa7a0'))}`,
  doll: (p) =>
    `${mirror(line('M148 210l-36 66', '#f2cdb0', 22) + line('M176 310v26', '#f2cdb0', 24) + rect(160, 328, 34, 18, INK, 8))}${path('M156 180h88l50 134q-94 24-188 0z', p.main)}${path('M170 180h60l-10 60h-40z', p.light)}${circle(200, 120, 64, '#8a5232')}${mirror(circle(130, 136, 24, '#8a5232'))}${circle(200, 130, 50, '#f2cdb0')}${path('M150 124q10-50 50-50t50 50q-50-28-100 0z', '#8a5232')}${mirror(circle(182, 134, 6, INK) + circle(168, 152, 9, '#efa7a0'))}${line('M188 158q12 10 24 0', RED, 5)}`,
  'play-kitchen': (p) =>
    `${rect(84, 60, 232, 96, p.light, 10)}${line('M110 84h60M230 84h60', '#b98b5e', 8)}${circle(130, 110, 13, RED)}${circle(166, 112, 13, YELLOW)}${rect(228, 94, 60, 36, '#dbe9ec', 5)}${rect(70, 156, 260, 190, p.main, 10)}${rect(64, 148, 272, 20, '#b98b5e', 6)}${rect(90, 212, 112, 110, '#4a4e56', 8)}${rect(102, 236, 88, 66, '#f3d08a', 5)}${rect(224, 186, 84, 136, p.light, 8)}${repeat(3, (i) => circle(108 + i * 36, 192, 9, '#fffaf2'))}${rect(100, 132, 60, 18, RED, 5)}${line('M160 140h26', RED, 7)}`,
  'toy-car': (p) =>
    `${path('M104 226q20-80 84-80h40q56 0 78 80z', p.fill)}${path('M136 218q16-52 56-52v52zM206 166q50 0 66 52h-66z', '#dbe9ec')}${rect(50, 218, 300, 78, p.fill, 34)}${circle(200, 256, 22, '#fffaf2')}${line('M196 246l8-4v26', INK, 5)}${wheel(120, 300, 40)}${wheel(284, 300, 40)}${circle(338, 248, 9, YELLOW)}`,
  'rc-car': (p) =>
    `${path('M96 210l40-64h120l54 64z', p.main)}${path('M150 200l22-40h74l30 40z', '#dbe9ec')}${rect(62, 204, 276, 60, p.dark, 18)}${line('M126 150L110 60', INK, 5)}${circle(110, 58, 8, RED)}${repeat(2, (i) => `${circle(116 + i * 170, 288, 56, INK) + circle(116 + i * 170, 288, 24, YELLOW)}<circle cx="${116 + i * 170}" cy="288" r="46" fill="none" stroke="#5a5f68" stroke-width="9" stroke-dasharray="14 10"/>`)}`,
  train: (p) =>
    `${rect(206, 116, 100, 150, p.main, 10)}${rect(226, 138, 60, 52, '#dbe9ec', 6)}${rect(194, 100, 124, 22, p.deep, 8)}${rect(70, 186, 146, 80, BLUE, 26)}${rect(96, 130, 36, 60, INK, 6)}${rect(86, 118, 56, 18, INK, 6)}${circle(114, 92, 19, '#ffffff')}${circle(146, 70, 25, '#ffffff')}${rect(60, 262, 256, 28, YELLOW, 9)}${wheel(108, 306, 34)}${wheel(190, 306, 34)}${wheel(274, 300, 42)}`,
  kite: (p) =>
    `${path('M200 46l92 104-92 140-92-140z', p.main)}${path('M200 46l92 104h-92z', p.light)}${path('M200 150h92l-92 140z', p.dark)}${line('M200 46v244M108 150h184', '#fffaf2', 4)}${line('M200 290q-40 30 0 48t-30 40', INK, 4)}${path('M186 322l-24-8 6 22zM206 340l26-4-12 20z', RED)}`,
  'board-game': (p) =>
    `${path('M60 190h280v140q0 14-14 14H74q-14 0-14-14z', p.dark)}${rect(60, 96, 280, 220, p.main, 12)}${rect(84, 118, 232, 176, '#f6ead2', 8)}${repeat(14, (i) => rect(96 + (i % 7) * 30, i < 7 ? 130 : 252, 24, 28, [RED, YELLOW, GREEN, BLUE][i % 4] ?? RED, 4))}${circle(164, 206, 15, RED)}${path('M236 180l18 44h-36z', BLUE)}${rect(190, 190, 34, 34, '#ffffff', 7)}${circle(207, 207, 5, INK)}`,
  cards: (p) =>
    `${[-18, -4, 12].map((angle, i) => `<g transform="rotate(${angle} 200 340)">${rect(132, 88, 136, 210, i === 2 ? '#fffaf2' : p.main, 14)}${i === 2 ? '' : rect(144, 100, 112, 186, p.light, 8)}</g>`).join('')}<g transform="rotate(12 200 340)">${oval(200, 196, 42, 50, p.main)}${circle(184, 180, 17, '#fff')}${circle(216, 180, 17, '#fff')}${circle(184, 180, 8, INK)}${circle(216, 180, 8, INK)}${path('M193 194h14l-7 15z', YELLOW)}</g>`,
  'science-kit': (p) =>
    `${path('M166 74h68v80l62 156q8 34-24 36H128q-32-2-24-36l62-156z', '#dbe9ec')}${path('M146 214h108l42 96q8 34-24 36H128q-32-2-24-36z', p.main)}${rect(156, 62, 88, 20, '#9aa1a8', 8)}${path('M164 330l14-60 20 60zM200 330l20-84 22 84z', '#fffaf2')}${circle(170, 240, 9, '#ffffff88')}${circle(226, 226, 6, '#ffffff88')}${path('M290 84l6 14 15 2-11 10 3 15-13-8-13 8 3-15-11-10 15-2z', YELLOW)}`,
  crayons: () =>
    `${[RED, '#e8893a', YELLOW, GREEN, BLUE, '#8a63ad'].map((fill, i) => rect(92 + i * 37, 116 - (i % 2) * 22, 30, 160, fill, 3) + path(`M${92 + i * 37} ${118 - (i % 2) * 22}l15-36 15 36z`, fill)).join('')}${rect(76, 206, 248, 140, '#f0c148', 10)}${rect(76, 206, 248, 30, '#d9a02e', 8)}${circle(200, 290, 36, '#fffaf2')}${path('M182 290q18 22 36 0', RED)}`,
  guitar: (p) =>
    `<g transform="rotate(28 200 200)">${rect(188, 30, 24, 180, '#7a5236', 4)}${rect(180, 16, 40, 40, '#5f3f28', 8)}${circle(200, 216, 58, p.fill)}${circle(200, 304, 78, p.fill)}${rect(150, 226, 100, 60, p.fill)}${circle(200, 236, 24, '#3f2c20')}${rect(172, 322, 56, 13, '#5f3f28', 4)}${line('M193 40v284M199 40v284M206 40v284', '#f6ead2', 2)}</g>`,
  mobile: () =>
    `${line('M200 40v60M90 120q110-50 220 0M90 120v70M310 120v60M200 100v90', '#b98b5e', 6)}${path('M60 222q0-36 34-36q30 0 30 30q24 4 20 24H64q-14-4-4-18z', '#bfe0e8')}${path('M310 180l13 28 30 4-22 21 6 30-27-15-27 15 6-30-22-21 30-4z', YELLOW)}${path('M214 190a62 62 0 1034 96a52 52 0 01-34-96z', '#bda7d6')}${circle(120, 300, 24, '#efa7a0')}${line('M120 240v36', '#b98b5e', 4)}`,
};
