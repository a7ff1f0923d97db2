import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../support/pack-client";
import { temporaryFolder } from "../support/temporary";

/** Milliseconds that a command may take. */
const LIMIT = 90_000;

export interface Ended {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** A project with the published package installed, with peers and compiler of this repository. */
export class Adopter {
	readonly folder = temporaryFolder({ "package.json": '{ "name": "adopter", "version": "1.0.0", "private": true }' });

	constructor() {
		this.#must("node", [join(ROOT, "build/types.js")], ROOT);
		const [packed] = JSON.parse(this.#must("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", this.folder], ROOT)) as {
			filename: string;
		}[];
		const how = ["--no-save", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--offline"];
		this.#must("npm", ["install", ...how, `./${packed?.filename}`], this.folder);
		for (const name of ["@pulumi/aws", "@pulumi/pulumi", "@types/node", "undici-types"]) this.#link(name);
	}

	/** Writes files into the project. */
	write(files: Readonly<Record<string, string>>): void {
		for (const [name, content] of Object.entries(files)) {
			mkdirSync(dirname(join(this.folder, name)), { recursive: true });
			writeFileSync(join(this.folder, name), content);
		}
	}

	/** A file of the installed package. */
	installed(path = ""): string {
		return join(this.folder, "node_modules/scalekit-readiness", path);
	}

	/** Runs a command in the project. */
	run(command: string, args: readonly string[], cwd = this.folder): Ended {
		const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: LIMIT, maxBuffer: 1 << 26 });
		return { status, stdout, stderr };
	}

	#must(command: string, args: readonly string[], cwd: string): string {
		const { status, stdout, stderr } = this.run(command, args, cwd);
		if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr}`);
		return stdout;
	}

	#link(name: string): void {
		const link = join(this.folder, "node_modules", name);
		mkdirSync(dirname(link), { recursive: true });
		symlinkSync(join(ROOT, "node_modules", name), link);
	}
}
