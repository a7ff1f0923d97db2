/** The median. */
export function median(figures: readonly number[]): number {
	const sorted = [...figures].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Alternates between two variants, so that machine load affects both equally; the first run of each is a warm-up. */
export async function inTurns(
	turns: number,
	one: () => Promise<number>,
	other: () => Promise<number>,
): Promise<{ one: number; other: number }> {
	const figures = { one: [] as number[], other: [] as number[] };
	for (let turn = 0; turn <= turns; turn++) {
		const [a, b] = [await one(), await other()];
		if (turn === 0) continue;
		figures.one.push(a);
		figures.other.push(b);
	}
	return { one: median(figures.one), other: median(figures.other) };
}

/** A measured figure with its limit. */
export interface Row {
	readonly what: string;
	readonly measured: number;
	readonly atMost: number;
	readonly unit: string;
	readonly detail: string;
}

export function print(rows: readonly Row[]): void {
	for (const { what, measured, atMost, unit, detail } of rows) {
		const mark = measured <= atMost ? "ok  " : "OVER";
		console.log(`${mark}  ${what}: ${measured.toFixed(2)}${unit} (at most ${atMost}${unit}; ${detail})`);
	}
}
