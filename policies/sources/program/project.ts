import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { SourceError } from "../source";

/** A Pulumi project, as its Pulumi.yaml describes it. */
export interface Project {
	/** The folder that holds Pulumi.yaml. */
	readonly folder: string;
	readonly name: string;
	/** Where the program runs, and what is run there: a file's name, or `.` for the folder. */
	readonly workingFolder: string;
	readonly entry: string;
	/** The stacks that have a file `Pulumi.<stack>.yaml`. */
	readonly stacks: readonly string[];
	readonly config: Readonly<Record<string, unknown>>;
}

const runtime = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const projectFile = z.object({
	name: z.string(),
	runtime,
	main: z.string().optional(),
	config: z.record(z.string(), z.unknown()).nullish(),
});

const FILE_NAMES = ["Pulumi.yaml", "Pulumi.yml"];

/** True where a folder holds a Pulumi project. */
export function isProject(folder: string): boolean {
	return FILE_NAMES.some((name) => existsSync(join(folder, name)));
}

/** @throws SourceError where there is none, or where it is not written for Node.js */
export function readProject(path: string): Project {
	const folder = resolve(path);
	const name = FILE_NAMES.find((each) => existsSync(join(folder, each)));
	if (!name)
		throw new SourceError(
			`${path}: no Pulumi.yaml here; give a Pulumi project, or a file that "pulumi stack export" or "pulumi preview --json" wrote`,
		);
	const parsed = projectFile.safeParse(readYaml(join(folder, name)));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new SourceError(`${join(path, name)}: ${issue?.path.join(".") || "the file"}: ${issue?.message}`);
	}
	const { data } = parsed;
	if (data.runtime !== "nodejs" && data.runtime !== "bun") {
		throw new SourceError(
			`${path}: the program is written for ${data.runtime}, and only Node.js programs run here; give what "pulumi preview --json --show-sames" or "pulumi stack export" writes`,
		);
	}
	return { folder, name: data.name, ...entryOf(folder, data.main), stacks: stacksOf(folder), config: data.config ?? {} };
}

/** What the engine makes of `main` (GetPwdMain of pulumi/pulumi): a folder is run as such, a file in its own folder. */
function entryOf(folder: string, main: string | undefined): Pick<Project, "workingFolder" | "entry"> {
	if (!main) return { workingFolder: folder, entry: "." };
	const target = resolve(folder, main);
	const isFolder = statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
	return isFolder ? { workingFolder: target, entry: "." } : { workingFolder: dirname(target), entry: basename(target) };
}

function stacksOf(folder: string): readonly string[] {
	return readdirSync(folder).flatMap((file) => /^Pulumi\.(.+)\.ya?ml$/.exec(file)?.[1] ?? []);
}

/** Reads YAML, and says in one line where it is none. */
export function readYaml(path: string): unknown {
	try {
		return parse(readFileSync(path, "utf8"), { prettyErrors: false }) ?? {};
	} catch (error) {
		const reason = (error as NodeJS.ErrnoException).code ?? "not YAML";
		throw new SourceError(`${path}: cannot be read (${reason})`);
	}
}
