import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What is answered to a call, by the name of its operation, e.g. `GetSecretValue`. */
export type Operations = Readonly<Record<string, (input: Record<string, unknown>) => object>>;

/** A service of AWS that speaks its JSON protocol, for the few operations that a test needs; others are refused. */
export async function startStandIn(operations: Operations): Promise<{ endpoint: string; close(): Promise<void> }> {
	const server = createServer((request, response) => {
		let text = "";
		request.on("data", (chunk) => {
			text += chunk;
		});
		request.on("end", () => {
			const answer = operations[String(request.headers["x-amz-target"]).split(".")[1] ?? ""];
			response.writeHead(answer ? 200 : 400, { "content-type": "application/x-amz-json-1.1" });
			response.end(JSON.stringify(answer ? answer(JSON.parse(text)) : { __type: "UnknownOperationException" }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
