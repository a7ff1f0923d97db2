import { tmpdir } from "node:os";
import { join } from "node:path";
import { analyzeRequest, PackClient, stackRequest } from "../test/support/pack-client";
import { inTurns, type Row } from "./figures";
import { bigStack } from "./stack";

const BATCH = 1000;

/** The time of the engine's calls, compared with an empty pack. */
export async function calls(root: string): Promise<readonly Row[]> {
	const programFolder = tmpdir();
	const ours = await PackClient.start({ door: "executable", programFolder, pack: root });
	const empty = await PackClient.start({ door: "folder", programFolder, pack: join(root, "bench/packs/empty") });
	const emptyStack = await PackClient.start({ door: "folder", programFolder, pack: join(root, "bench/packs/empty-stack-policy") });
	try {
		const requests = bigStack(BATCH).map(analyzeRequest);
		const all = (pack: PackClient, call: "analyze" | "remediate") => async () => {
			const before = performance.now();
			for (const request of requests) await pack.send(call, request);
			return performance.now() - before;
		};
		const rows = [
			row("Analyze, each resource", await inTurns(7, all(ours, "analyze"), all(empty, "analyze")), 1.15, BATCH, "an empty pack"),
			row("Remediate, each resource", await inTurns(7, all(ours, "remediate"), all(empty, "remediate")), 1.15, BATCH, "an empty pack"),
		];
		for (const size of [5_000, 20_000]) {
			const stack = bigStack(size);
			for (const each of stack) await ours.analyze(each);
			const request = stackRequest(stack);
			const once = (pack: PackClient) => async () => {
				const before = performance.now();
				await pack.send("analyzeStack", request);
				return performance.now() - before;
			};
			rows.push(row(`AnalyzeStack, ${size} resources`, await inTurns(3, once(ours), once(emptyStack)), 1.3, 1, "an empty stack policy"));
		}
		return rows;
	} finally {
		for (const pack of [ours, empty, emptyStack]) pack.stop();
	}
}

function row(what: string, pair: { one: number; other: number }, atMost: number, calls: number, other: string): Row {
	const each = (total: number) => `${(total / calls).toFixed(calls > 1 ? 3 : 0)} ms`;
	return {
		what,
		measured: pair.one / pair.other,
		atMost,
		unit: " ×",
		detail: `${each(pair.one)} against ${each(pair.other)} for ${other}`,
	};
}
