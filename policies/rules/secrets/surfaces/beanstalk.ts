import type { Reading } from "../../../engine/reading";
import { undetermined } from "../../../engine/verdict";
import { BeanstalkEnvironment } from "../../../facts/resource-types";
import { type Handed, surface } from "../handed";

const VARIABLES = "aws:elasticbeanstalk:application:environment";
/** Variables whose values are ARNs that Elastic Beanstalk fetches. */
const REFERENCES = "aws:elasticbeanstalk:application:environmentsecrets";
const INSTEAD = `Keep the value in Secrets Manager or in an SSM SecureString, and give its ARN in the namespace ${REFERENCES}.`;

export const beanstalkEnvironment = surface(BeanstalkEnvironment, (environment) => {
	const settings = environment.read("settings");
	if (settings.isUnknown) return [{ how: "hidden", verdict: undetermined(settings) }];
	return settings.items.flatMap((setting) => ofSetting(setting as Reading));
});

function ofSetting(setting: Reading): readonly Handed[] {
	const namespace = setting.read("namespace");
	const named = { name: setting.read("name"), value: setting.read("value") };
	if (namespace.isUnknown) return [{ how: "hidden", verdict: undetermined(namespace) }];
	if (namespace.is(REFERENCES)) return [{ how: "pointer", ...named }];
	return namespace.is(VARIABLES) ? [{ how: "variable", ...named, to: "the environment", instead: INSTEAD }] : [];
}
