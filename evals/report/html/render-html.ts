import type { Report, SuiteReport } from '../../run/suite-report.ts';
import { formatInterval, formatValue } from '../format.ts';
import { html, Markup } from './markup.ts';
import { renderSuite } from './render-suite.ts';
import { SCRIPT, STYLE } from './style.ts';

/** The whole report as one page. */
export function renderHtml(report: Report): string {
  const ran = report.suites.filter((suite) => suite.skipped === undefined);
  const skipped = report.suites.filter((suite) => suite.skipped !== undefined);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Aisle evals</title><style>${new Markup(STYLE)}</style></head>
<body><main>
<h1>Aisle evals</h1>
<p class="dim">${report.startedAt.replace('T', ' ').slice(0, 16)} UTC · ${ran.length} suites · every figure with a bootstrap 95% interval, resampled by case</p>
<nav class="overview">${ran.map(renderTile)}</nav>
${ran.map(renderSuite)}
${skipped.length > 0 && html`<section><h2>Not run</h2><ul class="notes">${skipped.map((suite) => html`<li><b>${suite.title}</b>: ${suite.skipped}</li>`)}</ul></section>`}
</main><script>${new Markup(SCRIPT)}</script></body></html>
`.text;
}

function renderTile(suite: SuiteReport, at: number): Markup {
  const figure = suite.figures[0];
  const failed = suite.gates.filter((gate) => !gate.passed).length;
  const gate = suite.gates.length === 0 ? 'no gate' : failed > 0 ? `${failed} below gate` : 'gates passed';
  return html`<a class="tile" href="#suite-${at}"><span class="small">${suite.title}</span><b>${figure ? formatValue(figure.value) : '–'}</b>
<span class="dim small">${figure?.metric} ${figure && formatInterval(figure)}</span><br><span class="chip ${failed > 0 ? 'bad' : suite.gates.length > 0 ? 'good' : ''}">${gate}</span></a>`;
}
