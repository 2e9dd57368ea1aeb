import { AppError } from '../errors.ts';
import { codes } from './client-error.ts';

/** A database fault is not the client's: what it asked for was not accepted and may be sent again. */
export async function durably<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const message = 'The conversation could not be stored right now. Please try again in a moment.';
    throw new AppError(codes.unavailable, message, { cause });
  }
}
