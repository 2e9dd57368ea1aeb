/** Loaded into every command: when the launcher is killed hard, the command ends as on SIGTERM instead of living on unseen. */
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // A listener holds the channel open, and the open channel would keep a finished command alive.
  process.channel.unref();
}
