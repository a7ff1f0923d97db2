#!/usr/bin/env node

const { existsSync } = require("node:fs");
const { join } = require("node:path");

const command = join(__dirname, "..", "dist", "cli.cjs");
if (!existsSync(command)) {
	console.error(`scalekit-readiness: not built; run "npm run build" in ${join(__dirname, "..")}`);
	process.exit(2);
}
require(command);
