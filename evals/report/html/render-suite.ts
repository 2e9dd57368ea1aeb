import { basename } from 'node:path';
import { lowerIsBetter } from '../../metrics/unit.ts';
import { tabulateModels } from '../../model/model-report.ts';
import type { FigureRow, GroupReport, SuiteReport } from '../../run/suite-report.ts';
import { findFigure, formatInterval, formatSigned, formatValue, isClear } from '../format.ts';
import { drawBar, drawDrop, drawTurns } from './charts.ts';
import { html, type Markup } from './markup.ts';
import { renderFailures } from './render-failures.ts';

/** Figures of a tag table; the rest is in the JSON. */
const TAG_FIGURES = 4;
/** Figures that say nothing about a single tag. */
const WHOLE_RUN = new Set(['errors', 'conversation']);

export function renderSuite(suite: SuiteReport, at: number): Markup {
  return html`<section id="suite-${at}">
<div class="head"><h2>${suite.title}</h2><span class="chip">${suite.kind}</span>
<span class="dim small">${suite.cases} cases · ${basename(suite.catalog ?? '')} · ${suite.items.toLocaleString('en')} items · ${suite.seconds.toFixed(1)} s</span></div>
${suite.description && html`<p class="dim">${suite.description}</p>`}
${suite.gates.length > 0 && html`<p>${suite.gates.map((gate) => html`<span class="chip ${gate.passed ? 'good' : 'bad'}">${gate.passed ? '✓' : '✗'} ${gate.line}</span> `)}</p>`}
<h3>Figures</h3>
${renderFigures(suite)}
${renderModels(suite)}
${suite.turns.length > 1 && html`<h3>By turn</h3>${renderTurns(suite)}`}
${suite.tags.length > 0 && html`<h3>By tag</h3>${renderTags(suite)}`}
${suite.notes.length + suite.problems.length > 0 && html`<h3>Notes</h3><ul class="notes">${[...suite.notes, ...suite.problems.map((line) => `broken line, counted as failed: ${line}`)].map((line) => html`<li>${line}</li>`)}</ul>`}
${suite.failures.length > 0 && renderFailures(suite)}
</section>`;
}

function renderFigures(suite: SuiteReport): Markup {
  const reach = Math.max(
    0.05,
    ...suite.figures.filter(isDrop).flatMap((figure) => [Math.abs(figure.low), Math.abs(figure.high)]),
  );
  const hasBaseline = suite.figures.some((figure) => figure.baseline !== undefined);
  return html`<div class="scroll"><table>
<tr><th>figure</th><th class="chart"></th><th>${suite.arm}</th><th>95% interval</th>${hasBaseline && html`<th>baseline</th><th>change</th>`}${suite.arms.map((arm) => html`<th>${arm.name}</th>`)}<th>n</th></tr>
${suite.figures.map(
  (
    figure,
  ) => html`<tr><td>${figure.metric}</td><td class="chart">${isDrop(figure) ? drawDrop(figure, reach) : drawBar(figure, marksOf(suite, figure))}</td>
<td><b>${isDrop(figure) ? formatSigned(figure.value) : formatValue(figure.value)}</b></td><td class="dim">${formatInterval(figure)}</td>${hasBaseline && renderChange(figure)}
${suite.arms.map((arm) => html`<td>${formatValue(findFigure(arm.figures, figure.metric)?.value ?? Number.NaN)}</td>`)}<td class="dim">${figure.count}</td></tr>`,
)}
</table></div>
<div class="legend"><span><i class="swatch-fill"></i>${suite.arm}, with its 95% interval</span>${suite.arms.length > 0 && html`<span><i class="swatch-arm"></i>${suite.arms.map((arm) => arm.name).join(', ')}</span>`}
${hasBaseline && html`<span><i class="swatch-baseline"></i>accepted baseline</span>`}</div>`;
}

/** Who asked a language model how often, and what it took. */
function renderModels({ arm, model, arms }: SuiteReport): Markup | false {
  const [head, ...rows] = tabulateModels([{ name: arm, model }, ...arms]);
  if (!head) return false;
  return html`<h3>Language model</h3><div class="scroll"><table><tr>${head.map((cell) => html`<th>${cell}</th>`)}</tr>
${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</table></div>`;
}

const isDrop = (figure: FigureRow): boolean => figure.metric.startsWith('drop:');

const marksOf = (suite: SuiteReport, figure: FigureRow) => ({
  baseline: figure.baseline,
  arms: suite.arms.flatMap((arm) => {
    const other = findFigure(arm.figures, figure.metric);
    return other ? [{ label: arm.name, value: other.value }] : [];
  }),
});

function renderChange({ metric, baseline, change }: FigureRow): Markup {
  const isGood = change !== undefined && change.delta > 0 !== lowerIsBetter(metric);
  const tone = change && isClear(change) ? (isGood ? 'clear-good' : 'clear-bad') : 'dim';
  const hint = change ? `${formatInterval(change)} over ${change.cases} cases, paired` : '';
  return html`<td>${baseline === undefined ? '' : formatValue(baseline)}</td><td class="${tone}" title="${hint}">${change ? formatSigned(change.delta) : ''}</td>`;
}

function renderTurns(suite: SuiteReport): Markup {
  const metric = suite.figures[0]?.metric ?? '';
  return html`<p class="dim small">${metric}</p>${drawTurns(suite.turns.flatMap((turn) => findFigure(turn.figures, metric) ?? []))}`;
}

function renderTags(suite: SuiteReport): Markup {
  const metrics = suite.figures
    .map((figure) => figure.metric)
    .filter((metric) => !WHOLE_RUN.has(metric) && suite.tags.some((tag) => findFigure(tag.figures, metric)));
  const shown = metrics.slice(0, TAG_FIGURES);
  return html`<div class="scroll"><table><tr><th>tag</th><th class="chart"></th>${shown.map((metric) => html`<th>${metric}</th>`)}<th>n</th></tr>
${suite.tags.map((tag) => renderTag(tag, shown))}</table></div>`;
}

function renderTag(tag: GroupReport, metrics: string[]): Markup {
  const first = findFigure(tag.figures, metrics[0] ?? '');
  return html`<tr><td>${tag.name}</td><td class="chart">${first && drawBar(first)}</td>${metrics.map((metric) => html`<td>${formatValue(findFigure(tag.figures, metric)?.value ?? Number.NaN)}</td>`)}<td class="dim">${first?.count ?? ''}</td></tr>`;
}
