/**
 * Runs Qdrant under a shell that holds the read end of a pipe from us. When the pipe closes, because we closed it or because we were
 * killed in whatever way, Qdrant gets SIGINT and after the grace time SIGKILL; when Qdrant ends, the shell ends with its status.
 * SIGINT, because on SIGTERM Qdrant first waits for every idle kept-alive connection, and ours stay open; both end in an orderly way.
 * Arguments: file for Qdrant's process id, grace time in seconds, program, its arguments.
 */
export const watchdogScript = `
pidfile=$1; grace=$2; shift 2
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
echo "$child" >"$pidfile"
(
  cat <&3 >/dev/null
  kill -INT "$child"
  sleep "$grace"
  kill -KILL "$child"
) 2>/dev/null &
guard=$!
exec 3<&-
wait "$child"
status=$?
kill -KILL "$guard" 2>/dev/null
rm -f "$pidfile"
exit "$status"
`;
