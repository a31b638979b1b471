/** Reads of resources that possibly do not exist. */
import { CloudError } from '../../runtime/errors.ts';

/** The response, or undefined for 404. */
export async function absent<T>(response: Promise<T>): Promise<T | undefined> {
  try {
    return await response;
  } catch (error) {
    if (error instanceof CloudError && error.status === 404) return undefined;
    throw error;
  }
}
