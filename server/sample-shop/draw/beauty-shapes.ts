import type { Paint, Shape } from './paint.ts';
import { circle, line, path, rect, repeat } from './svg.ts';

const GOLD = '#d6b05a';
const INK = '#35363d';

/** The bullet shines when the finish is glossy or satin. */
const shine = (p: Paint): string => (p.facts.finish === 'matte' ? '' : line('M184 96v66', '#ffffffaa', 9));

export const beautyShapes: Record<string, Shape> = {
  lipstick: (p) =>
    `${path('M166 178V112q0-40 68-56v122z', p.main)}${path('M166 112q0-40 68-56v20q-60 6-68 36z', p.light)}${shine(p)}${rect(158, 172, 84, 58, GOLD, 4)}${rect(146, 226, 108, 120, INK, 8)}${rect(158, 236, 10, 98, '#5f626b', 5)}${rect(284, 196, 62, 150, INK, 10)}${rect(284, 196, 62, 12, GOLD, 4)}`,
  mascara: (p) =>
    `${rect(108, 130, 62, 216, p.main, 12)}${rect(108, 196, 62, 10, GOLD)}<g transform="rotate(24 250 200)">${rect(222, 46, 56, 130, p.main, 12)}${rect(246, 170, 8, 60, '#8d949c')}${rect(238, 226, 24, 96, '#26262c', 12)}${repeat(9, (i) => line(`M230 ${234 + i * 10}h40`, '#26262c', 4))}</g>${p.facts.waterproof === true ? path('M70 90q18 28 0 38q-18-10 0-38z', '#5aa3c8') : ''}`,
  palette: () =>
    `${path('M76 100h248v112H76z', '#3a3640')}${path('M90 112h220v88H90z', '#dbe9ec')}${line('M120 186l60-62M150 190l50-52', '#ffffff', 7)}${rect(66, 208, 268, 132, '#3a3640', 12)}${['#f1e0cb', '#e0b79a', '#c98b6b', '#a8604c', '#8b4a56', '#b87a8f', '#7a557c', '#5b3b5e', '#3f3147'].map((fill, i) => rect(82 + (i % 5) * 49, 220 + Math.floor(i / 5) * 56, 40, 48, fill, 6)).join('')}`,
  compact: (p) =>
    `${circle(200, 150, 92, '#4a4e56')}${circle(200, 150, 78, '#dbe9ec')}${line('M160 186l70-76', '#ffffff', 8)}<ellipse cx="200" cy="288" rx="112" ry="56" fill="#4a4e56"/><ellipse cx="200" cy="280" rx="94" ry="42" fill="${p.main}"/>${line('M150 270q50-20 100 0', p.light, 6)}`,
  hairbrush: (p) =>
    `<g transform="rotate(24 200 200)">${rect(184, 214, 32, 150, p.fill, 16)}${rect(138, 40, 124, 190, p.fill, 58)}${rect(154, 58, 92, 154, '#f6ead2', 44)}${repeat(30, (i) => circle(172 + (i % 5) * 14, 80 + Math.floor(i / 5) * 22, 4, '#7a5236'))}</g>`,
};
