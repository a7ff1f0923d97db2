const pulumi = require("@pulumi/pulumi");

/** One program for each stack. */
module.exports = require(`./${pulumi.getStack()}`);
