#!/usr/bin/env node
// Builds the benchmarks and runs them: `npm run bench`, or one of them by name: `npm run bench -- start`.

require("../build/run-bundled.js").runBundled("bench");
