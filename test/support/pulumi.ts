import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./pack-client";
import { temporaryFolder } from "./temporary";

/** The pack as one file, as its users name it to the CLI. */
export const EXECUTABLE = join(ROOT, "bin/scalekit-readiness-pack");

/** Why the tests that need a Pulumi CLI are skipped; undefined if they run. */
export const REASON_WITHOUT_PULUMI = reasonWithoutPulumi();

function reasonWithoutPulumi(): string | undefined {
	try {
		execFileSync("pulumi", ["version"], { stdio: "ignore" });
		return undefined;
	} catch {
		if (process.env["REQUIRE_PULUMI"] === "1") return undefined;
		return "no pulumi on PATH; fails with REQUIRE_PULUMI=1";
	}
}

export interface Ran {
	readonly status: number | null;
	/** stdout and stderr. */
	readonly output: string;
	readonly stdout: string;
}

/** The program at the root, as far as it needs files of the repository. */
export const MONITORING = [
	"Pulumi.yaml",
	"Pulumi.prod.yaml",
	"package.json",
	"tsconfig.json",
	"signals",
	"stacks",
	"dist/functions",
] as const;

/** A copy of an example, or of files at the root, that runs without AWS, with a local backend. */
export class Deployment {
	readonly folder: string;
	readonly #env: NodeJS.ProcessEnv;

	constructor(example: string | readonly string[], stack = "prod") {
		const home = temporaryFolder();
		this.folder = join(home, "program");
		if (typeof example === "string") cpSync(join(ROOT, "examples", example), this.folder, { recursive: true });
		else for (const file of example) cpSync(join(ROOT, file), join(this.folder, file), { recursive: true });
		symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
		const standIn = join(ROOT, "test/cli/aws-stand-in");
		appendFileSync(join(this.folder, "Pulumi.yaml"), `plugins:\n  providers:\n    - { name: aws, path: "${standIn}", version: 7.48.0 }\n`);
		this.#env = {
			...process.env,
			PULUMI_BACKEND_URL: `file://${temporaryFolder()}`,
			PULUMI_CONFIG_PASSPHRASE: "test",
			PULUMI_NODEJS_TRANSPILE_ONLY: "true",
			PULUMI_SKIP_UPDATE_CHECK: "true",
			PULUMI_HOME: temporaryFolder(),
			NO_COLOR: "1",
		};
		this.run(["stack", "init", stack, "--non-interactive"]);
	}

	/** Runs the CLI in the program's folder. */
	run(args: readonly string[], options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {}): Ran {
		const cwd = options.cwd ?? this.folder;
		const { status, stdout, stderr } = spawnSync("pulumi", args, {
			cwd,
			env: { ...this.#env, PWD: cwd, ...options.env },
			encoding: "utf8",
			maxBuffer: 1 << 28,
		});
		return { status, stdout, output: stdout + stderr };
	}

	preview(pack: string, ...more: readonly string[]): Ran {
		return this.run(["preview", "--stack", "prod", "--non-interactive", "--policy-pack", pack, ...more]);
	}
}

/** The rules that the CLI's output says are violated, with the level in front: `mandatory http-listener-redirects`. */
export function violationsIn(output: string): readonly string[] {
	const found = [...output.matchAll(/- \[(mandatory|advisory)\](?:\s+\[severity: \w+\])?\s+([a-z0-9-]+)\s/g)].map(
		([, level, rule]) => `${level} ${rule}`,
	);
	return [...new Set(found)].sort();
}

/** The same, each violation with its resource: `http-listener-redirects aws:lb:Listener::web`. */
export function violatedIn(output: string): readonly string[] {
	const printed = /- \[(?:mandatory|advisory)\](?:\s+\[severity: \w+\])?\s+([a-z0-9-]+)\s+\(([\w:-]+): (.+)\)$/gm;
	return [...output.matchAll(printed)].map(([, rule, type, name]) => `${rule} ${type}::${name}`);
}
