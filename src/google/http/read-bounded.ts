/** Reads a body that another client received, within limits. */
import type { Clock } from '../../runtime/clock.ts';

export interface BodyLimits {
  readonly maxBytes: number;
  /** Milliseconds until the end of the body. */
  readonly timeout: number;
  readonly clock: Pick<Clock, 'timer'>;
}

/** How a body was read: to its end, or up to one of the limits. */
export interface BoundedBody {
  readonly bytes: Buffer;
  readonly end: 'complete' | 'too-large' | 'too-slow';
}

/** Reads up to the first limit. What remains then is not read. Throws what the stream throws. */
export async function readBounded(
  body: AsyncIterable<Uint8Array> & { destroy?(): unknown },
  { maxBytes, timeout, clock }: BodyLimits,
): Promise<BoundedBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const iterator = body[Symbol.asyncIterator]();
  const late = Promise.withResolvers<'late'>();
  const cancel = clock.timer(timeout, () => late.resolve('late'));
  const ended = (end: BoundedBody['end']): BoundedBody => ({ bytes: Buffer.concat(chunks), end });
  /** An iterator carries out `return` only after the bytes that it waits for. */
  const stop = () => void (body.destroy ? body.destroy() : iterator.return?.()?.catch(() => {}));
  try {
    for (;;) {
      const next = iterator.next();
      next.catch(() => {});
      const piece = await Promise.race([next, late.promise]);
      if (piece === 'late') {
        stop();
        return ended('too-slow');
      }
      if (piece.done) return ended('complete');
      chunks.push(piece.value);
      size += piece.value.length;
      if (size > maxBytes) {
        stop();
        return ended('too-large');
      }
    }
  } finally {
    cancel();
  }
}
