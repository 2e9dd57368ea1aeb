import type { TurnTraceView } from '../../../server/contract/trace.ts';
import { describeEdit } from '../../constraints/describe-constraint.ts';
import { FactList } from '../fact-list.tsx';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';
import { withLanguage } from '../with-language.ts';

export function TurnFacts({ trace }: { trace: TurnTraceView }) {
  const { words, strings, format } = usePage();
  const { request, status, errorCode, act, source, turnBefore, degraded, answer, focus } = trace;
  const known = Object.fromEntries(trace.constraints.map(({ constraint }) => [constraint.id, constraint]));
  const ended = words.turn.statuses[status];
  return (
    <Section heading={words.turn.about}>
      <p className="text-lg break-words">
        {request.text === undefined ? words.turn.byHand : words.turn.said(request.text)}
        {request.edit && `: ${describeEdit(request.edit, known, { strings, format, currency: trace.currency })}`}
      </p>
      <FactList
        facts={[
          [words.turn.started, format.dateTime(trace.startedAt)],
          [words.turn.status, errorCode === undefined ? ended : `${ended}: ${errorCode}`],
          [words.turn.act, act && `${words.acts.names[act]} (${act})`],
          [words.turn.source, source && words.turn.sources[source]],
          [words.turn.limit, format.number(request.limit)],
          [words.turn.focus, focus.length > 0 ? focus.join(', ') : undefined],
          [words.turn.degraded, degraded.length > 0 ? format.list(degraded) : undefined],
          [words.turn.attempts, trace.attempts > 1 ? format.number(trace.attempts) : undefined],
          [words.turn.session, <code key="session">{trace.sessionId}</code>],
          [
            words.turn.before,
            turnBefore && (
              <a
                href={withLanguage(`/trace/${turnBefore}`)}
                className="inline-flex min-h-6 items-center text-accent-strong underline underline-offset-4"
              >
                {turnBefore}
              </a>
            ),
          ],
        ]}
      />
      {answer !== '' && (
        <div>
          <h3 className="text-xs text-muted">{words.turn.answer}</h3>
          <p className="max-w-prose break-words whitespace-pre-wrap">{answer}</p>
        </div>
      )}
    </Section>
  );
}
