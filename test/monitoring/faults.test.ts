import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { faultRun } from "../../bench/faults/faults";
import type { Table } from "../../stacks/monitoring/functions/ledger/table";

/** A short form of `npm run bench:faults`. */
const SIZE = { events: 400, logins: 150, hours: 1, seed: 7 };

it("nothing is lost or counted twice where functions die, stores refuse, messages double and the secret changes", async () => {
	const { verdict, trouble, answers, polls, queue } = await faultRun(SIZE);
	expect(verdict).toEqual({ lost: 0, doubled: 0, miscounted: 0, examples: [] });
	for (const count of Object.values(trouble)) expect(count).toBeGreaterThan(0);
	expect(answers.refused.get("signature")).toBeGreaterThan(0);
	expect(polls.ends.get("unreachable")).toBeGreaterThan(0);
	expect(queue.givenTwice).toBeGreaterThan(0);
}, 90_000);

interface Put {
	readonly input: { TableName?: string; Item?: Record<string, unknown> };
}

const idOf = ({ input }: Put) => String(input.Item?.["id"]);

/** The same table, but with something else done in the place of some calls. */
function instead(table: Table, send: (command: Put, really: (command: Put) => Promise<unknown>) => Promise<unknown>): Table {
	const really = (command: Put) => table.client.send(command as never) as Promise<unknown>;
	return { ...table, client: { send: (command: Put) => send(command, really) } as unknown as Table["client"] };
}

it.each<[string, (table: Table) => Table, "lost" | "doubled"]>([
	[
		"a fact that is not kept",
		(table) => instead(table, async (command, really) => (idOf(command) === "entry#event.handled#evt_3" ? {} : really(command))),
		"lost",
	],
	[
		"a fact that is kept under two names",
		(table) =>
			instead(table, async (command, really) => {
				const { TableName, Item } = command.input;
				if (idOf(command) === "entry#login.started#req_3")
					await really(new PutCommand({ TableName, Item: { ...Item, id: "entry#again" } }));
				return really(command);
			}),
		"doubled",
	],
])(
	"a fault run notices %s",
	async (_, spoil, what) => {
		const { verdict } = await faultRun({ events: 20, logins: 20, hours: 0.2, seed: 7 }, spoil);
		expect(verdict[what]).toBeGreaterThan(0);
		expect(verdict.examples.length).toBeGreaterThan(0);
	},
	90_000,
);
