import type { Paint, Shape } from './paint.ts';
import { circle, line, mirror, oval, path, rect, repeat } from './svg.ts';

const hanger = line('M200 66v-14q0-14 13-14M200 66l-50 26M200 66l50 26', '#8d8578', 5);
const isLong = (p: Paint): boolean => p.facts.sleeve === 'long';

/** The hem follows the stated length, the shoulders the stated sleeve. */
function dress(p: Paint): string {
  const hem = { mini: 268, 'knee-length': 306, midi: 334, maxi: 352 }[String(p.facts.length)] ?? 320;
  const flare = hem > 345 ? 96 : 86;
  const sleeve = isLong(p)
    ? path('M160 96l-54 150 26 10 40-84z', p.fill)
    : p.facts.sleeve === 'short'
      ? path('M160 94l-40 50 26 22 28-26z', p.fill)
      : '';
  const straps =
    p.facts.sleeve === 'sleeveless'
      ? mirror(line('M172 112l-4-40', p.main, 8))
      : mirror(path('M160 96l22-14q6 20 18 24v30z', p.fill));
  const body = path(`M164 104q36 26 72 0l-4 92L${200 + flare} ${hem}q-${flare} 18-${2 * flare} 0L168 196z`, p.fill);
  const folds = mirror(line(`M188 210L${200 - flare * 0.45} ${hem - 4}`, p.dark, 3));
  return `${mirror(sleeve)}${straps}${body}${folds}${rect(166, 190, 68, 13, p.deep, 4)}`;
}

const sleeveDown = (p: Paint, end = 268) =>
  mirror(path(`M142 104L88 ${end - 12}q-2 10 8 13l26 6q8 0 10-8l26-110z`, p.dark));
const torso = (p: Paint, hem = 330) =>
  path(`M142 104q24-20 34-20q24 20 48 0q10 0 34 20l8 ${hem - 112}q0 8-8 8H142q-8 0-8-8z`, p.fill);
const cuffs = (p: Paint) => rect(136, 312, 128, 20, p.dark, 6);
const zip = (p: Paint, from = 108, to = 330) => line(`M200 ${from}V${to}`, p.deep, 4);
const pockets = (p: Paint, y = 262) => mirror(line(`M152 ${y}l26 22`, p.deep, 5));
const hood = (p: Paint) =>
  path('M146 112q4-66 54-66t54 66q-26 24-54 24t-54-24z', p.dark) +
  path('M166 112q4-44 34-44t34 44q-16 18-34 18t-34-18z', p.deep);
const coatBody = (p: Paint) => path('M140 96q24-16 36-16h48q12 0 36 16l20 238q-80 22-160 0z', p.fill);
const buttons = (x: number, ys: readonly number[]) => ys.map((y) => circle(x, y, 5, '#f6ead2')).join('');

