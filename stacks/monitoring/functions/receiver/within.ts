/** The work took longer than it may. */
export class TookTooLong extends Error {
	override readonly name = "TookTooLong";
}

/** The outcome of some work, or `TookTooLong` after so many milliseconds; the work itself is not stopped. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new TookTooLong(`It took longer than ${milliseconds} ms`)), milliseconds);
	});
	try {
		return await Promise.race([work, tooLong]);
	} finally {
		clearTimeout(timer);
	}
}
