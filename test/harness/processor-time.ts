/** Measures work by the processor time that it takes, which does not depend on what else runs on the machine. */

/** Milliseconds of processor time that synchronous work takes in this thread. */
export function processorTime(work: () => void): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
