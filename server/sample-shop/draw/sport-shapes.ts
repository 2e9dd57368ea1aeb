import type { Paint, Shape } from './paint.ts';
import { circle, line, mirror, oval, path, rect, repeat } from './svg.ts';

const INK = '#35363d';

/** `size` 1 is an adult's bicycle. */
function bicycle(p: Paint, size: number, extra = ''): string {
  const wheel = (x: number) =>
    `<circle cx="${x}" cy="272" r="62" fill="none" stroke="#45464e" stroke-width="11"/><circle cx="${x}" cy="272" r="52" fill="none" stroke="#c3c8ce" stroke-width="3"/>${circle(x, 272, 8, '#7d848c')}`;
  const frame = line('M104 272l52-104h104l-62 104zM156 168l42 104M260 168l36 104', p.main, 11);
  const parts = `${line('M260 168l-8-40h34', INK, 9)}${line('M156 168l-10-28', INK, 8)}${rect(122, 128, 50, 15, '#5f3f28', 7)}${circle(198, 272, 16, '#7d848c')}${line('M198 272l14 26', INK, 7)}`;
  return `<g transform="translate(${200 - 200 * size} ${340 - 334 * size}) scale(${size})">${wheel(104)}${wheel(296)}${frame}${extra}${parts}</g>`;
}

export const sportShapes: Record<string, Shape> = {
  mat: (p) =>
    `${path('M84 300h232q26 0 26 22t-26 22H84z', p.dark)}${rect(70, 250, 250, 92, p.main, 46)}${circle(320, 296, 46, p.light)}<circle cx="320" cy="296" r="32" fill="none" stroke="${p.dark}" stroke-width="7"/><circle cx="320" cy="296" r="15" fill="none" stroke="${p.dark}" stroke-width="7"/>${rect(118, 250, 17, 92, p.deep)}${rect(232, 250, 17, 92, p.deep)}${line('M126 250q58-60 114 0', p.deep, 7)}`,
  dumbbell: () =>
    `<g transform="rotate(-18 200 230)">${rect(120, 216, 160, 28, '#b9bfc6', 8)}${mirror(rect(58, 164, 36, 132, '#45464e', 12) + rect(92, 144, 42, 172, INK, 14) + rect(104, 158, 8, 144, '#5f626b', 4))}</g>`,
  kettlebell: (p) =>
    `<path d="M146 208q-34-120 54-120t54 120" fill="none" stroke="${p.dark}" stroke-width="28"/>${circle(200, 252, 94, p.main)}${rect(140, 330, 120, 16, p.dark, 8)}${circle(200, 254, 46, '#fffaf2')}${line('M184 240l8-6v40M210 240q22-8 18 10l-20 24h24', INK, 7)}`,
  bands: () =>
    `${['#efc548', '#e8893a', '#d8564a', '#4a86c5', '#35363d'].map((fill, i) => `<ellipse cx="${136 + i * 32}" cy="${206 + (i % 2) * 16}" rx="46" ry="${98 + i * 6}" fill="none" stroke="${fill}" stroke-width="${10 + i * 3}"/>`).join('')}`,
  ball: (p) =>
    `${circle(200, 212, 132, p.main)}${path('M200 152l54 40-20 64h-68l-20-64z', INK)}${line('M200 152V92M254 192l58-24M234 256l40 48M166 256l-40 48M146 192l-58-24', INK, 6)}${path('M170 84h60l-30 24zM326 180l4 56-30-28zM74 180l-4 56 30-28zM286 310l-50 28 2-36zM114 310l50 28-2-36z', INK)}`,
  basketball: (p) =>
    `${circle(200, 212, 132, p.main)}${line('M200 80v264M68 212h264M108 118q68 94 0 188M292 118q-68 94 0 188', '#5f3a20', 6)}${line('M118 150q20-34 54-46', p.light, 9)}`,
  racket: (p) =>
    `<g transform="rotate(34 200 200)">${oval(200, 120, 84, 106, p.main)}${oval(200, 120, 70, 92, '#fffaf2')}${repeat(7, (i) => line(`M${150 + i * 17} ${46 + Math.abs(i - 3) * 9}v${148 - Math.abs(i - 3) * 18}`, '#c7c1b6', 2))}${repeat(8, (i) => line(`M${140 + Math.abs(i - 3.5) * 5} ${56 + i * 18}h${120 - Math.abs(i - 3.5) * 10}`, '#c7c1b6', 2))}${line('M176 220l24 40 24-40', p.main, 12)}${rect(186, 252, 28, 118, INK, 10)}</g>${circle(316, 304, 32, '#d6e04f')}${line('M292 290q24 10 24 44', '#ffffff', 4)}`,
  bike: (p) => bicycle(p, 1),
  'e-bike': (p) =>
    bicycle(p, 1, `${line('M168 186l36 74', INK, 22)}${path('M190 214l-8 14h10l-5 14 14-20h-10l6-8z', '#9fe0a7')}`),
  'kids-bike': (p) => bicycle(p, 0.82, `${rect(270, 176, 52, 36, p.accent, 8)}${circle(296, 194, 8, '#fffaf2')}`),
  helmet: (p) =>
    `${path('M64 262q-6-162 136-166q150 4 140 150q0 22-30 22H94q-28 10-30-6z', p.main)}${path('M120 236q0-90 60-116q-26 50-22 116zM196 236q0-80 22-122q34 40 34 122zM276 234q6-60-16-102q44 30 46 102z', p.deep)}${line('M126 268q20 74 74 74t64-74', INK, 8)}${rect(184, 328, 34, 16, INK, 7)}`,
  tent: (p) =>
    `${path('M200 96L40 338h320z', p.main)}${path('M200 96l-160 242h96z', p.dark)}${path('M200 130l-52 208h104z', p.deep)}${path('M200 130l-52 208q44-30 52-120z', p.light)}${line('M200 96V74M40 338l-22 10M360 338l22 10', '#7d848c', 5)}${path('M200 72l30 9-30 10z', '#d8564a')}`,
  'sleeping-bag': (p) =>
    `<g transform="rotate(-20 200 210)">${rect(60, 140, 280, 142, p.main, 66)}${repeat(5, (i) => line(`M${134 + i * 38} 142v138`, p.dark, 4))}${path('M60 206q0-66 66-66q40 66 0 142q-66-10-66-76z', p.light)}${oval(108, 210, 32, 48, '#fff3df')}${line('M140 264h180', '#f6ead2', 4)}</g>`,
  bottle: (p) =>
    `${rect(168, 56, 64, 52, INK, 12)}${line('M176 62q24-34 48 0', INK, 8)}${path('M162 104h76q22 22 22 56v160q0 26-26 26h-68q-26 0-26-26V160q0-34 22-56z', p.main)}${rect(140, 226, 120, 12, p.light)}${path('M200 252l34 52h-68z', '#fffaf2')}${line('M160 154v50', '#ffffff88', 9)}`,
  headlamp: (p) =>
    `<ellipse cx="200" cy="214" rx="138" ry="96" fill="none" stroke="${p.main}" stroke-width="28"/><ellipse cx="200" cy="214" rx="138" ry="96" fill="none" stroke="${p.dark}" stroke-width="4" stroke-dasharray="14 12"/>${rect(140, 236, 120, 100, INK, 24)}${circle(200, 286, 38, '#fff3cd')}${circle(200, 286, 22, '#ffffff')}${line('M130 358l-18 20M200 352v26M270 358l18 20', '#f2b13b', 7)}`,
};
