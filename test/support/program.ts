import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./temporary";

/** A folder for programs, which finds the packages of this repository. */
export function programsFolder(files: Readonly<Record<string, string>>): string {
	const folder = temporaryFolder(files);
	symlinkSync(join(__dirname, "../../node_modules"), join(folder, "node_modules"));
	return folder;
}

/** The files of a program in JavaScript; `aws` and `pulumi` are there. */
export function programFiles(name: string, code: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
	const files = {
		"Pulumi.yaml": `name: ${name}\nruntime: nodejs\n`,
		"package.json": '{ "main": "index.js" }',
		"index.js": `const aws = require("@pulumi/aws");\nconst pulumi = require("@pulumi/pulumi");\n${code}\n`,
		...more,
	};
	return Object.fromEntries(Object.entries(files).map(([file, content]) => [`${name}/${file}`, content]));
}
