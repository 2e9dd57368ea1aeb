import { type ReactNode, useEffect, useState } from 'react';
import type { z } from 'zod';
import { Button } from '../ui/button.tsx';
import { fetchReport, type Report } from './fetch-report.ts';
import { Loading } from './loading.tsx';
import { usePage } from './page-context.tsx';

export interface Access {
  token: string;
  /** The token is not accepted (any more). */
  onRefused: () => void;
}

interface ReportViewProps<Value> extends Access {
  path: string;
  schema: z.ZodType<Value>;
  children: (value: Value) => ReactNode;
}

/** Loads a report and shows it, or what went wrong with a way to try again. */
export function ReportView<Value>({ path, schema, token, onRefused, children }: ReportViewProps<Value>) {
  const { words } = usePage();
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ to: string; report: Report<Value> }>();
  const asked = `${path} ${attempt}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `onRefused` is new with every drawing; `asked` says when to ask
  useEffect(() => {
    const control = new AbortController();
    fetchReport(path, { token, schema, signal: control.signal }).then(
      (report) => (report.status === 'unauthorized' ? onRefused() : setAnswer({ to: asked, report })),
      () => undefined,
    );
    return () => control.abort();
  }, [asked, token]);
  if (answer?.to !== asked || answer.report.status === 'unauthorized') return <Loading />;
  if (answer.report.status === 'ready') return children(answer.report.value);
  const { failed } = words;
  const said = answer.report.reason === 'refused' ? answer.report.message : failed[answer.report.reason];
  return (
    <div role="alert" className="flex max-w-lg flex-col items-start gap-3 rounded-card bg-surface p-6 shadow-card">
      <h2 className="text-lg font-semibold">{failed.title}</h2>
      <p className="text-sm text-muted">{said}</p>
      <Button onClick={() => setAttempt(attempt + 1)}>{words.retry}</Button>
    </div>
  );
}
