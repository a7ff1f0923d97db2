import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { ScalekitServer } from "./scalekit-server";

/**
 * The result of an expression with `client` and `given` in Scalekit's SDK: the value as string, or the error's name. In a separate process, because
 * jest cannot load the modules that the client needs.
 */
export async function withScalekitsClient(
	{ url, credentials }: Pick<ScalekitServer, "url" | "credentials">,
	expression: string,
	given: unknown = null,
): Promise<string> {
	const { clientId, clientSecret } = credentials;
	const program = `
		const { ScalekitClient } = require("@scalekit-sdk/node");
		const client = new ScalekitClient(...${JSON.stringify([url, clientId, clientSecret])});
		const given = ${JSON.stringify(given)};
		(async () => ${expression})().then(String, (error) => error.constructor.name).then((text) => process.stdout.write(text));
	`;
	const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], { cwd: __dirname, timeout: 20_000 });
	return stdout;
}
