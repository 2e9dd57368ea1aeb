import type { Paint, Shape } from './paint.ts';
import { circle, line, mirror, oval, path, rect, repeat } from './svg.ts';

const INK = '#35363d';
const STEEL = '#c9ced3';
const steam = (x: number, y: number): string =>
  line(`M${x} ${y}q-12-16 0-30t0-30M${x + 26} ${y}q-12-16 0-30t0-30`, '#ffffffaa', 6);
const cup = (x: number, y: number): string =>
  path(`M${x} ${y}h50l-6 42h-38z`, '#fffaf2') + line(`M${x + 50} ${y + 8}q20 4-4 22`, '#fffaf2', 6);
const handleOf = (p: Paint): string => (p.facts.handle === 'plastic' ? p.main : '#7a5236');

export const kitchenShapes: Record<string, Shape> = {
  'coffee-maker': (p) =>
    `${path('M104 74h192v56H190v146h106v70H104z', p.main)}${rect(104, 74, 192, 26, p.dark, 8)}${path('M204 166h92v92q0 16-16 16h-60q-16 0-16-16z', '#dbe9ec')}${path('M204 206h92v52q0 16-16 16h-60q-16 0-16-16z', '#6b4630')}${line('M298 184q30 4 26 36t-26 34', INK, 9)}${rect(214, 150, 72, 16, INK, 5)}${rect(124, 296, 48, 26, '#9fe0a7', 5)}`,
  'espresso-machine': (p) =>
    `${rect(78, 84, 244, 110, p.fill, 18)}${rect(98, 62, 204, 26, STEEL, 6)}${rect(96, 190, 92, 130, p.dark)}${rect(70, 314, 260, 32, p.deep, 10)}${circle(120, 136, 20, '#fffaf2')}${line('M120 136l8-12', INK, 4)}${rect(214, 186, 74, 22, INK, 6)}${line('M288 196h54', '#7a5236', 13)}${line('M238 208v20M262 208v20', '#6b4630', 5)}${cup(226, 270)}${circle(184, 136, 9, '#d8343f')}${circle(214, 136, 9, '#fffaf2')}${line('M306 190v70', STEEL, 7)}`,
  'moka-pot': (p) =>
    `${path('M150 96h100l14 110H136z', p.fill)}${path('M136 206h128l20 128q0 12-12 12H128q-12 0-12-12z', p.fill)}${rect(130, 200, 140, 20, p.dark, 5)}${path('M150 96l-30-8 24 44z', p.dark)}${path('M146 98q54-44 108 0z', p.dark)}${circle(200, 70, 11, INK)}${line('M258 106q66-6 58 78', INK, 15)}${line('M166 116l-10 80M168 230l-16 100M200 230v104', p.light, 5)}${steam(96, 80)}`,
  'french-press': (p) =>
    `${rect(196, 54, 8, 60, '#8d949c')}${circle(200, 54, 15, p.main)}${rect(132, 128, 136, 200, '#dbe9ec', 12)}${rect(132, 206, 136, 122, '#6b4630', 12)}${path('M124 130q76-52 152 0z', p.main)}${rect(122, 126, 156, 18, p.main, 6)}${line('M278 160q48 10 44 66t-44 66', p.main, 14)}${rect(122, 316, 156, 30, p.main, 9)}${line('M156 150v150M244 150v150', p.main, 7)}`,
  kettle: (p) =>
    `${path('M112 150q88-40 176 0l22 172q0 24-24 24H114q-24 0-24-24z', p.fill)}${path('M112 168L62 130q-8 40 40 96z', p.dark)}${line('M278 144q84-30 74 70-4 60-48 80', INK, 17)}${path('M126 146q74-50 148 0z', p.dark)}${circle(200, 108, 13, INK)}${rect(84, 322, 232, 24, p.deep, 10)}${line('M134 190l-10 104', p.light, 9)}`,
  'gooseneck-kettle': (p) =>
    `${path('M134 178h132l32 154q0 14-14 14H118q-14 0-14-14z', p.fill)}${line('M116 310Q60 290 84 210T54 120', p.main, 15)}${path('M140 178q60-36 120 0z', p.dark)}${circle(200, 146, 12, '#7a5236')}${line('M262 190q84-44 70 96', '#7a5236', 15)}${rect(96, 330, 208, 16, p.deep, 8)}${line('M156 204l-16 106', p.light, 8)}`,
  knife: (p) =>
    `<g transform="rotate(-32 200 210)">${path('M30 196h196v52q-30 6-70 0Q80 240 30 196z', '#d3d8dc')}${path('M30 196h196v18H52z', '#eef1f3')}${rect(222, 190, 18, 44, '#9aa1a8', 3)}${rect(238, 190, 134, 42, handleOf(p), 14)}${repeat(3, (i) => circle(268 + i * 36, 211, 5, '#e8dcc4'))}</g>`,
  'bread-knife': (p) =>
    `<g transform="rotate(-28 200 210)">${path(`M20 200h210v36l${repeat(14, () => '-7 8-8-8')}z`, '#d3d8dc')}${path('M20 200h210v14H20z', '#eef1f3')}${rect(226, 194, 16, 44, '#9aa1a8', 3)}${rect(240, 194, 132, 40, handleOf(p), 14)}${repeat(3, (i) => circle(268 + i * 36, 214, 5, '#e8dcc4'))}</g>`,
  'knife-block': (p) =>
    `${[
      [128, 92],
      [164, 76],
      [200, 92],
      [236, 108],
    ]
      .map(
        ([x = 0, y = 0]) =>
          `<g transform="rotate(-14 ${x} ${y})">${rect(x, y, 22, 90, INK, 8)}${circle(x + 11, y + 22, 3, '#c9ced3')}${circle(x + 11, y + 52, 3, '#c9ced3')}</g>`,
      )
      .join(
        '',
      )}${path('M120 176l164-12 36 158q2 22-20 22H154q-18 0-20-18z', handleOf(p))}${path('M120 176l164-12 6 26-164 14z', '#5f3f28')}${line('M168 230l16 90M222 226l16 92', '#5f3f28', 4)}`,
  board: (p) =>
    `${rect(66, 150, 268, 186, p.fill, 22)}${repeat(6, (i) => rect(66 + i * 45, 150, 22, 186, '#00000018'))}<circle cx="300" cy="184" r="14" fill="#f3ede3"/>${circle(150, 250, 34, '#d8463c')}${path('M150 216q-10-18-22-14M150 216q8-18 20-16', '#4d8c5a')}${path('M214 280a32 32 0 0164 0z', '#e8893a')}`,
  pan: (p) =>
    `${rect(262, 196, 130, 22, INK, 11)}${oval(160, 246, 122, 70, p.dark)}${oval(160, 232, 122, 66, p.fill)}${oval(160, 232, 98, 50, p.deep)}${path('M118 230q6-30 44-24q42 0 40 30q-14 24-48 18q-38 2-36-24z', '#fffdf6')}${circle(158, 230, 16, '#f2b13b')}`,
  casserole: (p) =>
    `${mirror(rect(50, 212, 50, 26, p.dark, 13))}${path('M78 196h244v112q0 38-38 38H116q-38 0-38-38z', p.main)}${path('M76 198q12-66 124-66t124 66z', p.dark)}${rect(70, 188, 260, 18, p.light, 9)}${rect(180, 104, 40, 32, '#c8a24e', 12)}${line('M100 226v70', p.light, 10)}`,
  pot: (p) =>
    `${mirror(line('M92 206H58v34h34', '#7d848c', 11))}${path('M88 154h224v162q0 30-30 30H118q-30 0-30-30z', p.fill)}${rect(80, 142, 240, 20, p.dark, 9)}${path('M90 142q20-34 110-34t110 34z', p.light)}${circle(200, 98, 14, INK)}${line('M116 184v120', p.light, 12)}`,
  saucepan: (p) =>
    `${line('M258 216l120-32', '#7d848c', 17)}${path('M66 184h196v118q0 36-36 36H102q-36 0-36-36z', p.fill)}${oval(164, 184, 98, 18, p.light)}${oval(164, 186, 84, 12, p.deep)}${line('M90 220v80', p.light, 10)}${steam(140, 160)}`,
  mug: (p) =>
    `${line('M270 188q72-6 66 52t-74 52', p.main, 22)}${path('M96 150h184v150q0 46-46 46h-92q-46 0-46-46z', p.fill)}${oval(188, 150, 92, 20, p.dark)}${oval(188, 152, 78, 14, '#5f3f28')}${p.facts.pattern === 'solid' || !p.facts.pattern ? line('M120 190v106', p.light, 10) : ''}${steam(170, 126)}`,
  'travel-mug': (p) =>
    `${path('M130 130h140l-18 204q-1 12-14 12h-76q-13 0-14-12z', p.main)}${rect(120, 92, 160, 44, INK, 12)}${rect(146, 72, 60, 24, '#4a4e56', 8)}${path('M136 196h128l-6 64H142z', p.light)}${line('M150 152l10 170', '#ffffff88', 7)}`,
  'wine-glass': () =>
    `${mirror(path('M86 92h96q10 100-48 112q-58-12-48-112z', '#d9ebee') + path('M84 136h100q-4 60-50 68q-46-8-50-68z', '#a83a4a') + line('M134 204v116', '#c2dade', 8) + oval(134, 330, 42, 10, '#c2dade'))}${mirror(line('M102 104q-2 40 6 60', '#ffffff', 6))}`,
  plate: (p) =>
    `${oval(200, 300, 146, 38, p.dark)}${oval(200, 284, 146, 38, p.main)}${oval(200, 262, 146, 40, p.dark)}${oval(200, 252, 146, 40, p.light)}${oval(200, 252, 96, 24, p.main)}${path('M124 196h152q-8 54-76 54t-76-54z', p.main)}${oval(200, 196, 76, 16, p.light)}${oval(200, 199, 60, 10, p.dark)}`,
  blender: (p) =>
    `${rect(148, 58, 104, 24, INK, 9)}${path('M134 80h132l-16 152H150z', '#dcecef')}${path('M140 138h120l-10 94H150z', p.main === INK ? '#c76b8f' : p.light)}${circle(180, 166, 12, '#ffffff66')}${circle(214, 190, 9, '#ffffff66')}${line('M264 104q50 6 34 94', '#c2dade', 10)}${path('M138 232h124l24 100q2 14-12 14H126q-14 0-12-14z', p.main)}${circle(200, 294, 24, '#fffaf2')}${line('M200 294l10-15', INK, 5)}`,
  toaster: (p) =>
    `${rect(118, 96, 70, 100, '#d9a05c', 16)}${rect(126, 104, 54, 90, '#f0cf97', 12)}${rect(212, 96, 70, 100, '#d9a05c', 16)}${rect(220, 104, 54, 90, '#f0cf97', 12)}${path('M66 216q0-52 56-52h156q56 0 56 52v114q0 14-14 14H80q-14 0-14-14z', p.main)}${rect(104, 166, 90, 12, INK, 6)}${rect(206, 166, 90, 12, INK, 6)}${rect(322, 220, 28, 18, INK, 6)}${circle(110, 300, 16, '#fffaf2')}${line('M92 206q4-20 30-22', p.light, 8)}`,
  'air-fryer': (p) =>
    `${path('M100 110q6-44 100-44t100 44l18 210q0 26-26 26H108q-26 0-26-26z', p.main)}${rect(92, 206, 216, 112, p.light, 18)}${rect(168, 232, 64, 62, '#c9ced3', 14)}${rect(180, 244, 40, 70, INK, 12)}${rect(142, 108, 116, 52, '#26262c', 12)}${path('M160 134h20M192 134h16M220 134h20', 'none')}${line('M162 134h22M196 134h10M218 134h22', '#f2b13b', 7)}`,
  'stand-mixer': (p) =>
    `${rect(78, 318, 250, 28, p.main, 13)}${path('M78 318V180q0-20 24-20h30v158z', p.main)}${path('M72 110q0-34 40-34h180q44 4 44 46t-44 44H112q-40 0-40-56z', p.main)}${rect(292, 96, 44, 54, STEEL, 12)}${rect(228, 160, 40, 24, p.dark, 5)}${line('M248 184v52M232 236q16 40 32 0', '#8d949c', 7)}${path('M168 212h156q-4 108-54 108h-48q-50 0-54-108z', '#dfe4e7')}${line('M90 96q10-8 30-8h130', p.light, 8)}`,
  'baby-plate': (p) =>
    `${oval(200, 272, 140, 72, p.dark)}${oval(200, 256, 140, 72, p.main)}${path('M90 256q10-52 104-54v50z', p.light)}${path('M206 202q92 4 104 54l-104-4z', p.light)}${path('M92 266q20 48 108 50t108-50z', p.light)}${circle(150, 234, 11, '#e8893a')}${circle(172, 222, 8, '#e8893a')}${circle(252, 236, 12, '#7fb069')}${path('M150 284q50 30 100 0z', '#f6e3b4')}`,
  'baby-bottle': (p) =>
    `${path('M176 96q-4-50 24-50t24 50z', '#e8c19a')}${rect(142, 92, 116, 44, p.main, 12)}${path('M146 136h108q14 20 14 44v140q0 26-26 26h-84q-26 0-26-26V180q0-24 14-44z', '#e5f0f2')}${path('M132 214h136v106q0 26-26 26h-84q-26 0-26-26z', '#fffdf6')}${repeat(5, (i) => line(`M150 ${186 + i * 26}h${i % 2 ? 16 : 28}`, p.dark, 4))}`,
};
