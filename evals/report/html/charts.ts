import type { Figure } from '../../metrics/figure.ts';
import { lowerIsBetter } from '../../metrics/unit.ts';
import { formatInterval, formatSigned, formatValue } from '../format.ts';
import { html, type Markup } from './markup.ts';

const WIDTH = 320;
const HEIGHT = 26;
const MIDDLE = HEIGHT / 2;

/** Where on the track a share between 0 and 1 lies, in SVG units. */
const at = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * WIDTH * 10) / 10;

export interface Mark {
  label: string;
  value: number;
}

/** One figure as a bar with its interval; a tick for the accepted baseline, a dot for each other arm. */
export function drawBar(figure: Figure, { baseline, arms = [] }: { baseline?: number; arms?: Mark[] } = {}): Markup {
  const label = `${figure.metric} ${formatValue(figure.value)}, interval ${formatInterval(figure)}`;
  return html`<svg class="bar" viewBox="-6 0 ${WIDTH + 12} ${HEIGHT}" role="img" aria-label="${label}">
<rect class="track" x="0" y="${MIDDLE - 6}" width="${WIDTH}" height="12" rx="6"/>
<rect class="${lowerIsBetter(figure.metric) ? 'fill bad' : 'fill'}" x="0" y="${MIDDLE - 6}" width="${Math.max(at(figure.value), 3)}" height="12" rx="6"><title>${label}</title></rect>
<path class="whisker" d="M${at(figure.low)} ${MIDDLE}H${at(figure.high)}M${at(figure.low)} ${MIDDLE - 4}v8M${at(figure.high)} ${MIDDLE - 4}v8"/>
${baseline !== undefined && html`<path class="baseline" d="M${at(baseline)} 1V${HEIGHT - 1}"><title>baseline ${formatValue(baseline)}</title></path>`}
${arms.map((arm) => html`<circle class="arm" cx="${at(arm.value)}" cy="${MIDDLE}" r="5"><title>${arm.label} ${formatValue(arm.value)}</title></circle>`)}
</svg>`;
}

/** A drop around 0: to the right is worse. The scale is shared by all drops of a suite. */
export function drawDrop(figure: Figure, reach: number): Markup {
  const place = (value: number): number => at(0.5 + value / (2 * reach));
  const [from, to] = [place(0), place(figure.value)];
  const label = `${figure.metric} ${formatSigned(figure.value)}, interval ${formatInterval(figure)}`;
  return html`<svg class="bar" viewBox="-6 0 ${WIDTH + 12} ${HEIGHT}" role="img" aria-label="${label}">
<rect class="track" x="0" y="${MIDDLE - 6}" width="${WIDTH}" height="12" rx="6"/>
<rect class="${figure.value > 0 ? 'fill bad' : 'fill'}" x="${Math.min(from, to)}" y="${MIDDLE - 6}" width="${Math.max(Math.abs(to - from), 2)}" height="12"><title>${label}</title></rect>
<path class="zero" d="M${from} 2V${HEIGHT - 2}"/>
<path class="whisker" d="M${place(figure.low)} ${MIDDLE}H${place(figure.high)}M${place(figure.low)} ${MIDDLE - 4}v8M${place(figure.high)} ${MIDDLE - 4}v8"/>
</svg>`;
}

/** A figure over the turns of the conversations: what is lost on the way. */
export function drawTurns(figures: Figure[]): Markup {
  const [width, height, left, bottom] = [560, 180, 40, 24];
  const x = (index: number): number => left + ((index + 0.5) * (width - left)) / figures.length;
  const y = (value: number): number => 8 + (1 - value) * (height - bottom - 8);
  const line = figures
    .map((figure, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(figure.value).toFixed(1)}`)
    .join('');
  return html`<svg class="turns" viewBox="0 0 ${width} ${height}" role="img" aria-label="by turn">
${[0, 0.25, 0.5, 0.75, 1].map((value) => html`<path class="grid" d="M${left} ${y(value)}H${width}"/><text x="${left - 8}" y="${y(value) + 4}" text-anchor="end">${value}</text>`)}
${figures.map((figure, index) => html`<path class="whisker" d="M${x(index)} ${y(figure.low)}V${y(figure.high)}"/>`)}
<path class="line" d="${line}"/>
${figures.map((figure, index) => html`<circle class="dot" cx="${x(index)}" cy="${y(figure.value)}" r="5"><title>turn ${index + 1}: ${formatValue(figure.value)} (${figure.count} turns)</title></circle><text x="${x(index)}" y="${height - 6}" text-anchor="middle">${index + 1}</text>`)}
</svg>`;
}
