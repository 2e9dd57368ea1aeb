import type { Shape } from './paint.ts';
import { circle, line, mirror, path, rect, repeat } from './svg.ts';

const BRASS = '#c8a24e';

export const bagShapes: Record<string, Shape> = {
  'laptop-bag': (p) =>
    `${line('M150 150q0-50 50-50t50 50', p.deep, 13)}${line('M80 190Q60 60 200 56t120 134', p.dark, 7)}${rect(62, 146, 276, 192, p.fill, 16)}${path('M62 162q0-16 16-16h244q16 0 16 16v60q-138 40-276 0z', p.dark)}${mirror(rect(108, 214, 26, 48, p.deep, 5) + rect(112, 236, 18, 18, BRASS, 3))}${line('M84 300h232', p.light, 3)}`,
  sleeve: (p) =>
    `${rect(96, 92, 208, 130, '#b9bfc6', 10)}${rect(106, 102, 188, 110, '#7fb4c6', 4)}${rect(74, 150, 252, 184, p.fill, 16)}${rect(74, 150, 252, 40, p.dark, 16)}${rect(288, 220, 38, 26, p.deep, 4)}${line('M92 206h216', p.light, 3)}`,
  backpack: (p) =>
    `${line('M164 88q0-36 36-36t36 36', p.deep, 11)}${mirror(rect(74, 210, 50, 96, p.dark, 20))}${path('M104 330V154q0-76 96-76t96 76v176q0 16-16 16H120q-16 0-16-16z', p.fill)}${path('M120 168q0-66 80-66t80 66v14H120z', p.light)}${rect(126, 216, 148, 106, p.dark, 18)}${line('M140 240h120', p.deep, 5)}${rect(190, 234, 20, 28, BRASS, 5)}${line('M126 186h148', p.deep, 5)}`,
  handbag: (p) =>
    `${line('M116 190Q110 60 200 58t84 132', p.dark, 8)}${path('M92 180h216q20 0 22 22l14 116q0 24-24 24H80q-24 0-24-24l14-116q2-22 22-22z', p.fill)}${path('M90 180h220q14 90-110 96Q76 270 90 180z', p.dark)}${rect(182, 256, 36, 32, BRASS, 8)}${circle(200, 272, 6, p.deep)}`,
  tote: (p) =>
    `${line('M138 170q-6-104 62-104t62 104', p.dark, 12)}${path('M76 162h248l-16 168q-2 16-16 16H108q-14 0-16-16z', p.fill)}${path('M76 162h248l-2 22H78z', p.dark)}${mirror(circle(138, 186, 6, BRASS))}${line('M100 316h200', p.light, 3)}`,
  suitcase: (p) =>
    `${line('M160 96V46h80v50', '#7d848c', 9)}${rect(104, 92, 192, 232, p.main, 24)}${repeat(5, (i) => rect(126 + i * 32, 106, 12, 204, p.dark, 6))}${rect(170, 92, 60, 14, p.deep, 6)}${circle(134, 336, 13, '#35363d')}${circle(266, 336, 13, '#35363d')}${rect(176, 196, 48, 30, '#fffaf2', 6)}`,
  duffel: (p) =>
    `${line('M132 220q4-110 68-110t68 110', p.dark, 11)}${rect(48, 190, 304, 142, p.fill, 60)}${rect(48, 190, 60, 142, p.dark, 30)}${rect(292, 190, 60, 142, p.dark, 30)}${line('M120 208h160', p.deep, 6)}${mirror(rect(124, 208, 20, 122, '#84593c', 4))}${rect(272, 200, 22, 16, BRASS, 4)}`,
  cooler: (p) =>
    `${line('M96 190V96h208v94', '#8d949c', 12)}${rect(64, 186, 272, 156, p.main, 18)}${rect(56, 158, 288, 46, '#fffaf2', 14)}${rect(176, 190, 48, 30, p.deep, 6)}${line('M200 242v60M174 257l52 30M226 257l-52 30', '#fffaf2', 6)}`,
  stroller: (p) =>
    `${circle(128, 314, 32, '#45464e')}${circle(128, 314, 14, '#c3c8ce')}${circle(278, 314, 32, '#45464e')}${circle(278, 314, 14, '#c3c8ce')}${line('M128 314l60-80M278 314l-70-80M322 120l-70 130', '#7d848c', 9)}${line('M312 132l22-24', '#35363d', 13)}${path('M86 216h196q-14 62-84 62H150q-56-10-64-62z', p.fill)}${path('M86 208q0-112 112-116v116z', p.dark)}${line('M96 174l102 28M132 120l66 82', p.light, 4)}`,
  'doctor-case': (p) =>
    `${line('M160 150v-40h80v40', '#7a5236', 13)}${rect(74, 146, 252, 192, p.fill, 22)}${rect(74, 226, 252, 12, p.deep)}${circle(200, 242, 60, '#fffaf2')}${path('M184 202h32v24h24v32h-24v24h-32v-24h-24v-32h24z', '#d8343f')}`,
};
