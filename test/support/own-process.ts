import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A server in a separate process, so that it does not affect measurements, and may be an ES module. */
export interface OwnProcess {
	/** `http://127.0.0.1:<port>` */
	readonly endpoint: string;
	stop(): Promise<void>;
}

/** Ends a server whose starter is gone, however that ended. */
const NOT_ALONE = 'process.stdin.resume().on("end", () => process.exit());\n';

/** @param script an ES module that starts a server on a free port and prints that port as its first line */
export async function startInOwnProcess(script: string): Promise<OwnProcess> {
	const server = spawn(process.execPath, ["--input-type=module", "-e", NOT_ALONE + script], { stdio: ["pipe", "pipe", "inherit"] });
	const [port] = await once(createInterface(server.stdout), "line", { signal: AbortSignal.timeout(20_000) });
	return {
		endpoint: `http://127.0.0.1:${port}`,
		async stop() {
			const ended = once(server, "exit");
			server.kill();
			await ended;
		},
	};
}
