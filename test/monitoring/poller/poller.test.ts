import { readCursor } from "../../../stacks/monitoring/functions/ledger/cursors";
import type { Table } from "../../../stacks/monitoring/functions/ledger/table";
import { type LedgerServer, startLedgerServer } from "../../support/ledger";
import { type ScalekitServer, startScalekitServer } from "../../support/scalekit-server";
import { WatchedLogins } from "../../support/watched-logins";

let ledgers: LedgerServer;
let server: ScalekitServer;
let watch: WatchedLogins;

beforeAll(async () => {
	ledgers = await startLedgerServer();
});
beforeEach(async () => {
	server = await startScalekitServer();
	watch = new WatchedLogins(server, await ledgers.ledger());
});
afterEach(() => server.close());
afterAll(() => ledgers.close());

const logsSeen = () => server.seen.filter(({ endpoint }) => endpoint === "logs").length;

/** What happens to the log and to the poller; after it, more than ninety minutes pass, and what was published must be the truth. */
const STORIES: Record<string, () => Promise<void>> = {
	"logins of every status and type": async () => {
		watch.row("r1", 1, "SUCCESS");
		watch.row("r2", 1, "FAILED", { connection_type: "PASSWORD" });
		watch.row("r3", 2, "INITIATED", { connection_type: undefined });
		watch.row("r4", 2, "PENDING", { connection_type: "PASSWORDLESS" });
	},
	"rows that show up late": async () => {
		await watch.run(2);
		watch.row("within the overlap", 5, "FAILED");
		await watch.run(1);
		watch.row("before it", 30, "FAILED");
	},
	"rows that change after they were read": async () => {
		const rows = ["failing", "succeeding", "at last", "never"].map((id) => watch.row(id, 0, "INITIATED"));
		const [failing, succeeding, atLast] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
		await watch.run(3);
		failing.status = "FAILED";
		await watch.run(27, 3);
		succeeding.status = "SUCCESS";
		await watch.run(28, 4);
		atLast.status = "PENDING";
		await watch.run(1);
		atLast.status = "FAILED";
	},
	"polls that overlap": async () => {
		for (let time = 0; time < 6; time += 1) {
			watch.row(`r${time}`, 0, "FAILED");
			await watch.poll();
			watch.later(0.2);
		}
	},
	"two pollers at once": async () => {
		for (let row = 0; row < 20; row += 1) watch.row(`r${row}`, row / 3, "FAILED");
		await watch.pollTwiceAtOnce();
	},
	"pages that shift while they are read": async () => {
		server.largestPage = 10;
		for (let row = 0; row < 35; row += 1) watch.row(`r${row}`, row / 4, "SUCCESS");
		let added = 0;
		server.afterAnswer = () => {
			if (added < 7) watch.row(`added ${added++}`, 0, "FAILED");
		};
		await watch.poll();
		expect(added).toBeGreaterThan(3);
	},
	"an outage of five hours": async () => {
		await watch.run(1);
		server.suffer({ kind: "outage" });
		for (let hour = 0; hour < 5; hour += 1) {
			for (let row = 0; row < 12; row += 1) watch.row(`r${hour}-${row}`, row / 3, row % 3 ? "SUCCESS" : "FAILED");
			watch.later(60);
			expect(await watch.poll()).toBe("unreachable");
			await watch.publish();
		}
		server.recover();
		const before = logsSeen();
		expect(await watch.poll()).toBe("complete");
		expect(logsSeen() - before).toBeGreaterThanOrEqual(10);
	},
	"a poller that was away for five hours, and is short of time when it is back": async () => {
		await watch.run(1);
		for (let row = 0; row < 60; row += 1) watch.row(`r${row}`, -row * 5, row % 3 ? "SUCCESS" : "INITIATED");
		watch.later(300);
		server.largestPage = 5;
		let runs = 0;
		for (let end = ""; end !== "complete"; runs += 1) {
			let allowed = 8;
			end = await watch.poll(() => (allowed-- > 0 ? 1_000 : 0));
			expect(runs).toBeLessThan(20);
		}
		expect(runs).toBeGreaterThan(3);
	},
	"a login that ends after an hour, as with a link that was sent again": async () => {
		const [late, later] = [watch.row("late", 0, "INITIATED"), watch.row("later", 0, "INITIATED")];
		await watch.run(80, 10);
		late.status = "SUCCESS";
		later.status = "FAILED";
		await watch.run(10, 5);
	},
	"an id that is too long for a key": async () => {
		watch.row("r1", 1, "FAILED");
		server.rows.push({ auth_request_id: "x".repeat(3_000), status: "FAILED", timestamp: "not a time" });
		server.rows.push({ auth_request_id: "x".repeat(3_000), status: "FAILED", timestamp: watch.minutesAgo(1).toISOString() });
		expect(await watch.poll()).toBe("complete");
		server.rows.splice(1, 2);
	},
	"an outage from the very first run on": async () => {
		server.suffer({ kind: "outage" });
		for (let minute = 0; minute < 90; minute += 10) {
			watch.row(`r${minute}`, 0, minute % 20 ? "FAILED" : "INITIATED");
			expect(await watch.poll()).toBe("unreachable");
			await watch.publish();
			watch.later(10);
		}
		server.recover();
	},
	"throttling without Retry-After": async () => {
		watch.row("r1", 1, "FAILED");
		server.suffer({ kind: "status", status: 429 }, 2);
		expect(await watch.poll()).toBe("complete");
		expect(watch.datapoints.filter(({ name }) => name === "PollerThrottled")).toHaveLength(2);
	},
	"throttling that lasts": async () => {
		await watch.run(1);
		watch.row("r1", 1, "FAILED");
		server.suffer({ kind: "status", status: 429, retryAfter: "3600" });
		const before = logsSeen();
		expect(await watch.poll()).toBe("throttled");
		expect(logsSeen() - before).toBe(1);
		expect(watch.lines).toContainEqual(expect.objectContaining({ event: "poll.throttled", level: "WARN" }));
		server.recover();
	},
	"a token that ends in the middle": async () => {
		server.largestPage = 5;
		for (let row = 0; row < 20; row += 1) watch.row(`r${row}`, row / 4, "FAILED");
		server.afterAnswer = () => server.expireTokens();
		expect(await watch.poll()).toBe("complete");
		server.afterAnswer = undefined;
	},
	"faults of all types": async () => {
		for (let row = 0; row < 10; row += 1) watch.row(`r${row}`, row / 4, "FAILED");
		for (const trouble of [{ kind: "outage" }, { kind: "cut" }, { kind: "status", status: 500 }] as const) {
			server.suffer(trouble, 1);
			server.suffer(trouble, 1, "token");
		}
		await watch.run(3);
	},
	"a poller that dies between its facts and its cursor": async () => {
		for (let row = 0; row < 10; row += 1) watch.row(`r${row}`, row / 2, "FAILED");
		await expect(watch.poll(undefined, dyingBefore("cursor#"))).rejects.toThrow("died");
		expect(await readCursor(watch.table, "tail")).toBeUndefined();
		watch.later(1);
	},
	"a poller that dies among its facts": async () => {
		for (let row = 0; row < 30; row += 1) watch.row(`r${row}`, 25 + row / 4, "FAILED");
		await watch.run(1);
		for (let row = 0; row < 30; row += 1) watch.row(`s${row}`, row / 4, "FAILED");
		await expect(watch.poll(undefined, dyingBefore("entry#login.failed#s7"))).rejects.toThrow("died");
	},
};

