/** A condition on another alarm in a composite alarm's rule: `ALARM("logins")`. */
export interface AlarmCondition {
	/** The name or ARN of the other alarm. */
	readonly alarm: string;
	/** True if the other alarm's ALARM state contributes to the composite alarm's; false if it prevents it, as in `NOT ALARM(…)`. */
	readonly contributes: boolean;
}

const TOKENS = /\b(?:NOT|AND|OR)\b|\b(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*("[^"]*"|'[^']*'|[^()\s]+)\s*\)|[()]/gi;

/**
 * The conditions in the rule of a composite alarm.
 *
 * Source: CloudWatch API Reference, PutCompositeAlarm
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html).
 */
export function conditionsIn(rule: string): readonly AlarmCondition[] {
	const conditions: AlarmCondition[] = [];
	const outer: boolean[] = [];
	let isNegated = false;
	let afterNot = false;
	for (const [token, state, alarm] of rule.matchAll(TOKENS)) {
		if (/^not$/i.test(token)) afterNot = !afterNot;
		else if (/^(and|or)$/i.test(token)) afterNot = false;
		else if (state && alarm) {
			const contributes = (state.toUpperCase() === "ALARM") === (isNegated === afterNot);
			conditions.push({ alarm: alarm.replace(/^["']|["']$/g, ""), contributes });
			afterNot = false;
		} else if (token === "(") {
			outer.push(isNegated);
			isNegated = isNegated !== afterNot;
			afterNot = false;
		} else isNegated = outer.pop() ?? false;
	}
	return conditions;
}