export const clothingShapes: Record<string, Shape> = {
  dress: (p) => `${hanger}${dress(p)}`,
  'wrap-dress': (p) =>
    `${hanger}${dress(p)}${line('M172 96l40 96', p.deep, 4)}${path('M214 196q34 20 26 70l-14 8q2-40-20-66z', p.dark)}${circle(214, 197, 10, p.deep)}`,
  'shirt-dress': (p) =>
    `${hanger}${dress(p)}${mirror(path('M200 122l-26-30-12 12 22 30z', p.light))}${line('M200 124v206', p.deep, 2)}${buttons(200, [146, 172, 226, 256, 286])}`,
  'pleated-dress': (p) =>
    `${hanger}${dress(p)}${mirror(line('M196 206l-6 110M182 206l-28 104M172 204l-46 98', p.light, 3))}`,
  'maxi-dress': (p) => `${hanger}${dress(p)}${mirror(line('M196 214L176 340', p.light, 4))}`,
  'long-sleeve-dress': (p) => `${dress(p)}${rect(174, 76, 52, 24, p.dark, 9)}`,
  shirt: (p) =>
    `${p.facts.sleeve === 'short' ? mirror(path('M142 104l-44 66 40 22 20-30z', p.dark)) : sleeveDown(p, 280)}${torso(p)}${line('M200 110v220', p.deep, 2)}${buttons(200, [140, 180, 220, 260, 300])}${mirror(path('M200 104l-26-24-12 12 20 34z', p.light))}${rect(218, 158, 34, 36, p.light, 4)}`,
  tshirt: (p) =>
    `${mirror(path('M146 100L84 156l36 44 34-28z', p.dark))}${torso(p)}${line('M176 86q24 24 48 0', p.deep, 6)}`,
  hoodie: (p) =>
    `${sleeveDown(p, 290)}${torso(p)}${cuffs(p)}${path('M152 252h96l14 50H138z', p.dark)}${hood(p)}${line('M186 134v44M214 134v44', '#fffaf2', 4)}`,
  sweater: (p) =>
    `${sleeveDown(p, 290)}${torso(p)}${cuffs(p)}${path('M168 82q32 22 64 0l4 16q-36 26-72 0z', p.deep)}${mirror(rect(88, 264, 40, 16, p.deep, 6))}`,
  trousers: (p) =>
    `${path('M138 70h124l22 266q0 8-8 8h-46q-6 0-8-8l-22-176-22 176q-2 8-8 8h-46q-8 0-8-8z', p.fill)}${rect(136, 64, 128, 24, p.dark, 6)}${line('M200 88v60', p.deep, 3)}${mirror(line('M144 98q18 20 30-6', p.deep, 3))}${circle(200, 76, 5, '#f6ead2')}`,
  jacket: (p) =>
    `${sleeveDown(p, 280)}${torso(p, 306)}${line('M214 112L186 300', p.deep, 5)}${mirror(path('M200 150l-34-68-18 14 12 46 14-4z', p.light))}${pockets(p, 236)}${rect(138, 288, 124, 20, p.dark, 5)}${circle(152, 298, 5, '#d9dde0')}`,
  coat: (p) =>
    `${mirror(path('M140 98L92 284l32 12 32-120z', p.dark))}${coatBody(p)}${mirror(path('M200 176l-36-92-18 12 10 52 16 2z', p.light))}${line('M206 180v158', p.deep, 3)}${buttons(190, [200, 232, 264])}${buttons(222, [200, 232, 264])}${mirror(rect(136, 256, 34, 9, p.deep, 3))}`,
  'rain-jacket': (p) =>
    `${sleeveDown(p, 286)}${torso(p)}${hood(p)}${zip(p, 132)}${mirror(path('M136 180q32 16 64 10v14q-32 6-64-8z', p.light))}${pockets(p, 258)}${path('M300 92q18 26 0 36q-18-10 0-36zM334 132q12 18 0 25q-12-7 0-25z', '#5aa3c8')}`,
  puffer: (p) =>
    `${mirror(repeat(4, (i) => rect(94 + (3 - i) * 7, 116 + i * 42, 50, 46, p.dark, 20)))}${repeat(5, (i) => rect(134, 100 + i * 46, 132, 52, p.fill, 22))}${repeat(4, (i) => line(`M146 ${148 + i * 46}h108`, p.dark, 4))}${hood(p)}${zip(p, 134)}`,
  parka: (p) =>
    `${mirror(path('M140 104L94 290l36 12 30-122z', p.dark))}${coatBody(p)}${path('M136 116q0-76 64-76t64 76q-30 34-64 34t-64-34z', '#d9c6a3')}${path('M160 112q4-46 40-46t40 46q-18 20-40 20t-40-20z', p.deep)}${zip(p, 150, 338)}${mirror(rect(138, 248, 42, 40, p.light, 6))}${line('M132 222h136', p.deep, 4)}`,
  leggings: (p) =>
    `${path('M146 66h108l10 100-26 170q-1 8-8 8h-14q-7 0-8-8l-8-150-8 150q-1 8-8 8h-14q-7 0-8-8L136 166z', p.fill)}${rect(144, 62, 112, 32, p.dark, 8)}${mirror(line('M142 170l22 166', p.light, 4))}`,
  shorts: (p) =>
    `${path('M118 120h164l24 168q0 8-8 9l-72 6q-8 0-9-8l-17-92-17 92q-1 8-9 8l-72-6q-8-1-8-9z', p.fill)}${rect(116, 112, 168, 28, p.dark, 8)}${mirror(line('M128 150l-16 140', p.light, 7))}${line('M192 140v34M208 140v26', '#fffaf2', 4)}`,
  swimsuit: (p) =>
    `${mirror(line('M166 130q-6-50 10-72', p.main, 12))}${path('M152 124q48 50 96 0q-4 60 6 90q14 44 4 76q-44 6-58 52q-14-46-58-52q-10-32 4-76q10-30 6-90z', p.fill)}${mirror(line('M156 170q8 34-2 92', p.light, 6))}`,
  scarf: (p) =>
    `${path('M230 200l34 124-50 16-30-128z', p.dark)}${path('M96 150q0-66 104-66t104 66q0 70-104 70T96 150z', p.fill)}${oval(200, 140, 60, 26, p.deep)}${path('M150 190l60 16-30 130-56-14z', p.fill)}${repeat(5, (i) => line(`M${128 + i * 12} ${322 + i * 3}l-4 20`, p.dark, 4))}`,
  belt: (p) =>
    `${path('M82 160q118-60 236 0v56q-118-60-236 0z', p.dark)}${path('M82 160q-20 60 60 110q90 40 190 10v-46q-90 26-166-4q-60-30-84-70z', p.fill)}${`<rect x="262" y="222" width="62" height="76" rx="10" fill="none" stroke="#c8a24e" stroke-width="12"/>`}${line('M268 260h44', '#c8a24e', 9)}${repeat(4, (i) => circle(236 - i * 24, 268 - i * 4, 4, p.deep))}`,
  hat: (p) =>
    `${circle(200, 92, 28, p.light)}${path('M96 264q-4-158 104-158t104 158z', p.fill)}${rect(84, 246, 232, 66, p.dark, 20)}${repeat(9, (i) => line(`M${106 + i * 23.5} 258v42`, p.main, 5))}`,
  'sun-hat': (p) =>
    `${oval(200, 272, 156, 44, p.fill)}${path('M122 264q-4-126 78-126t78 126q-78 26-156 0z', p.fill)}${path('M121 238q79 28 158 0l-1 28q-78 26-156 0z', '#c9563e')}`,
  gloves: (p) =>
    `${path('M96 310V190q0-16 13-16t14 16v-50q0-14 13-14t14 14v-14q0-14 13-14t14 14v16q0-12 12-12t13 14v82q0 60-26 84z', p.fill)}${path('M304 310V190q0-16-13-16t-14 16v-30q0-14-12-14t-12 14v60l-22-22q-14-10-20 4l26 56q10 30 24 36z', p.dark)}${rect(92, 306, 90, 34, p.deep, 9)}${rect(226, 306, 82, 34, p.deep, 9)}`,
  romper: (p) =>
    `${mirror(path('M150 104L96 170l32 30 30-30z', p.dark))}${path('M150 102q22-18 30-16q20 16 40 0q8-2 30 16l12 130q6 60 0 108h-46l-16-60-16 60h-46q-6-48 0-108z', p.fill)}${buttons(200, [128, 160, 192, 224])}${line('M178 88q22 20 44 0', p.deep, 5)}`,
  bib: (p) =>
    `${path('M116 170q-8-86 84-96q92 10 84 96q24 60 10 110q-16 56-94 60q-78-4-94-60q-14-50 10-110z', p.fill)}${oval(200, 138, 50, 48, '#f5f1ea')}${path('M200 232q-22-26-36-6q-8 22 36 48q44-26 36-48q-14-20-36 6z', p.deep)}`,
  'dog-coat': (p) =>
    `${line('M78 190Q44 170 50 132M112 250v84M138 250v84M252 250v84M278 250v84', '#c99b6a', 24)}${rect(74, 168, 226, 92, '#c99b6a', 46)}${path('M250 190q0-90 56-92q34 0 40 30l26 12q4 26-26 28h-22q0 40-30 62z', '#c99b6a')}${path('M278 100q-34 4-30 56q26 6 42-46z', '#8a5f3a')}${circle(318, 124, 6, '#35363d')}${circle(368, 142, 8, '#35363d')}${path('M84 176q8-16 30-16h150q20 4 26 26l-2 60q-4 22-28 22H112q-30-6-34-40z', p.fill)}${path('M238 150q34-10 56 6v34q-26-10-56 2z', p.dark)}${line('M86 226q100 16 196 0', '#f6f4d2', 9)}${rect(168, 160, 22, 106, p.dark, 4)}`,
  carrier: (p) =>
    `${mirror(line('M146 120Q96 60 88 150t44 124', p.dark, 30))}${path('M128 180q-10-90 72-90t72 90z', '#8a5a3a')}${circle(200, 142, 50, '#f2cdb0')}${path('M150 138q4-54 50-54t50 54q-50-30-100 0z', '#8a5a3a')}${mirror(line('M172 148q8 8 16 0', '#5f4030', 4))}${path('M126 164q74 34 148 0l12 96q-4 74-86 78q-82-4-86-78z', p.fill)}${path('M126 164q74 34 148 0l3 30q-77 32-154 0z', p.light)}${rect(78, 262, 244, 32, p.deep, 14)}${rect(182, 258, 36, 40, '#fffaf2', 8)}`,
};
