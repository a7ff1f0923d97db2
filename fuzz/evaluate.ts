import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { Evaluator } from "../policies/engine/evaluate";
import type { Form } from "../policies/engine/example";
import { Exceptions } from "../policies/engine/exception";
import type { Finding } from "../policies/engine/finding";
import { ResourceGraph } from "../policies/engine/graph";
import { INTERNAL_ERROR } from "../policies/engine/internal-error";
import { defaultOptions } from "../policies/engine/options";
import type { ResourceData } from "../policies/engine/resource";
import * as uncoveredTypes from "../policies/facts/uncovered-types";
import { rules } from "../policies/rules";
import { projectOf, STACK } from "../policies/rules/judge";
import { PackClient } from "../test/support/pack-client";

/** The forms in which stacks are evaluated: requests of a preview, and requests of `policy analyze`. */
export const EVALUATED_FORMS = ["preview", "state"] as const satisfies readonly Form[];
export type EvaluatedForm = (typeof EVALUATED_FORMS)[number];

/** A pack that answers no request for this long hangs. */
const LIMIT_SECONDS = 20;

const evaluator = new Evaluator({
	rules,
	settingOf: (rule) => ({ level: "mandatory", levelAt: () => "mandatory", options: defaultOptions(rule) }),
	project: projectOf(),
	exceptions: new Exceptions([], "2026-01-01"),
	uncoveredTypes,
});

/** The findings of all rules, evaluated in this process. */
export function inProcess(data: readonly ResourceData[]): Finding[] {
	return evaluator.all(new ResourceGraph(data), STACK);
}

export function isInternalError({ message }: Pick<Finding, "message">): boolean {
	return message.includes(INTERNAL_ERROR);
}

/** A failing or undetermined finding as the pack prints it: rule, URN and first line. */
export function printed({ rule, urn, verdict, message, property }: Finding): string {
	const where = property ? ` (${property})` : "";
	return verdict === "fail" ? `${rule} ${urn} ${message}${where}.` : `${rule} ${urn} undetermined: ${message}.`;
}

const wholeStackRules = rules.filter((rule) => rule.scope === "stack" && rule.checkStack).length;
const rulesOf = new Map<string, number>();
for (const rule of rules)
	for (const token of rule.resources.flatMap(({ tokens }) => tokens)) rulesOf.set(token, (rulesOf.get(token) ?? 0) + 1);

/** The evaluations in the requests for a stack: each rule once per resource of a type that it declares, or once per stack. */
export function evaluationsIn(data: readonly ResourceData[]): number {
	return data.reduce((sum, { type }) => sum + (rulesOf.get(type) ?? 0), wholeStackRules);
}

/** The built pack for each form, with undetermined findings reported as diagnostics. */
export class Packs {
	evaluations = 0;
	#slots = 0;

	private constructor(
		private readonly folder: string,
		private readonly clients: Readonly<Record<EvaluatedForm, PackClient>>,
	) {}

	static async start(): Promise<Packs> {
		const programFolder = mkdtempSync(join(tmpdir(), "readiness-fuzz-"));
		writeFileSync(join(programFolder, "readiness.yaml"), stringify({ stacks: { "**": { profile: "production" } } }));
		const started = EVALUATED_FORMS.map(async (form) => {
			const client = await PackClient.start({ door: "executable", programFolder });
			if (form === "preview") await client.configureStack({ organization: "acme", project: "shop", stack: "prod" });
			await client.configure({ "fail-on-undetermined": { level: 0, properties: { severity: "low" } } });
			return [form, client] as const;
		});
		return new Packs(programFolder, Object.fromEntries(await Promise.all(started)) as Record<EvaluatedForm, PackClient>);
	}

	/**
	 * What the pack reports for a stack.
	 *
	 * @throws Error if a request fails or takes too long
	 */
	async report(data: readonly ResourceData[], form: EvaluatedForm): Promise<string[]> {
		const slot = `s${this.#slots++ % 64}`;
		const own = data.map((each) => inStack(each, slot));
		this.evaluations += evaluationsIn(data);
		const client = this.clients[form];
		const answer = form === "preview" ? client.preview(own) : client.snapshot(own);
		const diagnostics = await within(answer);
		return diagnostics.map(({ rule, urn, message }) => `${rule} ${fromStack(urn, slot)} ${message.split("\nFix: ")[0]}`);
	}

	stop(): void {
		for (const client of Object.values(this.clients)) client.stop();
		rmSync(this.folder, { recursive: true, force: true });
	}
}

async function within<T>(answer: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`the pack did not answer within ${LIMIT_SECONDS} s`)), LIMIT_SECONDS * 1000);
	});
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}

/** A resource of a stack of its own, so that stacks can be evaluated at the same time. */
function inStack(each: ResourceData, slot: string): ResourceData {
	const move = (urn: string) => urn.replace("urn:pulumi:prod::", `urn:pulumi:${slot}::`);
	const dependencies = Object.entries(each.propertyDependencies ?? {}).map(([key, urns]) => [key, (urns ?? []).map(move)] as const);
	return {
		...each,
		urn: move(each.urn),
		...(each.provider ? { provider: move(each.provider) } : {}),
		dependencies: (each.dependencies ?? []).map(move),
		...(each.propertyDependencies ? { propertyDependencies: Object.fromEntries(dependencies) } : {}),
	};
}

function fromStack(urn: string, slot: string): string {
	return urn.replace(`urn:pulumi:${slot}::`, "urn:pulumi:prod::").replace(`::shop-${slot}`, "::shop-prod");
}
