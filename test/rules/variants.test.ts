import { rules } from "../../policies/rules";
import { variantVerdicts } from "../support/variants";

// A change of a snapshot is a change of verdicts or messages: find out why before `npm run record`.
it.each(rules.map((rule) => [rule.id, rule] as const))(
	"%s has the recorded verdicts on its examples with each value replaced",
	(_id, rule) => {
		expect(variantVerdicts(rule)).toMatchSnapshot();
	},
);
