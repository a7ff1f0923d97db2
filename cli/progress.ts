import { printError } from "./print";

const DELAY_MS = 1000;

/** Prints a progress message to stderr if the work takes longer than a second. */
export async function withProgress<T>(what: string, work: Promise<T>): Promise<T> {
	const timer = setTimeout(() => printError(`${what} …`), DELAY_MS);
	try {
		return await work;
	} finally {
		clearTimeout(timer);
	}
}