test.each(Object.entries(STORIES))("totals are true after %s", async (_, happen) => {
	await happen();
	await watch.poll();
	await watch.publish();
	await watch.run(105, 15);
	expect(watch.published()).toEqual(watch.truth());
	expect(Object.keys(watch.truth()).length).toBeGreaterThan(1);
	expect(watch.text).not.toMatch(/@|customer\.example|token-\d|a secret of the tests|what the answer says/);
});

/** The ledger, for a poller that dies when it is about to write something. */
function dyingBefore(id: string): Table {
	const client = Object.create(watch.table.client);
	client.send = (command: { input: { Item?: { id?: string } } }) =>
		command.input.Item?.id?.startsWith(id) ? Promise.reject(new Error("died")) : watch.table.client.send(command as never);
	return { ...watch.table, client };
}

test("a failed login is logged once, by hash and ids", async () => {
	watch.row("r1", 1, "FAILED", { email: " Ada@Customer.example" });
	watch.row("r2", 1, "FAILED", { email: "ada@customer.example", organization_id: undefined });
	watch.row("r3", 1, "FAILED", { email: undefined });
	await watch.run(3);
	const told = watch.lines.filter(({ event }) => event === "login.failed");
	expect(told).toHaveLength(3);
	expect(told).toContainEqual(
		expect.objectContaining({
			account: expect.stringMatching(/^[\w-]{22}$/),
			organizationId: "org_1",
			connectionId: "conn_1",
			connectionType: "SAML",
			authRequestId: "r1",
		}),
	);
	const accounts = Object.fromEntries(told.map(({ authRequestId, account }) => [authRequestId, account]));
	expect(accounts["r1"]).toBe(accounts["r2"]);
	expect(accounts["r3"]).toBeUndefined();
});

test("unrecognized rows are reported, and do not fail the run", async () => {
	watch.row("r1", 1, "FAILED");
	watch.row("odd status", 1, "LOCKED");
	server.rows.push({ status: "FAILED", timestamp: watch.minutesAgo(1).toISOString() });
	server.rows.push({ auth_request_id: 7 as never, status: "FAILED", timestamp: watch.minutesAgo(1).toISOString() });
	server.rows.push({ auth_request_id: "r2", status: 7 as never, timestamp: watch.minutesAgo(1).toISOString(), email: {} as never });
	expect(await watch.poll()).toBe("complete");
	await watch.publish();
	expect(watch.lines).toContainEqual(
		expect.objectContaining({ event: "poll.finished", level: "WARN", rows: 5, unrecognized: 4, written: 4 }),
	);
	expect(Object.entries(watch.published()).filter(([key]) => key.endsWith("LoginStarted"))).toEqual([[expect.any(String), 3]]);
});

test.each([
	["a client whose credentials are refused", () => server.suffer({ kind: "status", status: 401 }, 9, "token")],
	["a client that may not read logs", () => server.suffer({ kind: "status", status: 403 })],
	["a response that is not JSON", () => server.suffer({ kind: "malformed" })],
	["an answer without its list", () => server.suffer({ kind: "body", body: { auth_requests: [], total_size: 7 } })],
	["an endless list of pages", () => server.suffer({ kind: "body", body: { authRequests: [], next_page_token: "again" } })],
	["a request that is refused", () => server.suffer({ kind: "status", status: 400 })],
])("%s is thrown for the function's alarm", async (_, suffer) => {
	suffer();
	await expect(watch.poll()).rejects.toMatchObject({ name: "ScalekitFailure", message: expect.not.stringMatching(/answer says|secret/) });
	expect(logsSeen()).toBeLessThan(4);
});
