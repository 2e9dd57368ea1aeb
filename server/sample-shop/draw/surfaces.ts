import type { Attributes } from '../department.ts';
import { mix } from './colours.ts';

interface Surface {
  fill: string;
  defs: string;
}

/** A pattern the shopper would name comes first, then what the material looks like; otherwise the plain colour. */
export function surfaceFor(main: string, facts: Attributes): Surface {
  const tile = patternTile(String(facts.pattern ?? ''), main) ?? materialTile(String(facts.material ?? ''), main);
  if (tile === null) return { fill: main, defs: '' };
  const base = `<rect width="${tile.size}" height="${tile.size}" fill="${main}"/>`;
  const defs = `<defs><pattern id="s" width="${tile.size}" height="${tile.size}" patternUnits="userSpaceOnUse">${base}${tile.marks}</pattern></defs>`;
  return { fill: 'url(#s)', defs };
}

interface Tile {
  size: number;
  marks: string;
}

function patternTile(pattern: string, main: string): Tile | null {
  const pale = mix(main, '#fffaf0', 0.62);
  const dark = mix(main, '#1b1a22', 0.35);
  const marks: Record<string, Tile> = {
    striped: { size: 22, marks: `<path d="M0 5h22" stroke="${pale}" stroke-width="9"/>` },
    dotted: { size: 26, marks: `<g fill="${pale}"><circle cx="7" cy="7" r="4"/><circle cx="20" cy="20" r="4"/></g>` },
    checked: { size: 32, marks: `<path d="M0 8h32M8 0v32" stroke="${pale}" stroke-width="13" opacity=".5"/>` },
    floral: {
      size: 46,
      marks: `<g fill="${pale}"><circle cx="12" cy="8" r="4"/><circle cx="8" cy="14" r="4"/><circle cx="16" cy="14" r="4"/><circle cx="34" cy="31" r="4"/><circle cx="30" cy="37" r="4"/><circle cx="38" cy="37" r="4"/></g><path d="M22 36l6 6M36 12l5-4" stroke="${dark}" stroke-width="2.5"/>`,
    },
    geometric: { size: 36, marks: `<path d="M0 18L18 0l18 18-18 18z" fill="none" stroke="${pale}" stroke-width="4"/>` },
    quilted: { size: 34, marks: `<path d="M0 0l34 34M34 0L0 34" stroke="${dark}" stroke-width="1.6" opacity=".6"/>` },
    camouflage: {
      size: 60,
      marks: `<path d="M4 10q16-12 24 2t-8 16-16-18M36 40q14-8 18 4t-14 10-4-14" fill="${dark}"/>`,
    },
    animals: {
      size: 48,
      marks: `<g fill="${pale}"><circle cx="14" cy="14" r="6"/><circle cx="9" cy="8" r="2.6"/><circle cx="19" cy="8" r="2.6"/><circle cx="36" cy="38" r="6"/><circle cx="31" cy="32" r="2.6"/><circle cx="41" cy="32" r="2.6"/></g>`,
    },
    stars: {
      size: 44,
      marks: `<path d="M14 6l3 6 6 1-4 4 1 6-6-3-6 3 1-6-4-4 6-1zM34 28l2 4 5 1-4 3 1 5-4-2-4 2 1-5-4-3 5-1z" fill="${pale}"/>`,
    },
    leaves: { size: 44, marks: `<path d="M6 18q2-14 16-14 0 14-16 14M24 40q2-14 16-14 0 14-16 14" fill="${pale}"/>` },
    marbled: {
      size: 90,
      marks: `<path d="M0 20q30 14 44-6t46 10M0 70q24-20 50-4t40-8" fill="none" stroke="${dark}" stroke-width="2" opacity=".5"/>`,
    },
  };
  return marks[pattern] ?? null;
}

function materialTile(material: string, main: string): Tile | null {
  const dark = mix(main, '#1b1a22', 0.16);
  const pale = mix(main, '#ffffff', 0.3);
  if (/oak|walnut|pine|beech|acacia|mango|bamboo|wood|rubberwood/.test(material))
    return {
      size: 80,
      marks: `<path d="M0 12q20-6 40 0t40 0M0 34q20 7 40 0t40 0M0 58q30-8 80 0M10 72h40" fill="none" stroke="${dark}" stroke-width="2"/>`,
    };
  if (/knit|wool|cashmere|fleece|sherpa/.test(material))
    return { size: 14, marks: `<path d="M0 3l7 7 7-7" fill="none" stroke="${dark}" stroke-width="2"/>` };
  if (/linen|cotton|canvas|jute|boucle|hemp/.test(material))
    return { size: 8, marks: `<path d="M0 2h8M2 0v8" stroke="${dark}" stroke-width=".9" opacity=".7"/>` };
  if (/leather|silk|satin|velvet/.test(material))
    return { size: 120, marks: `<path d="M-20 70L70-20h26L-20 96z" fill="${pale}" opacity=".45"/>` };
  if (/rattan|wicker|seagrass|straw/.test(material))
    return { size: 16, marks: `<path d="M0 0l16 16M16 0L0 16" stroke="${dark}" stroke-width="2.4"/>` };
  if (/steel|alumin|metal|glass|chrome/.test(material))
    return { size: 160, marks: `<path d="M30 0h26L0 90V44z" fill="#fff" opacity=".35"/>` };
  return null;
}
