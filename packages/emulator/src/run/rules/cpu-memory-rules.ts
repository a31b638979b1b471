/**
 * Limits of CPUs, memory and GPUs of a container. https://cloud.google.com/run/docs/configuring/services/cpu,
 * https://cloud.google.com/run/docs/configuring/services/gpu
 */
import { cpus } from './defaults.ts';
import type { Violation } from './violations.ts';

const MI = 2 ** 20;
const GI = 2 ** 30;

/** CPUs → minimum and maximum memory in bytes. Below 1 CPU: `small`. */
const MEMORY: Readonly<Record<number, readonly [number, number]>> = {
  1: [128 * MI, 4 * GI],
  2: [128 * MI, 8 * GI],
  4: [2 * GI, 16 * GI],
  6: [4 * GI, 24 * GI],
  8: [4 * GI, 32 * GI],
};
const small = (cpu: number): readonly [number, number] => [128 * MI, cpu < 0.5 ? 512 * MI : GI];

/** Minimum of an instance with this accelerator, and maximum of its machine. */
const ACCELERATORS: Readonly<Record<string, { cpu: readonly [number, number]; memory: readonly [number, number] }>> = {
  'nvidia-l4': { cpu: [4, 8], memory: [16 * GI, 32 * GI] },
  'nvidia-rtx-pro-6000': { cpu: [20, 44], memory: [80 * GI, 176 * GI] },
};
/** The default accelerator. */
const USUAL = 'nvidia-l4';

export function resourceViolations(
  limits: Record<string, string>,
  accelerator: string | undefined,
  at: string,
): Violation[] {
  const found: Violation[] = [];
  const bad = (description: string) => found.push({ field: at, description });
  for (const key of Object.keys(limits)) {
    if (!['cpu', 'memory', 'nvidia.com/gpu'].includes(key))
      bad(`Resource '${key}' is not supported; only cpu, memory and nvidia.com/gpu are.`);
  }
  const gpu = limits['nvidia.com/gpu'];
  if (gpu !== undefined && gpu !== '0' && gpu !== '1')
    bad(`Invalid value specified for nvidia.com/gpu: '${gpu}'. Must be 1.`);
  const machine = gpu === '1' ? ACCELERATORS[accelerator ?? USUAL] : undefined;
  if (gpu === '1' && !machine) bad(`Unknown accelerator '${accelerator}'.`);

  const cpu = cpus(limits.cpu);
  const wellFormed = limits.cpu === undefined || /^\d+(\.\d+)?$|^\d+m$/.test(limits.cpu);
  const allowed = machine
    ? Number.isInteger(cpu) && cpu >= machine.cpu[0] && cpu <= machine.cpu[1]
    : cpu <= 1
      ? cpu >= 0.08
      : cpu in MEMORY;
  if (!wellFormed || !allowed) {
    const range = machine ? `from ${machine.cpu[0]} to ${machine.cpu[1]}` : 'between 0.08 and 1, or 2, 4, 6 or 8';
    bad(`Invalid value specified for cpu: '${limits.cpu ?? '1'}'. Must be ${range}.`);
    return found;
  }
  const bytes = limits.memory === undefined ? undefined : quantity(limits.memory);
  if (limits.memory !== undefined && bytes === undefined)
    bad(`Invalid value specified for memory: '${limits.memory}'.`);
  const [least, most] = machine?.memory ?? (cpu < 1 ? small(cpu) : (MEMORY[cpu] ?? small(cpu)));
  // The default is 512 MiB, which is too little for some CPUs.
  const given = bytes ?? 512 * MI;
  if (bytes !== undefined || limits.memory === undefined) {
    if (given < least || given > most)
      bad(
        `Invalid value specified for memory: ${limits.cpu ?? '1'} CPUs need ${shown(least)} to ${shown(most)}, got ${limits.memory ?? '512Mi'}.`,
      );
  }
  return found;
}

const shown = (bytes: number) => (bytes < GI ? `${bytes / MI}Mi` : `${bytes / GI}Gi`);

/** Kubernetes quantity → bytes. */
function quantity(value: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|k|M|G|T)?$/.exec(value);
  if (!match) return undefined;
  const units: Record<string, number> = { Ki: 2 ** 10, Mi: MI, Gi: GI, Ti: 2 ** 40, k: 1e3, M: 1e6, G: 1e9, T: 1e12 };
  return Number(match[1]) * (units[match[2] ?? ''] ?? 1);
}
