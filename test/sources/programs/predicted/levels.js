/** A decision in a separate file. */
exports.levelFor = (name) => {
	if (name.startsWith("production-")) return "info";
	return name.endsWith("-staging") ? "warn" : "debug";
};
