/**
 * Keeps the heap small while many thousand requests come and go: by default V8 answers such a stream with ever larger room for
 * young objects, 100 MB of it, for a tenth of the time. Measured with 20,000 files: 250 MB before, 145 MB with this.
 */
import { setFlagsFromString } from 'node:v8';

export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
