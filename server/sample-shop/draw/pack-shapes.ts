import type { Paint, Shape } from './paint.ts';
import { circle, line, oval, path, rect, repeat } from './svg.ts';

const PAPER = '#fffaf2';
const INK = '#4b443c';
const leaf = (x: number, y: number): string =>
  path(`M${x} ${y}q0-28 34-30q2 30-34 30z`, '#5d8a57') + line(`M${x - 6} ${y + 8}l20-22`, '#3f6b43', 3);
/** A leaf for organic, so that the pack says what the record says. */
const seal = (p: Paint, x: number, y: number): string =>
  p.facts.organic === true ? circle(x, y, 21, PAPER) + leaf(x - 12, y + 12) : '';
const label = (p: Paint, x: number, y: number, width: number, height: number): string =>
  rect(x, y, width, height, PAPER, 8) +
  line(`M${x + width * 0.2} ${y + height * 0.3}h${width * 0.6}`, p.deep, 7) +
  line(`M${x + width * 0.3} ${y + height * 0.52}h${width * 0.4}`, p.dark, 4);
const paw = (x: number, y: number, fill: string): string =>
  oval(x, y + 12, 25, 20, fill) +
  oval(x - 27, y - 10, 9, 13, fill) +
  oval(x - 10, y - 24, 9, 13, fill) +
  oval(x + 10, y - 24, 9, 13, fill) +
  oval(x + 27, y - 10, 9, 13, fill);

