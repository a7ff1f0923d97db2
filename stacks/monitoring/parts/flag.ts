/** What AppConfig delivers: one flag, on or off. AWS AppConfig, User Guide: Type reference for AWS.AppConfig.FeatureFlags. */
export function flagDocument(key: string, enabled: boolean): string {
	return JSON.stringify({
		version: "1",
		flags: { [key]: { name: key, description: "New ways of logging in; off means the known ones" } },
		values: { [key]: { enabled } },
	});
}
