import fc from "fast-check";
import { parseEvent } from "../../../stacks/monitoring/functions/worker/event";
import { contentOf } from "../../../stacks/monitoring/functions/worker/event-content";
import { CATALOGUE, type EventType } from "../../../stacks/monitoring/functions/worker/events/catalogue";
import { EVENT_TYPES, exampleOf, PERSONAL, SESSION } from "./examples";
import { NOW } from "./worker";

const OCCURRED_AT = new Date("2025-12-09T13:14:35.722Z");
const read = (event: unknown) => parseEvent(JSON.stringify(event));

function toldBy(event: unknown, now = NOW) {
	const reading = read(event);
	if (reading.is !== "valid") throw new Error(`it is ${reading.is}`);
	return contentOf(reading.event, now);
}

const KINDS: Partial<Record<EventType, readonly string[]>> = {
	"user.signup": ["signup.completed", "event.handled"],
	"user.organization_membership_created": ["membership.created", "event.handled"],
	"user.login": ["session.started", "event.handled"],
	"user.logout": ["session.ended", "event.handled"],
};

test("there are 41 types, and an example of each", () => {
	expect(EVENT_TYPES).toHaveLength(41);
	expect(Object.keys(CATALOGUE)).toEqual(EVENT_TYPES);
});

test.each(EVENT_TYPES)("%s is understood and says what it says", (type) => {
	const { entries } = toldBy(exampleOf(type));
	expect(entries.map(({ type }) => type)).toEqual(KINDS[type] ?? ["event.handled"]);
	for (const { source, at } of entries) expect({ source, at }).toEqual({ source: "evt_102701193859432713", at: OCCURRED_AT });
	for (const word of PERSONAL) expect(JSON.stringify(entries)).not.toContain(word);
});

describe("a login", () => {
	const login = (session: object, user: object = SESSION.user) =>
		exampleOf("user.login", { data: { user, user_session: { ...SESSION.user_session, ...session } } });
	const from = (location: unknown) => login({ device: { location } });

	test.each([
		["from a known country", login({}), { user: "usr_102701193205121289", country: "GB" }],
		["of a user whom only the session names", login({}, {}), { user: "usr_102701193205121289", country: "GB" }],
		["without a user", login({ user_id: undefined }, {}), undefined],
		["without a device", login({ device: undefined }), undefined],
		["with an invalid device", login({ device: "Chrome" }), undefined],
		["without a place", from(null), undefined],
		["from a place without a country", from({ city: "London" }), undefined],
		["from an invalid country", from({ region: "United Kingdom" }), undefined],
	])("%s", (_, event, visit) => {
		expect(toldBy(event).login).toEqual(visit);
	});
});

describe("a logout ends a session", () => {
	const logout = (session: object, more: object = {}) =>
		exampleOf("user.logout", { ...more, data: { ...SESSION, user_session: { ...SESSION.user_session, ...session } } });

	test.each([
		["until the event if no end is known, regardless of the last update", logout({}), 4194],
		["until the logout", logout({ logout_at: "2025-12-09T12:05:41.48Z" }), 60],
		["until it expired", logout({ expired_at: "2025-12-09T12:06:41.48Z" }), 120],
		["until the event, where the logout is a zero time", logout({ logout_at: "0001-01-01T00:00:00Z" }), 4194],
		["in no time, where clocks differ", logout({ logout_at: "2025-12-09T12:04:00Z" }), 0],
		["until now, where the event is of the future", logout({}, { occurred_at: "2025-12-09T15:00:00Z" }), 5994],
	])("%s", (_, event, seconds) => {
		expect(toldBy(event).entries).toContainEqual(expect.objectContaining({ type: "session.ended", seconds }));
	});

	test.each([
		["unknown", undefined],
		["a zero time", "0001-01-01T00:00:00Z"],
		["no time", "yesterday"],
	])("of unknown length where its beginning is %s, and then is not counted as one", (_, created_at) => {
		expect(toldBy(logout({ created_at })).entries.map(({ type }) => type)).toEqual(["event.handled"]);
	});
});

test("nothing happens later than now", () => {
	expect(toldBy(exampleOf("user.signup", { occurred_at: "2025-12-09T13:44:36Z" })).entries.map(({ at }) => at)).toEqual([NOW, NOW]);
});

describe("of a known type but", () => {
	const without = (type: EventType, path: string) => {
		const event = structuredClone(exampleOf(type));
		const names = path.split(".");
		const place = names.slice(0, -1).reduce((outer, name) => outer[name] as Record<string, unknown>, event);
		delete place[names.at(-1) as string];
		return event;
	};

	test.each<[EventType, string]>([
		...["spec_version", "id", "type", "object", "occurred_at", "environment_id", "data"].map((name): [EventType, string] => [
			"user.login",
			name,
		]),
		["organization.created", "data.display_name"],
		["organization.domain_created", "data.verification_status"],
		["user.login", "data.user_session"],
		["user.logout", "data.user"],
		["user.signup", "data.organization"],
		["organization.directory_enabled", "data.organization_id"],
		["organization.directory.user_deleted", "data.id"],
		["organization.directory.group_deleted", "data.id"],
		["organization.sso_deleted", "data.organization_id"],
		["role.deleted", "data.name"],
		["permission.deleted", "data.name"],
		["connected_account.created", "data.status"],
		["connected_account.status_updated", "data.old_status"],
	])("%s without %s", (type, path) => {
		expect(read(without(type, path))).toMatchObject({ is: "malformed", where: path });
	});

	test.each([
		["user.login", "occurred_at", "yesterday"],
		["user.login", "occurred_at", 1765286075],
		["user.login", "id", ""],
		["user.login", "id", "x".repeat(256)],
		["user.login", "data", []],
	] as const)("%s with a wrong %s", (type, name, value) => {
		expect(read(exampleOf(type, { [name]: value }))).toMatchObject({ is: "malformed", where: name });
	});

	test("what is not required may be anything", () => {
		const anything = fc.jsonValue();
		fc.assert(
			fc.property(fc.constantFrom(...EVENT_TYPES), anything, fc.dictionary(fc.string(), anything), (type, value, more) => {
				const { data, ...event } = exampleOf(type) as { data: Record<string, unknown> };
				const optional = ["settings", "metadata", "external_id", "updated_at", "device", "groups", "raw_attributes", "last_used_at"];
				const odd = Object.fromEntries(optional.map((name) => [name, value]));
				const userSession = data.user_session ? { user_session: { ...more, ...SESSION.user_session, ...odd } } : {};
				expect(read({ ...more, ...event, display_name: value, data: { ...more, ...data, ...odd, ...userSession } })).toMatchObject({
					is: "valid",
				});
			}),
			{ numRuns: 200 },
		);
	});
});

test.each(["user.login_failed", "session.created", "", "constructor", "__proto__", "toString"])("a type %j is unknown", (type) => {
	expect(read(exampleOf("user.login", { type }))).toMatchObject({ is: "unknown" });
});

test.each(["", "no", "null", "[]", '"text"', "7", "{}", '{"type":"user.login"}'])("%s has no envelope", (body) => {
	expect(parseEvent(body)).toMatchObject({ is: "malformed" });
});

test("no JSON and no text makes reading fail", () => {
	fc.assert(
		fc.property(fc.oneof(fc.json(), fc.string({ unit: "binary" })), (body) => {
			expect(["valid", "unknown", "malformed"]).toContain(parseEvent(body).is);
		}),
		{ numRuns: 500 },
	);
});
