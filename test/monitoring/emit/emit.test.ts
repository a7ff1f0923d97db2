import { METRICS } from "../../../signals";
import { type AuthEvents, authEvents } from "../../../signals/emit";
import { NAMESPACE } from "../../../signals/metric";
import { writtenBy } from "../../support/emf";
import { emfLinesOf, faultsOfEmf } from "../../support/emf-schema";

const EVENTS: readonly (readonly [keyof AuthEvents, string])[] = [
	["signupStarted", "SignupStarted"],
	["tokenRefreshed", "TokenRefreshed"],
	["tokenRefreshFailed", "TokenRefreshFailed"],
	["callbackFailed", "CallbackFailed"],
];

test.each(EVENTS)("%s writes one line that counts one %s", async (event, name) => {
	const before = Date.now();
	const { datapoints, text } = await writtenBy(() => authEvents("auth")[event]());
	expect(text.endsWith("\n")).toBe(true);
	expect(emfLinesOf(text)).toHaveLength(1);
	expect(emfLinesOf(text).flatMap(faultsOfEmf)).toEqual([]);
	expect(datapoints).toEqual([
		{ namespace: NAMESPACE, name, dimensions: { service: "auth" }, values: [1], unit: "Count", timestamp: expect.any(Date) },
	]);
	expect(datapoints[0]?.timestamp.getTime()).toBeGreaterThanOrEqual(before);
});

test("all application metrics can be emitted", () => {
	const told = METRICS.filter(({ source }) => source === "application").map(({ name }) => name);
	expect(EVENTS.map(([, name]) => name).sort()).toEqual([...told].sort());
});

test.each([
	[
		"throws",
		() => {
			throw new Error("broken pipe");
		},
	],
	["fails later", async () => Promise.reject(new Error("broken pipe"))],
])("an application does not notice a writer that %s", async (_, write) => {
	const unhandled = jest.fn();
	process.once("unhandledRejection", unhandled);
	const events = authEvents("auth", write);
	for (const [event] of EVENTS) expect(() => events[event]()).not.toThrow();
	await new Promise((resolve) => setImmediate(resolve));
	process.off("unhandledRejection", unhandled);
	expect(unhandled).not.toHaveBeenCalled();
});
