import { constantResult } from "../../../policies/rules/alarms/notification/alarm-rule-result";

const LOGINS = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:logins";
const many = (operator: string) => Array.from({ length: 100 }, (_, index) => `ALARM("alarm-${index}")`).join(` ${operator} `);

it.each([
	["FALSE", false],
	["TRUE", true],
	["NOT TRUE", false],
	['ALARM("logins") AND FALSE', false],
	['ALARM("logins") OR TRUE', true],
	['ALARM("logins") OR FALSE', undefined],
	['ALARM("logins") AND TRUE', undefined],
	['ALARM("logins") AND NOT ALARM("logins")', false],
	["ALARM(logins) AND NOT ALARM('logins')", false],
	[`ALARM("logins") AND NOT ALARM("${LOGINS}")`, false],
	['ALARM("logins") AND OK("logins")', false],
	['ALARM("logins") AND (OK("logins") OR INSUFFICIENT_DATA("logins"))', false],
	['ALARM("logins") OR OK("logins") OR INSUFFICIENT_DATA("logins")', true],
	['NOT (ALARM("a") OR NOT ALARM("a"))', false],
	['(ALARM("a") AND ALARM("b")) AND (NOT ALARM("a") OR NOT ALARM("b"))', false],
	['ALARM("logins")', undefined],
	['ALARM("logins") AND NOT ALARM("deployment")', undefined],
	['ALARM("logins") AND NOT OK("logins")', undefined],
	['ALARM("logins") OR OK("logins")', undefined],
	['ALARM("a") AND NOT ALARM("b") OR ALARM("c") AND FALSE', undefined],
	['AT_LEAST(2, ALARM, ("a", "b")) AND FALSE', undefined],
	['ALARM("a") AND', undefined],
	['(ALARM("a")', undefined],
	["", undefined],
	[many("OR"), undefined],
	[many("AND"), undefined],
	[`(${many("AND")}) AND FALSE`, false],
])("%s", (rule, expected) => {
	expect(constantResult(rule)).toBe(expected);
});
