import type { StackDescription, StackExports } from "../policies/sources/source";
import { withProgress } from "./progress";
import type { Target } from "./target";

/** The stacks of a command. Each is read once: when it is checked, or when another stack reads its outputs. */
export class Stacks {
	readonly #read = new Map<Target, Promise<StackDescription>>();
	/** The stack whose outputs a stack waits for while it is read. */
	readonly #waitsFor = new Map<Target, Target>();

	constructor(private readonly targets: readonly Target[]) {}

	describe(target: Target): Promise<StackDescription> {
		let description = this.#read.get(target);
		if (!description) {
			description = withProgress(
				`reading ${target.path}`,
				target.describe((name) => this.#exportsOf(name, target)),
			);
			this.#read.set(target, description);
		}
		return description;
	}

	/** The exports of another stack of the command; undefined if it is not among them, or if the two stacks refer to each other. */
	async #exportsOf(name: string, requester: Target): Promise<StackExports | undefined> {
		const target = this.targets.find((each) => each !== requester && isNamed(each, name));
		if (!target || this.#isWaiting(target, requester)) return undefined;
		this.#waitsFor.set(requester, target);
		try {
			return (await this.describe(target)).exports;
		} catch {
			// The stack's own check reports the error.
			return undefined;
		} finally {
			this.#waitsFor.delete(requester);
		}
	}

	#isWaiting(target: Target, other: Target): boolean {
		for (let at: Target | undefined = target; at; at = this.#waitsFor.get(at)) if (at === other) return true;
		return false;
	}
}

/** True if a StackReference refers to the target: `organization/project/stack`, or its last parts. */
function isNamed({ name }: Target, reference: string): boolean {
	if (!name) return false;
	const [stack, project, organization] = reference.split("/").reverse();
	return (
		stack === name.stack &&
		(project === undefined || project === name.project) &&
		(organization === undefined || name.organization === undefined || organization === name.organization)
	);
}
