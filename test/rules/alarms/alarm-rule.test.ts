import { conditionsIn } from "../../../policies/rules/alarms/notification/alarm-rule";

const read = (rule: string) => conditionsIn(rule).map(({ alarm, contributes }) => `${contributes ? "+" : "-"}${alarm}`);

it.each([
	['ALARM("logins")', ["+logins"]],
	["ALARM('logins')", ["+logins"]],
	["ALARM(logins)", ["+logins"]],
	["alarm ( logins )", ["+logins"]],
	["ALARM(arn:aws:cloudwatch:eu-west-1:123456789012:alarm:logins)", ["+arn:aws:cloudwatch:eu-west-1:123456789012:alarm:logins"]],
	["OK(logins)", ["-logins"]],
	["INSUFFICIENT_DATA(logins)", ["-logins"]],
	["NOT ALARM(logins)", ["-logins"]],
	["NOT OK(logins)", ["+logins"]],
	["not NOT ALARM(logins)", ["+logins"]],
	["ALARM(a) OR ALARM(b)", ["+a", "+b"]],
	["ALARM(a) AND NOT ALARM(b)", ["+a", "-b"]],
	["NOT ALARM(a) AND ALARM(b)", ["-a", "+b"]],
	["NOT (ALARM(a) OR ALARM(b)) AND ALARM(c)", ["-a", "-b", "+c"]],
	["NOT (ALARM(a) AND NOT ALARM(b))", ["-a", "+b"]],
	["NOT (OK(a) OR (ALARM(b)))", ["+a", "-b"]],
	["(ALARM(a) OR NOT (ALARM(b))) AND ALARM(c)", ["+a", "-b", "+c"]],
	["ALARM(a)) AND ALARM(b)", ["+a", "+b"]],
	["TRUE", []],
	["", []],
])("%s", (rule, expected) => {
	expect(read(rule)).toEqual(expected);
});
