import type { Shape } from './paint.ts';
import { circle, line, oval, path, rect, repeat, turn } from './svg.ts';

const INK = '#35363d';
const SISAL = '#cdaa75';
const post = (x: number, y: number, height: number): string =>
  rect(x, y, 30, height, SISAL, 4) +
  `<path d="${repeat(Math.floor(height / 12), (i) => `M${x} ${y + 8 + i * 12}l30-5`)}" stroke="#a98554" stroke-width="2"/>`;
const cat = (x: number, y: number): string =>
  path(`M${x} ${y}q-6-44 14-58l-4-26 18 12h14l18-12-4 26q20 14 14 58z`, INK) +
  circle(x + 26, y - 54, 3, '#f1c84c') +
  circle(x + 42, y - 54, 3, '#f1c84c');
const paw = (x: number, y: number, fill: string): string =>
  oval(x, y + 9, 17, 14, fill) +
  oval(x - 18, y - 8, 6, 9, fill) +
  oval(x - 7, y - 17, 6, 9, fill) +
  oval(x + 7, y - 17, 6, 9, fill) +
  oval(x + 18, y - 8, 6, 9, fill);

export const petShapes: Record<string, Shape> = {
  'cat-tree': (p) =>
    `${post(118, 176, 152)}${post(250, 110, 218)}${rect(76, 154, 118, 26, p.main, 12)}${cat(104, 156)}${rect(206, 84, 124, 30, p.main, 14)}${rect(206, 84, 124, 14, p.light, 7)}${rect(170, 226, 110, 84, p.main, 12)}${circle(224, 270, 27, p.deep)}${rect(70, 322, 260, 24, p.dark, 10)}`,
  'scratching-post': () =>
    `${post(184, 108, 216)}${rect(166, 92, 68, 24, '#a98554', 10)}${rect(116, 320, 168, 26, '#8a6a44', 10)}${line('M230 108q50 10 46 60', '#8d949c', 4)}${circle(276, 182, 18, '#d8564a')}${cat(92, 322)}`,
  'cat-wand': (p) =>
    `${line('M70 330L270 90', '#b98b5e', 11)}${line('M270 90q60 40 30 120', '#8d949c', 4)}${path('M300 206q-60 40-40 110q50-30 40-110z', p.main)}${path('M300 206q40 50 20 110q-40-40-20-110z', p.light)}${path('M300 206q-8 60-4 126q26-60 4-126z', p.dark)}${circle(300, 206, 13, '#d8564a')}`,
  'litter-box': (p) =>
    `${line('M168 88q0-30 32-30t32 30', p.deep, 12)}${path('M78 262V168q6-86 122-86t122 86v94z', p.main)}${path('M70 256h260l-16 80q-2 10-14 10H100q-12 0-14-10z', p.dark)}${path('M144 262v-58q4-48 56-48t56 48v58z', p.deep)}${cat(168, 262)}`,
  harness: (p) =>
    `<path d="M112 120q88-60 176 0q30 80-20 150q-68 60-136 0q-50-70-20-150z" fill="none" stroke="${p.main}" stroke-width="30"/>${rect(184, 92, 32, 220, p.dark, 10)}${rect(120, 190, 160, 30, p.main, 10)}${rect(178, 184, 44, 42, INK, 8)}<circle cx="200" cy="86" r="18" fill="none" stroke="#9aa1a8" stroke-width="8"/>${line('M106 140q-14 60 22 116', '#f6f4d2', 5)}`,
  collar: (p) =>
    `<ellipse cx="200" cy="190" rx="128" ry="80" fill="none" stroke="${p.dark}" stroke-width="34"/><path d="M72 196q10 74 128 76t128-76" fill="none" stroke="${p.main}" stroke-width="34"/>${rect(268, 224, 44, 46, '#c8a24e', 8)}${rect(280, 236, 20, 22, p.main, 3)}${circle(200, 314, 30, '#d6b05a')}${paw(200, 314, '#8a6a20')}`,
  'rope-toy': () =>
    turn(
      -24,
      200,
      210,
      `${rect(96, 192, 208, 36, '#4a86c5', 16)}${repeat(8, (i) => line(`M${118 + i * 24} 194l-14 32`, '#f6ead2', 6))}${line('M92 196L40 170M88 210H30M92 224l-52 26M308 196l52-26M312 210h58M308 224l52 26', '#f0c148', 9)}${circle(104, 210, 36, '#d8564a')}${circle(296, 210, 36, '#d8564a')}${line('M86 196q18 22 36 26M278 196q18 22 36 26', '#b23f36', 5)}`,
    ),
  bowl: (p) =>
    `${oval(200, 224, 130, 34, p.dark)}${oval(200, 224, 112, 25, p.deep)}${repeat(9, (i) => circle(122 + i * 19, 220 - (i % 3) * 8, 14, i % 2 ? '#8a5a3a' : '#a06f4a'))}${path('M70 226q130 56 260 0l18 96q0 24-26 24H78q-26 0-26-24z', p.main)}${paw(200, 304, p.light)}`,
  fountain: (p) =>
    `${path('M72 270h256l-14 60q-4 16-20 16H106q-16 0-20-16z', p.main)}${oval(200, 270, 128, 34, p.light)}${oval(200, 270, 106, 25, '#8fcbe0')}${rect(182, 176, 36, 92, p.main, 14)}${path('M200 108q-70 10-66 140q20-90 66-96q46 6 66 96q4-130-66-140z', '#a9dbea')}${circle(200, 172, 23, p.light)}`,
};
