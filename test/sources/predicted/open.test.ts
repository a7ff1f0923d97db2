import fc from "fast-check";
import { PartialText } from "../../../policies/engine/partial-text";
import { Reading } from "../../../policies/engine/reading";
import { decode } from "../../../policies/engine/wire";
import { open } from "../../../policies/sources/program/predicted/open";
import { StandIns } from "../../../policies/sources/program/predicted/stand-ins";

const standIns = new StandIns();
const PLACEHOLDER = standIns.placeholder();
const ORIGIN = { type: "aws:sns/topic:Topic", urn: "urn:pulumi:prod::shop::aws:sns/topic:Topic::alerts", property: "arn" };
const ARN = standIns.text(ORIGIN, { frame: (token) => `arn:aws:sns:eu-west-1:${standIns.account}:${token}` });
const read = (value: unknown) => new Reading(open(value, standIns), "value");
const piecesOf = (value: unknown) => {
	const opened = open(value, standIns);
	return opened instanceof PartialText ? opened.pieces : undefined;
};
/** Text that no stand-in is a part of, and that the wire gives no other meaning. */
const text = fc.string().filter((each) => !standIns.isIn(each));

describe("a placeholder for an encrypted value", () => {
	const isHidden = (value: unknown) => {
		const { state, secret } = decode(open(value, standIns));
		return state === "unknown" && secret;
	};

	it("is found anywhere in a text, also in base64", () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (before, after) => {
				const whole = before + PLACEHOLDER + after;
				return isHidden(whole) && isHidden(Buffer.from(whole).toString("base64")) && isHidden(JSON.stringify({ key: whole }));
			}),
		);
	});

	it("is found as a number, in lists and in objects, and hides an object of which it is a key", () => {
		expect(isHidden(Number(PLACEHOLDER))).toBe(true);
		const opened = read({ a: [{ b: PLACEHOLDER }], c: { [`k${PLACEHOLDER}`]: 1 } });
		expect(opened.read("a").items[0]?.read("b")).toMatchObject({ state: "unknown", secret: true });
		expect(opened.read("c").isUnknown).toBe(true);
	});
});

describe("a value without a stand-in", () => {
	it("stays unchanged", () => {
		fc.assert(fc.property(fc.jsonValue(), (value) => expect(open(value, standIns)).toEqual(value)));
	});

	it("is unknown where a program put an output into a text", () => {
		expect(decode(open(`zone/${{}}`, standIns))).toMatchObject({ state: "unknown", secret: false });
	});
});

describe("a text with a stand-in", () => {
	it("keeps what is around it, and the hole is as wide as the stand-in", () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const pieces = piecesOf(`<${before}>${ARN}<${after}>`);
				expect(pieces).toEqual([`<${before}>`, { origin: ORIGIN, secret: false }, `<${after}>`]);
			}),
		);
	});

	it.each([
		["upper case", ARN.toUpperCase()],
		["its last part", ARN.split(":").at(-1) ?? ""],
		["a slice that keeps the token", ARN.slice(10)],
	])("is recognised in %s", (_what, whole) => {
		expect(piecesOf(whole)).toEqual([{ origin: ORIGIN, secret: false }]);
	});

	it("is a hole of unknown origin where the token is cut", () => {
		expect(piecesOf(ARN.slice(0, -3))?.at(-1)).toEqual({ secret: false });
	});

	it("is opened leaf by leaf where it is JSON, at any depth", () => {
		const inner = JSON.stringify({ topic: ARN, level: "debug" });
		const document = read(JSON.stringify({ Statement: [{ Resource: ARN, Effect: "Allow" }], inner })).json();
		const [statement] = document.read("Statement").items;
		expect(statement?.read("Effect").text).toBe("Allow");
		expect(statement?.read("Resource").origins).toEqual([ORIGIN]);
		expect(document.read("inner").json().read("level").text).toBe("debug");
		expect(document.read("inner").json().read("topic").isUnknown).toBe(true);
	});

	it("marks as secret only the leaves of a secret document that hold a secret", () => {
		const document = JSON.stringify({ token: PLACEHOLDER, plain: "x", topic: ARN });
		const opened = read({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: document }).json();
		expect(opened.read("token")).toMatchObject({ state: "unknown", secret: true });
		expect(opened.read("plain")).toMatchObject({ state: "known", secret: false });
		expect(opened.read("topic")).toMatchObject({ state: "unknown", secret: false });
	});

	it("is opened where it is base64, as user data is", () => {
		expect(piecesOf(Buffer.from(`#!/bin/sh\nexport TOPIC=${ARN}\n`).toString("base64"))).toEqual([
			"#!/bin/sh\nexport TOPIC=",
			{ origin: ORIGIN, secret: false },
			"\n",
		]);
	});
});

it("numeric stand-ins are recognized alone and in texts", () => {
	const origin = { ...ORIGIN, property: "port" };
	const port = standIns.number(origin);
	const hole = { origin, secret: false, number: true };
	expect(piecesOf(port)).toEqual([hole]);
	expect(piecesOf(`db:${port}/shop`)).toEqual(["db:", hole, "/shop"]);
	expect(piecesOf(port + 1_000_000)).toBeUndefined();
});
