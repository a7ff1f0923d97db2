#!/usr/bin/env node
// Builds the fuzzer and the pack, and runs it: `npm run fuzz -- --seed 1 --count 10000`.

require("../build/run-bundled.js").runBundled("fuzz");