export const packShapes: Record<string, Shape> = {
  box: (p) =>
    `${rect(96, 140, 208, 206, p.fill, 8)}${path('M96 148l28-40h152l28 40z', p.light)}${rect(184, 108, 32, 238, p.dark)}`,
  packet: (p) =>
    `${path('M112 96l12-10h152l12 10v236q0 14-14 14H126q-14 0-14-14z', p.main)}${path('M112 96l12-20h152l12 20-10 16H122z', p.dark)}${label(p, 134, 140, 132, 88)}${path('M150 306q50-66 100 0z', p.light)}${repeat(3, (i) => oval(172 + i * 28, 282, 9, 17, p.accent))}${seal(p, 256, 250)}`,
  jar: (p) =>
    `${rect(130, 84, 140, 44, p.dark, 10)}${path('M120 126h160q14 12 14 34v156q0 30-30 30H136q-30 0-30-30V160q0-22 14-34z', p.main)}${label(p, 106, 186, 188, 96)}${line('M126 142v30', '#ffffff88', 8)}${seal(p, 262, 300)}`,
  'honey-jar': (p) =>
    `${rect(128, 90, 144, 38, '#7a5236', 10)}${path('M118 128h164q30 40 30 100t-30 118H118q-30-58-30-118t30-100z', p.main)}${path('M200 184l42 24v48l-42 24-42-24v-48z', PAPER)}${circle(200, 232, 15, '#f2b13b')}${line('M194 222v20M206 222v20', INK, 5)}${line('M112 190q-6 40 4 90', '#ffffff88', 9)}`,
  carton: (p) =>
    `${path('M118 150l30-66h104l30 66v182q0 14-14 14H132q-14 0-14-14z', p.main)}${path('M118 150l30-66h104l30 66z', p.light)}${rect(148, 66, 104, 24, p.dark, 4)}${circle(236, 122, 15, PAPER)}${label(p, 136, 178, 128, 78)}${path('M150 332q10-50 50-50t50 50z', p.accent)}${seal(p, 256, 276)}`,
  chocolate: (p) =>
    `<g transform="rotate(-8 200 210)">${rect(104, 76, 192, 270, '#5a3524', 8)}${repeat(8, (i) => rect(114 + (i % 4) * 45, 86 + Math.floor(i / 4) * 46, 38, 38, '#6f4530', 5))}${rect(98, 178, 204, 172, p.main, 6)}${path('M98 178l17-12 17 12 17-12 17 12 17-12 17 12 17-12 17 12 17-12 17 12 17-12 17 12v12H98z', '#e4e6e8')}${label(p, 126, 218, 148, 84)}${seal(p, 276, 320)}</g>`,
  cookies: (p) =>
    `${rect(88, 126, 224, 170, p.main, 14)}${label(p, 116, 148, 168, 80)}${rect(88, 240, 224, 12, p.dark)}${[
      [140, 304],
      [206, 312],
      [270, 300],
    ]
      .map(
        ([x = 0, y = 0]) =>
          circle(x, y, 40, '#d9a05c') +
          circle(x - 12, y - 10, 6, '#6b4226') +
          circle(x + 14, y + 2, 6, '#6b4226') +
          circle(x - 4, y + 16, 6, '#6b4226'),
      )
      .join('')}${seal(p, 292, 150)}`,
  crisps: (p) =>
    `${path('M106 82h188l-8 22q26 110 0 222l8 20H106l8-20q-26-112 0-222z', p.main)}${rect(106, 82, 188, 16, p.dark)}${rect(106, 330, 188, 16, p.dark)}${circle(200, 180, 58, PAPER)}${line('M164 172h72M178 194h44', p.deep, 7)}${oval(168, 282, 34, 18, '#f3d06b')}${oval(222, 270, 34, 18, '#efc15a')}${oval(206, 300, 34, 17, '#f7dc86')}${seal(p, 262, 226)}`,
  'coffee-bag': (p) =>
    `${path('M118 110h164l10 222q0 14-14 14H122q-14 0-14-14z', p.main)}${path('M118 110l10-36h144l10 36z', p.dark)}${rect(128, 74, 144, 14, p.deep)}${rect(136, 164, 128, 112, PAPER, 8)}${[
      [174, 208],
      [226, 208],
      [200, 244],
    ]
      .map(([x = 0, y = 0]) => oval(x, y, 18, 24, '#6b4226') + line(`M${x - 4} ${y - 18}q12 18 0 36`, '#3f2616', 4))
      .join('')}${seal(p, 266, 306)}`,
  'tea-box': (p) =>
    `${path('M92 170l30-30h186v190l-28 16H92z', p.dark)}${rect(92, 170, 188, 176, p.main, 4)}${label(p, 114, 196, 144, 66)}${path('M160 332q26-54 52 0z', p.accent)}${line('M246 170q30-60 60-40', PAPER, 4)}${rect(292, 112, 40, 40, p.accent, 5)}${leaf(300, 144)}${seal(p, 250, 300)}`,
  'oil-bottle': (p) =>
    `${rect(178, 54, 44, 40, '#3a322b', 6)}${path('M180 92h40v46q44 24 44 70v112q0 26-26 26h-76q-26 0-26-26V208q0-46 44-70z', p.main)}${label(p, 136, 224, 128, 88)}${line('M154 196q4-24 24-36', p.light, 8)}${seal(p, 250, 196)}`,
  'pet-food': (p) =>
    `${path('M100 80h200l-10 26q24 110 6 224l6 16H98l6-16q-18-114 6-224z', p.main)}${rect(100, 76, 200, 20, p.dark, 4)}${circle(200, 196, 64, PAPER)}${paw(200, 200, p.deep)}${rect(126, 284, 148, 34, PAPER, 8)}${line('M146 301h108', p.dark, 6)}`,
  'seed-packet': (p) =>
    `${rect(110, 74, 180, 272, '#fbf4e4', 6)}${rect(110, 74, 180, 52, p.main, 6)}${line('M138 100h124', PAPER, 8)}${line('M200 316V220M200 290q-34-4-44-34M200 276q34-4 44-34', '#5d8a57', 7)}${repeat(6, (i) => `<ellipse cx="200" cy="178" rx="13" ry="23" fill="${p.main}" transform="rotate(${i * 60} 200 200)"/>`)}${circle(200, 200, 15, '#f3d06b')}`,
  'cream-jar': (p) =>
    `${rect(104, 136, 192, 70, p.light, 14)}${rect(104, 190, 192, 16, p.dark)}${path('M96 206h208v90q0 50-50 50H146q-50 0-50-50z', p.main)}${label(p, 132, 232, 136, 74)}${line('M122 150v34', '#ffffff', 7)}`,
  dropper: (p) =>
    `${rect(176, 52, 48, 66, INK, 22)}${rect(164, 110, 72, 36, '#c8a24e', 6)}${path('M150 146h100q24 16 24 46v130q0 24-24 24H150q-24 0-24-24V192q0-30 24-46z', p.main)}${label(p, 142, 214, 116, 96)}${line('M146 174q-6 10-6 30', p.light, 8)}`,
  tube: (p) =>
    `${path('M128 70h144l-20 222H148z', p.main)}${rect(124, 62, 152, 20, p.dark, 4)}${rect(150, 290, 100, 56, PAPER, 10)}${path('M146 120h108l-8 104h-92z', PAPER)}${circle(200, 160, 22, p.accent)}${line('M172 202h56', p.deep, 6)}`,
  'pump-bottle': (p) =>
    `${line('M200 100V70h-54q-12 0-12 12', INK, 12)}${rect(170, 92, 60, 36, INK, 8)}${path('M130 128h140q22 12 22 40v150q0 28-28 28H136q-28 0-28-28V168q0-28 22-40z', p.main)}${label(p, 132, 190, 136, 100)}${line('M128 162v16', '#ffffff', 8)}`,
  perfume: (p) =>
    `${rect(168, 64, 64, 62, '#c8a24e', 10)}${rect(180, 122, 40, 22, '#e6cf92')}${rect(108, 140, 184, 206, p.light, 24)}${path('M122 210q78 24 156 0v98q0 24-24 24H146q-24 0-24-24z', p.main)}${rect(152, 226, 96, 60, PAPER, 6)}${line('M168 248h64M180 266h40', p.deep, 5)}${line('M130 168v24', '#ffffff', 9)}`,
  'nail-polish': (p) =>
    `${path('M172 54h56l8 142h-72z', INK)}${rect(180, 66, 9, 120, '#6d6a70', 4)}${path('M144 200h112q28 14 28 46v72q0 28-28 28H144q-28 0-28-28v-72q0-32 28-46z', p.main)}${path('M136 240q2-22 18-26', 'none')}${line('M138 250q2-22 18-26', '#ffffffaa', 10)}`,
};
