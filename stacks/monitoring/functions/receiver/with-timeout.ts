/** The operation exceeded its timeout. */
export class TimeoutError extends Error {
	override readonly name = "TimeoutError";
}

/** The result of an operation, or a TimeoutError after the given milliseconds; the operation itself is not cancelled. */
export async function withTimeout<T>(milliseconds: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new TimeoutError(`timed out after ${milliseconds} ms`)), milliseconds);
	});
	try {
		return await Promise.race([work, tooLong]);
	} finally {
		clearTimeout(timer);
	}
}
