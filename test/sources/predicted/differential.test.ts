import { join } from "node:path";
import { StandIns } from "../../../policies/sources/program/predicted/stand-ins";
import { readProject } from "../../../policies/sources/program/project/project";
import { runProgram } from "../../../policies/sources/program/run";
import { findingsOf } from "../../support/findings-of";
import { opened } from "../../support/opened";

const ROOT = join(__dirname, "../../..");
const PROGRAMS = "test/sources/programs";

/** What a run shows, and with which stand-ins. */
async function see(folder: string, stack: string, items: number) {
	const standIns = new StandIns({ items });
	const { resources, remoteComponents, notices, limitations } = await runProgram(readProject(join(ROOT, folder)), folder, {
		stack,
		timeout: 120_000,
		standIns,
	});
	const findings = findingsOf({ resources }).map(
		({ rule, urn, verdict, message, property }) => `${rule} ${urn} ${verdict} ${message} ${property}`,
	);
	return { ...opened(resources), findings: [...new Set(findings)].sort(), remoteComponents, notices, limitations, standIns };
}

/**
 * What a program computes from awaited values, which a preview cannot provide: a list's length determines the number of resources, and parts and sums of
 * placeholders are not recognizable.
 */
const LIMITS: Readonly<Record<string, readonly string[]>> = {
	"data-sources": ["computed.short", "computed.size", "subnet-2", "later.policy"],
	// Decisions and parts in the callback that writes the document, and a list that is joined to a text.
	lossy: ["inside", "alone.joinedZones", "leaf.joinedZones", "leaf.inObject"],
	decisions: ["decisions"],
};

const PREDICTED = ["data-sources", "decisions", "documents", "lossy", "resources", "stack-references"].map(
	(stack) => [`${PROGRAMS}/predicted`, stack] as const,
);
const EXAMPLES = ["monitored-service", "ready"].map((name) => [`examples/${name}`, "prod"] as const);
const OTHERS = [[`${PROGRAMS}/awsx`, "sound"] as const, [`${PROGRAMS}/transforms`, "prod"] as const];

it.each([...PREDICTED, ...EXAMPLES, ...OTHERS])(
	"%s (%s) shows the same with other stand-ins and other lengths of lists",
	async (folder, stack) => {
		const [one, two] = [await see(folder, stack, 2), await see(folder, stack, 3)];
		const [first, second] = [one, two].map((each) => withoutLimits(each, LIMITS[stack] ?? []));
		expect(second).toEqual(first);
		for (const [{ standIns }, shown] of [[one, first] as const, [two, second] as const]) {
			const text = JSON.stringify(shown);
			for (const mark of [standIns.prefix, standIns.account, ...standIns.placeholders, "198.18.", "2187-"])
				expect(text.includes(mark)).toBe(false);
		}
	},
	240_000,
);

function withoutLimits({ standIns: _, certain, findings, ...shown }: Awaited<ReturnType<typeof see>>, limits: readonly string[]) {
	const nameOf = (urn: string) => urn.split("::").at(-1) ?? "";
	const compared = Object.entries(certain).map(([urn, data]) => {
		const inputs = Object.entries(data.inputs).filter(([property]) => !limits.includes(`${nameOf(urn)}.${property}`));
		return [urn, { ...data, inputs: Object.fromEntries(inputs) }] as const;
	});
	return {
		...shown,
		certain: Object.fromEntries(compared.filter(([urn]) => !limits.includes(nameOf(urn)))),
		findings: findings.filter((finding) => !limits.some((limit) => finding.includes(`::${limit} `))),
	};
}
