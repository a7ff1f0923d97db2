// A line comment
const one = "a string";
const two = `a template ${one} end`;
module.exports = { two }; /* A block comment */
