import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import * as pulumi from "@pulumi/pulumi";

export type FunctionName = "receiver" | "worker" | "poller" | "publisher";

/**
 * The built code of a function.
 *
 * @throws RunError if it was not built
 */
export function codeOf(name: FunctionName): pulumi.asset.Archive {
	const file = join("functions", name, "index.js");
	const found = foldersAbove(__dirname)
		.flatMap((folder) => [join(folder, "dist", file), join(folder, file)])
		.find((path) => existsSync(path));
	if (!found) throw new pulumi.RunError(`The code of the ${name} is missing (dist/${file}): run "npm run build" first.`);
	return new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.FileAsset(found) });
}

function foldersAbove(folder: string): readonly string[] {
	const parent = dirname(folder);
	return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}
