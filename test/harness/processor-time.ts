/** Measures processor time, which does not depend on the load of the machine. */

/** Milliseconds of processor time that synchronous work takes in this thread. */
export function processorTime(work: () => void): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
