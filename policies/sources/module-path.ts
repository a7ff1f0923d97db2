import { existsSync } from "node:fs";
import { posix } from "node:path";
import type { ResourceData } from "../engine/resource";
import { PROJECT_FILES } from "./program/project/projects-below";

const { dirname, join, relative } = posix;

/** The working folder of the program, and the URL of a module that an SDK took for a path in it. */
const MODULE = /^(?:(.*)\/)?(file:.*)$/;

/**
 * The file of a source position. Pulumi's SDKs treat the URL of an ES module as a path relative to the project:
 * `file:/home/ci/shop/index.ts`, or `infra/file:/home/ci/shop/infra/index.ts` if the program runs in a folder of the project.
 *
 * @returns a path relative to the project, or an absolute one if the project's folder is unknown
 */
export function withoutUrl(file: string): string {
	const [, working, url = ""] = MODULE.exec(file) ?? [];
	const path = url === "" ? undefined : pathIn(url);
	if (path === undefined) return file;
	const project = projectAbove(dirname(path));
	if (project) return relative(project, path);
	const at = working ? path.lastIndexOf(`/${working}/`) : -1;
	return at < 0 ? path : path.slice(at + 1);
}

/** The same for the resources of a stack: absolute paths become relative to the common folder of all files. */
export function relativeToCommonFolder(resources: readonly ResourceData[]): readonly ResourceData[] {
	const folders = new Set(resources.flatMap(({ location }) => (location && isAbsolute(location.file) ? dirname(location.file) : [])));
	if (folders.size === 0) return resources;
	const common = [...folders].reduce(commonFolder);
	return resources.map((each) =>
		each.location && isAbsolute(each.location.file)
			? { ...each, location: { ...each.location, file: relative(common, each.location.file) } }
			: each,
	);
}

/** A state may come from another operating system: Windows drives are `/C:/` in URLs. */
function isAbsolute(file: string): boolean {
	return file.startsWith("/");
}

function pathIn(url: string): string | undefined {
	try {
		return decodeURIComponent(new URL(url).pathname);
	} catch {
		return undefined;
	}
}

function commonFolder(one: string, other: string): string {
	return other === one || other.startsWith(one === "/" ? one : `${one}/`) ? one : commonFolder(dirname(one), other);
}

const projects = new Map<string, string | undefined>();

/** The nearest parent folder with a Pulumi project, if the stack's files are on this machine. */
function projectAbove(folder: string): string | undefined {
	if (!projects.has(folder)) {
		const isProject = PROJECT_FILES.some((name) => existsSync(join(folder, name)));
		projects.set(folder, isProject ? folder : dirname(folder) === folder ? undefined : projectAbove(dirname(folder)));
	}
	return projects.get(folder);
}
