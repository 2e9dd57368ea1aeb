import type { Paint, Shape } from './paint.ts';
import { circle, line, path, rect, repeat } from './svg.ts';

const INK = '#35363d';
/** A small landscape for every screen; the hills take the item's own colour. */
const view = (p: Paint, x: number, y: number, width: number, height: number): string =>
  rect(x, y, width, height, '#bfe0e8', 4) +
  circle(x + width * 0.72, y + height * 0.3, Math.min(width, height) * 0.13, '#f8d76b') +
  path(
    `M${x} ${y + height}v-${height * 0.34}q${width * 0.25}-${height * 0.28} ${width * 0.5} 0t${width * 0.5}-${height * 0.1}v${height * 0.44}z`,
    p.main === '#35363d' ? '#5f8f7d' : p.main,
  );
const tiles = (p: Paint, x: number, y: number): string =>
  repeat(6, (i) =>
    rect(x + (i % 3) * 32, y + Math.floor(i / 3) * 34, 22, 22, [p.accent, '#fffaf2', p.light][i % 3] ?? '#fff', 6),
  );

export const screenShapes: Record<string, Shape> = {
  phone: (p) =>
    `${rect(176, 66, 120, 264, p.main, 22)}${rect(188, 80, 58, 82, p.dark, 16)}${circle(205, 100, 12, INK)}${circle(229, 100, 12, INK)}${circle(205, 136, 12, INK)}${circle(229, 136, 7, '#fff3cd')}${rect(104, 80, 126, 266, INK, 22)}${rect(112, 88, 110, 250, '#dbeef2', 15)}${view(p, 112, 120, 110, 120)}${tiles(p, 122, 262)}${rect(150, 94, 34, 9, INK, 4)}`,
  'button-phone': (p) =>
    `${rect(136, 66, 128, 280, p.main, 26)}${rect(152, 86, 96, 92, INK, 8)}${rect(158, 92, 84, 80, '#cfe8c9', 4)}${line('M172 114h56M172 132h40M172 150h50', INK, 6)}${repeat(12, (i) => rect(154 + (i % 3) * 34, 196 + Math.floor(i / 3) * 34, 26, 24, '#fffaf2', 7))}`,
  'phone-case': (p) =>
    `${p.facts.colour === 'transparent' ? rect(126, 66, 148, 280, '#a9b3bd', 28) : ''}${rect(120, 60, 160, 286, p.facts.colour === 'transparent' ? '#d5e6eacc' : p.fill, 32)}${rect(136, 78, 64, 92, p.deep, 20)}${circle(156, 102, 12, INK)}${circle(182, 102, 12, INK)}${circle(156, 142, 12, INK)}${p.facts['card slot'] ? rect(150, 230, 100, 68, p.dark, 8) + rect(158, 222, 84, 40, '#fffaf2', 5) : ''}${line('M132 120v190', p.light, 5)}`,
  'power-bank': (p) =>
    `${rect(118, 96, 164, 250, p.main, 30)}${rect(118, 96, 164, 54, p.dark, 28)}${path('M210 182l-46 66h34l-10 54 48-70h-34z', '#f8d76b')}${repeat(4, (i) => circle(164 + i * 24, 326, 5, i < 3 ? '#9fe0a7' : '#ffffff66'))}${rect(182, 104, 36, 11, INK, 5)}`,
  'charging-pad': (p) =>
    `${path('M286 300q80-10 70-90', 'none')}${line('M290 300q70 6 74 40', '#b7bcc2', 8)}<ellipse cx="200" cy="296" rx="122" ry="42" fill="${p.dark}"/><ellipse cx="200" cy="282" rx="122" ry="42" fill="${p.light}"/><ellipse cx="200" cy="282" rx="76" ry="25" fill="none" stroke="#7fb4c6" stroke-width="6"/>${path('M212 96l-50 70h36l-12 56 54-74h-38z', '#f2b13b')}`,
  charger: (p) =>
    `${rect(122, 128, 156, 176, p.main, 26)}${rect(122, 128, 156, 60, p.light, 26)}${rect(160, 86, 14, 46, '#8d949c', 4)}${rect(226, 86, 14, 46, '#8d949c', 4)}${rect(164, 232, 72, 15, INK, 7)}${rect(164, 262, 72, 15, INK, 7)}${line('M200 304v22q0 20 40 20', '#b7bcc2', 8)}`,
  laptop: (p) =>
    `${rect(86, 120, 228, 160, p.dark, 12)}${rect(96, 130, 208, 138, INK, 6)}${view(p, 102, 136, 196, 126)}${path('M58 284h284l16 44q2 14-14 14H56q-16 0-14-14z', p.main)}${path('M88 292h224l6 24H82z', p.deep)}${rect(168, 322, 64, 14, p.light, 5)}`,
  tablet: (p) =>
    `${rect(96, 66, 208, 280, p.main, 22)}${rect(106, 76, 188, 260, INK, 14)}${view(p, 116, 88, 168, 150)}${tiles(p, 152, 262)}${p.facts['stylus included'] ? line('M330 90v210', '#fffaf2', 11) + path('M324 300h12l-6 20z', INK) : ''}`,
  'e-reader': (p) =>
    `${rect(106, 66, 188, 280, p.main, 18)}${rect(124, 86, 152, 214, '#f1ede2', 4)}${repeat(10, (i) => rect(140, 108 + i * 18, i % 4 === 3 ? 70 : 120, 6, '#6d6a63', 2))}${circle(200, 322, 10, p.dark)}`,
  'tablet-stand': (p) =>
    `${rect(112, 98, 176, 130, INK, 12)}${view(p, 122, 108, 156, 110)}${path('M176 196h48l26 130h-100z', p.fill)}${rect(98, 224, 204, 17, p.dark, 7)}${rect(112, 322, 176, 22, p.fill, 10)}`,
  'laptop-stand': (p) =>
    `${rect(110, 92, 180, 118, '#5a5f68', 8)}${view(p, 118, 100, 164, 100)}${path('M84 212h232l10 16H74z', '#8d949c')}${line('M96 234l44 100M304 234l-44 100', p.main, 14)}${rect(84, 228, 232, 14, p.fill, 6)}${rect(110, 330, 180, 16, p.dark, 8)}`,
  tv: (p) =>
    `${line('M130 300l-26 44M270 300l26 44', '#5a5f68', 10)}${rect(44, 112, 312, 192, p.main, 10)}${view(p, 54, 122, 292, 168)}${rect(190, 294, 20, 6, '#d8343f', 3)}`,
  'tv-mount': (p) =>
    `${rect(78, 100, 244, 150, '#c9d3d8', 8)}${rect(86, 108, 228, 134, '#b4c0c7', 5)}${rect(70, 160, 260, 18, p.main, 5)}${rect(70, 206, 260, 18, p.main, 5)}${rect(126, 84, 24, 218, p.dark, 6)}${rect(250, 84, 24, 218, p.dark, 6)}${repeat(4, (i) => circle(138, 104 + i * 54, 5, '#e4e6e8') + circle(262, 104 + i * 54, 5, '#e4e6e8'))}`,
  'tv-mount-arm': (p) =>
    `${rect(60, 100, 44, 200, p.main, 8)}${circle(82, 130, 6, '#e4e6e8')}${circle(82, 270, 6, '#e4e6e8')}${line('M90 200l78-56 78 76', p.dark, 22)}${circle(168, 144, 15, '#8d949c')}${circle(248, 220, 15, '#8d949c')}${rect(256, 96, 26, 214, p.main, 6)}${rect(282, 78, 24, 250, '#c9d3d8', 6)}${rect(302, 78, 18, 250, '#7fb4c6', 4)}`,
  smartwatch: (p) =>
    `${path('M154 60h92l10 80H144zM144 268h112l-10 82h-92z', p.main)}${rect(116, 122, 168, 164, '#4a4e56', 42)}${rect(130, 136, 140, 136, '#1f2026', 32)}<circle cx="200" cy="204" r="46" fill="none" stroke="#3c3e47" stroke-width="12"/><path d="M200 158a46 46 0 1 1-46 46" fill="none" stroke="${p.light}" stroke-width="12" stroke-linecap="round"/>${path('M200 192q-10-14-18-2q-4 12 18 28q22-16 18-28q-8-12-18 2z', '#f0785f')}${rect(284, 182, 11, 34, '#4a4e56', 5)}`,
  'fitness-band': (p) =>
    `${path('M158 54h84l4 292h-92z', p.main)}${rect(146, 110, 108, 180, '#1f2026', 34)}${line('M166 212h16l10-30 18 54 12-24h14', p.light, 6)}${rect(172, 146, 56, 12, '#fffaf2', 5)}${rect(172, 254, 36, 10, p.accent, 5)}${repeat(3, (i) => circle(200, 312 + i * 13, 4, p.deep))}`,
  watch: (p) =>
    `${path('M164 50h72l10 90H154zM154 264h92l-10 86h-72z', p.main)}${rect(168, 56, 6, 84, p.light)}${circle(200, 202, 92, '#c8a24e')}${circle(200, 202, 78, '#fffaf2')}${repeat(12, (i) => `<rect x="198" y="132" width="4" height="${i % 3 ? 8 : 14}" fill="#35363d" transform="rotate(${i * 30} 200 202)"/>`)}${line('M200 202v-46M200 202l30 20', INK, 6)}${rect(290, 192, 14, 20, '#c8a24e', 4)}`,
  camera: (p) =>
    `${rect(146, 100, 108, 50, p.dark, 12)}${rect(60, 132, 280, 190, p.main, 22)}${rect(60, 186, 280, 86, '#4a4038')}${circle(200, 228, 84, '#26262c')}${circle(200, 228, 66, '#4a4e56')}${circle(200, 228, 46, '#2b4a63')}${circle(182, 210, 14, '#bfe0e8')}${rect(82, 114, 44, 22, p.deep, 6)}${rect(284, 148, 36, 22, '#fff3cd', 5)}`,
  'action-camera': (p) =>
    `${rect(84, 120, 232, 190, p.main, 28)}${circle(244, 202, 62, '#26262c')}${circle(244, 202, 44, '#2b4a63')}${circle(230, 188, 13, '#bfe0e8')}${rect(106, 146, 58, 44, '#26262c', 8)}${rect(114, 154, 42, 28, '#9fe0a7', 3)}${rect(130, 108, 46, 16, '#d8343f', 7)}${rect(168, 310, 64, 34, '#4a4e56', 8)}`,
  'instant-camera': (p) =>
    `${path('M76 170q4-60 60-62h128q56 2 60 62v120H76z', p.main)}${rect(76, 250, 248, 40, p.dark, 8)}${circle(200, 190, 64, '#fffaf2')}${circle(200, 190, 46, '#26262c')}${circle(186, 176, 12, '#bfe0e8')}${rect(102, 128, 40, 28, '#fff3cd', 7)}${circle(292, 146, 13, '#d8343f')}${rect(126, 282, 148, 62, '#fffaf2', 4)}${view(p, 138, 290, 124, 42)}`,
};
